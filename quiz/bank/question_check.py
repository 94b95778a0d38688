"""A check of one question: a rule, and the function that finds where a question breaks it.

Validation and the linter are lists of such checks. Validation runs while a pack is loaded, since an error keeps its
question out of play; the linter runs afterwards, and only warns.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from quiz.bank.problem import Finding, Problem, Rule, Severity
from quiz.bank.question import Question
from quiz.bank.yaml_nodes import Node

Find = Callable[[Question], Iterator[Finding]]


class QuestionCheck(msgspec.Struct, frozen=True):
    """A rule of a single question."""

    rule: Rule
    find: Find
    needs_citations: bool = False
    """Whether it judges the citations. Where one was not located, such a check would blame the wrong thing."""


def check(
    code: str,
    name: str,
    sentence: str,
    *,
    wrong: str,
    right: str,
    severity: Severity = "error",
    needs_citations: bool = False,
) -> Callable[[Find], QuestionCheck]:
    """Declare a rule on the function that finds where a question breaks it.

    The function becomes a ``QuestionCheck``. It runs where that is listed: in ``validation`` or ``lint.rules``.
    """
    rule = Rule(code, name, sentence, wrong=wrong, right=right, severity=severity)
    return lambda find: QuestionCheck(rule, find, needs_citations)


def run_checks(checks: Sequence[QuestionCheck], question: Question, node: Node) -> list[Problem]:
    """Everything that some checks find in a question that was read from ``node``."""
    return [
        Problem(
            rule=one.rule,
            place=node.place(question.place.file, *path),
            message=message,
            hint=hint,
            question=question.id,
        )
        for one in checks
        for path, message, hint in one.find(question)
    ]
