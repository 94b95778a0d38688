"""Summaries of questions and of a bank: what is needed to choose a game, before any question is read.

They are much smaller than the questions, so a large bank from the cache is ready at once.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from quiz.bank.question import DEFAULT_APPEAL, DIFFICULTIES, Question
from quiz.bank.question_entry import DEFAULT_KIND
from quiz.bank.source import Source


class QuestionLike(Protocol):
    """What ``Question`` and ``QuestionSummary`` have in common: what filters and draws use."""

    @property
    def key(self) -> str:
        """A unique key in the bank."""

    @property
    def topic(self) -> str:
        """Its topic."""

    @property
    def difficulty(self) -> str:
        """How hard it is."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that prove its answer."""

    @property
    def kind(self) -> str:
        """The name of its kind."""

    @property
    def appeal(self) -> int:
        """How much its author expects players to like it, from 1 to 3."""

    @property
    def asks_for_words(self) -> bool:
        """Whether it asks for the words that somebody used."""


class QuestionSummary(msgspec.Struct, frozen=True, array_like=True):
    """What is needed of a question to choose it for a game."""

    key: str
    topic: str
    difficulty: str
    sources: tuple[str, ...]
    quoted_sources: tuple[str, ...] = ()
    """The ids of the sources of all its passages, those of its disputes included."""
    kind: str = DEFAULT_KIND
    appeal: int = DEFAULT_APPEAL
    asks_for_words: bool = False


class Count(msgspec.Struct, frozen=True, array_like=True):
    """The number of questions with a topic, a difficulty or a source."""

    name: str
    label: str
    questions: int


class PackSummary(msgspec.Struct, frozen=True, array_like=True):
    """The name and folder of a pack in play, and its numbers of questions and errors."""

    name: str
    root: str
    questions: int
    errors: int

    @property
    def path(self) -> Path:
        """Its folder."""
        return Path(self.root)


class Summary(msgspec.Struct, frozen=True, array_like=True):
    """The numbers of a bank, which a player sees before choosing a game."""

    questions: int
    topics: tuple[Count, ...]
    difficulties: tuple[Count, ...]
    sources: tuple[Count, ...]
    packs: tuple[PackSummary, ...]

    @property
    def errors(self) -> int:
        """The number of errors in all packs."""
        return sum(pack.errors for pack in self.packs)


def summarize_question(question: Question) -> QuestionSummary:
    """The summary of a question."""
    quoted_sources = tuple(dict.fromkeys(passage.source.id for passage in question.passages))
    return QuestionSummary(
        key=question.key,
        topic=question.topic,
        difficulty=question.difficulty,
        sources=question.sources,
        quoted_sources=quoted_sources,
        kind=question.kind,
        appeal=question.appeal,
        asks_for_words=question.asks_for_words,
    )


def summarize(
    questions: Iterable[QuestionSummary], sources: Sequence[Source], packs: Sequence[PackSummary]
) -> Summary:
    """Count questions by topic, difficulty and source."""
    listed = tuple(questions)
    topics = Counter(question.topic for question in listed)
    levels = Counter(question.difficulty for question in listed)
    citing = Counter(source for question in listed for source in question.sources)
    return Summary(
        questions=len(listed),
        topics=tuple(Count(name, name, number) for name, number in topics.items()),
        difficulties=tuple(Count(name, name, levels[name]) for name in DIFFICULTIES),
        sources=tuple(Count(source.id, source.label, citing[source.id]) for source in sources),
        packs=tuple(packs),
    )
