"""The result of a game: sums over its verdicts."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby

import msgspec

from quiz.game.game import Verdict


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Sums over the verdicts of a game."""

    score: Fraction
    """Points."""
    asked: int
    """Questions that have a verdict."""
    right: int
    partly: int
    wrong: int
    skipped: int
    timed_out: int
    seconds: float
    """How long questions were open; reading a verdict does not count."""
    missed: tuple[str, ...]
    """The keys of the questions that were not answered right, in the order in which they were asked."""
    median_seconds: float | None
    """The median time of the given answers; None if there was none."""
    looked_up: int = 0
    """Questions that were looked up."""
    longest_streak: int
    """The largest number of right answers in a row."""

    @property
    def accuracy(self) -> float | None:
        """The share of right answers among the given ones, from 0 to 1; None if none was given."""
        given = self.right + self.partly + self.wrong
        return self.right / given if given else None


def summarise(verdicts: Sequence[Verdict]) -> Result:
    """Sum up the verdicts of a game."""
    outcomes = [verdict.outcome for verdict in verdicts]
    given = [verdict.seconds for verdict in verdicts if verdict.outcome in ("right", "partly", "wrong")]
    return Result(
        score=sum((verdict.points for verdict in verdicts), Fraction(0)),
        asked=len(verdicts),
        right=outcomes.count("right"),
        partly=outcomes.count("partly"),
        wrong=outcomes.count("wrong"),
        skipped=outcomes.count("skipped"),
        timed_out=outcomes.count("timed out"),
        seconds=sum(verdict.seconds for verdict in verdicts),
        median_seconds=_median(given) if given else None,
        looked_up=sum(verdict.looked_up for verdict in verdicts),
        longest_streak=_longest_streak(outcomes),
        missed=tuple(verdict.question for verdict in verdicts if verdict.outcome != "right"),
    )


def _median(seconds: Sequence[float]) -> float:
    from statistics import median  # not needed before a game is over

    return median(seconds)


def _longest_streak(outcomes: Sequence[str]) -> int:
    streaks = (len(list(streak)) for outcome, streak in groupby(outcomes) if outcome == "right")
    return max(streaks, default=0)


def current_streak(verdicts: Sequence[Verdict]) -> int:
    """Return how many right answers in a row the verdicts end with."""
    streak = 0
    for verdict in reversed(verdicts):
        if verdict.outcome != "right":
            break
        streak += 1
    return streak
