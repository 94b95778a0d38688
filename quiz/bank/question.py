"""Questions as they are played: every quote located, every dispute with its own passage."""

from typing import Literal

import msgspec

from quiz.bank.problem import Place
from quiz.bank.source import Source, Span

Difficulty = Literal["easy", "medium", "hard"]
DIFFICULTIES: tuple[Difficulty, ...] = ("easy", "medium", "hard")
Details = tuple[tuple[str, tuple[str, ...]], ...]
"""Values by key, each a list of words: ``(("range", ("0", "100")),)``."""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A quote that has been located in its source."""

    source: Source
    span: Span
    """From the first quoted character to the last."""
    paragraph: int
    parts: tuple[Span, ...]
    """What is quoted inside the span: one part, or more with words left out between them."""
    highlights: tuple[Span, ...] = ()
    """The words that carry the answer."""

    @property
    def words(self) -> str:
        """The article's own characters, with ``[...]`` where the author left words out."""
        return " [...] ".join(self.source.words(part) for part in self.parts)


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Another answer that another source gives, with its own proof."""

    answer: str
    passage: Passage
    note: str | None = None


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that can be proved, asked."""

    id: str
    pack: str
    kind: str
    """The name of its kind; ``quiz.bank.kinds.registry`` has what the kind does."""
    prompt: str
    answer: tuple[str, ...]
    """The right option; for kinds with several right options, all of them in their order."""
    distractors: tuple[str, ...]
    details: Details = ()
    """What its kind needs beside answer and distractors, such as the range of a number; most kinds need nothing."""
    topic: str
    difficulty: Difficulty
    citations: tuple[Passage, ...]
    explanation: str | None = None
    according_to: Source | None = None
    """The source that the question follows where sources disagree."""
    disputes: tuple[Dispute, ...] = ()
    draft: bool = False
    """Whether its author does not stand by it yet: it is played only where drafts are asked for."""
    place: Place

    @property
    def key(self) -> str:
        """What tells the question from every other of the bank, whatever its words become."""
        return f"{self.pack}/{self.id}"

    @property
    def options(self) -> tuple[str, ...]:
        """Every right and wrong option, the right ones first. What a player is shown is ``Kind.options``."""
        return (*self.answer, *self.distractors)

    def detail(self, key: str) -> tuple[str, ...]:
        """The detail of a key; empty where there is none."""
        return next((words for name, words in self.details if name == key), ())

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage that the question shows, those of its disputes included."""
        return (*self.citations, *(dispute.passage for dispute in self.disputes))

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that prove the answer, each once."""
        return tuple(dict.fromkeys(passage.source.id for passage in self.citations))
