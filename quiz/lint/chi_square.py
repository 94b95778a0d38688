"""Pearson's chi-square test: whether counts are as even as random ones."""

import math
from collections.abc import Sequence

import msgspec


class Evenness(msgspec.Struct, frozen=True, kw_only=True):
    """The result of the test."""

    statistic: float
    freedom: int
    """Degrees of freedom; 0 if there was nothing to compare."""
    probability: float
    """The p-value, from 0 to 1: how likely random counts are at least as uneven."""
    counts: tuple[tuple[float, ...], ...]
    """The counts of each group."""

    def __str__(self) -> str:
        """The counts, the statistic and the p-value, in one line."""
        counts = " | ".join(" ".join(f"{count:.3g}" for count in group) for group in self.counts)
        degrees = "degree" if self.freedom == 1 else "degrees"
        figures = f"chi-square {self.statistic:.2f}, {self.freedom} {degrees} of freedom, p = {self.probability:.2f}"
        return f"{counts}: {figures}" if counts else "nothing to compare"


def evenness(groups: Sequence[Sequence[float]]) -> Evenness:
    """Test whether the counts of each group are spread evenly over its cells. All groups are tested together.

    The statistics and the degrees of freedom of independent groups add up (K. Pearson, Philosophical Magazine 50,
    1900). A group without counts, or with one cell, is left out.
    """
    counted = [tuple(group) for group in groups if len(group) > 1 and sum(group) > 0]
    statistic = 0.0
    for group in counted:
        expected = sum(group) / len(group)
        statistic += sum((count - expected) ** 2 / expected for count in group)
    freedom = sum(len(group) - 1 for group in counted)
    return Evenness(
        statistic=statistic,
        freedom=freedom,
        probability=upper_tail(statistic, freedom),
        counts=tuple(counted),
    )


def upper_tail(statistic: float, freedom: int) -> float:
    """The probability that a chi-square variable with ``freedom`` degrees of freedom is at least ``statistic``.

    Uses the closed forms of M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions", 26.4.4 and 26.4.5.
    Each term is computed from its logarithm, to avoid overflow. Without degrees of freedom the probability is 1.
    """
    half = statistic / 2
    if freedom <= 0 or half <= 0:
        return 1.0
    odd = freedom % 2 / 2
    terms = (odd + step for step in range(freedom // 2))
    total = math.fsum(math.exp(power * math.log(half) - half - math.lgamma(power + 1)) for power in terms)
    return min(1.0, (math.erfc(math.sqrt(half)) if odd else 0.0) + total)
