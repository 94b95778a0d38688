"""Reports: problems as people, programs and GitHub read them, without a character that acts."""

import json
import unicodedata

import pytest

from quiz.bank.problem import RULES, Place, Problem
from quiz.bank.quote import QUOTE_NOT_FOUND
from quiz.bank.report import as_data, as_github, as_json, as_text, explain, find_rule

PROBLEM = Problem(
    rule=QUOTE_NOT_FOUND,
    place=Place("questions/cast.yaml", 3, 14),
    message="The quote is not there.",
    hint="Copy it.",
    question="director",
)
HOSTILE = "a\x1b[31mb\x9b31mc\x00d\x7fe\u202ef\u2028g\ud800h\x85i\rj"
SPOILT = Problem(
    rule=QUOTE_NOT_FOUND,
    place=Place(f"questions/{HOSTILE}.yaml"),
    message=HOSTILE,
    hint=HOSTILE,
    question=HOSTILE,
)


def acting(text: str) -> list[str]:
    """The characters of a report that would act on a terminal or could not be printed."""
    return [
        char
        for char in text
        if char != "\n" and (unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char == "\u202e")
    ]


def test_text_says_where_what_and_what_to_do() -> None:
    assert as_text(PROBLEM) == (
        "questions/cast.yaml:3:14: error Q401 [quote-not-found] The quote is not there.\n    Copy it."
    )


def test_text_without_a_hint_is_one_line() -> None:
    assert "\n" not in as_text(Problem(rule=QUOTE_NOT_FOUND, place=Place("f"), message="One\nline."))


def test_data_has_a_key_for_each_part() -> None:
    assert as_data(PROBLEM) == {
        "code": "Q401",
        "name": "quote-not-found",
        "severity": "error",
        "file": "questions/cast.yaml",
        "line": 3,
        "column": 14,
        "question": "director",
        "message": "The quote is not there.",
        "hint": "Copy it.",
    }


def test_json_is_one_object_with_all_problems_and_the_count_of_questions() -> None:
    report = json.loads(as_json([PROBLEM, PROBLEM], 7))
    assert report == {"questions": 7, "problems": [as_data(PROBLEM)] * 2}
    assert json.loads(as_json([], 0)) == {"questions": 0, "problems": []}


def test_json_keeps_letters_readable() -> None:
    curly = Problem(rule=QUOTE_NOT_FOUND, place=Place("f"), message="“é” 𝄞")
    assert "“é” 𝄞" in as_json([curly], 1)


def test_json_loses_nothing_of_what_it_escapes() -> None:
    spoilt = Problem(rule=QUOTE_NOT_FOUND, place=Place("f"), message='quote " slash \\ \x1b\x9b\n')
    assert json.loads(as_json([spoilt], 1))["problems"][0]["message"] == spoilt.message


def test_github_gets_an_annotation_of_the_line() -> None:
    assert as_github(PROBLEM) == (
        "::error file=questions/cast.yaml,line=3,col=14,title=Q401 quote-not-found::The quote is not there. Copy it."
    )


def test_a_warning_is_annotated_as_one() -> None:
    assert as_github(Problem(rule=RULES["Q310"], place=Place("f"), message="m")).startswith("::warning file=f,")


def test_github_escapes_keep_a_message_from_ending_or_becoming_a_command() -> None:
    tricky = Problem(rule=QUOTE_NOT_FOUND, place=Place("a:b,c%d\ne"), message="50%\n::set-env: x, y\r\nz", hint="")
    assert as_github(tricky) == (
        "::error file=a%3Ab%2Cc%25d%0Ae,line=1,col=1,title=Q401 quote-not-found::50%25%0A::set-env: x, y%0Az"
    )


def test_no_character_that_acts_comes_through_in_text() -> None:
    shown = as_text(SPOILT)
    assert acting(shown) == []
    assert len(shown.splitlines()) == 2


def test_no_character_that_acts_comes_through_in_an_annotation() -> None:
    shown = as_github(SPOILT)
    assert acting(shown) == []
    assert "\n" not in shown


def test_no_character_that_acts_comes_through_in_json() -> None:
    shown = as_json([SPOILT], 1)
    assert acting(shown) == []
    shown.encode("utf-8")


@pytest.mark.parametrize("word", ["Q401", "q401", "quote-not-found", "Quote-Not-Found", " Q401 "])
def test_a_rule_is_found_by_its_code_or_name_in_any_case(word: str) -> None:
    assert find_rule(word) is QUOTE_NOT_FOUND


@pytest.mark.parametrize("word", ["", "Q4", "quote", "Q000"])
def test_what_names_no_rule_finds_none(word: str) -> None:
    assert find_rule(word) is None


def test_a_rule_is_explained_with_its_sentence_and_its_example_mended() -> None:
    rule = RULES["Q109"]
    told = explain(rule)
    assert told.startswith("Q109 duplicate-key (error)\n")
    assert rule.sentence in told
    assert "Wrong:\n    answer: Len Wiseman\n    answer: Chad Stahelski\n" in told
    assert told.endswith("Right:\n    answer: Len Wiseman")
