"""Grades: the outcome of an answer, and its points. A right answer has 100 points.

Scoring uses correction for guessing, also called formula scoring in test theory: in every kind, a random guess gains
nothing on average. The module of each kind has its formula.
"""

from fractions import Fraction
from typing import Literal

FULL_POINTS = 100
"""The points of a right answer."""

Grade = tuple[Literal["right", "partly", "wrong"], Fraction]
"""The outcome of an answer, and its points."""


def grade_from_points(points: Fraction) -> Grade:
    """The grade for points of a kind with partial scores: right at 100 points, partly right above 0, else wrong."""
    return ("right" if points == FULL_POINTS else "partly" if points > 0 else "wrong"), points
