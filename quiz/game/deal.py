"""The deal: which questions a game asks and in which order, decided by filters and a seed."""

import random
from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.question import Question
from quiz.bank.question_index import QuestionLike

AskedT = TypeVar("AskedT", bound=QuestionLike)
NormalizedFilters = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""The topics (case-folded), difficulties and sources of filters."""


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


def draw_without_spoilers(
    candidates: Sequence[QuestionLike], seed: str, length: int | None, bank: Bank
) -> tuple[Question, ...]:
    """Draw like ``draw``, but do not ask two questions in a game if one gives away the answer of the other.

    ``candidates`` are questions of ``bank``. Words that are common in the bank do not count as giving an answer away.
    If the game is too long to avoid that, the remaining questions come last, again as far apart as possible.
    """
    from quiz.bank.spoilers import SpoilerIndex  # not needed before a game starts

    remaining = [question.key for question in draw(candidates, seed, None)]
    count = len(remaining) if length is None else min(length, len(remaining))
    spoilers = SpoilerIndex(bank.frequent_words)
    drawn: list[Question] = []
    while len(drawn) < count:
        group, postponed = spoilers.group(), list[str]()
        for key in remaining:
            if len(drawn) + len(group.questions) == count:  # stop here: looking up a question loads it
                break
            question = bank.by_key[key]
            if group.is_spoiler_free_with(question):
                group.add(question)
            else:
                postponed.append(key)
        drawn += group.questions
        remaining = postponed
    return tuple(drawn)


def draw(questions: Iterable[AskedT], seed: str, length: int | None) -> tuple[AskedT, ...]:
    """Shuffle questions by the seed and return the first ``length`` of them; all, if it is None.

    The result depends only on the questions' keys, not on their order in the files.
    """
    drawn = sorted(questions, key=lambda question: question.key)
    random.Random(f"draw/{seed}").shuffle(drawn)  # noqa: S311 - a game, not a secret
    return tuple(drawn if length is None else drawn[:length])
