"""Scoring: correction for guessing, so that who knows most wins and guessing gains nothing on average.

The rule is the classical one of test theory (formula scoring: right answers minus wrong ones over the number of
options less one), in points of a hundredth of a question.
"""

from fractions import Fraction

FULL = 100
"""The points of a right answer."""


def choice_points(right: bool, options: int) -> Fraction:
    """The points of choosing one of ``options`` (at least 2): +100 when right, −100/(options − 1) when wrong.

    Raises:
        ValueError: there are fewer than two options, so that there was nothing to choose.

    """
    if options < 2:
        raise ValueError(f"a choice needs two options, not {options}")
    return Fraction(FULL) if right else Fraction(-FULL, options - 1)


def shown_points(points: Fraction) -> int:
    """Points as they are shown: rounded to whole ones, halves away from zero."""
    doubled = abs(points) * 2
    rounded = int(doubled + 1) // 2
    return rounded if points >= 0 else -rounded
