"""Ranking: which of two games with the same rules is the better one."""

from quiz.game.modes import Mode
from quiz.game.result import Result

Rank = tuple[float, float, float]
"""Score, accuracy from 0 to 1, and negated seconds."""


def rank(mode: Mode, result: Result) -> Rank:
    """Return the rank of a result, greater is better: by score, then accuracy, then less time."""
    score = float(result.score) if mode.scored_by == "points" else float(result.right)
    return score, result.accuracy or 0.0, -result.seconds
