"""What stands between the braces; the sorts of questions are told apart in the tests of the whole format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.exchange.gift_answers import read_answers
from quiz.bank.exchange.item import NotTakenError


def test_every_part_is_found() -> None:
    answers = read_answers(r" =a\#b#good ~c#bad ~%-50%d #### So \# it #1 is ")
    assert (answers.kind, answers.right, answers.wrong) == ("choice", (r"a\#b",), ("c", "d "))
    assert answers.general == r" So \# it #1 is "
    assert answers.left_out == ("the feedback of single options",)


@given(st.text("=~#%5 ab\\->{}T\n"))
def test_whatever_stands_there_is_read_or_refused_with_a_reason(body: str) -> None:
    try:
        answers = read_answers(body)
    except NotTakenError:
        return
    assert answers.kind in ("choice", "true-false", "multiple")


@pytest.mark.parametrize("body", ["=a", "a", "=a->b", "#5", " "])
def test_what_is_no_choice_is_refused(body: str) -> None:
    with pytest.raises(NotTakenError):
        read_answers(body)
