"""A draft of a question: what the form and the importers produce, and what is written as YAML."""

import msgspec

from quiz.author.question_yaml import Value
from quiz.bank.kinds.registry import KINDS
from quiz.bank.question_entry import DEFAULT_KIND, CitationEntry


class QuestionDraft(msgspec.Struct, frozen=True, kw_only=True):
    """The values of a form or of an imported question. It may be incomplete; empty fields are not written."""

    id: str = ""
    kind: str = DEFAULT_KIND
    prompt: str = ""
    answer: tuple[str, ...] = ()
    """The right options; for true-false ``true`` or ``false``, in any case."""
    distractors: tuple[str, ...] = ()
    details: dict[str, str | tuple[str, ...]] = {}
    """Further values of the kind, by key."""
    topic: str = ""
    difficulty: str = ""
    appeal: str = ""
    """From 1 to 3; empty for the default."""
    draft: bool = False
    """Whether to write ``draft: true``; such a question needs no citation."""
    citations: tuple[CitationEntry, ...] = ()
    explanation: str = ""

    def entry(self, topic: str = "") -> dict[str, Value]:
        """The keys and values to write, in the order of the authoring guide. Keys whose value is None are left out.

        ``topic`` is the topic of the file, which the question does not repeat.
        """
        kind = KINDS[self.kind]
        answer = kind.to_entry(self.answer)  # if there are too many values, the check reports it
        return {
            "id": self.id or None,
            "kind": None if self.kind == DEFAULT_KIND else self.kind,
            "prompt": self.prompt or None,
            "answer": None if answer in ("", ()) else answer,
            "distractors": self.distractors if kind.has_distractors else None,
            **{key: value or None for key, value in self.details.items()},
            "topic": self.topic if self.topic not in ("", topic) else None,
            "difficulty": self.difficulty or None,
            "appeal": self.appeal or None,
            "draft": self.draft or None,
            "citations": None if self.draft and not self.citations else tuple(map(_citation, self.citations)),
            "explanation": self.explanation or None,
        }


def _citation(citation: CitationEntry) -> dict[str, Value]:
    return {key: value for key, value in msgspec.structs.asdict(citation).items() if value is not None}
