"""A question in the making: the one shape between a form or an import and the YAML that is written."""

import msgspec

from quiz.author.question_yaml import Value
from quiz.bank.kinds.registry import KINDS
from quiz.bank.question_entry import DEFAULT_KIND, CitationEntry


class QuestionDraft(msgspec.Struct, frozen=True, kw_only=True):
    """What a form holds, or an import has read. It may be incomplete or wrong; empty fields are not written."""

    id: str = ""
    kind: str = DEFAULT_KIND
    prompt: str = ""
    answer: tuple[str, ...] = ()
    """The right options; for true-false ``true`` or ``false``, in any case."""
    distractors: tuple[str, ...] = ()
    details: dict[str, str | tuple[str, ...]] = {}
    """What the kind has beside them, by key."""
    topic: str = ""
    difficulty: str = ""
    draft: bool = False
    """Whether it is written as a draft, which needs no citation yet."""
    citations: tuple[CitationEntry, ...] = ()
    explanation: str = ""

    def entry(self, topic: str = "") -> dict[str, Value]:
        """The keys and values to write, in the order of the authoring guide; None means that a key is left out.

        ``topic`` is the topic of the file: a question with the same one does not repeat it.
        """
        kind = KINDS[self.kind]
        answer = kind.to_entry(self.answer)  # several values instead of one are for the check to report
        return {
            "id": self.id or None,
            "kind": None if self.kind == DEFAULT_KIND else self.kind,
            "prompt": self.prompt or None,
            "answer": None if answer in ("", ()) else answer,
            "distractors": self.distractors if kind.has_distractors else None,
            **{key: value or None for key, value in self.details.items()},
            "topic": self.topic if self.topic not in ("", topic) else None,
            "difficulty": self.difficulty or None,
            "draft": self.draft or None,
            "citations": None if self.draft and not self.citations else tuple(map(_citation, self.citations)),
            "explanation": self.explanation or None,
        }


def _citation(citation: CitationEntry) -> dict[str, Value]:
    return {key: value for key, value in msgspec.structs.asdict(citation).items() if value is not None}
