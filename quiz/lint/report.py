"""Problems as people and programs read them: text, JSON, GitHub annotations, and the explanation of a rule."""

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from quiz.bank.printable import printable, printable_json
from quiz.bank.problem import RULES, Problem, Rule, SuppressedProblem
from quiz.lint.chi_square import Evenness

if TYPE_CHECKING:
    from quiz.bank.bank import Bank


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found in some packs: a value that can be kept, and told in several ways."""

    questions: int
    files: int
    problems: tuple[Problem, ...]
    silenced: tuple[SuppressedProblem, ...]
    figures: tuple[tuple[str, Evenness], ...]
    """What is measured over all questions together, whether or not it is a problem."""
    apart: tuple[tuple[str, str], ...]
    """The keys of the questions that one game does not ask both of."""

    def fails(self, *, strict: bool) -> bool:
        """Whether there is an error, or where it is strict, any problem."""
        return any(strict or problem.is_error for problem in self.problems)


def report_on(bank: "Bank") -> Report:
    """The report on a bank, which is thorough if that is."""
    from quiz.bank.spoilers import SpoilerIndex
    from quiz.lint.rules import balance  # neither is wanted by whoever tells a report that was kept

    pairs = SpoilerIndex(bank.common_words).pairs(bank.questions)
    return Report(
        questions=len(bank.questions),
        files=sum(pack.files for pack in bank.packs),
        problems=bank.problems,
        silenced=bank.silenced,
        figures=(
            ("place of the answer", balance.places(bank.questions)),
            ("length rank of the answer", balance.lengths(bank.questions)),
        ),
        apart=tuple((one.key, other.key) for one, other in pairs),
    )


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


def as_json(report: Report) -> str:
    """A whole report as one JSON object."""
    return printable_json(
        {
            "questions": report.questions,
            "problems": [as_data(problem) for problem in report.problems],
            "silenced": [{**as_data(one.problem), "reason": one.reason} for one in report.silenced],
            "rules": [
                {
                    "code": rule.code,
                    "name": rule.name,
                    "severity": rule.severity,
                    "problems": found,
                    "silenced": aside,
                }
                for rule, found, aside in by_rule(report)
            ],
            "per_100_questions": round(per_hundred(report), 1),
            "figures": [_figure(name, evenness) for name, evenness in report.figures],
            "apart": report.apart,
        }
    )


def _figure(name: str, evenness: Evenness) -> dict[str, object]:
    return {
        "name": name,
        "counts": evenness.counts,
        "chi_square": round(evenness.statistic, 3),
        "degrees_of_freedom": evenness.freedom,
        "p": round(evenness.probability, 4),
    }


def by_rule(report: Report) -> list[tuple[Rule, int, int]]:
    """Every rule that found something, with the numbers of its problems that count and that were silenced."""
    aside = [one.problem for one in report.silenced]
    rules = {problem.rule.code: problem.rule for problem in (*report.problems, *aside)}
    found = Counter(problem.rule.code for problem in report.problems)
    silenced = Counter(problem.rule.code for problem in aside)
    return [(rules[code], found[code], silenced[code]) for code in sorted(rules)]


def per_hundred(report: Report) -> float:
    """How many problems there are for every hundred questions; all of them where there is no question."""
    return 100 * len(report.problems) / report.questions if report.questions else float(len(report.problems))


def closing(report: Report) -> list[str]:
    """The last lines of a report in text: what was silenced, a line a rule, the figures, and what it comes to."""
    lines = [
        f"silenced: {printable(f'{one.problem.place}: {one.problem.rule.name}: {one.reason}')}"
        for one in report.silenced
    ]
    for rule, found, aside in by_rule(report):
        silenced = f", {aside} silenced" if aside else ""
        lines.append(f"{rule.code} {rule.name}: {_count(found, rule.severity)}{silenced}")
    if report.questions:
        lines += [f"{name}: {evenness}" for name, evenness in report.figures]
        pairs = len(report.apart)
        lines.append(f"kept apart within one game, since one gives the other away: {_count(pairs, 'pair')}")
    return [*lines, _closing_line(report)]


def find_rule(word: str) -> Rule | None:
    """The rule with a code or a name, in any case."""
    wanted = word.strip().casefold()
    return next((one for one in RULES.values() if wanted in (one.code.casefold(), one.name)), None)


def explain(rule: Rule) -> str:
    """A rule with its sentence and its example, as ``quiz check --explain`` prints it."""
    wrong = "\n".join(f"    {line}" for line in rule.wrong.splitlines())
    right = "\n".join(f"    {line}" for line in rule.right.splitlines())
    return f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.sentence}\n\nWrong:\n{wrong}\n\nRight:\n{right}"


def _closing_line(report: Report) -> str:
    """How much was read, and how much of it is wrong."""
    errors = sum(problem.is_error for problem in report.problems)
    warnings = len(report.problems) - errors
    wrong = [_count(count, word) for count, word in ((errors, "error"), (warnings, "warning")) if count]
    share = f" ({per_hundred(report):.1f} problems per 100 questions)" if wrong and report.questions else ""
    read = f"{_count(report.questions, 'question')} in {_count(report.files, 'file')}"
    return f"{read}: {', '.join(wrong) or 'no problems'}{share}."


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
