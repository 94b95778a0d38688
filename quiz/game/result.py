"""Results: what a game that is over, or stopped, comes to."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

import msgspec

from quiz.game.game import Verdict


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """The sums of a game."""

    score: Fraction
    asked: int
    right: int
    partly: int
    wrong: int
    skipped: int
    """Questions passed, and questions on which time ran out."""
    seconds: float
    """The time in which questions were open; reading a verdict takes none."""
    missed: tuple[str, ...]
    """The keys of the questions that were not answered rightly, in the order in which they were asked."""

    median_seconds: float | None
    """The median time of the answers that were given; None where none was."""
    longest_run: int
    """The most right answers in a row."""

    @property
    def accuracy(self) -> float | None:
        """The share of right answers among those given, or None where none was given."""
        given = self.right + self.partly + self.wrong
        return self.right / given if given else None


def summarise(verdicts: Sequence[Verdict]) -> Result:
    """Add up the verdicts of a game."""
    outcomes = [verdict.outcome for verdict in verdicts]
    given = [verdict.seconds for verdict in verdicts if verdict.outcome in ("right", "partly", "wrong")]
    return Result(
        score=sum((verdict.points for verdict in verdicts), Fraction(0)),
        asked=len(verdicts),
        right=outcomes.count("right"),
        partly=outcomes.count("partly"),
        wrong=outcomes.count("wrong"),
        skipped=outcomes.count("skipped") + outcomes.count("timed out"),
        seconds=sum(verdict.seconds for verdict in verdicts),
        median_seconds=_median(given) if given else None,
        longest_run=_longest_run(outcomes),
        missed=tuple(verdict.question for verdict in verdicts if verdict.outcome != "right"),
    )


def _median(seconds: Sequence[float]) -> float:
    from statistics import median  # wanted when a game is over

    return median(seconds)


def _longest_run(outcomes: Sequence[str]) -> int:
    runs = (len(list(run)) for outcome, run in groupby(outcomes) if outcome == "right")
    return max(runs, default=0)


def run_of_right(verdicts: Sequence[Verdict]) -> int:
    """How many right answers in a row the verdicts end with."""
    run = 0
    for verdict in reversed(verdicts):
        if verdict.outcome != "right":
            break
        run += 1
    return run
