"""Aiken in and out."""

import re

import pytest
from hypothesis import given

from quiz.bank.question import Question
from quiz.exchange.aiken import read, write
from quiz.exchange.lossy_export import plain
from tests.bank.question_factory import asked, choice
from tests.exchange.sample_questions import came, carried, several

GOOD = "Who directs it?\nA. Stahelski\nB) Wiseman\n   C. Leitch: he, too\nANSWER: B\n"


def test_questions_follow_each_other_with_and_without_an_empty_line() -> None:
    found, messages = read(GOOD + GOOD + "\n" + GOOD.replace("\n", "\r\n"))
    assert messages == []
    assert [got.line for got in found] == [1, 6, 12]
    assert {(got.draft.prompt, got.draft.answer, got.draft.distractors) for got in found} == {
        ("Who directs it?", ("Wiseman",), ("Stahelski", "Leitch: he, too"))
    }


def test_true_and_false_make_a_statement() -> None:
    [got], _ = read("It is\nso.\nA. False\nB. True\nanswer:b")
    assert (got.draft.kind, got.draft.prompt, got.draft.answer, got.draft.distractors) == (
        "true-false",
        "It is so.",
        ("True",),
        ("False",),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Who?\nA. a\nB. b\n", "it has no ANSWER: line"),
        ("Who?\nA. a\nB. b\nANSWER: C\n", "ANSWER: C names none of its options"),
        ("Who?\nA. a\nB. b\nANSWER:\n", "ANSWER: names none of its options"),
        ("Who?\nA. a\nB. b\nANSWER: A, B\n", "ANSWER: A, B names none of its options"),
        ("A. a\nB. b\nANSWER: A\n", "the prompt is empty"),
        ("Who?\nA. a\nANSWER: A\n", "it has no wrong option to choose from"),
        ("Who?\nA. a\nA. b\nANSWER: A\n", "the letter A is used twice (line 9)"),
        ("Who?\nA. a\ngoes on\nB. b\nANSWER: A\n", "line 9 is neither an option nor the answer"),
        ("Who?\nA. a\nB.\nANSWER: A\n", "one of its options is empty"),
        ("Who?\nANSWER: A\n", "ANSWER: A names none of its options"),
    ],
)
def test_what_cannot_be_taken_is_named_and_the_rest_goes_in(text: str, reason: str) -> None:
    found, messages = read(f"{GOOD}\n{text}\n{GOOD}")
    assert [got.draft.prompt for got in found] == ["Who directs it?"] * 2
    assert [(one.line, one.text, one.is_warning) for one in messages] == [(7, reason, False)]


def test_nothing_is_read_from_nothing() -> None:
    assert read("") == ([], [])
    assert read("\n \n") == ([], [])


def one_line(question: dict[str, object]) -> dict[str, object]:
    def line(words: object) -> object:
        return tuple(map(line, words)) if isinstance(words, tuple) else re.sub(r"\s*\n\s*", " ", str(words))

    return {key: line(value) for key, value in question.items()}


@given(several("choice", "true-false"))
def test_what_was_written_comes_back(questions: list[Question]) -> None:
    text, lost = write(questions)
    left_out = {name for loss in lost if loss.drops_questions for name in loss.ids}
    found, messages = read(text)
    assert messages == []
    assert came(found) == [one_line(carried(one)) for one in questions if one.id not in left_out]
    broken = {one.id for one in questions for text in (one.prompt, *one.options) if "\n" in plain(text)}
    said = {name for loss in lost if loss.feature == "line breaks" for name in loss.ids}
    assert broken <= said


def test_a_prompt_that_would_be_taken_for_an_option_is_left_out_and_named() -> None:
    prompts = {"a": "A. Milne wrote what?", "b": "ANSWER: what?", "c": "What?\nB) this?", "d": "A.M. is when?"}
    text, lost = write([choice("x", "y", id=name, prompt=words) for name, words in prompts.items()])
    [loss] = [loss for loss in lost if loss.drops_questions]
    assert loss.ids == ("a", "b")
    assert len(read(text)[0]) == 2


def test_white_space_between_words_is_written_however_much_there_is() -> None:
    wide = " " * 1_000_000
    [got], _ = read(write([choice(f"a{wide}b\n {wide} c", "d")])[0])
    assert got.draft.answer == (f"a{wide}b c",)


def test_more_options_than_letters_are_left_out() -> None:
    _, lost = write([choice("x", *(f"y{number}" for number in range(26)), id="many")])
    assert ("questions with more than 26 options", ("many",)) in [(loss.feature, loss.ids) for loss in lost]


def test_the_right_option_is_not_always_the_first() -> None:
    text, _ = write([choice("right", "a", "b", "c", id=f"q{number}") for number in range(40)])
    assert set(re.findall("ANSWER: (.)", text)) == set("ABCD")
    assert text == write([choice("right", "a", "b", "c", id=f"q{number}") for number in range(40)])[0]


def test_what_it_has_no_place_for_is_said() -> None:
    _, lost = write([choice("a", "b", explanation="So."), asked(kind="multiple", answer=("a", "b"), id="y")])
    said = [loss.feature for loss in lost]
    assert said == ["questions of the kind multiple", "ids", "topics", "difficulties", "explanations", "citations"]
