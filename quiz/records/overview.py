"""All that the records say of a player, gathered once, for the screen and for the command line."""

from datetime import date, datetime

import msgspec

from quiz.bank.bank import Bank
from quiz.records.models import Answered, GameRecord, bests
from quiz.records.records import Records
from quiz.records.statistics import Tally, by_topic, days_in_row, hardest

MOST_HARDEST = 10
"""How many of the hardest questions are named."""


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """A player's games and answers, and the games of everyone who shares the records."""

    player: str
    games: tuple[GameRecord, ...]
    """The player's games that are over, the latest first."""
    everyone: tuple[GameRecord, ...]
    interrupted: tuple[GameRecord, ...] = ()
    """The player's games that have not come to an end, the latest first."""
    answers: tuple[Answered, ...]
    today: date

    @property
    def counted(self) -> tuple[GameRecord, ...]:
        """The player's games that can be a best."""
        return tuple(game for game in self.games if game.counts)

    @property
    def bests(self) -> tuple[GameRecord, ...]:
        """The best game of each mode, length, clock and player."""
        return bests(self.everyone)

    @property
    def days_in_row(self) -> int:
        """How many days in a row the player has answered something."""
        return days_in_row([answer.at.astimezone().date() for answer in self.answers], self.today)

    def topics(self, bank: Bank) -> tuple[Tally, ...]:
        """How well each topic of a bank goes."""
        return by_topic(((one.question, one.outcome) for one in self.answers), bank.by_key)

    def last_answers(self, topic: str, bank: Bank) -> tuple[Answered, ...]:
        """The last answer to each question of a topic that the player has been asked."""
        asked = (one for one in self.answers if one.question in bank.by_key)
        last = {one.question: one for one in asked if bank.by_key[one.question].topic == topic}
        return tuple(last.values())

    def hardest(self, bank: Bank) -> tuple[Tally, ...]:
        """The questions of a bank that the player finds hardest."""
        return hardest(((one.question, one.outcome) for one in self.answers), bank.by_key, MOST_HARDEST)


def overview(records: Records, now: datetime) -> Overview:
    """Gather what the records say of their player.

    Raises:
        RecordsError: they cannot be read.
    """
    return Overview(
        player=records.player,
        games=records.history(),
        everyone=records.everyone(),
        interrupted=records.interrupted(),
        answers=records.answers(),
        today=now.astimezone().date(),
    )
