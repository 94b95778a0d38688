"""CSV in and out."""

import pytest
from hypothesis import given

from quiz.bank.question import Question
from quiz.exchange.csv_table import read, write
from tests.bank.asking import choice
from tests.exchange.asking import came, carried, several

HEADER = "prompt,answer,distractor 1,distractor 2\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_is_read_by_the_names_of_its_columns(delimiter: str, end: str) -> None:
    rows = [
        ["Category", "QUESTION", "wrong_answer_1", "Correct Answer", "Wrong answer 2", "difficulty", "Explanation"],
        ["Film", f'"Who, then; or{delimiter} not?"', "b", "a", "c", "HARD", '"So ""it"" is."'],
        ["", "Second?", "b", "a", "", "", ""],
    ]
    items, troubles = read(end.join(delimiter.join(row) for row in rows) + end)
    assert troubles == []
    first, second = items
    assert (first.line, first.topic, first.difficulty, first.explanation) == (2, "Film", "hard", 'So "it" is.')
    assert (first.prompt, first.answer, first.distractors) == (f"Who, then; or{delimiter} not?", ("a",), ("b", "c"))
    assert (second.line, second.distractors, second.topic, second.explanation) == (3, ("b",), None, None)


def test_a_spreadsheet_may_say_what_stands_between_the_cells() -> None:
    items, troubles = read("sep=;\nprompt;answer;wrong answers\nWho?;a;b|c; d\n")
    assert (items, [trouble.reason for trouble in troubles]) == ([], ["the row has 4 cells, the header 3"])
    [item], _ = read("sep=;\nprompt;answer;wrong answers\nWho?;a;b|c, d\n")
    assert (item.line, item.distractors) == (3, ("b", "c, d"))


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
    [item], troubles = read(f"kind,prompt,answers,distractors\n{cells[0]},Who?,{cells[1]},{cells[2]}\n")
    assert troubles == []
    assert (item.kind, item.answer, item.distractors) == (kind, answer, distractors)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",a,b,c", "it asks nothing: the prompt is empty"),
        ("Who?,,b,c", "it has no right answer"),
        ("Who?,a,,", "it has no wrong option to choose from"),
        ("Who?,a,b,c,d", "the row has 5 cells, the header 4"),
        ('Who?,"a"b,c,d', "the row cannot be read: ',' expected after '\"'"),
    ],
)
def test_what_cannot_be_taken_is_named_and_the_rest_goes_in(row: str, reason: str) -> None:
    items, troubles = read(f'{HEADER}First?,a,b,c\n\n{row}\n"Last\nof all?",a,b,c\n')
    assert [(one.line, one.prompt) for one in items] == [(2, "First?"), (5, "Last\nof all?")]
    assert [(one.line, one.reason, one.taken) for one in troubles] == [(4, reason, False)]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("essay", "there is no kind of question called 'essay'"),
        ("order", "options to be put in order are two at least, and none of them is wrong"),
        ("true-false", "a true-false question is true or false, not 'a'"),
    ],
)
def test_a_kind_that_cannot_be_is_named(kind: str, reason: str) -> None:
    assert [one.reason for one in read(f"kind,prompt,answer,distractor\n{kind},Who?,a,b\n")[1]] == [reason]
    assert read("kind,prompt,answer,answer 2,distractor\nchoice,Who?,a,b,c\n")[1][0].reason == (
        "a choice has one right answer"
    )


def test_a_quotation_mark_that_is_left_open_is_named() -> None:
    items, [trouble] = read(f'{HEADER}First?,a,b,c\n"Who?,a,b,c\n')
    assert len(items) == 1
    assert (trouble.line, trouble.reason) == (3, "the row cannot be read: unexpected end of data")


def test_the_rows_below_a_quotation_mark_that_is_left_open_go_in() -> None:
    items, troubles = read(f'{HEADER}"First?,a,b,c\nSecond?,a,b,c\n"Third?",a,b,c\n"Fourth?,a,b,c\nLast?,a,b,c\n')
    assert [(one.line, one.prompt) for one in items] == [(3, "Second?"), (4, "Third?"), (6, "Last?")]
    assert [(one.line, one.taken, one.reason) for one in troubles] == [
        (2, False, "the row cannot be read: ',' expected after '\"' in line 4; reading goes on in line 3"),
        (5, False, "the row cannot be read: unexpected end of data in line 6; reading goes on in line 6"),
    ]


def test_rows_of_which_none_ends_do_not_keep_it_forever() -> None:
    items, troubles = read(f"{HEADER}First?,a,b,c\n" + 'a","b\n' * 200_000)
    assert [one.prompt for one in items] == ["First?"]
    assert [one.line for one in troubles] == list(range(3, len(troubles) + 3))
    assert troubles[-1].reason == "from here to line 200002 no row can be read: unexpected end of data"


def test_a_long_cell_is_read_with_all_its_lines() -> None:
    long = "a\n" * 100_000
    items, troubles = read(f'{HEADER}Who?,"{long}",b,c\nLast?,a,b,c\n')
    assert troubles == []
    assert [(one.line, one.answer) for one in items] == [(2, (long.strip(),)), (100_003, ("a",))]


def test_a_header_of_many_digits_is_read() -> None:
    [item], [trouble] = read(f"prompt,answer,distractor 12,{'1' * 500_000}x\nWho?,a,b,c\n")
    assert (item.distractors, trouble.taken) == (("b",), True)


def test_what_is_true_or_false_has_no_third_option() -> None:
    [item], [trouble] = read("kind,prompt,answer,distractor\ntrue-false,So?,True,Maybe\n")
    assert (item.answer, item.distractors, trouble.line, trouble.taken) == (("True",), ("False",), 2, True)
    assert trouble.reason == "'Maybe' cannot be wrong options of what is true or false"


@pytest.mark.parametrize("text", ["", "\n\n", "a,b\n1,2\n", "question\nWho?\n", "x"])
def test_without_the_columns_that_are_needed_nothing_is_taken(text: str) -> None:
    items, troubles = read(text)
    assert items == []
    assert "the header has no column" in troubles[-1].reason


def test_what_stands_in_other_columns_is_said_once() -> None:
    [item], troubles = read("prompt,points,answer,distractor,,prompt,difficulty\nWho?,5,a,b,,Why?,tough\n")
    assert item.prompt == "Who?"
    assert [(one.line, one.taken, one.reason) for one in troubles] == [
        (1, True, "the column 'points' is not known; what stands in it is not taken over"),
        (1, True, "the column 'prompt' is there a second time; what stands in it is not taken over"),
        (2, True, "its difficulty 'tough' is not known; it counts as medium"),
    ]


@given(several("choice", "true-false", "multiple", "order"))
def test_what_was_written_comes_back(questions: list[Question]) -> None:
    text, _ = write(questions)
    items, troubles = read(text)
    assert troubles == []
    parts = ("id", "topic", "difficulty", "explanation")
    assert came(items, *parts) == [carried(one, *parts) for one in questions]


def test_what_it_has_no_place_for_is_said() -> None:
    _, lost = write([choice("a", "b"), choice("a ", "b", id="y", citations=())])
    assert [(loss.what, loss.ids) for loss in lost] == [
        ("citations", ("director",)),
        ("white space around words", ("y",)),
    ]
