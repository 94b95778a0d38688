"""The app: it owns a controller for each area, and routes messages and actions to them."""

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.driver import Driver
from textual.message import Message
from textual.screen import Screen

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary
from quiz.game.game import Setup
from quiz.records.game_setup import count_available
from quiz.records.records import Records
from quiz.settings.settings import Settings
from quiz.settings.store import Preferences
from quiz.tui import messages
from quiz.tui.background_task import BackgroundTask
from quiz.tui.controllers import command_palette
from quiz.tui.controllers.author_controller import AuthorController
from quiz.tui.controllers.game_controller import GameController
from quiz.tui.controllers.library_controller import LibraryController
from quiz.tui.controllers.navigation import replace_screens, unsaved_work
from quiz.tui.controllers.records_controller import RecordsController
from quiz.tui.controllers.settings_controller import SettingsController
from quiz.tui.keymap.app_bindings import APP_BINDINGS
from quiz.tui.notifications import notify_plain
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.quiz_screen import too_small
from quiz.tui.textual_fixes.app_fixes import ThemeRefresh, fixed_driver

_UNSEEN = ("quit", "suspend_process", "focus_next", "focus_previous")
"""What can be done where the terminal is too small for a screen; over unsaved words, quitting asks before it ends."""


def _now() -> datetime:
    return datetime.now(UTC)


class QuizApp(App[None]):
    """Trivia you can check."""

    TITLE = "Quiz"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = APP_BINDINGS

    def __init__(
        self,
        bank: Bank,
        records: Records | None = None,
        *,
        shelf: PackLibrary | None = None,
        trouble: str | None = None,
        setup: Setup | None = None,
        warning: str | None = None,
        first: messages.ReadSource | None = None,
        preferences: Preferences | None = None,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], datetime] = _now,
    ) -> None:
        """A game over ``bank``, which was read from ``shelf``, or never changes.

        Without ``records`` no game is saved, and ``trouble`` says why. With a ``setup`` the app begins with that
        game, and shows ``warning`` if there is one; with ``first`` it opens that article over the home screen.
        Without ``preferences``, all settings have their defaults. ``clock`` gives monotonic seconds, ``wall`` the
        date.
        """
        super().__init__()
        self.clock = clock
        self.parting_words: str | None = None
        """What is printed when the app has ended, on the player's request."""
        self._setup = setup
        self._warning = warning
        self._first = first
        self._background = BackgroundTask(self)
        self._library = LibraryController(self, bank, shelf, self._background)
        self._records = RecordsController(self, records, trouble, wall)
        self._settings = SettingsController(self, preferences)
        self._games = GameController(self, self._library, self._records, self._settings, clock)
        self._authoring = AuthorController(self, self._library)
        self._settings.apply_first()
        self._theme_refresh = ThemeRefresh(self)

    @property
    def bank(self) -> Bank:
        """The questions in play, as they were read last."""
        return self._library.bank

    @property
    def settings(self) -> Settings:
        """The player's settings as they are now."""
        return self._settings.settings

    @property
    def player_keys(self) -> Mapping[str, str]:
        """The keys that the player has given to bindings, by the ids of the bindings."""
        return self.settings.keys

    # Screens

    def get_default_screen(self) -> Screen[None]:
        """Everything else lies over the home screen; where a game was asked for, home is made when it is gone to."""
        return self._home() if self._setup is None else Screen()

    def on_mount(self) -> None:
        """Open the game that was asked for."""
        self._records.start()
        self._settings.start()
        if self._setup is not None:
            if self._records.notice:  # home, which says so, is not seen before the game
                notify_plain(self, self._records.notice, "Records", "warning")
            self._games.play(self._setup)
        if self._warning is not None:
            notify_plain(self, self._warning, "Challenge", "warning")
        if self._first is not None:
            self.post_message(self._first)

    def _home(self) -> HomeScreen:
        records = self._records
        interrupted = records.interrupted_game(self.bank)  # first: where that fails, there is something to notice
        return HomeScreen(
            self.bank, interrupted, records.notice, records.player, mode=self._games.last_mode,
            waiting=partial(count_available, records=records.records, now=records.now),
            shelf=self._library.library, settings=self.settings, settings_problem=self._settings.problem,
        )  # fmt: skip

    @on(messages.GoHome)
    def _go_home(self) -> None:
        replace_screens(self, self._home())

    # Games

    @on(messages.StartGame)
    async def _start_game(self, message: messages.StartGame) -> None:
        await self._games.start(message.setup, message.questions)

    @on(messages.RequestGame)
    async def _request_game(self, message: messages.RequestGame) -> None:
        await self._games.request(message.request)

    @on(messages.ResumeGame)
    def _resume_game(self, message: messages.ResumeGame) -> None:
        self._games.resume(message.game)

    @on(messages.DiscardGame)
    def _discard_game(self, message: messages.DiscardGame) -> None:
        self._games.discard(message.game)

    @on(messages.GameOver)
    def _show_results(self, message: messages.GameOver) -> None:
        self._games.show_results(message.session)

    @on(messages.PrintAtExit)
    def _print_at_exit(self, message: messages.PrintAtExit) -> None:
        self.parting_words = message.words

    async def action_enter_code(self) -> None:
        """Ask for a challenge code and play its game."""
        await self._games.ask_for_code()

    # Records

    def action_records(self) -> None:
        """Show the player's records."""
        self._records.show_records(self.bank, self.settings.options)

    def action_choose_player(self) -> None:
        """Ask who is playing."""
        self._records.choose_player()

    # Packs and questions

    @on(messages.HomeShown)
    async def _refresh_home(self) -> None:
        await self._library.refresh_home()

    @on(messages.ChoosePacks)
    async def _choose_packs(self, message: messages.ChoosePacks) -> None:
        await self._library.choose_packs(message.roots)

    @on(messages.ReadSource)
    def _read_source(self, message: messages.ReadSource) -> None:
        self._authoring.read_source(message.source)

    @on(messages.WriteQuestion)
    def _write_question(self, message: messages.WriteQuestion) -> None:
        self._authoring.write_question(message.source, message.picked)

    @on(messages.QuestionWritten)
    async def _add_written(self, message: messages.QuestionWritten) -> None:
        await self._authoring.add_written(message.file)

    async def action_bank(self) -> None:
        """Browse the questions of the packs in play."""
        await self._library.browse()

    # Settings

    @on(messages.ChangeSetting)
    def _change_setting(self, message: messages.ChangeSetting) -> None:
        self._settings.change(message.key, message.value)

    @on(messages.ChangeKeys)
    def _change_keys(self, message: messages.ChangeKeys) -> None:
        self._settings.change_keys(message.id, message.keys)

    def action_settings(self) -> None:
        """Change the settings."""
        self._settings.show_screen()

    # Help, commands, leaving

    def action_help(self) -> None:
        """Show the keys of the screen in front."""
        from quiz.tui.screens.dialogs.help import HelpDialog, offered_keys

        self.push_screen(HelpDialog(offered_keys(self)))

    def action_command_palette(self) -> None:
        """Offer every command by its name."""
        command_palette.open_commands(self)

    def search_themes(self) -> None:
        """Offer every theme by its name."""
        command_palette.open_themes(self)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers."""
        yield from super().get_system_commands(screen)
        yield from command_palette.home_commands(screen, self.action_bank, self.action_settings)

    async def action_quit(self) -> None:
        """End the app; what was typed and not saved is lost only if its author says so."""
        from quiz.tui.screens.dialogs.confirm import ConfirmDialog, confirm_leave

        unsaved = unsaved_work(self)
        if not unsaved:
            self.exit()
        elif not isinstance(self.screen, ConfirmDialog):
            self.push_screen(confirm_leave(unsaved), lambda leaving: self.exit() if leaving else None)

    # What Textual asks for

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the shell only where there may be one, and open nothing unseen where the terminal is too small."""
        if action == "suspend_process" and not (self._driver and self._driver.can_suspend):
            return False
        return super().check_action(action, parameters) and not (too_small(self.size) and action not in _UNSEEN)

    def exit(self, *args: Any, **more: Any) -> None:
        """End the app, and do not wait for a pack before that."""
        super().exit(*args, **more)
        self._background.cancel()

    def post_message(self, message: Message) -> bool:
        """Let a player leave who would have to wait for a pack; all else does wait."""
        if self._background.is_left_by(message):
            self.exit()
        return super().post_message(message)

    def get_driver_class(self) -> type[Driver]:
        """Textual's own driver with its faults fixed."""
        return fixed_driver(super().get_driver_class())

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew, if that changes anything."""
        if self._theme_refresh.is_due():
            super().refresh_css(animate)
