"""Pearson's chi-square test: whether counts are as even as chance would leave them."""

import math
from collections.abc import Sequence

import msgspec


class Evenness(msgspec.Struct, frozen=True, kw_only=True):
    """What the test says of some counts."""

    statistic: float
    freedom: int
    """Degrees of freedom; 0 where there was nothing to compare."""
    probability: float
    """How often chance alone would leave counts at least as uneven: from 0 to 1."""
    counts: tuple[tuple[float, ...], ...]
    """What was counted, group by group."""


def evenness(groups: Sequence[Sequence[float]]) -> Evenness:
    """Test whether each group's counts are spread evenly over its cells; the groups are tested together.

    The statistics and the degrees of freedom of independent groups add up (K. Pearson, Philosophical Magazine 50,
    1900). A group of no counts, or of one cell, says nothing.
    """
    told = [tuple(group) for group in groups if len(group) > 1 and sum(group) > 0]
    statistic = 0.0
    for group in told:
        expected = sum(group) / len(group)
        statistic += sum((count - expected) ** 2 / expected for count in group)
    freedom = sum(len(group) - 1 for group in told)
    return Evenness(
        statistic=statistic,
        freedom=freedom,
        probability=upper_tail(statistic, freedom),
        counts=tuple(told),
    )


def upper_tail(statistic: float, freedom: int) -> float:
    """The probability that a chi-square variable with ``freedom`` degrees of freedom is at least ``statistic``.

    The closed forms for whole degrees of freedom: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical
    Functions", 26.4.4 and 26.4.5. With no degree of freedom nothing can be uneven, and the probability is 1.
    """
    if freedom <= 0 or statistic <= 0:
        return 1.0
    half = statistic / 2
    if freedom % 2 == 0:
        term, total = 1.0, 1.0
        for step in range(1, freedom // 2):
            term *= half / step
            total += term
        return min(1.0, math.exp(-half) * total)
    root = math.sqrt(statistic)
    term, total = root, root if freedom > 1 else 0.0
    for step in range(3, freedom, 2):
        term *= statistic / step
        total += term
    return min(1.0, math.erfc(root / math.sqrt(2)) + math.sqrt(2 / math.pi) * math.exp(-half) * total)
