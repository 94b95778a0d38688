"""A report: what `quiz check` found in some packs. It is independent of the output format."""

from collections import Counter

import msgspec

from quiz.bank.problem import Problem, Rule
from quiz.bank.suppression import Suppression
from quiz.lint.chi_square import Evenness


class SuppressedProblem(msgspec.Struct, frozen=True):
    """A warning that an author suppresses, and the reason."""

    problem: Problem
    reason: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The problems of some packs, and their size."""

    questions: int
    """The number of questions that can be played."""
    files: int
    """The number of question files."""
    problems: tuple[Problem, ...]
    """The active problems, sorted by place."""
    suppressed: tuple[SuppressedProblem, ...]
    """The suppressed warnings, sorted by place."""
    figures: tuple[tuple[str, Evenness], ...]
    """Measurements over all questions, by name, problem or not."""
    spoiler_pairs: tuple[tuple[str, str], ...]
    """The keys of each pair of questions of which one reveals the other's answer; a game never asks both."""

    suppressions_of_players: tuple[Suppression, ...] = ()
    """The suppressions of the rule that needs the records (``quiz.lint.difficulty_rule``)."""

    def fails(self, *, strict: bool) -> bool:
        """Whether there is an error or, if ``strict``, any problem."""
        return any(strict or problem.is_error for problem in self.problems)

    @property
    def rules(self) -> list[tuple[Rule, int, int]]:
        """Every rule with problems, and the numbers of its active and suppressed problems."""
        suppressed = [warning.problem for warning in self.suppressed]
        rules = {problem.rule.code: problem.rule for problem in (*self.problems, *suppressed)}
        active = Counter(problem.rule.code for problem in self.problems)
        other = Counter(problem.rule.code for problem in suppressed)
        return [(rules[code], active[code], other[code]) for code in sorted(rules)]

    @property
    def problems_per_hundred(self) -> float:
        """The number of problems per hundred questions; the number of problems if there are no questions."""
        return 100 * len(self.problems) / self.questions if self.questions else float(len(self.problems))
