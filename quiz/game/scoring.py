"""Points as they are shown. What an answer is worth is decided by its kind: see ``quiz.bank.kinds``."""

from fractions import Fraction

from quiz.bank.kinds.grade import FULL_POINTS as FULL_POINTS


def shown_points(points: Fraction) -> int:
    """Points as they are shown: rounded to whole ones, halves away from zero."""
    doubled = abs(points) * 2
    rounded = int(doubled + 1) // 2
    return rounded if points >= 0 else -rounded
