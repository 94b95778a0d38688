"""Everything that the records screen and ``quiz records`` show, read at once."""

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.measured_difficulty import Share
from quiz.game.game import Outcome
from quiz.records.daily import DailyHistory, daily_history
from quiz.records.mastery import Mastery, mastery
from quiz.records.models import AnswerRecord, GameRecord, bests
from quiz.records.reaction_store import ReactionRecord
from quiz.records.records import Records
from quiz.records.statistics import Tally, by_topic, day_streak, hardest

HARDEST_LIMIT = 10
"""How many of the hardest questions are listed."""


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """A player's games and answers, and the games of all players."""

    player: str
    games: tuple[GameRecord, ...]
    """The player's games that are over, the latest first."""
    all_games: tuple[GameRecord, ...]
    """The games of all players that are over, the latest first."""
    interrupted: tuple[GameRecord, ...] = ()
    """The player's interrupted games, the latest first."""
    answers: tuple[AnswerRecord, ...]
    """The player's answers, the earliest first."""
    reactions: tuple[ReactionRecord, ...] = ()
    """What all players think of questions, the earliest first."""
    shares: dict[str, Share] = {}
    """How often each question was answered by all players, by its key."""
    today: date

    @property
    def ranked_games(self) -> tuple[GameRecord, ...]:
        """The player's games that can be a best."""
        return tuple(game for game in self.games if game.is_ranked)

    @property
    def bests(self) -> tuple[GameRecord, ...]:
        """The best game of each mode, length, clock and player."""
        return bests(self.all_games)

    @property
    def day_streak(self) -> int:
        """On how many days in a row the player has answered a question."""
        return day_streak([answer.at.astimezone().date() for answer in self.answers], self.today)

    def topics(self, bank: Bank) -> tuple[Tally, ...]:
        """Return the share of right answers in each topic of a bank."""
        return by_topic(self._counted_answers, bank.by_key)

    def mastery(self, bank: Bank) -> tuple[Mastery, ...]:
        """Return how much of each topic of a bank the player knows."""
        return mastery(bank.question_summaries, self.answers)

    @property
    def dailies(self) -> DailyHistory:
        """The player's dailies."""
        return daily_history(self.games, self.today)

    def last_answers(self, topic: str, bank: Bank) -> tuple[AnswerRecord, ...]:
        """Return the player's last answer to each question of a topic, except with the article open."""
        asked = (one for one in self.answers if one.question in bank.by_key and not one.with_article)
        last = {one.question: one for one in asked if bank.by_key[one.question].topic == topic}
        return tuple(last.values())

    def hardest(self, bank: Bank) -> tuple[Tally, ...]:
        """Return the questions of a bank that the player gets wrong most often."""
        return hardest(self._counted_answers, bank.by_key, HARDEST_LIMIT)

    @property
    def _counted_answers(self) -> Iterator[tuple[str, Outcome]]:
        """The questions and outcomes of the answers that show whether the player knew them."""
        return ((one.question, one.outcome) for one in self.answers if one.known is not None)


def overview(records: Records, now: datetime) -> Overview:
    """Read the overview of the records' current player.

    Raises:
        RecordsError: they cannot be read.
    """
    return Overview(
        player=records.player,
        games=records.history(),
        all_games=records.all_history(),
        interrupted=records.interrupted(),
        answers=records.answers(),
        reactions=records.reactions.all(),
        shares=records.shares(),
        today=now.astimezone().date(),
    )
