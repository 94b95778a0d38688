"""What the records give back: games and answers as they were kept."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec

from quiz.bank.printable import printable
from quiz.game.deal import Filters, NormalizedFilters
from quiz.game.game import Outcome, Verdict
from quiz.game.modes import MODES, Mode
from quiz.game.ranking import Rank, rank
from quiz.game.result import Result, summarise

State = Literal["open", "finished", "stopped", "dropped"]

Rules = tuple[str, int | None, int | None, NormalizedFilters, frozenset[str] | None, str]
"""What two games must share to be compared: mode, length, clock, filters, picked questions and bank."""


class Answered(msgspec.Struct, frozen=True):
    """That a question was asked once, and what became of it."""

    question: str
    outcome: Outcome
    seconds: float
    at: datetime


class GameRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One game of the records, with what became of each of its questions."""

    id: str
    state: State
    """Open while it is played or interrupted; stopped before its end; dropped after an interruption."""
    player: str = ""
    mode: str
    seed: str
    filters: Filters
    length: int | None
    seconds: int | None
    bank: str
    picked: tuple[str, ...] | None = None
    """The keys of the questions that it drew from, where they were picked."""
    scored: bool = True
    """False for what cannot be a best, as a second attempt at a daily."""
    questions: tuple[str, ...]
    started_at: datetime
    ended_at: datetime | None
    verdicts: tuple[Verdict, ...]

    @property
    def result(self) -> Result:
        """The sums of its verdicts."""
        return summarise(self.verdicts)

    @property
    def rules(self) -> Rules:
        """What a game must share with this one to be compared with it."""
        return rules_of(self.mode, self.length, self.seconds, self.filters, self.picked, self.bank)

    @property
    def rank(self) -> Rank:
        """What it is ordered by among games of the same rules."""
        return rank(mode_of(self.mode), self.result)

    @property
    def size(self) -> str:
        """How long it was meant to be, in words: ``60 s``, ``10 questions``, or nothing where lives alone end it."""
        if self.seconds is not None:
            return f"{self.seconds} s"
        count = len(self.questions)
        return "" if mode_of(self.mode).endless else f"{count} question{'' if count == 1 else 's'}"

    @property
    def counts(self) -> bool:
        """Whether it can be a best: it was played to its own end, and for score."""
        return self.state == "finished" and self.scored


def rules_of(
    mode: str, length: int | None, seconds: int | None, filters: Filters, picked: Iterable[str] | None, bank: str
) -> Rules:
    """The rules of a game as they are compared: the order of filters and of picked questions does not matter."""
    return mode, length, seconds, filters.normalized, None if picked is None else frozenset(picked), bank


def mode_of(name: str) -> Mode:
    """The mode of a kept game; one that this version does not know is judged by points."""
    return MODES.get(name) or Mode(id=name, name=printable(name).capitalize(), summary="")


def bests(games: Iterable[GameRecord]) -> tuple[GameRecord, ...]:
    """The best game of each mode, length, clock and player: by the mode's rank, then the earlier one."""
    best: dict[tuple[str, int, int, str], GameRecord] = {}
    for game in sorted(games, key=lambda one: one.started_at):
        if not game.counts or game.picked is not None:
            continue
        length = 0 if mode_of(game.mode).endless else len(game.questions)
        rules = (game.mode, length, game.seconds or 0, game.player)
        if rules not in best or game.rank > best[rules].rank:
            best[rules] = game
    return tuple(best[rules] for rules in sorted(best))
