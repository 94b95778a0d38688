"""A check of all questions of a pack together: a rule, and the function that finds where they break it."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from quiz.bank.problem import Place, Problem, Rule
from quiz.bank.question import Question
from quiz.bank.source import Source

PackFinding = tuple[Question | None, str, str]
"""The question, or None for all questions; the message; the hint."""
FindInPack = Callable[[Sequence[Question], Sequence[Source]], Iterator[PackFinding]]


class PackCheck(msgspec.Struct, frozen=True):
    """A rule for all questions of a pack together. Its problems are warnings."""

    rule: Rule
    find: FindInPack


def pack_check(code: str, name: str, sentence: str, *, wrong: str, right: str) -> Callable[[FindInPack], PackCheck]:
    """Decorate a function that finds where a pack breaks a rule.

    The function becomes a ``PackCheck``. To run it, list it in ``lint.rules``.
    """
    rule = Rule(code, name, sentence, wrong=wrong, right=right, severity="warning")
    return lambda find: PackCheck(rule, find)


def run_pack_checks(
    checks: Sequence[PackCheck], questions: Sequence[Question], sources: Sequence[Source], place: Place
) -> list[Problem]:
    """The problems that checks find. ``place`` is for problems about all questions."""
    return [
        Problem(
            rule=check.rule,
            place=question.place if question else place,
            message=message,
            hint=hint,
            question=question.id if question else None,
        )
        for check in checks
        for question, message, hint in check.find(questions, sources)
    ]
