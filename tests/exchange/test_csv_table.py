"""CSV in and out."""

import pytest
from hypothesis import given

from quiz.bank.question import Question
from quiz.exchange.csv_table import read, write
from tests.bank.question_factory import choice
from tests.exchange.sample_questions import came, carried, several

HEADER = "prompt,answer,distractor 1,distractor 2\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_is_read_by_the_names_of_its_columns(delimiter: str, end: str) -> None:
    rows = [
        ["Category", "QUESTION", "wrong_answer_1", "Correct Answer", "Wrong answer 2", "difficulty", "Explanation"],
        ["Film", f'"Who, then; or{delimiter} not?"', "b", "a", "c", "HARD", '"So ""it"" is."'],
        ["", "Second?", "b", "a", "", "", ""],
    ]
    found, messages = read(end.join(delimiter.join(row) for row in rows) + end)
    assert messages == []
    first, second = found
    assert (first.line, first.draft.topic, first.draft.difficulty, first.draft.explanation) == (
        2,
        "Film",
        "hard",
        'So "it" is.',
    )
    assert (first.draft.prompt, first.draft.answer, first.draft.distractors) == (
        f"Who, then; or{delimiter} not?",
        ("a",),
        ("b", "c"),
    )
    assert (second.line, second.draft.distractors, second.draft.topic, second.draft.explanation) == (
        3,
        ("b",),
        "",
        "",
    )


def test_a_spreadsheet_may_say_what_stands_between_the_cells() -> None:
    found, messages = read("sep=;\nprompt;answer;wrong answers\nWho?;a;b|c; d\n")
    assert (found, [message.text for message in messages]) == ([], ["the row has 4 cells, the header 3"])
    [got], _ = read("sep=;\nprompt;answer;wrong answers\nWho?;a;b|c, d\n")
    assert (got.line, got.draft.distractors) == (3, ("b", "c, d"))


@pytest.mark.parametrize(
    ("cells", "kind", "answer", "distractors"),
    [
        (["", "a", "b; c"], "choice", ("a",), ("b", "c")),
        (["", "a | b", "c|d;e"], "multiple", ("a", "b"), ("c", "d;e")),
        (["", "TRUE", ""], "true-false", ("True",), ("False",)),
        (["", "false", "True"], "true-false", ("False",), ("True",)),
        (["true-false", "t", ""], "true-false", ("True",), ("False",)),
        (["Multiple Choice", "a", "b"], "choice", ("a",), ("b",)),
        (["order", "a;b;c", ""], "order", ("a", "b", "c"), ()),
        (["multiple", "a", "b"], "multiple", ("a",), ("b",)),
    ],
)
def test_the_kind_is_what_is_said_or_what_the_options_make_it(
    cells: list[str], kind: str, answer: tuple[str, ...], distractors: tuple[str, ...]
) -> None:
    [got], messages = read(f"kind,prompt,answers,distractors\n{cells[0]},Who?,{cells[1]},{cells[2]}\n")
    assert messages == []
    assert (got.draft.kind, got.draft.answer, got.draft.distractors) == (kind, answer, distractors)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",a,b,c", "the prompt is empty"),
        ("Who?,,b,c", "it has no right answer"),
        ("Who?,a,,", "it has no wrong option to choose from"),
        ("Who?,a,b,c,d", "the row has 5 cells, the header 4"),
        ('Who?,"a"b,c,d', "the row cannot be read: ',' expected after '\"'"),
    ],
)
def test_what_cannot_be_taken_is_named_and_the_rest_goes_in(row: str, reason: str) -> None:
    found, messages = read(f'{HEADER}First?,a,b,c\n\n{row}\n"Last\nof all?",a,b,c\n')
    assert [(one.line, one.draft.prompt) for one in found] == [(2, "First?"), (5, "Last\nof all?")]
    assert [(one.line, one.text, one.is_warning) for one in messages] == [(4, reason, False)]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("essay", "there is no kind of question called 'essay'"),
        ("order", "an order question has at least two options, and no wrong ones"),
        ("true-false", "a true-false question is true or false, not 'a'"),
    ],
)
def test_a_kind_that_cannot_be_is_named(kind: str, reason: str) -> None:
    assert [one.text for one in read(f"kind,prompt,answer,distractor\n{kind},Who?,a,b\n")[1]] == [reason]
    assert read("kind,prompt,answer,answer 2,distractor\nchoice,Who?,a,b,c\n")[1][0].text == (
        "a choice question has one right answer"
    )


def test_a_quotation_mark_that_is_left_open_is_named() -> None:
    found, [message] = read(f'{HEADER}First?,a,b,c\n"Who?,a,b,c\n')
    assert len(found) == 1
    assert (message.line, message.text) == (3, "the row cannot be read: unexpected end of data")


def test_the_rows_below_a_quotation_mark_that_is_left_open_go_in() -> None:
    found, messages = read(f'{HEADER}"First?,a,b,c\nSecond?,a,b,c\n"Third?",a,b,c\n"Fourth?,a,b,c\nLast?,a,b,c\n')
    assert [(one.line, one.draft.prompt) for one in found] == [(3, "Second?"), (4, "Third?"), (6, "Last?")]
    assert [(one.line, one.is_warning, one.text) for one in messages] == [
        (2, False, "the row cannot be read: ',' expected after '\"' in line 4; reading continues in line 3"),
        (5, False, "the row cannot be read: unexpected end of data in line 6; reading continues in line 6"),
    ]


def test_rows_of_which_none_ends_do_not_keep_it_forever() -> None:
    found, messages = read(f"{HEADER}First?,a,b,c\n" + 'a","b\n' * 200_000)
    assert [one.draft.prompt for one in found] == ["First?"]
    assert [one.line for one in messages] == list(range(3, len(messages) + 3))
    assert messages[-1].text == "from here to line 200002 no row can be read: unexpected end of data"


def test_a_long_cell_is_read_with_all_its_lines() -> None:
    long = "a\n" * 100_000
    found, messages = read(f'{HEADER}Who?,"{long}",b,c\nLast?,a,b,c\n')
    assert messages == []
    assert [(one.line, one.draft.answer) for one in found] == [(2, (long.strip(),)), (100_003, ("a",))]


def test_a_header_of_many_digits_is_read() -> None:
    [got], [message] = read(f"prompt,answer,distractor 12,{'1' * 500_000}x\nWho?,a,b,c\n")
    assert (got.draft.distractors, message.is_warning) == (("b",), True)


def test_what_is_true_or_false_has_no_third_option() -> None:
    [got], [message] = read("kind,prompt,answer,distractor\ntrue-false,So?,True,Maybe\n")
    assert (got.draft.answer, got.draft.distractors, message.line, message.is_warning) == (
        ("True",),
        ("False",),
        2,
        True,
    )
    assert message.text == "'Maybe' cannot be wrong options of a true-false question"


@pytest.mark.parametrize("text", ["", "\n\n", "a,b\n1,2\n", "question\nWho?\n", "x"])
def test_without_the_columns_that_are_needed_nothing_is_taken(text: str) -> None:
    found, messages = read(text)
    assert found == []
    assert "the header has no column" in messages[-1].text


def test_what_stands_in_other_columns_is_said_once() -> None:
    [got], messages = read("prompt,points,answer,distractor,,prompt,difficulty\nWho?,5,a,b,,Why?,tough\n")
    assert got.draft.prompt == "Who?"
    assert [(one.line, one.is_warning, one.text) for one in messages] == [
        (1, True, "the column 'points' is not known and was ignored"),
        (1, True, "the column 'prompt' occurs a second time and was ignored"),
        (2, True, "its difficulty 'tough' is not known; it counts as medium"),
    ]


@given(several("choice", "true-false", "multiple", "order"))
def test_what_was_written_comes_back(questions: list[Question]) -> None:
    text, _ = write(questions)
    found, messages = read(text)
    assert messages == []
    parts = ("id", "topic", "difficulty", "explanation")
    assert came(found, *parts) == [carried(one, *parts) for one in questions]


def test_what_it_has_no_place_for_is_said() -> None:
    _, lost = write([choice("a", "b"), choice("a ", "b", id="y", citations=())])
    assert [(loss.feature, loss.ids) for loss in lost] == [
        ("citations", ("director",)),
        ("white space around words", ("y",)),
    ]
