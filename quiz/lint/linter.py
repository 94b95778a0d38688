"""The linter: finds the problems of loaded packs."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.load import LoadedPacks
from quiz.bank.pack_loader import LoadedPack
from quiz.bank.problem import Problem
from quiz.bank.question_check import run_checks
from quiz.bank.written_question import WrittenQuestion
from quiz.lint.difficulty_rule import suppressions_of_players
from quiz.lint.pack_check import run_pack_checks
from quiz.lint.registry import RULES
from quiz.lint.report import Report, SuppressedProblem
from quiz.lint.rules import PACK_CHECKS, QUESTION_CHECKS, balance
from quiz.lint.suppressions import split_suppressed


class Findings(NamedTuple):
    """The problems of a pack."""

    problems: tuple[Problem, ...]
    """The active problems, errors from loading included."""
    suppressed: tuple[SuppressedProblem, ...]
    """The warnings that authors suppress with ``silence:``."""


def lint(loaded: LoadedPack) -> Findings:
    """Find every problem of a pack: those from loading, and those that the rules find."""
    pack = loaded.pack
    problems = [
        *pack.problems,
        *(problem for written in loaded.written for problem in lint_question(written)),
        *run_pack_checks(PACK_CHECKS, loaded.questions, pack.sources, loaded.questions_place),
    ]
    suppressions = [
        *loaded.suppressions,
        *(silence for written in loaded.written for silence in written.suppressions),
    ]
    active, suppressed = split_suppressed(problems, suppressions, RULES.values())
    return Findings(tuple(active), tuple(suppressed))


def lint_question(written: WrittenQuestion) -> list[Problem]:
    """The problems that the rules find in one question, valid or not."""
    return [] if written.question is None else run_checks(QUESTION_CHECKS, written.question, written.node)


def lint_packs(loaded: LoadedPacks) -> Report:
    """Lint some packs, and combine their problems in one report."""
    suppressions = [
        suppression
        for pack in loaded.packs
        for written in pack.written
        for suppression in suppressions_of_players(written.suppressions)
    ]
    report = compile_report(loaded.bank, [lint(pack) for pack in loaded.packs])
    return msgspec.structs.replace(report, suppressions_of_players=tuple(suppressions))


def compile_report(bank: Bank, findings: Sequence[Findings]) -> Report:
    """The report on a bank: the findings of its packs, and the figures over all its questions."""
    return Report(
        questions=len(bank.questions),
        files=sum(pack.files for pack in bank.packs),
        problems=tuple(sorted((problem for pack in findings for problem in pack.problems), key=_by_place)),
        suppressed=tuple(
            sorted(
                (warning for pack in findings for warning in pack.suppressed),
                key=lambda warning: _by_place(warning.problem),
            )
        ),
        figures=(
            ("place of the answer", balance.place_distribution(bank.questions)),
            ("length rank of the answer", balance.length_distribution(bank.questions)),
        ),
        spoiler_pairs=tuple((one.key, other.key) for one, other in bank.spoilers.pairs(bank.questions)),
    )


def _by_place(problem: Problem) -> tuple[object, ...]:
    return problem.place, problem.rule.code
