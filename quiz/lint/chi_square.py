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

    def __str__(self) -> str:
        """The counts, the statistic and how likely chance is to leave such counts, in one line."""
        counts = " | ".join(" ".join(f"{count:.3g}" for count in group) for group in self.counts)
        degrees = "degree" if self.freedom == 1 else "degrees"
        figures = f"chi-square {self.statistic:.2f}, {self.freedom} {degrees} of freedom, p = {self.probability:.2f}"
        return f"{counts}: {figures}" if counts else "nothing to compare"


def evenness(groups: Sequence[Sequence[float]]) -> Evenness:
    """Test whether each group's counts are spread evenly over its cells; the groups are tested together.

    The statistics and the degrees of freedom of independent groups add up (K. Pearson, Philosophical Magazine 50,
    1900). A group of no counts, or of one cell, says nothing.
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

    The closed forms for whole degrees of freedom: M. Abramowitz and I. A. Stegun, "Handbook of Mathematical
    Functions", 26.4.4 and 26.4.5, each term from its logarithm, so that none is too large. With no degree of freedom
    nothing can be uneven, and the probability is 1.
    """
    half = statistic / 2
    if freedom <= 0 or half <= 0:
        return 1.0
    odd = freedom % 2 / 2
    terms = (odd + step for step in range(freedom // 2))
    total = math.fsum(math.exp(power * math.log(half) - half - math.lgamma(power + 1)) for power in terms)
    return min(1.0, (math.erfc(math.sqrt(half)) if odd else 0.0) + total)
