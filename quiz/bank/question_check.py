"""A check of one question: a rule, and the function that finds where a question breaks it.

Validation and the linter are lists of such checks. Validation runs while a pack is loaded, because its errors keep
questions out of the game. The linter runs afterwards and only warns.
"""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from quiz.bank.problem import Finding, Problem, Rule, Severity
from quiz.bank.question import Question
from quiz.bank.yaml_nodes import Node

Find = Callable[[Question], Iterator[Finding]]


class QuestionCheck(msgspec.Struct, frozen=True):
    """A rule for single questions, and the function that checks it."""

    rule: Rule
    find: Find
    needs_citations: bool = False
    """Whether it judges the citations. It is skipped if a quote was not found, because it would mislead then."""


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
    """Decorate a function that finds where a question breaks a rule.

    The function becomes a ``QuestionCheck``. To run it, list it in ``validation`` or ``lint.rules``.
    """
    rule = Rule(code, name, sentence, wrong=wrong, right=right, severity=severity)
    return lambda find: QuestionCheck(rule, find, needs_citations)


def run_checks(checks: Sequence[QuestionCheck], question: Question, node: Node) -> list[Problem]:
    """The problems that checks find in a question. ``node`` is its YAML, for the places of the problems."""
    return [
        Problem(
            rule=check.rule,
            place=node.place(question.place.file, *path),
            message=message,
            hint=hint,
            question=question.id,
        )
        for check in checks
        for path, message, hint in check.find(question)
    ]
