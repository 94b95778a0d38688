"""The model of a question: its passages are located quotes, and every dispute has its own passage."""

from typing import Literal

import msgspec

from quiz.bank.phrase_memory import asks_for_words
from quiz.bank.problem import Place
from quiz.bank.source import Source, Span

Difficulty = Literal["easy", "medium", "hard"]
DIFFICULTIES: tuple[Difficulty, ...] = ("easy", "medium", "hard")
Appeal = Literal[1, 2, 3]
DEFAULT_APPEAL: Appeal = 2
"""The appeal of a question whose author gives none."""
Details = tuple[tuple[str, tuple[str, ...]], ...]
"""Values of a kind by key, each a tuple of texts: ``(("range", ("0", "100")),)``."""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A quote that has been located in its source."""

    source: Source
    span: Span
    """From the first quoted character to the last."""
    paragraph: int
    parts: tuple[Span, ...]
    """The quoted parts of the span: one, or more if words between them are left out."""
    highlights: tuple[Span, ...] = ()
    """The words that show the answer."""

    @property
    def words(self) -> str:
        """The quoted words as the article has them, with ``[...]`` for words left out."""
        return " [...] ".join(self.source.words(part) for part in self.parts)


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """Another answer that another source gives, with the passage that proves it."""

    answer: str
    passage: Passage
    note: str | None = None


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A question with the passages that prove its answer."""

    id: str
    pack: str
    kind: str
    """The name of its kind, which is defined in ``quiz.bank.kinds.registry``."""
    prompt: str
    answer: tuple[str, ...]
    """The right option. For kinds with several right options, all of them, in order."""
    distractors: tuple[str, ...]
    details: Details = ()
    """Further values that its kind needs, such as the range of a number. Most kinds need none."""
    topic: str
    difficulty: Difficulty
    appeal: int = DEFAULT_APPEAL
    """How much its author expects players to like it: 1 little, 3 much."""
    citations: tuple[Passage, ...]
    explanation: str | None = None
    according_to: Source | None = None
    """The source that the question follows where sources disagree."""
    disputes: tuple[Dispute, ...] = ()
    draft: bool = False
    """Whether it is unfinished. Drafts are played only on request."""
    place: Place

    @property
    def key(self) -> str:
        """A unique key in the bank, which stays the same when the words of the question change."""
        return f"{self.pack}/{self.id}"

    @property
    def options(self) -> tuple[str, ...]:
        """All options, the right ones first. ``Kind.options`` has those that a player sees."""
        return (*self.answer, *self.distractors)

    @property
    def asks_for_words(self) -> bool:
        """Whether it asks for the words that somebody used. A game asks few of those."""
        return asks_for_words(self.prompt, self.options)

    def detail(self, key: str) -> tuple[str, ...]:
        """The value of a key in ``details``; empty if there is none."""
        return next((words for name, words in self.details if name == key), ())

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage of the question, those of its disputes included."""
        return (*self.citations, *(dispute.passage for dispute in self.disputes))

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that prove the answer, each once."""
        return tuple(dict.fromkeys(passage.source.id for passage in self.citations))
