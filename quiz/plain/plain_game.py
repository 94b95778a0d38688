"""Playing line by line: the game is printed, and typed lines are sent to it as events.

Each question takes one line of input, from a person or a pipe. Each verdict but the last takes another line, to
continue; the clock pauses until then.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from quiz.bank.bank import Bank
from quiz.game.challenge_code import encode
from quiz.game.events import Event, LookUp, Next, Shown, Stop, Tick
from quiz.game.game import ANSWER_DELAY, Game, questions_of
from quiz.game.phrases import NOT_SAVED, reaction_text
from quiz.game.reaction import parse_reaction
from quiz.plain.console import LineIO
from quiz.plain.game_notices import leave_notice, opening_lines
from quiz.plain.question_lines import (
    CONTINUE_HINT,
    CONTINUE_PROMPT,
    LEAVE,
    hint_for,
    looked_up_lines,
    parse_line,
    prompt_for,
    question_lines,
)
from quiz.plain.result_lines import results_lines
from quiz.plain.verdict_lines import verdict_lines
from quiz.records.daily import daily_status, distribution_lines
from quiz.records.game_request import records_or_none, setup_for
from quiz.records.game_setup import GameRequest
from quiz.records.models import GameRecord
from quiz.records.records import Records, RecordsError
from quiz.records.session import Clock, Session, interrupted, new_session
from quiz.records.standings import ghost_of, standing_of
from quiz.records.summary import notes_of, opening_note, place_text
from quiz.settings.store import Preferences


def _now() -> datetime:
    return datetime.now(UTC)


def run_plain(
    bank: Bank,
    open_records: Callable[[], Records],
    request: GameRequest | str,
    io: LineIO,
    *,
    preferences: Preferences | None = None,
    clock: Clock = time.monotonic,
    now: Callable[[], datetime] = _now,
) -> None:
    """Play one game. If the records cannot be opened, it is not saved.

    ``request`` may be a challenge code. Without ``preferences``, all settings have their defaults. ``clock`` returns
    monotonic seconds, ``now`` the date and time.

    Raises:
        GameRequestError: the requested game cannot be played.
    """
    with records_or_none(open_records) as (records, unsaved_reason):
        setup, warning = setup_for(bank, records, request)
        resumable_game = _interrupted(records, bank, now())
        opening = opening_note(setup, bank, records, now())  # before the game begins: it is then an attempt
        preferences = preferences or Preferences()
        order = preferences.settings.options
        session = new_session(setup, questions_of(setup, bank), records, clock, order=order)
        invalid_settings = [str(problem) for problem in preferences.problems]
        damage_notice = None if records is None else records.damage_notice
        io.say(
            opening_lines(
                session.game,
                bank,
                note=opening,
                interrupted=resumable_game,
                unsaved_reason=unsaved_reason,
                damage_notice=damage_notice,
                warning=warning,
                invalid_settings=invalid_settings,
            )
        )
        if records is not None:
            records.on_damage(lambda notice: io.say([notice]))
        if PlainGame(session, records, io).play():
            place = place_text(standing_of(session, records), scored=setup.scored)
            notes = notes_of(session, bank, records, now())
            if setup.mode.daily:
                notes = (*notes, *distribution_lines(daily_status(records, setup.bank, now()).history))
            io.say(results_lines(session.game, place=place, notes=notes, code=encode(setup, bank.question_summaries)))


def _interrupted(records: Records | None, bank: Bank, now: datetime) -> GameRecord | None:
    try:
        return interrupted(records, bank, now) if records is not None else None
    except RecordsError:  # the session reports that games are not saved
        return None


class PlainGame:
    """Plays the game of a session, line by line."""

    def __init__(self, session: Session, records: Records | None, io: LineIO) -> None:
        """Play the game of ``session``, with its ghost from ``records``."""
        self._session = session
        self._io = io
        self._ghost = ghost_of(session, records)
        self._reported_reason: str | None = None
        """The last ``unsaved_reason`` that was printed."""

    @property
    def _game(self) -> Game:
        return self._session.game

    def play(self) -> bool:
        """Play until the game is over; return False if the player left it, or the input ended."""
        try:
            self._report_unsaved()
            while self._game.phase != "over":
                self._ask()
                if self._game.phase == "explaining":
                    self._explain()
        except (EOFError, KeyboardInterrupt):
            if self._game.complete or not self._session.is_resumable:
                self._send(Stop())
            self._io.say([leave_notice(self._session)])
            return False
        return True

    def _ask(self) -> None:
        """Ask the open question until it has a verdict or the player leaves."""
        question = self._game.question
        if question is None:
            return
        self._io.say(question_lines(self._game, self._session.difficulty))
        self._send(Shown(self._game.index))
        while self._game.phase == "asking":
            can_look_up = self._game.can_look_up and not self._game.is_looked_up
            line = self._io.ask(prompt_for(question, can_look_up=can_look_up), self._timeout())
            event = Tick() if line is None else parse_line(line, self._game)
            if event is None:
                self._io.say([hint_for(question)])
            elif event == Stop():
                self._leave()
            else:
                # a line from a pipe comes before the question accepts an answer
                self._io.wait(self._game.opened_at + ANSWER_DELAY - self._session.clock())
                self._send(event)
                if isinstance(event, LookUp):
                    self._io.say(looked_up_lines(self._game))

    def _timeout(self) -> float | None:
        """Return the seconds until the question times out; None if it does not."""
        deadline = self._game.deadline
        return None if deadline is None else max(0.0, deadline - self._session.clock())

    def _explain(self) -> None:
        """Print the verdict and wait until the player continues; after the last question, do not wait."""
        known = reaction_text(self._session.reaction)
        lines = verdict_lines(self._game, self._ghost, self._session.clock())
        self._io.say([*lines, *([known] if known else [])])
        while not self._game.complete and (typed := (self._io.ask(CONTINUE_PROMPT) or "").strip()):
            if typed.lower() == LEAVE:
                return self._leave()
            self._react(typed)
        return self._send(Next(self._game.index))

    def _react(self, typed: str) -> None:
        """Save what the player thinks of the question, or print how to say it."""
        reaction = parse_reaction(typed)
        if reaction is None:
            self._io.say([CONTINUE_HINT])
            return
        self._session.react(reaction)
        self._io.say([reaction_text(reaction)])
        self._report_unsaved()

    def _leave(self) -> None:
        """Leave the game: if it can be resumed, as at the end of the input; if not, end it and print its results."""
        if self._session.is_resumable:
            raise EOFError
        self._send(Stop())

    def _send(self, event: Event) -> None:
        self._session.send(event)
        self._report_unsaved()

    def _report_unsaved(self) -> None:
        """Print once why the game is no longer saved."""
        if self._session.unsaved_reason != self._reported_reason:
            self._reported_reason = self._session.unsaved_reason
            self._io.say([f"{NOT_SAVED} {self._reported_reason}"])
