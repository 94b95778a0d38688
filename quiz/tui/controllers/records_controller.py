"""The records while the app runs: it owns them, shows what they say, and goes on without them when they fail."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from textual.app import App

from quiz.bank.bank import Bank
from quiz.game.option_order import Order
from quiz.game.phrases import GAMES_NOT_SAVED
from quiz.records.models import GameRecord
from quiz.records.records import Records, RecordsError
from quiz.records.session import interrupted
from quiz.tui.messages import GoHome
from quiz.tui.notifications import notify_plain


class RecordsController:
    """The only owner of the records: whoever needs them asks for ``records`` each time."""

    def __init__(
        self, app: App[None], records: Records | None, problem: str | None, wall: Callable[[], datetime]
    ) -> None:
        """Without ``records`` no game is saved, and ``problem`` says why. ``wall`` gives the date and time."""
        self._app = app
        self.records = records
        self._problem = problem
        self.now = wall

    def start(self) -> None:
        """Report from now on when a damaged file is set aside."""
        if self.records is not None:
            self.records.on_damage(partial(notify_plain, self._app, title="Records", severity="warning"))

    @property
    def player(self) -> str:
        """Who is playing; empty for a guest."""
        return self.records.player if self.records is not None else ""

    @property
    def notice(self) -> str:
        """Why no game is saved, or what became of damaged records; empty where all is well."""
        if self._problem is not None:
            return f"{GAMES_NOT_SAVED} {self._problem}"
        return (self.records.damage_notice if self.records is not None else None) or ""

    def give_up(self, error: RecordsError) -> None:
        """Go on without records."""
        self.records, self._problem = None, str(error)

    def interrupted_game(self, bank: Bank) -> GameRecord | None:
        """The game that can be resumed, if there is one."""
        if self.records is None:
            return None
        try:
            return interrupted(self.records, bank, self.now())
        except RecordsError as error:
            self.give_up(error)
            return None

    def show_records(self, bank: Bank, order: Order) -> None:
        """Open the records screen; questions opened from it have their options in ``order``."""
        from quiz.records.overview import overview
        from quiz.tui.screens.records.records_screen import RecordsScreen

        if self.records is None:
            notify_plain(self._app, self._problem or "Nothing is kept.", "No records", "warning")
            return
        try:
            whole = overview(self.records, self.now())
        except RecordsError as error:
            notify_plain(self._app, str(error), "No records", "error")
            return
        self._app.push_screen(RecordsScreen(bank, whole, order))

    def choose_player(self) -> None:
        """Ask who is playing."""
        from quiz.tui.screens.dialogs.prompt import PlayerDialog

        if self.records is None:
            notify_plain(self._app, self._problem or "Nothing is kept.", "No players", "warning")
            return
        try:
            known = self.records.players()
        except RecordsError as error:
            notify_plain(self._app, str(error), "No players", "error")
            return
        self._app.push_screen(PlayerDialog(known), self._change_player)

    def _change_player(self, name: str | None) -> None:
        from quiz.records.player_name import player_name

        if name is not None and self.records is not None:
            self.records.player = player_name(name)
            self._app.post_message(GoHome())
