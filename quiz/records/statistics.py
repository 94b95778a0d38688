"""Statistics of a player's answers: by topic, the hardest questions, and days in a row."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta

import msgspec

from quiz.bank.question import Question
from quiz.game.game import Outcome

FEWEST_RANKED = 5
"""A question with fewer answers than this is not ranked: they say too little."""
ANSWERED: frozenset[Outcome] = frozenset({"right", "partly", "wrong", "timed out"})
"""The outcomes that show whether the player knew the answer: all but ``skipped``."""


class Tally(msgspec.Struct, frozen=True):
    """How often the questions with a name were answered, and how often right."""

    name: str
    """A topic or a question's key."""
    right: int
    asked: int

    @property
    def share(self) -> float:
        """The share of right answers, from 0 to 1."""
        return self.right / self.asked

    @property
    def smoothed(self) -> float:
        """The share of right answers, smoothed by Laplace's rule of succession, so that a single miss is not 0 %."""
        return (self.right + 1) / (self.asked + 2)


def tally(outcomes: Iterable[tuple[str, Outcome]]) -> tuple[Tally, ...]:
    """Count pairs of a name and an outcome by name, in the order in which names appear. Skipped ones do not count."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for name, outcome in outcomes:
        if outcome in ANSWERED:
            counts[name][0] += outcome == "right"
            counts[name][1] += 1
    return tuple(Tally(name, right, asked) for name, (right, asked) in counts.items())


def by_topic(outcomes: Iterable[tuple[str, Outcome]], bank: Mapping[str, Question]) -> tuple[Tally, ...]:
    """Tally pairs of a question's key and an outcome by topic, sorted by name. Keys not in ``bank`` are ignored."""
    tallies = tally((bank[key].topic, outcome) for key, outcome in outcomes if key in bank)
    return tuple(sorted(tallies, key=lambda one: one.name))


def hardest(outcomes: Iterable[tuple[str, Outcome]], bank: Mapping[str, Question], limit: int) -> tuple[Tally, ...]:
    """Return the tallies of up to ``limit`` questions with the lowest smoothed share of right answers, by key.

    Questions that were always answered right, or fewer than ``FEWEST_RANKED`` times, are not included.
    """
    ranked = [one for one in tally(outcomes) if one.asked >= FEWEST_RANKED and one.name in bank]
    missed = [one for one in ranked if one.right < one.asked]
    return tuple(sorted(missed, key=lambda one: (one.smoothed, -one.asked, one.name))[:limit])


def day_streak(days: Collection[date], today: date) -> int:
    """Return how many calendar days in a row are in ``days``, up to today, or to yesterday if today is not."""
    played = set(days)
    last = today if today in played else today - timedelta(days=1)
    streak = 0
    while last - timedelta(days=streak) in played:
        streak += 1
    return streak


def longest_streak(days: Collection[date]) -> int:
    """Return the largest number of calendar days in a row that are in ``days``."""
    played = set(days)
    longest = 0
    for first in played:
        if first - timedelta(days=1) not in played:
            length = 1
            while first + timedelta(days=length) in played:
                length += 1
            longest = max(longest, length)
    return longest
