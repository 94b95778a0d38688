"""The arc of a span of ten questions: what each place in it asks for, and how well an order of questions follows it.

A span opens with an easy question that people like. Then it rises: the hardest comes last but one. It ends with one
that people like. Questions of one kind do not follow each other, except choices. Everything here is a function of a
question's profile, so no question need be read to be dealt.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from quiz.bank.question import DIFFICULTIES
from quiz.bank.question_entry import DEFAULT_KIND
from quiz.bank.question_index import QuestionLike

SPAN = 10
"""How many questions an arc has. A longer game is dealt in several, the last of which may be shorter."""
MAX_APPEAL = 3
_EASY, _MEDIUM, _HARD = range(len(DIFFICULTIES))
_LAST_LEVELS = (_MEDIUM, _EASY, _HARD)
"""The difficulties for the end of a span, the most suitable first: games begin with the easy ones."""

Cost = tuple[int, ...]
"""How badly a question suits a place, the graver first. Costs are compared for one place only."""


class Profile(NamedTuple):
    """All that the deal looks at in a question."""

    level: int
    """Its difficulty: 0 is easy, 2 is hard."""
    kind: str
    appeal: int
    """How much its author expects players to like it, from 1 to 3."""
    asks_for_words: bool
    """Whether it asks for the words that somebody used: there is at most one such question in a span."""


def profile_of(question: QuestionLike) -> Profile:
    """Return the profile of a question."""
    level = DIFFICULTIES.index(question.difficulty) if question.difficulty in DIFFICULTIES else _MEDIUM
    return Profile(level, question.kind, question.appeal, question.asks_for_words)


def filling_order(length: int) -> list[int]:
    """Return the places of a span in the order in which they choose their questions: the particular ones first."""
    particular = dict.fromkeys((0, length - 1, max(0, length - 2)))
    return [*particular, *(place for place in range(length) if place not in particular)]


def wanted_level(place: int, length: int) -> int:
    """Return the difficulty that a place asks for: three of ten are easy, four medium, and then come the hard ones.

    The last place asks for none.
    """
    rising = length - 1
    if place == 0 or (3 * place < rising and place < rising - 1):
        return _EASY
    return _HARD if place == rising - 1 or 9 * place >= 7 * rising else _MEDIUM


def cost_at(place: int, length: int, profile: Profile, *, placed: Sequence[Profile | None], before: str) -> Cost:
    """Return how badly a question suits a place of a span.

    ``placed`` has the questions of the span so far by their places, and ``before`` is the kind of the question before
    the span.
    """
    second = profile.asks_for_words and any(one is not None and one.asks_for_words for one in placed)
    left = before if place == 0 else _kind(placed[place - 1])
    right = "" if place == length - 1 else _kind(placed[place + 1])
    clashes = _clash(left, profile.kind) + _clash(profile.kind, right)
    if place == 0:
        return second, clashes, profile.level, MAX_APPEAL - profile.appeal, profile.asks_for_words
    if place == length - 1:
        return second, clashes, MAX_APPEAL - profile.appeal, _LAST_LEVELS.index(profile.level), profile.asks_for_words
    # those with which other games can begin are saved for that
    saved = profile.level == _EASY and profile.appeal == MAX_APPEAL and not profile.asks_for_words
    return second, clashes, abs(profile.level - wanted_level(place, length)), saved


def arranged(profiles: Sequence[Profile], before: str = "") -> list[int]:
    """Return an order of a span's questions, by their indexes, that follows the arc as well as this one or better.

    Questions change places or move to another one as long as that helps.
    """
    order = list(range(len(profiles)))
    least = _faults(profiles, before)
    improved = any(least[:2])
    while improved:
        improved = False
        for changed in _changes(order):
            faults = _faults([profiles[index] for index in changed], before)
            if faults < least:
                order, least, improved = changed, faults, True
                break
    return order


def _changes(order: list[int]) -> Iterator[list[int]]:
    """Yield every order in which two questions have changed places, or one has moved to another place."""
    for one, other in combinations(range(len(order)), 2):
        swapped = order.copy()
        swapped[one], swapped[other] = order[other], order[one]
        yield swapped
    for one, other in permutations(range(len(order)), 2):
        moved = [index for index in order if index != order[one]]
        moved.insert(other, order[one])
        yield moved


def _faults(profiles: Sequence[Profile], before: str) -> Cost:
    """Count what is wrong with an order of questions: neighbours of one kind, falls in difficulty, and bad ends."""
    kinds = [before, *(profile.kind for profile in profiles)]
    clashes = sum(map(_clash, kinds, kinds[1:]))
    rising = [profile.level for profile in profiles[:-1]]
    falls = sum(max(0, level - later) for place, level in enumerate(rising) for later in rising[place + 1 :])
    first, last = profiles[0], profiles[-1]
    too_hard = max(0, last.level - max(rising)) if len(rising) > 1 else 0
    ends = MAX_APPEAL * first.level - first.appeal - last.appeal
    return clashes, falls + too_hard, ends


def _kind(profile: Profile | None) -> str:
    return "" if profile is None else profile.kind


def _clash(one: str, other: str) -> bool:
    """Whether two neighbours have the same kind. Choices may follow each other."""
    return one == other != DEFAULT_KIND and bool(one)
