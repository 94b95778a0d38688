"""Selection: which questions a game asks, from filters and a seed."""

import random
from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.question import Question
from quiz.bank.question_index import QuestionLike

AskedT = TypeVar("AskedT", bound=QuestionLike)
Meaning = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""Topics in one case, difficulties and sources of filters, in no order."""


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What a player asked to be asked about; an empty filter lets everything through."""

    topics: tuple[str, ...] = ()
    difficulties: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Ids of sources; a question passes that cites one of them."""

    @property
    def meaning(self) -> Meaning:
        """The same for filters that let the same through, in whatever order and case they were named."""
        topics = frozenset(topic.casefold() for topic in self.topics)
        return topics, frozenset(self.difficulties), frozenset(self.sources)


NO_FILTERS = Filters()
"""Everything passes."""


def matching(questions: Iterable[AskedT], filters: Filters) -> tuple[AskedT, ...]:
    """The questions that pass the filters, in the bank's order. Topics are compared in any case."""
    if filters == NO_FILTERS:
        return tuple(questions)
    topics, levels, sources = filters.meaning
    return tuple(
        question
        for question in questions
        if (not topics or question.topic.casefold() in topics)
        and (not levels or question.difficulty in levels)
        and (not sources or not sources.isdisjoint(question.sources))
    )


def draw_without_spoilers(
    found: Sequence[QuestionLike], seed: str, length: int | None, bank: Bank
) -> tuple[Question, ...]:
    """As ``draw``, but questions that give each other's answers away are not asked in the same game.

    ``found`` are questions of ``bank``; what is common in that gives nothing away.
    Where a game asks so many that it cannot be helped, those left over come last, again as far apart as they can.
    """
    from quiz.bank.spoilers import SpoilerIndex  # what words look like, which nobody asks before there is a game

    waiting = [question.key for question in draw(found, seed, None)]
    wanted = len(waiting) if length is None else min(length, len(waiting))
    giveaways = SpoilerIndex(bank.frequent_words)
    drawn: list[Question] = []
    while len(drawn) < wanted:
        group, left = giveaways.group(), list[str]()
        for key in waiting:
            if len(drawn) + len(group.questions) == wanted:  # no question is read that is not asked
                break
            question = bank.by_key[key]
            if group.is_spoiler_free_with(question):
                group.add(question)
            else:
                left.append(key)
        drawn += group.questions
        waiting = left
    return tuple(drawn)


def draw(questions: Iterable[AskedT], seed: str, length: int | None) -> tuple[AskedT, ...]:
    """The questions of a game in the order in which they are asked: a shuffle by the seed, cut to ``length``.

    The order rests on the questions' keys alone, so that the layout of the files does not matter.
    """
    drawn = sorted(questions, key=lambda question: question.key)
    random.Random(f"draw/{seed}").shuffle(drawn)  # noqa: S311 - a game, not a secret
    return tuple(drawn if length is None else drawn[:length])
