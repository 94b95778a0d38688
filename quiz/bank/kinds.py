"""What an author writes for a question: one entry type for each kind."""

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

from quiz.bank.question import Difficulty, Pick

Words = Annotated[str, Meta(description="Shown as typed; never read as markup.")]


class CitationEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A source and the words copied from it."""

    source: Annotated[str, Meta(description="The id of a source in seeds/sources.yaml.")]
    quote: Annotated[str, Meta(description="Words of the article; [...] stands for words left out.")]
    after: Annotated[str, Meta(description="Words before the quote, where it stands twice.")] | None = None
    highlight: Annotated[str, Meta(description="The words of the quote that carry the answer.")] | None = None


class DisputeEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another answer that another source gives."""

    answer: Words
    citation: CitationEntry
    note: Words | None = None


class SilenceEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A warning that does not hold for this question, or for this pack."""

    rule: Annotated[str, Meta(description="The name of the rule, as answer-length.")]
    reason: Annotated[str, Meta(description="Why it does not hold here; `quiz check` lists it.")]


class QuestionEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The keys that every kind of question has."""

    PICK: ClassVar[Pick] = "one"
    MADE: ClassVar[tuple[str, ...]] = ("id",)
    """The keys whose values `quiz check --fix` makes where they are missing."""

    id: Annotated[str, Meta(description="Short and stable: records are kept under it.")]
    kind: str = "choice"
    prompt: Words
    according_to: Annotated[str, Meta(description="The source followed where sources disagree.")] | None = None
    topic: Annotated[str, Meta(description="Where it is not the topic of the file.")] | None = None
    difficulty: Difficulty = "medium"
    draft: Annotated[bool, Meta(description="Played only with --drafts; needs no citation yet.")] = False
    citations: tuple[CitationEntry, ...] = ()
    """What proves the answer; a check asks for it, unless the question is a draft."""
    explanation: Words | None = None
    disputes: tuple[DisputeEntry, ...] = ()
    silence: tuple[SilenceEntry, ...] = ()

    def dispute_words(self, answer: str) -> str:
        """The answer of a dispute as a player reads it."""
        return answer


class ChoiceEntry(QuestionEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One right option among several."""

    KIND: ClassVar[str] = "choice"
    answer: Words
    distractors: tuple[Words, ...]

    def options(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The right options and the wrong ones."""
        return (self.answer,), self.distractors

    def carriers(self) -> tuple[str, ...]:
        """The words that show the answer where they stand in a quote."""
        return (self.answer,)


class TrueFalseEntry(QuestionEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A statement that is true or false."""

    KIND: ClassVar[str] = "true-false"
    answer: bool

    def options(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The right option and the wrong one."""
        return (str(self.answer),), (str(not self.answer),)

    def carriers(self) -> tuple[str, ...]:
        """None: "true" in a quote proves nothing; `highlight:` names what does."""
        return ()

    def dispute_words(self, answer: str) -> str:
        """``true`` and ``false`` are typed as YAML has them and read as the options have them."""
        return answer.capitalize() if answer in ("true", "false") else answer


class MultipleEntry(QuestionEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Several right options among wrong ones: all that apply."""

    KIND: ClassVar[str] = "multiple"
    PICK: ClassVar[Pick] = "some"
    answer: Annotated[tuple[Words, ...], Meta(description="Every right option.")]
    distractors: tuple[Words, ...]

    def options(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The right options and the wrong ones."""
        return self.answer, self.distractors

    def carriers(self) -> tuple[str, ...]:
        """The words that show the answer where they stand in a quote."""
        return self.answer


class OrderEntry(QuestionEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Options to be put in order."""

    KIND: ClassVar[str] = "order"
    PICK: ClassVar[Pick] = "order"
    answer: Annotated[tuple[Words, ...], Meta(description="Every option, in the right order.")]

    def options(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Every option is right in its place; none is wrong by itself."""
        return self.answer, ()

    def carriers(self) -> tuple[str, ...]:
        """None: what dates an event carries the answer, not the event's name; `highlight:` names it."""
        return ()


Entry = ChoiceEntry | TrueFalseEntry | MultipleEntry | OrderEntry

KINDS: dict[str, type[Entry]] = {
    entry.KIND: entry for entry in (ChoiceEntry, TrueFalseEntry, MultipleEntry, OrderEntry)
}
"""The entry type of every kind of question, by the word that stands under ``kind:``."""
