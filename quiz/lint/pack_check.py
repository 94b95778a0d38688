"""A check of a pack's questions together: a rule, and the function that finds where they break it."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from quiz.bank.problem import Place, Problem, Rule
from quiz.bank.question import Question
from quiz.bank.source import Source

PackFinding = tuple[Question | None, str, str]
"""The question it is about, or None where it is about all of them; what is wrong; what to do about it."""
FindInPack = Callable[[Sequence[Question], Sequence[Source]], Iterator[PackFinding]]


class PackCheck(msgspec.Struct, frozen=True):
    """A rule of a pack's questions together; every one of them warns."""

    rule: Rule
    find: FindInPack


def pack_check(code: str, name: str, sentence: str, *, wrong: str, right: str) -> Callable[[FindInPack], PackCheck]:
    """Declare a rule on the function that finds where a pack breaks it.

    The function becomes a ``PackCheck``. It runs where that is listed: in ``lint.rules``.
    """
    rule = Rule(code, name, sentence, wrong=wrong, right=right, severity="warning")
    return lambda find: PackCheck(rule, find)


def run_pack_checks(
    checks: Sequence[PackCheck], questions: Sequence[Question], sources: Sequence[Source], place: Place
) -> list[Problem]:
    """Everything that some checks find; ``place`` is that of a problem which is about all questions."""
    return [
        Problem(
            rule=one.rule,
            place=question.place if question else place,
            message=message,
            hint=hint,
            question=question.id if question else None,
        )
        for one in checks
        for question, message, hint in one.find(questions, sources)
    ]
