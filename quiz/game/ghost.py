"""The ghost: an earlier run by the same rules, as it stood after the same time."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from quiz.game.game import Game, Verdict
from quiz.game.scoring import shown_points

Curve = tuple[tuple[float, Fraction], ...]
"""Points of a run: seconds used, and the score from then on."""


def curve(verdicts: Sequence[Verdict]) -> Curve:
    """How the score of a run went with the time used, from nothing at 0."""
    times = accumulate((verdict.seconds for verdict in verdicts), initial=0.0)
    scores = accumulate((verdict.points for verdict in verdicts), initial=Fraction(0))
    return tuple(zip(times, scores, strict=True))


def score_at(run: Curve, used: float) -> Fraction:
    """The score of a run once ``used`` seconds of its clock had gone."""
    reached = Fraction(0)
    for seconds, score in run:
        if seconds > used:
            break
        reached = score
    return reached


def lead(game: Game, ghost: Curve | None, now: float) -> int | None:
    """How many points a game is ahead of its ghost at the same time, or behind it; None where it has none."""
    left = game.time_left(now)
    if ghost is None or left is None or game.setup.seconds is None:
        return None
    return shown_points(game.score - score_at(ghost, game.setup.seconds - left))
