"""What all importers return: drafts of questions, and messages about what could not be imported."""

import re
from collections.abc import Sequence

import msgspec

from quiz.author.question_draft import QuestionDraft
from quiz.bank.question import DIFFICULTIES

_SURROGATE = re.compile("[\ud800-\udfff]")


class ImportedQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question from a file of another program."""

    line: int
    """The line on which it begins, from 1."""
    draft: QuestionDraft
    warnings: tuple[str, ...] = ()
    """What was left out or changed, each as the end of a sentence."""


class ImportMessage(msgspec.Struct, frozen=True):
    """A message about something in a file that was not imported."""

    line: int
    text: str
    is_warning: bool = False
    """Whether the question was imported, without what the text names."""
    question: str = ""
    """The name of the question, if the line is not enough to identify it."""


class CannotImportError(Exception):
    """A question cannot be imported; the message says why, as the end of a sentence."""


def trimmed(text: str) -> str:
    """A text without white space around it, and with line feeds as its line ends."""
    return re.sub("\r\n?", "\n", text).strip()


def parse_true_false(text: str) -> str | None:
    """``True`` or ``False`` for a word or letter that means it, in any case; None for any other text."""
    return {"true": "True", "t": "True", "false": "False", "f": "False"}.get(text.strip().casefold())


def parse_difficulty(text: str) -> tuple[str, tuple[str, ...]]:
    """The difficulty that a text names, and warnings: the difficulty is empty, with one warning, if it is unknown."""
    difficulty = next((known for known in DIFFICULTIES if known == text.strip().casefold()), "")
    return difficulty, () if difficulty else (f"its difficulty {text!r} is not known; it counts as medium",)


def guess_kind(answer: Sequence[str], distractors: Sequence[str]) -> str:
    """The kind of a question that has these options, for formats that do not state the kind."""
    if len(answer) > 1:
        return "multiple"
    options = [option.strip().casefold() for option in (*answer, *distractors)]
    is_statement = set(options) <= {"true", "false"} and len(set(options)) == len(options)
    return "true-false" if is_statement else "choice"


def with_trimmed_texts(draft: QuestionDraft) -> QuestionDraft:
    """The draft with its texts trimmed, and marked as a draft.

    Raises:
        CannotImportError: a text is empty that every question needs, or has a character that YAML cannot hold.

    """
    draft = _trimmed(draft)
    _check_texts(draft)
    return draft


def _trimmed(draft: QuestionDraft) -> QuestionDraft:
    return msgspec.structs.replace(
        draft,
        id=trimmed(draft.id),
        prompt=trimmed(draft.prompt),
        answer=tuple(map(trimmed, draft.answer)),
        distractors=tuple(map(trimmed, draft.distractors)),
        topic=trimmed(draft.topic),
        explanation=trimmed(draft.explanation),
        draft=True,
    )


def _check_texts(draft: QuestionDraft) -> None:
    options = (*draft.answer, *draft.distractors)
    if not draft.prompt:
        raise CannotImportError("the prompt is empty")
    if not draft.answer:
        raise CannotImportError("it has no right answer")
    if not all(options):
        raise CannotImportError("one of its options is empty")
    text = "".join((draft.prompt, *options, draft.topic, draft.explanation, draft.id))
    if _SURROGATE.search(text):
        raise CannotImportError("it contains half a character, a lone surrogate")
    if "\0" in text:
        raise CannotImportError("it contains a NUL character, which no text file may have")
