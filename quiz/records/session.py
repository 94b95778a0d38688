"""A session: a game that is played and kept. Events go in; an answer is on the disk before its verdict comes out."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from quiz.bank.bank import Bank
from quiz.bank.question import Question
from quiz.game.events import Event
from quiz.game.game import Game, Setup, advance, start
from quiz.game.modes import MODES
from quiz.game.option_order import Order
from quiz.records.models import GameRecord, State, mode_of
from quiz.records.records import GoneError, Records, RecordsError

Clock = Callable[[], float]
_BROKEN_OFF = timedelta(days=1)
"""A game against time that was begun longer ago was broken off: the longest clock has an hour."""


def _now() -> datetime:
    return datetime.now(UTC)


class Session:
    """One game in play, with the records that keep it."""

    def __init__(
        self,
        game: Game,
        records: Records | None,
        clock: Clock,
        *,
        kept_as: str | None = None,
        wall: Callable[[], datetime] = _now,
    ) -> None:
        """Play ``game``; ``kept_as`` is its id in the records if it has been begun there already.

        ``clock`` gives monotonic seconds, ``wall`` the date for the records. Without ``records`` nothing is kept.
        """
        self.game = game
        self.clock = clock
        self.trouble: str | None = None
        """Why the game is no longer being kept; None while all is well."""
        self._records = records
        self._wall = wall
        self.kept_as = kept_as
        """The game's id in the records, once it is there."""
        if records is not None and kept_as is None:
            self._keep(self._begin)
        if game.phase == "over":  # taken up after its last answer: nothing is left but to close it
            self._end()

    @property
    def is_kept(self) -> bool:
        """Whether the game is in the records, so that it can be taken up again."""
        return self._records is not None and self.trouble is None

    @property
    def can_wait(self) -> bool:
        """Whether the game can be left and taken up later: it is kept, and no time runs in it."""
        return self.is_kept and not is_timed(self.game.setup)

    def send(self, event: Event) -> Game:
        """Move the game by an event that happens now. When this returns, what it decided has been kept."""
        before, after = self.game, advance(self.game, event, self.clock())
        self.game = after
        if len(after.verdicts) > len(before.verdicts):  # an event decides one question at most
            self._keep(
                lambda records, kept: records.add(kept, len(before.verdicts), after.verdicts[-1], self._wall())
            )
        if after.phase == "over" and before.phase != "over":
            self._end()
        return after

    def _end(self) -> None:
        self._keep(self._close)

    def _close(self, records: Records, kept: str) -> None:
        state: State = "finished" if self.game.complete else "stopped"
        records.end(kept, state, self._wall())

    def _begin(self, records: Records, _: str) -> None:
        self.kept_as = records.begin(self.game, self._wall())

    def _keep(self, write: Callable[[Records, str], None]) -> None:
        """Write to the records; where that fails, say so once and play on unsaved."""
        if self._records is None or self.trouble is not None:
            return
        try:
            try:
                write(self._records, self.kept_as or "")
            except GoneError:
                self._keep_anew(self._records)
        except RecordsError as error:
            self.trouble = str(error)

    def _keep_anew(self, records: Records) -> None:
        """Keep the whole game, as far as it has come, in records that do not know it: the old ones were damaged."""
        self._begin(records, "")
        kept = self.kept_as or ""
        for position, verdict in enumerate(self.game.verdicts):
            records.add(kept, position, verdict, self._wall())
        if self.game.phase == "over":
            self._close(records, kept)


def new_session(
    setup: Setup, questions: Sequence[Question], records: Records | None, clock: Clock, *, order: Order = "shuffled"
) -> Session:
    """Begin a game of ``questions``, in their order; their options stand in the player's ``order``."""
    return Session(start(setup, questions, clock(), order=order), records, clock)


def is_timed(setup: Setup | GameRecord) -> bool:
    """Whether time runs in a game. Such a game is not taken up again: leaving it would stop the clock."""
    mode = setup.mode if isinstance(setup, Setup) else mode_of(setup.mode)
    return setup.seconds is not None or mode.timed_questions


def resumable(kept: GameRecord, bank: Bank) -> bool:
    """Whether an interrupted game can be taken up: no time runs, and its mode and all its questions are there."""
    known = kept.mode in MODES and all(key in bank.by_key for key in kept.questions)
    fits = len(kept.verdicts) <= len(kept.questions) or mode_of(kept.mode).endless
    return known and fits and bool(kept.questions) and not is_timed(kept)


def interrupted(records: Records, bank: Bank, now: datetime) -> GameRecord | None:
    """The latest game that can be resumed; games against time that nobody can be playing any more are closed.

    Raises:
        RecordsError: the records cannot be read or written.
    """
    kept = records.interrupted()
    for game in kept:
        if is_timed(game) and now - game.started_at > _BROKEN_OFF:
            with suppress(GoneError):
                records.end(game.id, "dropped", now)
    return next((game for game in kept if resumable(game, bank)), None)


def resume_session(
    kept: GameRecord, bank: Bank, records: Records, clock: Clock, *, order: Order = "shuffled"
) -> Session:
    """Take up an interrupted game at its first open question.

    Raises:
        RecordsError: the records cannot be read or written, or the game has been ended elsewhere.
        KeyError: the game is not ``resumable``.
    """
    kept = records.take_up(kept.id)
    setup = Setup(
        mode=MODES[kept.mode],
        seed=kept.seed,
        filters=kept.filters,
        length=kept.length,
        seconds=kept.seconds,
        bank=kept.bank,
        picked=kept.picked,
        scored=kept.scored,
    )
    questions = [bank.by_key[key] for key in kept.questions]
    game = start(setup, questions, clock(), kept.verdicts, order=order)
    return Session(game, records, clock, kept_as=kept.id)
