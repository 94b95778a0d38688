"""A question that is being written: what stands in the fields of a form, and the entry that it makes."""

import msgspec

from quiz.author.question_yaml import Value
from quiz.bank.kinds.registry import KINDS
from quiz.bank.question_entry import DEFAULT_KIND


class CitationDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A quote with what may be said of it."""

    source: str
    quote: str
    after: str | None = None
    highlight: str = ""


class QuestionDraft(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of a form. What is empty is left out of the entry."""

    id: str = ""
    kind: str = DEFAULT_KIND
    prompt: str = ""
    answer: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    details: dict[str, str | tuple[str, ...]] = {}
    """What the kind has beside them, by key."""
    topic: str = ""
    difficulty: str = "medium"
    citations: tuple[CitationDraft, ...] = ()
    explanation: str = ""

    def entry(self, topic: str = "") -> dict[str, Value]:
        """What is written for it in a file of which all questions have a ``topic``."""
        kind = KINDS[self.kind]
        answer = kind.written(self.answer)  # several lines where one is wanted are for the check to name
        return {
            "id": self.id or None,
            "kind": None if self.kind == DEFAULT_KIND else self.kind,
            "prompt": self.prompt or None,
            "answer": None if answer in ("", ()) else answer,
            "distractors": self.distractors if kind.has_distractors else None,
            **{key: value or None for key, value in self.details.items()},
            "topic": self.topic if self.topic not in ("", topic) else None,
            "difficulty": self.difficulty,
            "citations": tuple(_citation(one) for one in self.citations),
            "explanation": self.explanation or None,
        }


def _citation(one: CitationDraft) -> dict[str, Value]:
    written = {"source": one.source, "quote": one.quote, "after": one.after, "highlight": one.highlight or None}
    return {key: value for key, value in written.items() if value is not None}
