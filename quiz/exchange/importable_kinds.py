"""The kinds of questions that can be imported, and what each needs to be played.

To make a kind importable, add an entry here, and one in each format that has it.
"""

from collections.abc import Callable

import msgspec

from quiz.author.question_draft import QuestionDraft
from quiz.exchange.imported_question import (
    CannotImportError,
    ImportedQuestion,
    parse_true_false,
    with_trimmed_texts,
)

Validated = tuple[QuestionDraft, tuple[str, ...]]
"""A draft, and warnings about what was left out, each as the end of a sentence."""


def validated(question: ImportedQuestion) -> ImportedQuestion:
    """The question with its texts trimmed, checked to be complete for its kind.

    Raises:
        CannotImportError: the question lacks something that it needs to be played.

    """
    draft, warnings = IMPORTABLE_KINDS[question.draft.kind](with_trimmed_texts(question.draft))
    return msgspec.structs.replace(question, draft=draft, warnings=question.warnings + warnings)


def _choice(draft: QuestionDraft) -> Validated:
    _require_distractors(draft)
    if len(draft.answer) > 1:
        raise CannotImportError("a choice question has one right answer")
    return draft, ()


def _true_false(draft: QuestionDraft) -> Validated:
    """Replace the options by ``True`` and ``False``."""
    right = parse_true_false(draft.answer[0])
    if right is None or len(draft.answer) > 1:
        raise CannotImportError(f"a true-false question is true or false, not {'; '.join(draft.answer)!r}")
    wrong = "False" if right == "True" else "True"
    others = "; ".join(option for option in draft.distractors if parse_true_false(option) != wrong)
    warnings = (f"{others!r} cannot be wrong options of a true-false question",) if others else ()
    return msgspec.structs.replace(draft, answer=(right,), distractors=(wrong,)), warnings


def _multiple(draft: QuestionDraft) -> Validated:
    _require_distractors(draft)
    return draft, ()


def _order(draft: QuestionDraft) -> Validated:
    if draft.distractors or len(draft.answer) < 2:
        raise CannotImportError("an order question has at least two options, and no wrong ones")
    return draft, ()


def _require_distractors(draft: QuestionDraft) -> None:
    if not draft.distractors:
        raise CannotImportError("it has no wrong option to choose from")


IMPORTABLE_KINDS: dict[str, Callable[[QuestionDraft], Validated]] = {
    "choice": _choice,
    "true-false": _true_false,
    "multiple": _multiple,
    "order": _order,
}
"""For each kind, a function that completes a draft or raises CannotImportError."""
