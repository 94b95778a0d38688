"""What makes an item a question."""

import pytest

from quiz.author.question_draft import QuestionDraft
from quiz.exchange.importable_kinds import validated
from quiz.exchange.imported_question import (
    CannotImportError,
    ImportedQuestion,
    guess_kind,
    parse_difficulty,
    parse_true_false,
    trimmed,
)


def draft(**changes: object) -> QuestionDraft:
    return QuestionDraft(**{"prompt": "p", **changes})  # type: ignore[arg-type]


def imported(*warnings: str, **changes: object) -> ImportedQuestion:
    return validated(ImportedQuestion(line=1, draft=draft(**changes), warnings=warnings))


def test_texts_are_trimmed_and_it_is_a_draft() -> None:
    assert trimmed(" \t a\r\nb\rc \n") == "a\nb\nc"
    found = imported(prompt=" p ", answer=(" a",), distractors=("b ",), topic=" ", explanation="\n", id=" x ")
    assert found.draft == draft(answer=("a",), distractors=("b",), id="x", draft=True)


@pytest.mark.parametrize("given", [(), ("True",), ("t", "TRUE")])
def test_a_statement_gets_its_other_option(given: tuple[str, ...]) -> None:
    found = imported(kind="true-false", answer=("f",), distractors=given)
    assert (found.draft.answer, found.draft.distractors, found.warnings) == (("False",), ("True",), ())


@pytest.mark.parametrize(
    ("given", "noted"),
    [(("whatever",), "whatever"), (("True", "Maybe", "No"), "Maybe; No"), (("False",), "False"), (("f", "t"), "f")],
)
def test_what_a_statement_cannot_have_beside_its_other_option_is_noted(given: tuple[str, ...], noted: str) -> None:
    found = imported("already", kind="true-false", answer=("f",), distractors=given)
    assert (found.draft.answer, found.draft.distractors) == (("False",), ("True",))
    assert found.warnings == ("already", f"{noted!r} cannot be wrong options of a true-false question")


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (draft(prompt=" ", answer=("a",), distractors=("b",)), "prompt is empty"),
        (draft(answer=(), distractors=("b",)), "no right answer"),
        (draft(answer=("a",), distractors=(" ",)), "options is empty"),
        (draft(answer=("a",)), "no wrong option"),
        (draft(answer=("a", "b"), distractors=("c",)), "one right answer"),
        (draft(kind="order", answer=("a",)), "at least two"),
        (draft(kind="order", answer=("a", "b"), distractors=("c",)), "no wrong ones"),
        (draft(kind="true-false", answer=("a",)), "true or false"),
        (draft(answer=("a",), distractors=("b",), topic="\udfff"), "half a character"),
        (draft(answer=("a\ud800",), distractors=("b",)), "half a character"),
        (draft(prompt="p\0", answer=("a",), distractors=("b",)), "a NUL character"),
        (draft(answer=("a",), distractors=("b", "\0")), "a NUL character"),
        (draft(answer=("a",), distractors=("b",), id="\0"), "a NUL character"),
    ],
)
def test_what_is_missing_is_named(wrong: QuestionDraft, reason: str) -> None:
    with pytest.raises(CannotImportError, match=reason):
        validated(ImportedQuestion(line=1, draft=wrong))


def test_words_that_mean_something_are_known_in_any_case() -> None:
    assert [parse_true_false(word) for word in (" TRUE", "t", "False", "F ", "yes", "")] == [
        "True", "True", "False", "False", None, None,
    ]  # fmt: skip
    assert [parse_difficulty(word) for word in (" Easy", "HARD")] == [("easy", ()), ("hard", ())]
    assert parse_difficulty("tough") == ("", ("its difficulty 'tough' is not known; it counts as medium",))


def test_options_make_a_kind() -> None:
    assert guess_kind(["a", "b"], ["c"]) == "multiple"
    assert guess_kind(["True"], []) == guess_kind(["true"], ["FALSE"]) == "true-false"
    assert (
        guess_kind(["True"], ["False", "Maybe"]) == guess_kind(["a"], ["b"]) == guess_kind(["T"], ["F"]) == "choice"
    )
    assert guess_kind(["True"], ["True"]) == "choice"
