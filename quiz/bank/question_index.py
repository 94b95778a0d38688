"""Outlines: the little of each question by which games are chosen, and what a whole bank comes to in numbers.

They are small beside the questions themselves, so that a large bank is ready before its questions are read.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from quiz.bank.question import DIFFICULTIES, Question
from quiz.bank.source import Source


class QuestionLike(Protocol):
    """What questions and question_summaries have in common: all that filters and draws go by."""

    @property
    def key(self) -> str:
        """What tells the question from every other of the bank."""

    @property
    def topic(self) -> str:
        """Its topic."""

    @property
    def difficulty(self) -> str:
        """How hard it is."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that prove its answer."""


class QuestionSummary(msgspec.Struct, frozen=True, array_like=True):
    """One question, by what it is chosen for."""

    key: str
    topic: str
    difficulty: str
    sources: tuple[str, ...]
    shown: tuple[str, ...] = ()
    """The ids of the sources of all its passages, those of its disputes included."""


class Count(msgspec.Struct, frozen=True, array_like=True):
    """How many questions have something."""

    name: str
    label: str
    questions: int


class PackSummary(msgspec.Struct, frozen=True, array_like=True):
    """A pack in play, in numbers."""

    name: str
    root: str
    questions: int
    errors: int

    @property
    def path(self) -> Path:
        """Its folder."""
        return Path(self.root)


class Summary(msgspec.Struct, frozen=True, array_like=True):
    """A bank in numbers: what a player sees of it before choosing a game."""

    questions: int
    topics: tuple[Count, ...]
    difficulties: tuple[Count, ...]
    sources: tuple[Count, ...]
    packs: tuple[PackSummary, ...]

    @property
    def errors(self) -> int:
        """How many errors keep something out of the game."""
        return sum(pack.errors for pack in self.packs)


def summarize_question(question: Question) -> QuestionSummary:
    """A question's outline."""
    shown = tuple(dict.fromkeys(passage.source.id for passage in question.passages))
    return QuestionSummary(question.key, question.topic, question.difficulty, question.sources, shown)


def summarize(
    questions: Iterable[QuestionSummary], sources: Sequence[Source], packs: Sequence[PackSummary]
) -> Summary:
    """What some questions and sources come to."""
    listed = tuple(questions)
    topics = Counter(one.topic for one in listed)
    levels = Counter(one.difficulty for one in listed)
    citing = Counter(source for one in listed for source in one.sources)
    return Summary(
        questions=len(listed),
        topics=tuple(Count(name, name, number) for name, number in topics.items()),
        difficulties=tuple(Count(name, name, levels[name]) for name in DIFFICULTIES),
        sources=tuple(Count(one.id, one.label, citing[one.id]) for one in sources),
        packs=tuple(packs),
    )
