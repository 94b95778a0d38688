"""Renders a report as GitHub workflow commands, which mark lines in a pull request.

The format and its escapes are in GitHub's documentation: "Workflow commands for GitHub Actions", setting an error
message.
"""

from quiz.bank.printable import printable
from quiz.bank.problem import Problem
from quiz.lint.excerpt import Excerpts
from quiz.lint.report import Report


def render(report: Report, _: Excerpts) -> str:
    """A line for each problem; an empty text if there are none."""
    return "\n".join(map(annotation, report.problems))


def annotation(problem: Problem) -> str:
    """The workflow command for one problem."""
    place = problem.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{problem.rule.code} {problem.rule.name}",
    }
    listed = ",".join(
        f"{key}={_escape(value).replace(':', '%3A').replace(',', '%2C')}" for key, value in properties.items()
    )
    return f"::{problem.rule.severity} {listed}::{_escape(f'{problem.message} {problem.hint}'.strip())}"


def _escape(text: str) -> str:
    return printable(text, keep_lines=True).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
