"""Scoring: correction for guessing, so that who knows most wins and guessing gains nothing on average.

The rule is the classical one of test theory (formula scoring: right answers minus wrong ones over the number of
options less one), in points of a hundredth of a question.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

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


def multiple_points(right: Fraction, wrong: Fraction) -> Fraction:
    """The points of an "all that apply": +100 × the share of right options chosen − 100 × the share of wrong ones.

    Whoever ticks options blindly ticks as large a share of the wrong ones, on average, as of the right ones.
    """
    return FULL * (right - wrong)


def order_points(places: Sequence[int]) -> Fraction:
    """The points of an order: 100 × Kendall's tau, from the right place of each item in the order that was given.

    Tau is the share of pairs that stand the right way round less the share of those that do not (M. G. Kendall,
    "A New Measure of Rank Correlation", Biometrika 30, 1938); over all orders its average is nought.

    Raises:
        ValueError: there are fewer than two items, so that there was nothing to put in order.

    """
    if len(places) < 2:
        raise ValueError(f"an order needs two items, not {len(places)}")
    pairs = list(combinations(places, 2))
    agreeing = sum(first < second for first, second in pairs)
    return Fraction(FULL * (2 * agreeing - len(pairs)), len(pairs))


def shown_points(points: Fraction) -> int:
    """Points as they are shown: rounded to whole ones, halves away from zero."""
    doubled = abs(points) * 2
    rounded = int(doubled + 1) // 2
    return rounded if points >= 0 else -rounded
