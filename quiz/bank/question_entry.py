"""The YAML entry of a question: the keys that all kinds have."""

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from quiz.bank.question import DEFAULT_APPEAL, Appeal, Details, Difficulty

DEFAULT_KIND = "choice"
"""The kind of a question that names none."""

Words = Annotated[str, Meta(description="Shown as typed; never read as markup.")]


class CitationEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source and words copied from it."""

    source: Annotated[str, Meta(description="The id of a source in seeds/sources.yaml.")]
    quote: Annotated[str, Meta(description="Words copied from the article; [...] replaces words left out.")]
    after: Annotated[str, Meta(description="Words before the quote, if it occurs twice.")] | None = None
    highlight: Annotated[str, Meta(description="The words of the quote that prove the answer.")] | None = None


class DisputeEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another answer that another source gives."""

    answer: Words
    citation: CitationEntry
    note: Words | None = None


class SilenceEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A warning to suppress for this question, or for this pack."""

    rule: Annotated[str, Meta(description="The name of the rule, as answer-length.")]
    reason: Annotated[str, Meta(description="Why it does not apply here; `quiz check` lists it.")]


class QuestionEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The keys that every kind of question has. Each kind has a subclass with its further keys."""

    GENERATED_KEYS: ClassVar[tuple[str, ...]] = ("id",)
    """The keys whose missing values `quiz check --fix` can generate."""

    id: Annotated[str, Meta(description="Short and stable: records are stored under it.")]
    kind: str = DEFAULT_KIND
    prompt: Words
    according_to: Annotated[str, Meta(description="The source followed where sources disagree.")] | None = None
    topic: Annotated[str, Meta(description="If it is not the topic of the file.")] | None = None
    difficulty: Difficulty = "medium"
    appeal: Annotated[Appeal, Meta(description="How much players will like it: 1 little, 3 much.")] = DEFAULT_APPEAL
    draft: Annotated[bool, Meta(description="Played only with --drafts; needs no citation yet.")] = False
    citations: tuple[CitationEntry, ...] = ()
    """The proof of the answer. A check requires it unless the question is a draft."""
    explanation: Words | None = None
    disputes: tuple[DisputeEntry, ...] = ()
    silence: tuple[SilenceEntry, ...] = ()

    def options(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The right options and the wrong ones. If the answer is typed, the answer and nothing."""
        raise NotImplementedError

    def answer_words(self) -> tuple[str, ...]:
        """Words that show the answer if they are in a quote; none if no words can."""
        return ()

    def details(self) -> Details:
        """Further values of the kind by key; see ``Question.details``."""
        return ()

    def dispute_answer(self, answer: str) -> str:
        """The answer of a dispute as players see it."""
        return answer
