"""A report: what `quiz check` found in some packs, apart from how it is printed."""

from collections import Counter

import msgspec

from quiz.bank.problem import Problem, Rule
from quiz.lint.chi_square import Evenness


class SuppressedProblem(msgspec.Struct, frozen=True):
    """A warning that does not count, and why."""

    problem: Problem
    reason: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with some packs, and how large they are."""

    questions: int
    """How many can be played."""
    files: int
    problems: tuple[Problem, ...]
    """By place."""
    suppressed: tuple[SuppressedProblem, ...]
    """By place."""
    figures: tuple[tuple[str, Evenness], ...]
    """What is measured over all questions together, whether or not it is a problem."""
    spoiler_pairs: tuple[tuple[str, str], ...]
    """The keys of each two questions that are never asked in one game."""

    def fails(self, *, strict: bool) -> bool:
        """Whether there is an error, or where it is strict, any problem."""
        return any(strict or problem.is_error for problem in self.problems)

    @property
    def rules(self) -> list[tuple[Rule, int, int]]:
        """Every rule that found something, with the numbers of its problems that count and that are suppressed."""
        suppressed = [one.problem for one in self.suppressed]
        rules = {problem.rule.code: problem.rule for problem in (*self.problems, *suppressed)}
        active = Counter(problem.rule.code for problem in self.problems)
        other = Counter(problem.rule.code for problem in suppressed)
        return [(rules[code], active[code], other[code]) for code in sorted(rules)]

    @property
    def problems_per_hundred(self) -> float:
        """How many problems there are for every hundred questions; all of them where there is no question."""
        return 100 * len(self.problems) / self.questions if self.questions else float(len(self.problems))
