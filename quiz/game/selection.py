"""Selection: which questions a game asks, from filters and a seed."""

import random
from collections.abc import Iterable, Sequence

import msgspec

from quiz.bank.giveaway import Giveaways
from quiz.bank.question import Question

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

    def let_through(self, question: Question) -> bool:
        """Whether a question passes every filter. Topics are compared in any case."""
        topics = {topic.casefold() for topic in self.topics}
        return (
            (not topics or question.topic.casefold() in topics)
            and (not self.difficulties or question.difficulty in self.difficulties)
            and (not self.sources or any(source in self.sources for source in question.sources))
        )


def matching(questions: Iterable[Question], filters: Filters) -> tuple[Question, ...]:
    """The questions that pass the filters, in the bank's order."""
    return tuple(question for question in questions if filters.let_through(question))


def draw_apart(
    questions: Sequence[Question], seed: str, length: int | None, bank: Sequence[Question]
) -> tuple[Question, ...]:
    """As ``draw``, but questions that give each other's answers away are not asked in the same game.

    ``bank`` is every question that there is: what is common in it gives nothing away.
    Where a game asks so many that it cannot be helped, those left over come last, again as far apart as they can.
    """
    waiting = list(draw(questions, seed, None))
    wanted = len(waiting) if length is None else min(length, len(waiting))
    giveaways = Giveaways(bank)
    drawn: list[Question] = []
    while len(drawn) < wanted:
        group: list[Question] = []
        for question in waiting:
            if len(drawn) + len(group) < wanted and not any(giveaways.between(question, one) for one in group):
                group.append(question)
        drawn += group
        taken = {question.key for question in group}
        waiting = [question for question in waiting if question.key not in taken]
    return tuple(drawn)


def draw(questions: Sequence[Question], seed: str, length: int | None) -> tuple[Question, ...]:
    """The questions of a game in the order in which they are asked: a shuffle by the seed, cut to ``length``.

    The order rests on the questions' keys alone, so that the layout of the files does not matter.
    """
    drawn = sorted(questions, key=lambda question: question.key)
    random.Random(f"draw/{seed}").shuffle(drawn)  # noqa: S311 - a game, not a secret
    return tuple(drawn if length is None else drawn[:length])
