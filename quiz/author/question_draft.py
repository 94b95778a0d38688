"""A question that is being written: what stands in the fields of a form, and the entry that it makes."""

import msgspec
from msgspec import inspect

from quiz.author.question_yaml import Value
from quiz.bank.kinds import KINDS


class CitationDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A quote with what may be said of it."""

    source: str
    quote: str
    after: str | None = None
    highlight: str = ""


class QuestionDraft(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of a form. What is empty is left out of the entry."""

    id: str = ""
    kind: str = "choice"
    prompt: str = ""
    answer: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    topic: str = ""
    difficulty: str = "medium"
    citations: tuple[CitationDraft, ...] = ()
    explanation: str = ""

    def entry(self, topic: str = "") -> dict[str, Value]:
        """What is written for it in a file of which all questions have a ``topic``."""
        return {
            "id": self.id or None,
            "kind": None if self.kind == "choice" else self.kind,
            "prompt": self.prompt or None,
            "answer": self._answer(),
            "distractors": self.distractors if has_distractors(self.kind) else None,
            "topic": self.topic if self.topic not in ("", topic) else None,
            "difficulty": self.difficulty,
            "citations": tuple(_citation(one) for one in self.citations),
            "explanation": self.explanation or None,
        }

    def _answer(self) -> Value:
        if has_several_answers(self.kind):
            return self.answer or None
        if len(self.answer) != 1:  # several lines where one is wanted are for the check to name
            return self.answer or None
        if is_either_or(self.kind) and self.answer[0] in ("true", "false"):
            return self.answer[0] == "true"
        return self.answer[0] or None


def has_distractors(kind: str) -> bool:
    """Whether a question of this kind has wrong options that its author writes."""
    return "distractors" in KINDS[kind].__struct_fields__


def has_several_answers(kind: str) -> bool:
    """Whether its answer is a list."""
    return isinstance(_type_of_answer(kind), inspect.VarTupleType)


def is_either_or(kind: str) -> bool:
    """Whether its answer is true or false."""
    return isinstance(_type_of_answer(kind), inspect.BoolType)


def _type_of_answer(kind: str) -> inspect.Type:
    fields = {field.name: field.type for field in inspect.type_info(KINDS[kind]).fields}  # type: ignore[attr-defined]
    found: inspect.Type = fields["answer"]
    return found.type if isinstance(found, inspect.Metadata) else found


def _citation(one: CitationDraft) -> dict[str, Value]:
    written = {"source": one.source, "quote": one.quote, "after": one.after, "highlight": one.highlight or None}
    return {key: value for key, value in written.items() if value is not None}
