"""Problems as people and programs read them: text, JSON, GitHub annotations, and the explanation of a rule."""

from collections.abc import Iterable

from quiz.bank.printable import printable, printable_json
from quiz.bank.problem import RULES, Problem, Rule


def as_text(problem: Problem) -> str:
    """A problem as compilers print it, in two lines: where and what, and what to do."""
    where = f"{problem.place}: {problem.rule.severity} {problem.rule.code} [{problem.rule.name}]"
    hint = f"\n    {printable(problem.hint)}" if problem.hint else ""
    return f"{printable(where)} {printable(problem.message)}{hint}"


def as_data(problem: Problem) -> dict[str, object]:
    """A problem as plain data with one key for each of its parts."""
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


def as_github(problem: Problem) -> str:
    """A problem as a workflow command that marks the line in a pull request.

    The format and its escapes are GitHub's: "Workflow commands for GitHub Actions", setting an error message.
    """
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


def as_json(problems: Iterable[Problem], questions: int) -> str:
    """A whole report as one JSON object."""
    found = [as_data(problem) for problem in problems]
    return printable_json({"questions": questions, "problems": found})


def find_rule(word: str) -> Rule | None:
    """The rule with a code or a name, in any case."""
    wanted = word.strip().casefold()
    return next((one for one in RULES.values() if wanted in (one.code.casefold(), one.name)), None)


def explain(rule: Rule) -> str:
    """A rule with its sentence and its example, as ``quiz check --explain`` prints it."""
    wrong = "\n".join(f"    {line}" for line in rule.wrong.splitlines())
    right = "\n".join(f"    {line}" for line in rule.right.splitlines())
    return f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.sentence}\n\nWrong:\n{wrong}\n\nRight:\n{right}"


def closing_line(problems: Iterable[Problem], questions: int, files: int) -> str:
    """The last line of a report in text: how much was read, and how much of it is wrong."""
    found = list(problems)
    errors = sum(problem.is_error for problem in found)
    read = f"{questions} question{'' if questions == 1 else 's'} in {files} file{'' if files == 1 else 's'}"
    wrong = [f"{errors} error{'' if errors == 1 else 's'}"] if errors else []
    warnings = len(found) - errors
    wrong += [f"{warnings} warning{'' if warnings == 1 else 's'}"] if warnings else []
    return f"{read}: {', '.join(wrong) or 'no problems'}."
