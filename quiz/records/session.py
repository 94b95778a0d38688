"""A session: a game in play, and its record. Each answer is committed before ``send`` returns its verdict."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from quiz.bank.bank import Bank
from quiz.bank.question import Question
from quiz.game.events import Event
from quiz.game.game import Game, Setup, advance, as_asked, start
from quiz.game.modes import MODES
from quiz.game.option_order import Order
from quiz.game.reaction import Reaction
from quiz.records.models import GameRecord, State, is_worth_resuming, mode_of
from quiz.records.players_share import shown_difficulties
from quiz.records.records import GameNotFoundError, Records, RecordsError

Clock = Callable[[], float]
T = TypeVar("T")
_ABANDONED_AFTER = timedelta(days=1)
"""A timed game started longer ago than this cannot still be in play: the longest clock has an hour."""


def _now() -> datetime:
    return datetime.now(UTC)


class Session:
    """One game in play. Its events are recorded, unless there are no records."""

    def __init__(
        self,
        game: Game,
        records: Records | None,
        clock: Clock,
        *,
        record_id: str | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        """Play ``game``; ``record_id`` is its id if it is already in the records.

        ``clock`` returns monotonic seconds, ``now`` the date and time for the records.
        """
        self.game = game
        self.clock = clock
        self.unsaved_reason: str | None = None
        """Why the game is no longer saved, for the player; None while it is saved or there are no records."""
        self._records = records
        self._now = now
        self._reactions = _read(records, lambda opened: opened.reactions.of(opened.player))
        keys = [question.key for question in game.questions]
        self._difficulties = _read(records, lambda opened: shown_difficulties(game.questions, opened.shares(keys)))
        self.record_id = record_id
        """The game's id in the records; None if it is not there."""
        if records is not None and record_id is None:
            self._write(self._begin)
        if game.phase == "over":  # resumed after its last answer
            self._end()

    @property
    def is_saved(self) -> bool:
        """Whether the game is being saved."""
        return self._records is not None and self.unsaved_reason is None

    @property
    def is_resumable(self) -> bool:
        """Whether the game can be resumed after leaving it: it is saved and not timed."""
        return self.is_saved and not is_timed(self.game.setup)

    @property
    def is_worth_resuming(self) -> bool:
        """Whether the game, if it is left now, is offered to be resumed."""
        game = self.game
        return self.is_resumable and is_worth_resuming(
            game.setup.mode, scored=game.setup.scored, verdicts=game.verdicts, looked_up=game.looked_up
        )

    def send(self, event: Event) -> Game:
        """Apply an event that happens now, save the verdict if there is a new one, and return the new state."""
        before, after = self.game, advance(self.game, event, self.clock())
        self.game = after
        if after.looked_up != before.looked_up:
            self._write(lambda records, game_id: records.look_up(game_id, after.looked_up))
        if len(after.verdicts) > len(before.verdicts):  # an event gives one verdict at most
            self._write(
                lambda records, game_id: records.add(game_id, len(before.verdicts), after.verdicts[-1], self._now())
            )
        if after.phase == "over" and before.phase != "over":
            self._end()
        return after

    @property
    def difficulty(self) -> str:
        """How hard the current question is: for its players if enough answered it, else as its author says."""
        question = self.game.question
        return "" if question is None else self._difficulties.get(question.key, question.difficulty)

    @property
    def reaction(self) -> Reaction | None:
        """What the player thinks of the current question; None if they have not said so."""
        question = self.game.question
        return None if question is None else self._reactions.get(question.key)

    def react(self, reaction: Reaction | None) -> None:
        """Save what the player thinks of the question whose verdict is shown; None takes back what they thought."""
        question = self.game.question
        if question is None or self.game.phase != "explaining":
            return
        key = question.key
        self._reactions.pop(key, None)
        if reaction is not None:
            self._reactions[key] = reaction
        self._write(lambda records, _: records.reactions.put(records.player, key, reaction, self._now()))

    def _end(self) -> None:
        self._write(self._close)

    def _close(self, records: Records, game_id: str) -> None:
        state: State = "finished" if self.game.complete else "stopped"
        records.end(game_id, state, self._now())

    def _begin(self, records: Records, _: str) -> None:
        self.record_id = records.begin(self.game, self._now())

    def _write(self, write: Callable[[Records, str], None]) -> None:
        """Write to the records. If that fails, set ``unsaved_reason`` and write nothing from then on."""
        if self._records is None or self.unsaved_reason is not None:
            return
        try:
            try:
                write(self._records, self.record_id or "")
            except GameNotFoundError:
                self._write_again(self._records)
        except RecordsError as error:
            self.unsaved_reason = str(error)

    def _write_again(self, records: Records) -> None:
        """Write the game so far to a new file, because the old one was damaged."""
        self._begin(records, "")
        game_id = self.record_id or ""
        for position, verdict in enumerate(self.game.verdicts):
            records.add(game_id, position, verdict, self._now())
        records.look_up(game_id, self.game.looked_up)
        if self.game.phase == "over":
            self._close(records, game_id)


def _read(records: Records | None, read: Callable[[Records], dict[str, T]]) -> dict[str, T]:
    """Read something by the keys of questions; nothing if there are no records, or they fail."""
    try:
        return {} if records is None else read(records)
    except RecordsError:  # writing the first answer reports the error
        return {}


def new_session(
    setup: Setup, questions: Sequence[Question], records: Records | None, clock: Clock, *, order: Order = "shuffled"
) -> Session:
    """Start a game of ``questions``, asked in this order; ``order`` is that of their options."""
    return Session(start(setup, questions, clock(), order=order), records, clock)


def is_timed(setup: Setup | GameRecord) -> bool:
    """Whether a game has a clock or time limits. Such a game cannot be resumed: leaving it would stop the clock."""
    mode = setup.mode if isinstance(setup, Setup) else mode_of(setup.mode)
    return setup.seconds is not None or mode.seconds is not None or mode.timed_questions


def resumable(record: GameRecord, bank: Bank) -> bool:
    """Whether an interrupted game can be resumed: it is not timed, and its mode and all its questions exist."""
    known = record.mode in MODES and all(key in bank.by_key for key in record.questions)
    fits = len(record.verdicts) <= len(record.questions) or mode_of(record.mode).endless
    return known and fits and bool(record.questions) and not is_timed(record)


def interrupted(records: Records, bank: Bank, now: datetime) -> GameRecord | None:
    """Return the latest game that can be resumed, or None.

    Drop games that nobody can finish any more: timed games that cannot still be in play, and games with retired
    questions.

    Raises:
        RecordsError: the records cannot be read or written.
    """
    games = records.interrupted()
    for game in games:
        is_abandoned = is_timed(game) and now - game.started_at > _ABANDONED_AFTER
        if is_abandoned or not bank.retired.isdisjoint(game.questions):
            with suppress(GameNotFoundError):
                records.end(game.id, "dropped", now)
    return next((game for game in games if resumable(game, bank)), None)


def resume_session(
    record: GameRecord, bank: Bank, records: Records, clock: Clock, *, order: Order = "shuffled"
) -> Session:
    """Resume an interrupted game at its first question without a verdict.

    Raises:
        RecordsError: the records cannot be read or written, or the game was ended in another window.
        KeyError: the game is not ``resumable``.
    """
    record = records.claim(record.id)
    setup = Setup(
        mode=MODES[record.mode],
        seed=record.seed,
        filters=record.filters,
        length=record.length,
        seconds=record.seconds,
        bank=record.bank,
        picked=record.picked,
        postponed=record.postponed,
        rules_version=record.rules_version,
        scored=record.scored,
    )
    questions = as_asked([bank.by_key[key] for key in record.questions], setup.mode, setup.filters)
    game = start(setup, questions, clock(), record.verdicts, order=order, looked_up=record.looked_up)
    return Session(game, records, clock, record_id=record.id)
