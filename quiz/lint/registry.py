"""Where checks are entered: of a question, and of a pack's questions together.

A check of a question yields what it finds as (path of keys, message, hint); a check of a pack says for each finding
which question it stands in, or None where it is about all of them.
"""

from collections.abc import Callable, Iterator, Sequence

from quiz.bank.entry_parser import Path
from quiz.bank.problem import Place, Problem, Rule, Severity, rule
from quiz.bank.question import Question
from quiz.bank.source import Source
from quiz.bank.yaml_nodes import Node

Finding = tuple[Path, str, str]
Check = Callable[[Question], Iterator[Finding]]
PackFinding = tuple[Question | None, str, str]
PackCheck = Callable[[Sequence[Question], Sequence[Source]], Iterator[PackFinding]]

CHECKS: list[tuple[Rule, Check]] = []
"""Every check of a single question with its rule; those that warn once ``warnings`` is imported."""
PACK_CHECKS: list[tuple[Rule, PackCheck]] = []
"""Every check of a pack's questions together with its rule; all of them warn."""

_ABOUT_PROOF: set[str] = set()
"""The codes of checks that judge the citations: where one could not be located, they would blame the wrong thing."""


def check(
    code: str,
    name: str,
    sentence: str,
    *,
    wrong: str,
    right: str,
    severity: Severity = "error",
    about_proof: bool = False,
) -> Callable[[Check], Check]:
    """Enter a function in ``CHECKS`` under a new rule; ``about_proof`` says that it judges the citations."""

    def enter(function: Check) -> Check:
        if about_proof:
            _ABOUT_PROOF.add(code)
        CHECKS.append((rule(code, name, sentence, wrong=wrong, right=right, severity=severity), function))
        return function

    return enter


def pack_check(code: str, name: str, sentence: str, *, wrong: str, right: str) -> Callable[[PackCheck], PackCheck]:
    """Enter a function in ``PACK_CHECKS`` under a new rule."""

    def enter(function: PackCheck) -> PackCheck:
        PACK_CHECKS.append((rule(code, name, sentence, wrong=wrong, right=right, severity="warning"), function))
        return function

    return enter


def run_checks(question: Question, node: Node, *, proven: bool, thorough: bool) -> list[Problem]:
    """All that the checks find in a question read from ``node``.

    ``proven`` says that all its citations were located, ``thorough`` that warnings are wanted beside errors.
    """
    return [
        Problem(
            rule=broken,
            place=node.place(question.place.file, *path),
            message=message,
            hint=hint,
            question=question.id,
        )
        for broken, function in CHECKS
        if (proven or broken.code not in _ABOUT_PROOF) and (thorough or broken.severity == "error")
        for path, message, hint in function(question)
    ]


def run_pack_checks(questions: Sequence[Question], sources: Sequence[Source], place: Place) -> list[Problem]:
    """All that the checks of a pack's questions together find; ``place`` is where the questions stand."""
    return [
        Problem(
            rule=broken,
            place=question.place if question else place,
            message=message,
            hint=hint,
            question=question.id if question else None,
        )
        for broken, function in PACK_CHECKS
        for question, message, hint in function(questions, sources)
    ]
