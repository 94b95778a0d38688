"""What all the answers of a player say: how well each topic goes, what is hardest, how many days in a row."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from quiz.bank.question import Question
from quiz.game.game import Outcome

GIVEN: frozenset[Outcome] = frozenset({"right", "partly", "wrong", "timed out"})
"""The outcomes that say something of what a player knows; a skipped question was not answered."""


class Tally(msgspec.Struct, frozen=True):
    """How often something was answered, and how often rightly."""

    name: str
    right: int
    asked: int

    @property
    def share(self) -> float:
        """The share of right answers, as counted."""
        return self.right / self.asked

    @property
    def smoothed(self) -> float:
        """The share of right answers as one may expect it (Laplace's rule of succession): one miss is not 0 %."""
        return (self.right + 1) / (self.asked + 2)


def tally(outcomes: Iterable[tuple[str, Outcome]]) -> tuple[Tally, ...]:
    """Count outcomes by name, in the order in which the names appear; what was skipped is left out."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, outcome in outcomes:
        if outcome in GIVEN:
            counts[name][0] += outcome == "right"
            counts[name][1] += 1
    return tuple(Tally(name, right, asked) for name, (right, asked) in counts.items())


def by_topic(outcomes: Iterable[tuple[str, Outcome]], bank: Mapping[str, Question]) -> tuple[Tally, ...]:
    """The tally of each topic, by name, from pairs of a question's key and its outcome; unknown keys are left out."""
    found = tally((bank[key].topic, outcome) for key, outcome in outcomes if key in bank)
    return tuple(sorted(found, key=lambda one: one.name))


def hardest(outcomes: Iterable[tuple[str, Outcome]], bank: Mapping[str, Question], most: int) -> tuple[Tally, ...]:
    """The questions, by key, that were missed and have the lowest smoothed share of right answers."""
    missed = [one for one in tally(outcomes) if one.right < one.asked and one.name in bank]
    return tuple(sorted(missed, key=lambda one: (one.smoothed, -one.asked, one.name))[:most])


def days_in_row(days: Sequence[date], today: date) -> int:
    """How many calendar days in a row were played on, up to today, or to yesterday if today is still to come."""
    played = set(days)
    last = today if today in played else today - timedelta(days=1)
    run = 0
    while last - timedelta(days=run) in played:
        run += 1
    return run
