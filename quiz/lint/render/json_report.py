"""Renders a report as a JSON object, for programs."""

from quiz.bank.printable import printable_json
from quiz.bank.problem import Problem
from quiz.lint.chi_square import Evenness
from quiz.lint.excerpt import Excerpts
from quiz.lint.report import Report


def render(report: Report, _: Excerpts) -> str:
    """The report as JSON. Never rename a key, because programs read it."""
    return printable_json(
        {
            "questions": report.questions,
            "problems": [problem_data(problem) for problem in report.problems],
            "silenced": [
                {**problem_data(warning.problem), "reason": warning.reason} for warning in report.suppressed
            ],
            "rules": [
                {
                    "code": rule.code,
                    "name": rule.name,
                    "severity": rule.severity,
                    "problems": active,
                    "silenced": suppressed,
                }
                for rule, active, suppressed in report.rules
            ],
            "per_100_questions": round(report.problems_per_hundred, 1),
            "figures": [_figure(name, evenness) for name, evenness in report.figures],
            "apart": report.spoiler_pairs,
        }
    )


def problem_data(problem: Problem) -> dict[str, object]:
    """A problem as a JSON object."""
    return {
        "code": problem.rule.code,
        "name": problem.rule.name,
        "severity": problem.rule.severity,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "question": problem.question,
        "message": problem.message,
        "hint": problem.hint,
    }


def _figure(name: str, evenness: Evenness) -> dict[str, object]:
    return {
        "name": name,
        "counts": evenness.counts,
        "chi_square": round(evenness.statistic, 3),
        "degrees_of_freedom": evenness.freedom,
        "p": round(evenness.probability, 4),
    }
