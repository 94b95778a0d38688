"""The records while the app runs: opens their screens, and continues without records if they fail."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App

from quiz.bank.bank import Bank
from quiz.game.option_order import Order
from quiz.game.phrases import GAMES_NOT_SAVED
from quiz.records.models import GameRecord
from quiz.records.records import Records, RecordsError
from quiz.records.session import interrupted
from quiz.tui.messages import GoHome
from quiz.tui.notifications import notify_plain

if TYPE_CHECKING:  # the first frame does not need it
    from quiz.records.opinion import Opinion
    from quiz.records.progress import PlayerProgress


class RecordsController:
    """Owns the records. Read ``records`` each time instead of storing it: it becomes None if the records fail."""

    def __init__(
        self, app: App[None], records: Records | None, error: str | None, now: Callable[[], datetime]
    ) -> None:
        """If ``records`` is None, no game is saved, and ``error`` says why. ``now`` returns the date and time."""
        self._app = app
        self.records = records
        self._error = error
        self.now = now

    def start(self) -> None:
        """Notify the player when a damaged records file is moved away."""
        if self.records is not None:
            self.records.on_damage(partial(notify_plain, self._app, title="Records", severity="warning"))

    @property
    def player(self) -> str:
        """The player's name; empty for a guest."""
        return self.records.player if self.records is not None else ""

    @property
    def notice(self) -> str:
        """Why no game is saved, or what happened to damaged records; empty if there is no problem."""
        if self._error is not None:
            return f"{GAMES_NOT_SAVED} {self._error}"
        return (self.records.damage_notice if self.records is not None else None) or ""

    def give_up(self, error: RecordsError) -> None:
        """Continue without records."""
        self.records, self._error = None, str(error)

    def interrupted_game(self, bank: Bank) -> GameRecord | None:
        """Return the game that can be resumed, if there is one."""
        if self.records is None:
            return None
        try:
            return interrupted(self.records, bank, self.now())
        except RecordsError as error:
            self.give_up(error)
            return None

    def open_progress(self) -> "PlayerProgress":
        """Return the progress of the player."""
        from quiz.records.progress import PlayerProgress

        return PlayerProgress(self.records, self.now)

    def show_records(self, bank: Bank, order: Order) -> None:
        """Open the records screen. Questions opened from it show their options in ``order``."""
        from quiz.records.overview import overview
        from quiz.tui.screens.records.records_screen import RecordsScreen

        if self.records is None:
            notify_plain(self._app, self._error or "Games are not saved.", "No records", "warning")
            return
        try:
            loaded = overview(self.records, self.now())
        except RecordsError as error:
            notify_plain(self._app, str(error), "No records", "error")
            return
        self._app.push_screen(RecordsScreen(bank, loaded, order))

    def opinions(self) -> "dict[str, Opinion]":
        """Return what players think of questions, by their keys; nothing if the records fail."""
        from quiz.records.opinion import opinions  # only authors need it

        try:
            return {} if self.records is None else opinions(self.records.reactions.all(), self.records.shares())
        except RecordsError:  # starting a game reports the error
            return {}

    def choose_player(self) -> None:
        """Ask who is playing."""
        from quiz.tui.screens.dialogs.prompt import PlayerDialog

        if self.records is None:
            notify_plain(self._app, self._error or "Games are not saved.", "No players", "warning")
            return
        try:
            players = self.records.players()
        except RecordsError as error:
            notify_plain(self._app, str(error), "No players", "error")
            return
        self._app.push_screen(PlayerDialog(players), self._change_player)

    def _change_player(self, name: str | None) -> None:
        from quiz.records.player_name import player_name

        if name is not None and self.records is not None:
            self.records.player = player_name(name)
            self._app.post_message(GoHome())
