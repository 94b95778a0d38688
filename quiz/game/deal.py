"""The deal: which questions a game asks and in which order, decided by filters and a seed."""

import random
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache, partial
from itertools import islice
from typing import NamedTuple, Protocol, TypeVar

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.question import Question
from quiz.bank.question_index import QuestionLike
from quiz.game.arc import SPAN, Cost, Profile, arranged, cost_at, filling_order, profile_of

AskedT = TypeVar("AskedT", bound=QuestionLike)
KeyedT = TypeVar("KeyedT", bound="Keyed")
ProfileCost = Callable[[Profile], Cost]
"""How badly a question suits the place for which one is wanted."""
_CHOICE = 500
"""Among how many questions a place chooses."""
NormalizedFilters = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""The topics (case-folded), difficulties and sources of filters."""


class Keyed(Protocol):
    """Something with a key that is unique in the bank."""

    @property
    def key(self) -> str:
        """The key."""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Which questions a player wants. An empty filter matches every question."""

    topics: tuple[str, ...] = ()
    difficulties: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Ids of sources; a question matches if it cites at least one of them."""

    @property
    def normalized(self) -> NormalizedFilters:
        """A value that is equal for filters that match the same questions, in any order and case."""
        topics = frozenset(topic.casefold() for topic in self.topics)
        return topics, frozenset(self.difficulties), frozenset(self.sources)


NO_FILTERS = Filters()


def matching(questions: Iterable[AskedT], filters: Filters) -> tuple[AskedT, ...]:
    """Return the questions that match the filters, in their given order. Topics are compared without case."""
    if filters == NO_FILTERS:
        return tuple(questions)
    topics, difficulties, sources = filters.normalized
    return tuple(
        question
        for question in questions
        if (not topics or question.topic.casefold() in topics)
        and (not difficulties or question.difficulty in difficulties)
        and (not sources or not sources.isdisjoint(question.sources))
    )


def deal(
    candidates: Sequence[QuestionLike], seed: str, length: int | None, bank: Bank, postponed: Collection[str] = ()
) -> tuple[Question, ...]:
    """Deal a game: ``length`` of the candidates, or all of them if it is None, in spans with an arc (``game.arc``).

    ``candidates`` are questions of ``bank``. Those whose keys are ``postponed`` are asked only when all others have
    been asked. Two questions are not asked in one game if one gives away the other's answer; if the game is too long
    to avoid that, they come last, again as far apart as possible. What there is not, such as an easy question to
    begin with, is replaced by what comes nearest.

    The result depends only on the questions, not on their order in the files. Hardly a question is read in vain.
    """
    return _deal(draw(candidates, seed), length, bank, postponed)


def effective(
    postponed: Collection[str], candidates: Sequence[QuestionLike], seed: str, length: int | None, bank: Bank
) -> tuple[str, ...]:
    """Return those postponed questions that a game would ask if they were not postponed, sorted.

    Postponing them alone gives the same game, and a challenge code that is much shorter.
    """
    drawn = draw(candidates, seed)
    kept: set[str] = set()
    while True:
        dealt = _deal(drawn, length, bank, kept)
        asked = {question.key for question in dealt}.intersection(postponed) - kept
        if not asked:
            return tuple(sorted(kept))
        kept |= asked


def _deal(
    drawn: Sequence[QuestionLike], length: int | None, bank: Bank, postponed: Collection[str]
) -> tuple[Question, ...]:
    """Deal ``length`` of the questions, which come in the order of the draw."""
    stock = _Stock(drawn, postponed, bank)
    count = len(drawn) if length is None else min(length, len(drawn))
    dealt: list[Card] = []
    while len(dealt) < count:
        dealt += _deal_span(stock.take, min(SPAN, count - len(dealt)), dealt[-1].profile.kind if dealt else "")
    return tuple(bank.by_key[card.key] for card in dealt)


@lru_cache(maxsize=8)  # a game asks for the place of a question in its round again and again
def deal_again(cards: tuple["Card", ...], seed: str, last: "Card") -> tuple["Card", ...]:
    """Deal the questions of an endless game once more, when each has been asked; ``last`` is not the first again.

    Nothing can be given away any more, and nothing is postponed.
    """
    pool = _Pool(draw(cards, seed))
    dealt: list[Card] = []
    while len(dealt) < len(cards):
        before = dealt[-1] if dealt else last
        dealt += _deal_span(pool.take, min(SPAN, len(cards) - len(dealt)), before.profile.kind)
    if dealt[0].key == last.key:
        dealt[:2] = dealt[1::-1]
    return tuple(dealt)


def _deal_span(take: Callable[[ProfileCost], "Card"], length: int, before: str) -> list["Card"]:
    """Deal a span: each place takes the question that suits it best. ``before`` is the kind before the span."""
    cards: dict[int, Card] = {}
    placed: list[Profile | None] = [None] * length
    for place in filling_order(length):
        cards[place] = take(partial(cost_at, place, length, placed=placed, before=before))
        placed[place] = cards[place].profile
    order = arranged([cards[place].profile for place in range(length)], before)
    return [cards[place] for place in order]


class Card(NamedTuple):
    """A question as the deal sees it."""

    key: str
    profile: Profile


def card_of(question: QuestionLike) -> Card:
    """Return the card of a question."""
    return Card(question.key, profile_of(question))


class _Pool:
    """Cards by profile, each in the order of the draw, so that the best one is found without looking at all.

    No more than ``_CHOICE`` cards are looked at ahead: that is choice enough, and a bank can have many more.
    """

    def __init__(self, drawn: Iterable[Card] = ()) -> None:
        self._queues: dict[Profile, deque[tuple[int, Card]]] = {}
        self._drawn = enumerate(drawn)
        self._add(_CHOICE)

    def __bool__(self) -> bool:
        return bool(self._queues)

    def take(self, cost: ProfileCost) -> Card:
        """Remove the card of the least cost, the first drawn of equals, and return it."""
        best = min(self._queues, key=lambda profile: (cost(profile), self._queues[profile][0][0]))
        queue = self._queues[best]
        _, card = queue.popleft()
        if not queue:
            del self._queues[best]
        self._add(1)
        return card

    def _add(self, count: int) -> None:
        """Add the next cards of the draw."""
        for place, card in islice(self._drawn, count):
            self._queues.setdefault(card.profile, deque()).append((place, card))


class _Stock:
    """The questions that a game can still ask: first those that are neither postponed nor given away."""

    def __init__(self, drawn: Sequence[QuestionLike], postponed: Collection[str], bank: Bank) -> None:
        late = frozenset(postponed)
        self._pool = _Pool(card_of(question) for question in drawn if question.key not in late)
        self._postponed = [question for question in drawn if question.key in late] if late else []
        self._given_away: list[Card] = []
        self._by_key = bank.by_key
        self._spoilers = bank.spoilers
        self._group = self._spoilers.group()
        self._span: list[Question] = []
        """The questions of the span that is being dealt."""

    def take(self, cost: ProfileCost) -> Card:
        """Remove the question of the least cost that nothing in the game gives away, and return it."""
        if len(self._span) == SPAN:
            self._span = []
        apart = self._span
        while True:
            if not self._pool:
                self._refill(apart)
                apart = []  # where the span gives all of the rest away, it cannot be avoided
            card = self._pool.take(cost)
            question = self._by_key[card.key]
            if self._group.is_spoiler_free_with(question):
                self._group.add(question)
                self._span.append(question)
                return card
            self._given_away.append(card)

    def _refill(self, apart: Sequence[Question]) -> None:
        """Go on with those that the game gives away, now kept apart from ``apart`` alone, then with the postponed."""
        if self._given_away:
            self._pool, self._given_away = _Pool(self._given_away), []
            self._group = self._spoilers.group()
            for question in apart:
                self._group.add(question)
        else:
            self._pool, self._postponed = _Pool(map(card_of, self._postponed)), []


def draw(questions: Iterable[KeyedT], seed: str) -> tuple[KeyedT, ...]:
    """Shuffle questions by the seed. The result depends only on their keys, not on their order in the files."""
    drawn = sorted(questions, key=lambda question: question.key)
    random.Random(f"draw/{seed}").shuffle(drawn)  # noqa: S311 - a game, not a secret
    return tuple(drawn)
