"""Renders a report as text for people: each problem with its line of the file, then totals."""

from quiz.bank.printable import printable
from quiz.bank.problem import Problem
from quiz.lint.excerpt import Excerpts
from quiz.lint.report import Report


def render(report: Report, excerpts: Excerpts) -> str:
    """Every problem, then the lines of ``closing``."""
    lines = [line for problem in report.problems for line in (problem_text(problem), *excerpts.of(problem))]
    return "\n".join([*lines, *closing(report)])


def problem_text(problem: Problem) -> str:
    """A problem in two lines, as compilers print it: place and message, then the hint."""
    where = f"{problem.place}: {problem.rule.severity} {problem.rule.code} [{problem.rule.name}]"
    hint = f"\n    {printable(problem.hint)}" if problem.hint else ""
    return f"{printable(where)} {printable(problem.message)}{hint}"


def closing(report: Report) -> list[str]:
    """The last lines: the suppressed warnings, a line for each rule, the figures, and the total."""
    lines = [
        f"silenced: {printable(f'{warning.problem.place}: {warning.problem.rule.name}: {warning.reason}')}"
        for warning in report.suppressed
    ]
    for rule, active, suppressed in report.rules:
        silenced = f", {suppressed} silenced" if suppressed else ""
        lines.append(f"{rule.code} {rule.name}: {_count(active, rule.severity)}{silenced}")
    if report.questions:
        lines += [f"{name}: {evenness}" for name, evenness in report.figures]
        pairs = len(report.spoiler_pairs)
        lines.append(f"never asked in the same game, because one reveals the other's answer: {_count(pairs, 'pair')}")
    return [*lines, _total(report)]


def _total(report: Report) -> str:
    """The numbers of questions, files and problems."""
    errors = sum(problem.is_error for problem in report.problems)
    warnings = len(report.problems) - errors
    wrong = [_count(count, word) for count, word in ((errors, "error"), (warnings, "warning")) if count]
    share = f" ({report.problems_per_hundred:.1f} problems per 100 questions)" if wrong and report.questions else ""
    read = f"{_count(report.questions, 'question')} in {_count(report.files, 'file')}"
    return f"{read}: {', '.join(wrong) or 'no problems'}{share}."


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
