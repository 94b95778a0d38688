"""What the records give back: games as they were kept."""

from datetime import datetime
from typing import Literal

import msgspec

from quiz.game.game import Verdict
from quiz.game.result import Result, summarise
from quiz.game.selection import Filters

State = Literal["open", "finished", "stopped", "dropped"]


class KeptGame(msgspec.Struct, frozen=True, kw_only=True):
    """One game of the records, with what became of each of its questions."""

    id: str
    state: State
    """Open while it is played or interrupted; stopped before its end; dropped after an interruption."""
    mode: str
    seed: str
    filters: Filters
    length: int | None
    seconds: int | None
    bank: str
    questions: tuple[str, ...]
    started_at: datetime
    ended_at: datetime | None
    verdicts: tuple[Verdict, ...]

    @property
    def result(self) -> Result:
        """The sums of its verdicts."""
        return summarise(self.verdicts)


def bests(games: tuple[KeptGame, ...]) -> tuple[KeptGame, ...]:
    """The best finished game of each mode and number of questions: by score, then by time, then the earlier one."""
    best: dict[tuple[str, int, int | None], KeptGame] = {}
    for game in sorted(games, key=lambda one: one.started_at):
        if game.state != "finished":
            continue
        rules = (game.mode, len(game.questions), game.seconds)
        if rules not in best or _rank(game) > _rank(best[rules]):
            best[rules] = game
    return tuple(best[rules] for rules in sorted(best, key=lambda rules: (rules[0], rules[1], rules[2] or 0)))


def _rank(game: KeptGame) -> tuple[float, float]:
    return float(game.result.score), -game.result.seconds
