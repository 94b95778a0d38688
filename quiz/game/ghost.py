"""The ghost: an earlier run by the same rules, as it stood after the same time."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from quiz.game.game import Verdict

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
