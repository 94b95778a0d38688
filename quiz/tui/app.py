"""The app: holds the bank and the records, and moves between screens as their messages ask."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.screen import Screen

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary
from quiz.game.game import Setup, questions_of
from quiz.game.phrases import GAMES_NOT_SAVED
from quiz.records.game_setup import count_available
from quiz.records.models import GameRecord
from quiz.records.records import Records, RecordsError
from quiz.records.session import interrupted
from quiz.settings.store import Preferences
from quiz.tui.controllers.game_controller import PlayingApp
from quiz.tui.messages import GoHome, PrintAtExit, ReadSource, StartGame
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.quiz_screen import QuizScreen, too_small

_UNSEEN = ("quit", "suspend_process", "focus_next", "focus_previous")
"""What can be done where the terminal is too small for a screen; over unsaved words, quitting asks before it ends."""


def _now() -> datetime:
    return datetime.now(UTC)


class QuizApp(PlayingApp):
    """Trivia you can check."""

    TITLE = "Quiz"
    CSS_PATH = "styles/app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", key_display="?", id="app.help"),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True, id="app.quit"),
    ]

    def __init__(
        self,
        bank: Bank,
        records: Records | None = None,
        *,
        shelf: PackLibrary | None = None,
        trouble: str | None = None,
        setup: Setup | None = None,
        warning: str | None = None,
        first: ReadSource | None = None,
        preferences: Preferences | None = None,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], datetime] = _now,
    ) -> None:
        """A game over ``bank``, which was read from a ``shelf``, or stays as it is.

        Without ``records`` nothing is kept, and ``trouble`` says why. With a ``setup`` the app begins with that game,
        saying ``warning`` if there is one; with a ``first`` wish it opens that over the home screen. Without
        ``preferences``, all settings are as they come. ``clock`` gives monotonic seconds, ``wall`` the date.
        """
        super().__init__(bank, shelf, preferences, records, trouble, clock, wall)
        self.parting_words: str | None = None
        """What is printed when the app has ended, on the player's request."""
        self._setup = setup
        self._warning = warning
        self._first = first

    def get_default_screen(self) -> Screen[None]:
        """Everything else lies over the home screen; where a game was asked for, home is made when it is gone to."""
        return self._home() if self._setup is None else Screen()

    def on_mount(self) -> None:
        """Open the game that was asked for."""
        if self.records is not None:
            self.records.on_damage(partial(self.tell, title="Records", severity="warning"))
        if self._setup is not None:
            setup = self._setup
            if self._about_records:  # home, which says so, is not seen before the game
                self.tell(self._about_records, "Records", "warning")
            self._play(StartGame(setup, questions_of(setup, self.bank)))
        if self._warning is not None:
            self.tell(self._warning, "Challenge", "warning")
        if self._first is not None:
            self.post_message(self._first)

    @on(GoHome)
    def go_home(self) -> None:
        """Leave whatever is open for the home screen, as it is now."""
        self._replace(self._home())

    def action_records(self) -> None:
        """Show the player's records."""
        from quiz.records.overview import overview
        from quiz.tui.screens.records.records_screen import RecordsScreen

        if self.records is None:
            self.tell(self.trouble or "Nothing is kept.", "No records", "warning")
            return
        try:
            whole = overview(self.records, self._wall())
        except RecordsError as error:
            self.tell(str(error), "No records", "error")
            return
        self.push_screen(RecordsScreen(self.bank, whole, self.settings.options))

    def action_choose_player(self) -> None:
        """Ask who is playing."""
        from quiz.tui.screens.dialogs.prompt import PlayerDialog

        if self.records is None:
            self.tell(self.trouble or "Nothing is kept.", "No players", "warning")
            return
        try:
            known = self.records.players()
        except RecordsError as error:
            self.tell(str(error), "No players", "error")
            return
        self.push_screen(PlayerDialog(known), self._become)

    def _become(self, name: str | None) -> None:
        from quiz.records.player_name import player_name

        if name is not None and self.records is not None:
            self.records.player = player_name(name)
            self.post_message(GoHome())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let nothing be opened unseen: where the terminal is too small, one moves in a dialog or leaves."""
        return super().check_action(action, parameters) and not (too_small(self.size) and action not in _UNSEEN)

    async def action_quit(self) -> None:
        """End the app; what was typed and not saved is lost only if its author says so."""
        from quiz.tui.screens.dialogs.confirm import ConfirmDialog, confirm_leave

        unsaved = next((one.unsaved for one in self.screen_stack if isinstance(one, QuizScreen) and one.unsaved), "")
        if not unsaved:
            self.exit()
        elif not isinstance(self.screen, ConfirmDialog):
            self.push_screen(confirm_leave(unsaved), self._quit)

    def _quit(self, leaving: bool | None) -> None:
        if leaving:
            self.exit()

    def action_help(self) -> None:
        """Show the keys of the screen in front."""
        from quiz.tui.screens.dialogs.help import HelpDialog, offered_keys

        self.push_screen(HelpDialog(offered_keys(self)))

    @on(PrintAtExit)
    def print_at_exit(self, message: PrintAtExit) -> None:
        """Remember what is to be printed when the app has ended."""
        self.parting_words = message.words

    def _home(self) -> HomeScreen:
        player = self.records.player if self.records else ""
        waiting = partial(count_available, records=self.records, now=self._wall)
        return HomeScreen(
            self.bank, self._interrupted(), self._about_records, player, mode=self._last_mode, waiting=waiting,
            shelf=self.shelf, settings=self.settings, unsettled=self.unsettled,
        )  # fmt: skip

    @property
    def _about_records(self) -> str:
        """Why nothing is kept, or what became of damaged records; empty where all is well."""
        if self.trouble is not None:
            return f"{GAMES_NOT_SAVED} {self.trouble}"
        return (self.records.damage_notice if self.records else None) or ""

    def _interrupted(self) -> GameRecord | None:
        try:
            return interrupted(self.records, self.bank, self._wall()) if self.records else None
        except RecordsError as error:
            self.records, self.trouble = None, str(error)
            return None
