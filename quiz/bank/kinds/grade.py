"""Grades: what an answer is worth, in points of a hundredth of a question.

Scoring is correction for guessing, the classical rule of test theory (formula scoring): in every kind, a blind guess
gains nothing on average. Each kind's module has its own formula.
"""

from fractions import Fraction
from typing import Literal

FULL_POINTS = 100
"""The points of a right answer."""

Grade = tuple[Literal["right", "partly", "wrong"], Fraction]
"""The outcome of an answer, and its points."""


def grade_from_points(points: Fraction) -> Grade:
    """The grade of a kind with shares: right where nothing is missing, partly right where something was gained."""
    return ("right" if points == FULL_POINTS else "partly" if points > 0 else "wrong"), points
