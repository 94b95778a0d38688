"""The ghost: the player's best earlier game with the same rules, compared at the same time on the clock."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from quiz.game.game import Game, Verdict
from quiz.game.shown_points import shown_points

Curve = tuple[tuple[float, Fraction], ...]
"""The score over time: pairs of the seconds used and the score from then on, by time."""


def curve(verdicts: Sequence[Verdict]) -> Curve:
    """Return the score over time of a game, starting with score 0 at 0 seconds."""
    times = accumulate((verdict.seconds for verdict in verdicts), initial=0.0)
    scores = accumulate((verdict.points for verdict in verdicts), initial=Fraction(0))
    return tuple(zip(times, scores, strict=True))


def score_at(run: Curve, seconds_used: float) -> Fraction:
    """Return the score of a game when ``seconds_used`` of its clock had passed."""
    latest = Fraction(0)
    for seconds, score in run:
        if seconds > seconds_used:
            break
        latest = score
    return latest


def lead(game: Game, ghost: Curve | None, now: float) -> int | None:
    """Return how many points a game is ahead of its ghost at ``now``, negative if behind; None without a ghost."""
    left = game.time_left(now)
    if ghost is None or left is None or game.setup.seconds is None:
        return None
    return shown_points(game.score - score_at(ghost, game.setup.seconds - left))
