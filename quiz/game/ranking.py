"""Which of two games by the same rules was the better one."""

from quiz.game.modes import Mode
from quiz.game.result import Result

Rank = tuple[float, float, float]


def rank(mode: Mode, result: Result) -> Rank:
    """What games of a mode are ordered by, the greater the better: score, then accuracy, then the less time used."""
    score = float(result.score) if mode.counts == "points" else float(result.right)
    return score, result.accuracy or 0.0, -result.seconds
