"""What makes an item a question."""

import pytest

from quiz.exchange.item import Item, NotTakenError, difficulty, doubts, kind_of, tidy, true_or_false
from quiz.exchange.item_kinds import checked


def test_words_are_tidied() -> None:
    assert tidy(" \t a\r\nb\rc \n") == "a\nb\nc"
    item = checked(
        Item(line=1, prompt=" p ", answer=(" a",), distractors=("b ",), topic=" ", explanation="\n", id=" x ")
    )
    assert item == Item(line=1, prompt="p", answer=("a",), distractors=("b",), id="x")


@pytest.mark.parametrize("given", [(), ("True",), ("t", "TRUE")])
def test_a_statement_gets_its_other_option(given: tuple[str, ...]) -> None:
    item = checked(Item(line=1, kind="true-false", prompt="p", answer=("f",), distractors=given))
    assert (item.answer, item.distractors, item.notes) == (("False",), ("True",), ())


@pytest.mark.parametrize(
    ("given", "noted"),
    [(("whatever",), "whatever"), (("True", "Maybe", "No"), "Maybe; No"), (("False",), "False"), (("f", "t"), "f")],
)
def test_what_a_statement_cannot_have_beside_its_other_option_is_noted(given: tuple[str, ...], noted: str) -> None:
    item = checked(Item(line=1, kind="true-false", prompt="p", answer=("f",), distractors=given, notes=("already",)))
    assert (item.answer, item.distractors) == (("False",), ("True",))
    assert item.notes == ("already", f"{noted!r} cannot be wrong options of what is true or false")


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (Item(line=1, prompt=" ", answer=("a",), distractors=("b",)), "prompt is empty"),
        (Item(line=1, prompt="p", answer=(), distractors=("b",)), "no right answer"),
        (Item(line=1, prompt="p", answer=("a",), distractors=(" ",)), "options is empty"),
        (Item(line=1, prompt="p", answer=("a",)), "no wrong option"),
        (Item(line=1, prompt="p", answer=("a", "b"), distractors=("c",)), "one right answer"),
        (Item(line=1, kind="order", prompt="p", answer=("a",)), "two at least"),
        (Item(line=1, kind="order", prompt="p", answer=("a", "b"), distractors=("c",)), "none of them is wrong"),
        (Item(line=1, kind="true-false", prompt="p", answer=("a",)), "true or false"),
        (Item(line=1, prompt="p", answer=("a",), distractors=("b",), topic="\udfff"), "half a character"),
        (Item(line=1, prompt="p", answer=("a\ud800",), distractors=("b",)), "half a character"),
        (Item(line=1, prompt="p\0", answer=("a",), distractors=("b",)), "a NUL character"),
        (Item(line=1, prompt="p", answer=("a",), distractors=("b", "\0")), "a NUL character"),
        (Item(line=1, prompt="p", answer=("a",), distractors=("b",), id="\0"), "a NUL character"),
    ],
)
def test_what_is_missing_is_named(item: Item, reason: str) -> None:
    with pytest.raises(NotTakenError, match=reason):
        checked(item)


def test_words_that_mean_something_are_known_in_any_case() -> None:
    assert [true_or_false(word) for word in (" TRUE", "t", "False", "F ", "yes", "")] == [
        "True", "True", "False", "False", None, None,
    ]  # fmt: skip
    assert [difficulty(word) for word in (" Easy", "HARD", "tough")] == ["easy", "hard", None]
    assert doubts(" Easy") == ()
    assert doubts("tough") == ("its difficulty 'tough' is not known; it counts as medium",)


def test_options_make_a_kind() -> None:
    assert kind_of(["a", "b"], ["c"]) == "multiple"
    assert kind_of(["True"], []) == kind_of(["true"], ["FALSE"]) == "true-false"
    assert kind_of(["True"], ["False", "Maybe"]) == kind_of(["a"], ["b"]) == kind_of(["T"], ["F"]) == "choice"
    assert kind_of(["True"], ["True"]) == "choice"
