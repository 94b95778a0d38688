"""The data of the records: games and answers, as read from the database."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal

import msgspec

from quiz.bank.printable import printable
from quiz.game.deal import Filters, NormalizedFilters
from quiz.game.game import Outcome, Verdict
from quiz.game.modes import MODES, RULES_VERSION, Mode
from quiz.game.ranking import Rank, rank
from quiz.game.result import Result, summarise
from quiz.game.shown_points import shown_points

State = Literal["open", "finished", "stopped", "dropped"]

Rules = tuple[str, int | None, int | None, NormalizedFilters, frozenset[str] | None, str]
"""Mode, length, clock, filters, picked questions and bank. Games are compared only if all of these are equal."""


class AnswerRecord(msgspec.Struct, frozen=True):
    """One question that was asked, and its outcome."""

    question: str
    """The question's key."""
    outcome: Outcome
    seconds: float
    """How long the question was open."""
    at: datetime
    """When the verdict was given, in UTC."""
    out_of_clock: bool = False
    """Whether it timed out because the clock of the whole game ran out."""
    game: str = ""
    """The id of its game."""
    with_article: bool = False
    """Whether it counts as skipped only because the article was open: it was looked up, or its proof was found."""

    @property
    def known(self) -> bool | None:
        """Whether the player knew the answer.

        None if the answer does not show it: the question was skipped, or the clock of the whole game ran out.
        """
        return None if self.outcome == "skipped" or self.out_of_clock else self.outcome == "right"


class GameRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One game with its verdicts."""

    id: str
    state: State
    """``open``: in play or interrupted; ``finished``: played to its end; ``stopped``: ended early by the player;
    ``dropped``: discarded after an interruption."""
    player: str = ""
    """The player's name; empty for a guest."""
    mode: str
    seed: str
    filters: Filters
    length: int | None
    seconds: int | None
    """The clock of the whole game; None for no clock."""
    bank: str
    """The bank's digest."""
    picked: tuple[str, ...] | None = None
    """The keys of the questions to draw from, if they were picked; None for any question."""
    postponed: tuple[str, ...] = ()
    """The keys of the questions that were asked only when all others had been asked."""
    rules_version: int = RULES_VERSION
    """The version of the rules by which its questions were dealt."""
    scored: bool = True
    """False for a game that cannot become a best, such as a second attempt at a daily."""
    questions: tuple[str, ...]
    """The keys of the questions, in the order in which they are asked."""
    looked_up: int = -1
    """The index of the last question that was looked up; -1 for none."""
    started_at: datetime
    ended_at: datetime | None
    verdicts: tuple[Verdict, ...]

    @property
    def result(self) -> Result:
        """The sums over its verdicts."""
        return summarise(self.verdicts)

    @property
    def rules(self) -> Rules:
        """What must be equal in a game to be compared with this one."""
        return rules_of(self.mode, self.length, self.seconds, self.filters, self.picked, self.bank)

    @property
    def rank(self) -> Rank:
        """The sort key among games with the same rules, greater is better."""
        return rank(mode_of(self.mode), self.result)

    @property
    def shown_score(self) -> int:
        """What the game is ranked by first, as it is shown: points, or the number of right answers."""
        result = self.result
        return result.right if mode_of(self.mode).scored_by == "right" else shown_points(result.score)

    @property
    def size(self) -> str:
        """The clock or number of questions: ``60 s``, ``10 questions``; empty if only lives end the game."""
        if self.seconds is not None:
            return f"{self.seconds} s"
        count = len(self.questions)
        return "" if mode_of(self.mode).endless else f"{count} question{'' if count == 1 else 's'}"

    @property
    def is_worth_resuming(self) -> bool:
        """Whether the game, if it was left, should be resumed."""
        return is_worth_resuming(
            mode_of(self.mode), scored=self.scored, verdicts=self.verdicts, looked_up=self.looked_up
        )

    @property
    def is_ranked(self) -> bool:
        """Whether it can be a best: it is scored and was played to its end."""
        return self.state == "finished" and self.scored


def is_worth_resuming(mode: Mode, *, scored: bool, verdicts: Sequence[Verdict], looked_up: int) -> bool:
    """Whether a game that was left should be resumed: more than its first question, unread, would be lost.

    A game with an answer is, one whose first question was looked up, and the only attempt at a daily.
    """
    return bool(verdicts) or looked_up >= 0 or (mode.daily and scored)


def rules_of(
    mode: str, length: int | None, seconds: int | None, filters: Filters, picked: Iterable[str] | None, bank: str
) -> Rules:
    """Return the rules of a game, without the order of filters and picked questions."""
    return mode, length, seconds, filters.normalized, None if picked is None else frozenset(picked), bank


def mode_of(mode_id: str) -> Mode:
    """Return the mode with an id. A mode that this version does not have is scored by points."""
    return MODES.get(mode_id) or Mode(id=mode_id, name=printable(mode_id).capitalize(), summary="")


def bests(games: Iterable[GameRecord]) -> tuple[GameRecord, ...]:
    """Return the best game of each mode, length, clock and player; of equal games, the earliest."""
    best: dict[tuple[str, int, int, str], GameRecord] = {}
    for game in sorted(games, key=lambda one: one.started_at):
        if not game.is_ranked or game.picked is not None:
            continue
        length = 0 if mode_of(game.mode).endless else len(game.questions)
        rules = (game.mode, length, game.seconds or 0, game.player)
        if rules not in best or game.rank > best[rules].rank:
            best[rules] = game
    return tuple(best[rules] for rules in sorted(best))
