"""Reports as text, JSON and GitHub annotations, without control characters."""

import json
import unicodedata
from pathlib import Path

import msgspec
import pytest

from quiz.bank.bank import Bank
from quiz.bank.load import load
from quiz.bank.pack import Pack
from quiz.bank.problem import Place, Problem
from quiz.bank.question import Question
from quiz.bank.quote import QUOTE_NOT_FOUND
from quiz.bank.spoilers import SpoilerIndex
from quiz.lint.excerpt import Excerpts
from quiz.lint.linter import Findings, compile_report, lint_packs
from quiz.lint.registry import RULES
from quiz.lint.render import FORMATS, json_report, render
from quiz.lint.render.github_annotations import annotation
from quiz.lint.render.json_report import problem_data
from quiz.lint.render.text_report import closing, problem_text
from quiz.lint.report import Report, SuppressedProblem
from tests import sample

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


WARNING = Problem(rule=RULES["Q804"], place=Place("questions/cast.yaml", 9, 5), message="A copy.", question="other")


def report(
    *problems: Problem,
    suppressed: tuple[SuppressedProblem, ...] = (),
    questions: tuple[Question, ...] = (),
    files: int = 1,
) -> Report:
    """The report on one pack with these problems."""
    pack = Pack(name="test", root=Path(), questions=questions, files=files)
    return compile_report(Bank((pack,)), [Findings(problems, suppressed)])


def as_json(of: Report) -> str:
    return json_report.render(of, Excerpts(()))


def spoilers() -> tuple[Question, ...]:
    """Two questions that give each other away, and one that has nothing to do with them."""
    first, second, third = (msgspec.structs.replace(one, citations=()) for one in sample.questions(3))
    asked = msgspec.structs.replace(first, prompt="Who directs Ballerina?")
    return asked, msgspec.structs.replace(second, explanation=f"Directs it: {first.answer[0]}."), third


def acting(text: str) -> list[str]:
    """The characters of a report that would act on a terminal or could not be printed."""
    return [
        char
        for char in text
        if char != "\n" and (unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char == "\u202e")
    ]


def test_text_says_where_what_and_what_to_do() -> None:
    assert problem_text(PROBLEM) == (
        "questions/cast.yaml:3:14: error Q401 [quote-not-found] The quote is not there.\n    Copy it."
    )


def test_text_without_a_hint_is_one_line() -> None:
    assert "\n" not in problem_text(Problem(rule=QUOTE_NOT_FOUND, place=Place("f"), message="One\nline."))


def test_data_has_a_key_for_each_part() -> None:
    assert problem_data(PROBLEM) == {
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


def test_json_is_one_object_with_everything_that_is_told() -> None:
    asked = spoilers()
    told = json.loads(
        as_json(report(PROBLEM, WARNING, PROBLEM, suppressed=(SuppressedProblem(WARNING, "r"),), questions=asked))
    )
    assert told["questions"] == 3
    assert told["problems"] == [problem_data(PROBLEM)] * 2 + [problem_data(WARNING)]  # by place
    assert told["silenced"] == [{**problem_data(WARNING), "reason": "r"}]
    assert told["rules"] == [
        {"code": "Q401", "name": "quote-not-found", "severity": "error", "problems": 2, "silenced": 0},
        {"code": "Q804", "name": "near-copy", "severity": "warning", "problems": 1, "silenced": 1},
    ]
    assert told["per_100_questions"] == 100.0
    assert told["apart"] == [["test/q0", "test/q1"]]
    assert [one["name"] for one in told["figures"]] == ["place of the answer", "length rank of the answer"]


def test_json_of_an_empty_bank_has_the_same_keys() -> None:
    told = json.loads(as_json(report()))
    assert told.keys() == json.loads(as_json(report(PROBLEM, questions=spoilers()))).keys()
    nothing = {"counts": [], "chi_square": 0.0, "degrees_of_freedom": 0, "p": 1.0}
    assert [{**one, "name": None} for one in told["figures"]] == [{**nothing, "name": None}] * 2
    assert [told[key] for key in ("questions", "problems", "silenced", "rules", "per_100_questions", "apart")] == [
        0, [], [], [], 0.0, [],
    ]  # fmt: skip


def test_json_keeps_letters_readable() -> None:
    curly = Problem(rule=QUOTE_NOT_FOUND, place=Place("f"), message="“é” 𝄞")
    assert "“é” 𝄞" in as_json(report(curly))


def test_json_loses_nothing_of_what_it_escapes() -> None:
    spoilt = Problem(rule=QUOTE_NOT_FOUND, place=Place("f"), message='quote " slash \\ \x1b\x9b\n')
    told = json.loads(as_json(report(spoilt, suppressed=(SuppressedProblem(spoilt, spoilt.message),))))
    assert told["problems"][0]["message"] == told["silenced"][0]["reason"] == spoilt.message


# What it comes to


def test_rules_are_counted_by_their_codes_with_what_is_silenced() -> None:
    found = report(
        WARNING, PROBLEM, WARNING, suppressed=(SuppressedProblem(WARNING, "r"), SuppressedProblem(SPOILT, "r"))
    )
    assert [(rule.code, count, suppressed) for rule, count, suppressed in found.rules] == [
        ("Q401", 1, 1),
        ("Q804", 2, 1),
    ]
    assert report(PROBLEM, suppressed=(SuppressedProblem(WARNING, "r"),)).rules[1:] == [(RULES["Q804"], 0, 1)]
    assert report().rules == []


@pytest.mark.parametrize(
    ("problems", "questions", "share"), [(0, 0, 0.0), (3, 0, 3.0), (0, 4, 0.0), (3, 4, 75.0), (1, 3, 100 / 3)]
)
def test_problems_are_counted_for_every_hundred_questions(problems: int, questions: int, share: float) -> None:
    found = report(
        *[WARNING] * problems, suppressed=(SuppressedProblem(WARNING, "r"),), questions=sample.questions(questions)
    )
    assert found.problems_per_hundred == pytest.approx(share)  # what is silenced does not count


@pytest.mark.parametrize(
    ("problems", "questions", "files", "line"),
    [
        ([], 0, 0, "0 questions in 0 files: no problems."),
        ([], 1, 1, "1 question in 1 file: no problems."),
        ([], 2, 2, "2 questions in 2 files: no problems."),
        ([PROBLEM], 2, 1, "2 questions in 1 file: 1 error (50.0 problems per 100 questions)."),
        ([PROBLEM], 0, 1, "0 questions in 1 file: 1 error."),
        ([WARNING], 3, 1, "3 questions in 1 file: 1 warning (33.3 problems per 100 questions)."),
        (
            [PROBLEM, WARNING, WARNING],
            1,
            1,
            "1 question in 1 file: 1 error, 2 warnings (300.0 problems per 100 questions).",
        ),
    ],
)
def test_the_last_line_says_what_was_read_and_how_much_of_it_is_wrong(
    problems: list[Problem], questions: int, files: int, line: str
) -> None:
    asked = tuple(msgspec.structs.replace(one, citations=()) for one in sample.questions(questions))
    assert closing(report(*problems, questions=asked, files=files))[-1] == line


def test_a_report_closes_with_what_was_silenced_each_rule_and_the_figures() -> None:
    found = report(
        PROBLEM, WARNING, WARNING, suppressed=(SuppressedProblem(WARNING, "on purpose"),), questions=spoilers()
    )
    assert closing(found) == [
        "silenced: questions/cast.yaml:9:5: near-copy: on purpose",
        "Q401 quote-not-found: 1 error",
        "Q804 near-copy: 2 warnings, 1 silenced",
        "place of the answer: nothing to compare",
        "length rank of the answer: 0.75 0.75 0.75 0.75: chi-square 0.00, 3 degrees of freedom, p = 1.00",
        "never asked in the same game, because one reveals the other's answer: 1 pair",
        "3 questions in 1 file: 1 error, 2 warnings (100.0 problems per 100 questions).",
    ]


def test_without_a_question_nothing_is_measured() -> None:
    assert closing(report(files=0)) == ["0 questions in 0 files: no problems."]


def test_the_figures_are_those_of_the_checks_in_text_and_json() -> None:
    dated = tuple(
        sample.question(f"q{year}", str(year), "1990", "1995", "2020") for year in (1980, 1991, 1992, 1999, 2024)
    )
    told = json.loads(as_json(report(questions=dated)))["figures"]
    assert told[0] == {
        "name": "place of the answer",
        "counts": [[1, 2, 1, 1]],
        "chi_square": 0.6,
        "degrees_of_freedom": 3,
        "p": 0.8964,
    }
    assert [name for name, _ in report(questions=dated).figures] == [one["name"] for one in told]
    line = "place of the answer: 1 2 1 1: chi-square 0.60, 3 degrees of freedom, p = 0.90"
    assert line in closing(report(questions=dated))


def test_the_pairs_that_are_kept_apart_are_told_by_their_keys(builtin: Bank) -> None:
    pairs = SpoilerIndex(builtin.frequent_words).pairs(builtin.questions)
    report = lint_packs(load())
    assert json.loads(as_json(report))["apart"] == [[one.key, other.key] for one, other in pairs]
    said = "\n".join(closing(report))
    assert f"reveals the other's answer: {len(pairs)} pair{'' if len(pairs) == 1 else 's'}" in said


# Annotations, and what must not act


def test_github_gets_an_annotation_of_the_line() -> None:
    assert annotation(PROBLEM) == (
        "::error file=questions/cast.yaml,line=3,col=14,title=Q401 quote-not-found::The quote is not there. Copy it."
    )


def test_a_warning_is_annotated_as_one() -> None:
    assert annotation(Problem(rule=RULES["Q310"], place=Place("f"), message="m")).startswith("::warning file=f,")


def test_github_escapes_keep_a_message_from_ending_or_becoming_a_command() -> None:
    tricky = Problem(rule=QUOTE_NOT_FOUND, place=Place("a:b,c%d\ne"), message="50%\n::set-env: x, y\r\nz", hint="")
    assert annotation(tricky) == (
        "::error file=a%3Ab%2Cc%25d%0Ae,line=1,col=1,title=Q401 quote-not-found::50%25%0A::set-env: x, y%0Az"
    )


def test_no_character_that_acts_comes_through_in_text() -> None:
    shown = problem_text(SPOILT)
    assert acting(shown) == []
    assert len(shown.splitlines()) == 2


def test_no_character_that_acts_comes_through_in_an_annotation() -> None:
    shown = annotation(SPOILT)
    assert acting(shown) == []
    assert "\n" not in shown


def test_no_character_that_acts_comes_through_in_json() -> None:
    shown = as_json(report(SPOILT, suppressed=(SuppressedProblem(SPOILT, HOSTILE),)))
    assert acting(shown) == []
    shown.encode("utf-8")


def test_no_character_that_acts_comes_through_in_the_closing_lines() -> None:
    shown = closing(report(SPOILT, suppressed=(SuppressedProblem(SPOILT, HOSTILE),)))
    assert acting("".join(shown)) == []
    assert [line.count("\n") for line in shown] == [0] * 3


def test_every_format_is_rendered_by_one_function() -> None:
    found = report(PROBLEM, WARNING)
    said = {form: render(found, form, Excerpts(())) for form in FORMATS}
    assert list(said) == ["text", "json", "github"]
    assert said["text"].startswith(problem_text(PROBLEM))
    assert said["text"].splitlines()[-1] == closing(found)[-1]
    assert said["json"] == as_json(found)
    assert said["github"].splitlines() == [annotation(PROBLEM), annotation(WARNING)]
    assert render(report(), "github", Excerpts(())) == ""
