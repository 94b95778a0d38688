"""Points as they are shown on the screen.

The points of an answer are decided by the question's kind (see ``quiz.bank.kinds``), by correction for guessing, also
called formula scoring: wrong answers cost enough that guessing averages zero.
"""

from fractions import Fraction

from quiz.bank.kinds.grade import FULL_POINTS as FULL_POINTS


def shown_points(points: Fraction) -> int:
    """Round points to a whole number, halves away from zero."""
    doubled = abs(points) * 2
    rounded = int(doubled + 1) // 2
    return rounded if points >= 0 else -rounded
