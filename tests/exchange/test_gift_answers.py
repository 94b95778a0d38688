"""What stands between the braces; the sorts of questions are told apart in the tests of the whole format."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.exchange.gift_answers import read_answers
from quiz.exchange.gift_text import find_unescaped
from quiz.exchange.imported_question import CannotImportError


def test_every_part_is_found() -> None:
    answers = read_answers(r" =a\#b#good ~c#bad ~%-50%d #### So \# it #1 is ")
    assert (answers.kind, answers.right, answers.wrong) == ("choice", (r"a\#b",), ("c", "d "))
    assert answers.general == r" So \# it #1 is "
    assert answers.left_out == ("the feedback of single options", "the weights of its options")


@given(st.text("=~#%5 ab\\->{}T\n"))
def test_whatever_stands_there_is_read_or_refused_with_a_reason(body: str) -> None:
    try:
        answers = read_answers(body)
    except CannotImportError:
        return
    options = body.split("####")[0]
    if answers.kind == "true-false":
        assert answers.right in (("True",), ("False",))
        assert (answers.wrong, options.strip()[0]) == ((), answers.right[0][0])
        return
    assert answers.kind == ("multiple" if len(answers.right) > 1 else "choice")
    assert len(answers.right) + len(answers.wrong) == sum(1 for _ in re.finditer(r"(?<!\\)(?:\\\\)*[~=]", options))
    assert all(words in options for words in (*answers.right, *answers.wrong))
    assert not any(find_unescaped(words, "[~=#]") >= 0 for words in (*answers.right, *answers.wrong))
    assert not answers.general or body.endswith(f"####{answers.general}")


@pytest.mark.parametrize("body", ["=a", "a", "=a->b", "#5", " "])
def test_what_is_no_choice_is_refused(body: str) -> None:
    with pytest.raises(CannotImportError):
        read_answers(body)
