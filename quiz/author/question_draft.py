"""A question in the making: the one shape between a form or an import and the YAML that is written."""

from functools import cache

import msgspec
from msgspec import inspect

from quiz.author.question_yaml import Value
from quiz.bank.kinds import KINDS, CitationEntry


class QuestionDraft(msgspec.Struct, frozen=True, kw_only=True):
    """What a form holds, or an import has read. It may be incomplete or wrong; empty fields are not written."""

    id: str = ""
    kind: str = "choice"
    prompt: str = ""
    answer: tuple[str, ...] = ()
    """The right options; for true-false ``true`` or ``false``, in any case."""
    distractors: tuple[str, ...] = ()
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
        return {
            "id": self.id or None,
            "kind": None if self.kind == "choice" else self.kind,
            "prompt": self.prompt or None,
            "answer": self._answer(),
            "distractors": self.distractors if has_distractors(self.kind) else None,
            "topic": self.topic if self.topic not in ("", topic) else None,
            "difficulty": self.difficulty or None,
            "draft": self.draft or None,
            "citations": None if self.draft and not self.citations else tuple(map(_citation, self.citations)),
            "explanation": self.explanation or None,
        }

    def _answer(self) -> Value:
        if has_several_answers(self.kind) or len(self.answer) != 1:  # too many answers are for the check to report
            return self.answer or None
        if is_either_or(self.kind) and self.answer[0].lower() in ("true", "false"):
            return self.answer[0].lower() == "true"
        return self.answer[0] or None


def has_distractors(kind: str) -> bool:
    """Whether a question of this kind has wrong options that its author writes."""
    return "distractors" in KINDS[kind].__struct_fields__


def has_several_answers(kind: str) -> bool:
    """Whether its answer is a list."""
    return isinstance(_answer_type(KINDS[kind]), inspect.VarTupleType)


def is_either_or(kind: str) -> bool:
    """Whether its answer is true or false."""
    return isinstance(_answer_type(KINDS[kind]), inspect.BoolType)


@cache
def _answer_type(entry: type[msgspec.Struct]) -> inspect.Type:
    """The type of a kind's answers; cached, since finding it takes a millisecond."""
    fields = {field.name: field.type for field in inspect.type_info(entry).fields}  # type: ignore[attr-defined]
    found: inspect.Type = fields["answer"]
    return found.type if isinstance(found, inspect.Metadata) else found


def _citation(citation: CitationEntry) -> dict[str, Value]:
    return {key: value for key, value in msgspec.structs.asdict(citation).items() if value is not None}
