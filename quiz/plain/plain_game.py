"""Playing line by line: a session's game is told in lines, and what is typed is sent to it as events.

Each question is one line of input and each verdict another, whether a person types them or a pipe holds them: the
clock stands still until Enter is pressed under a verdict. Only the last verdict waits for nothing.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from quiz.bank.bank import Bank
from quiz.game.challenge_code import encode
from quiz.game.events import Event, Next, Shown, Stop, Tick
from quiz.game.game import SETTLE, Game, questions_of
from quiz.game.phrases import NOT_SAVED
from quiz.plain.console import Talk
from quiz.plain.game_notices import left_line, opening_lines
from quiz.plain.question_lines import GO_ON, LEAVE, ONLY_ENTER, hint_for, meant, prompt_for, question_lines
from quiz.plain.result_lines import results_lines
from quiz.plain.verdict_lines import verdict_lines
from quiz.records.game_request import records_or_none, setup_for
from quiz.records.game_setup import GameRequest
from quiz.records.models import GameRecord
from quiz.records.records import Records, RecordsError
from quiz.records.session import Clock, Session, interrupted, new_session
from quiz.records.standings import ghost_of, standing_of
from quiz.records.summary import note_on, place_of
from quiz.settings.store import Preferences


def _now() -> datetime:
    return datetime.now(UTC)


def run_plain(
    bank: Bank,
    open_records: Callable[[], Records],
    wanted: GameRequest | str,
    talk: Talk,
    *,
    preferences: Preferences | None = None,
    clock: Clock = time.monotonic,
    wall: Callable[[], datetime] = _now,
) -> None:
    """Play one game; without records, where they cannot be opened.

    Without ``preferences``, all settings are as they come. ``clock`` gives monotonic seconds, ``wall`` the date.

    Raises:
        MisuseError: a game was wanted that cannot be had.
    """
    with records_or_none(open_records) as (records, trouble):
        setup, warning = setup_for(bank, records, wanted)
        waiting = _waiting(records, bank, wall())
        settled = preferences or Preferences()
        order = settled.settings.options
        session = new_session(setup, questions_of(setup, bank), records, clock, order=order)
        invalid_settings = [str(problem) for problem in settled.problems]
        set_aside = None if records is None else records.set_aside
        talk.say(
            opening_lines(
                session.game, bank, waiting=waiting, trouble=trouble, set_aside=set_aside, warning=warning,
                invalid_settings=invalid_settings,
            )
        )  # fmt: skip
        if records is not None:
            records.tell(lambda said: talk.say([said]))
        if PlainGame(session, records, talk).play():
            place = place_of(standing_of(session, records), scored=setup.scored)
            note = note_on(session, bank, records, wall())
            talk.say(results_lines(session.game, place=place, note=note, code=encode(setup, bank.question_summaries)))


def _waiting(records: Records | None, bank: Bank, now: datetime) -> GameRecord | None:
    try:
        return interrupted(records, bank, now) if records is not None else None
    except RecordsError:  # the session says that nothing can be kept
        return None


class PlainGame:
    """A session in play, and the talk in which it is played."""

    def __init__(self, session: Session, records: Records | None, talk: Talk) -> None:
        """Play ``session``, beside the best earlier run in the ``records``."""
        self._session = session
        self._talk = talk
        self._ghost = ghost_of(session, records)
        self._told: str | None = None
        """The trouble that the player knows of."""

    @property
    def _game(self) -> Game:
        return self._session.game

    def play(self) -> bool:
        """Play until the game is over; False where the player left before, or no more input came."""
        try:
            self._tell_trouble()
            while self._game.phase != "over":
                self._ask()
                if self._game.phase == "explaining":
                    self._explain()
        except (EOFError, KeyboardInterrupt):
            if self._game.complete or not self._session.can_wait:
                self._send(Stop())
            self._talk.say([left_line(self._session)])
            return False
        return True

    def _ask(self) -> None:
        """Ask the open question until it has its verdict, or the player leaves."""
        question = self._game.question
        if question is None:
            return
        self._talk.say(question_lines(self._game))
        self._send(Shown(self._game.index))
        while self._game.phase == "asking":
            line = self._talk.ask(prompt_for(question), self._patience())
            event = Tick() if line is None else meant(line, self._game)
            if event is None:
                self._talk.say([hint_for(question)])
            elif event == Stop():
                self._leave()
            else:
                self._talk.wait(self._game.opened + SETTLE - self._session.clock())  # lines in a pipe wait for it
                self._send(event)

    def _patience(self) -> float | None:
        """Seconds until time runs out, if it does."""
        deadline = self._game.deadline
        return None if deadline is None else max(0.0, deadline - self._session.clock())

    def _explain(self) -> None:
        """Tell the verdict; go on once the player has read it, or at once where nothing comes after it."""
        self._talk.say(verdict_lines(self._game, self._ghost, self._session.clock()))
        while not self._game.complete and (typed := (self._talk.ask(GO_ON) or "").strip()):
            if typed.lower() == LEAVE:
                return self._leave()
            self._talk.say([ONLY_ENTER])
        return self._send(Next(self._game.index))

    def _leave(self) -> None:
        """Leave the game for later, as at the end of the input; one that cannot wait ends here, with its results."""
        if self._session.can_wait:
            raise EOFError
        self._send(Stop())

    def _send(self, event: Event) -> None:
        self._session.send(event)
        self._tell_trouble()

    def _tell_trouble(self) -> None:
        """Say once why the game is no longer kept."""
        if self._session.trouble != self._told:
            self._told = self._session.trouble
            self._talk.say([f"{NOT_SAVED} {self._told}"])
