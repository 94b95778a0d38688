"""The linter: what is wrong with packs that have been loaded."""

from collections.abc import Sequence
from typing import NamedTuple

from quiz.bank.bank import Bank
from quiz.bank.load import LoadedPacks
from quiz.bank.pack_loader import LoadedPack
from quiz.bank.problem import Problem
from quiz.bank.question_check import run_checks
from quiz.bank.spoilers import SpoilerIndex
from quiz.bank.written_question import WrittenQuestion
from quiz.lint.pack_check import run_pack_checks
from quiz.lint.registry import RULES
from quiz.lint.report import Report, SuppressedProblem
from quiz.lint.rules import PACK_CHECKS, QUESTION_CHECKS, balance
from quiz.lint.suppressions import split_suppressed


class Findings(NamedTuple):
    """The problems of a pack."""

    problems: tuple[Problem, ...]
    """Those that count, the errors of loading included."""
    suppressed: tuple[SuppressedProblem, ...]
    """The warnings that the pack's authors suppress."""


def lint(loaded: LoadedPack) -> Findings:
    """Find every problem of a pack: those of loading, and what the rules find in its questions."""
    pack = loaded.pack
    problems = [
        *pack.problems,
        *(found for one in loaded.written for found in lint_question(one)),
        *run_pack_checks(PACK_CHECKS, loaded.questions, pack.sources, loaded.questions_place),
    ]
    suppressions = [*loaded.suppressions, *(one for written in loaded.written for one in written.suppressions)]
    active, suppressed = split_suppressed(problems, suppressions, RULES.values())
    return Findings(tuple(active), tuple(suppressed))


def lint_question(written: WrittenQuestion) -> list[Problem]:
    """What the rules of single questions find in one, whether or not it can be played."""
    return [] if written.question is None else run_checks(QUESTION_CHECKS, written.question, written.node)


def lint_packs(loaded: LoadedPacks) -> Report:
    """Lint some packs, and report on them together."""
    return compile_report(loaded.bank, [lint(one) for one in loaded.packs])


def compile_report(bank: Bank, findings: Sequence[Findings]) -> Report:
    """The report on a bank: what was found in its packs, and what is measured over all its questions."""
    return Report(
        questions=len(bank.questions),
        files=sum(pack.files for pack in bank.packs),
        problems=tuple(sorted((one for found in findings for one in found.problems), key=_by_place)),
        suppressed=tuple(
            sorted((one for found in findings for one in found.suppressed), key=lambda one: _by_place(one.problem))
        ),
        figures=(
            ("place of the answer", balance.places(bank.questions)),
            ("length rank of the answer", balance.lengths(bank.questions)),
        ),
        spoiler_pairs=tuple(
            (one.key, other.key) for one, other in SpoilerIndex(bank.frequent_words).pairs(bank.questions)
        ),
    )


def _by_place(problem: Problem) -> tuple[object, ...]:
    return problem.place, problem.rule.code
