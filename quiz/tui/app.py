"""The app: it owns a controller for each area, and routes messages and actions to them."""

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
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

_ALLOWED_WHEN_TOO_SMALL = ("quit", "suspend_process", "focus_next", "focus_previous")
"""Actions that work while the terminal is too small to show a screen. Quitting still asks about unsaved work."""


def _now() -> datetime:
    return datetime.now(UTC)


class QuizApp(App[None]):
    """The Textual app."""

    TITLE = "Quiz"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = APP_BINDINGS

    def __init__(
        self,
        bank: Bank,
        records: Records | None = None,
        *,
        library: PackLibrary | None = None,
        records_error: str | None = None,
        setup: Setup | None = None,
        setup_warning: str | None = None,
        read_source: messages.ReadSource | None = None,
        preferences: Preferences | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = _now,
    ) -> None:
        """Create the app for the questions of ``bank``.

        Args:
            bank: The questions to play and browse.
            records: Where games are saved. If None, no game is saved.
            library: The packs that ``bank`` was loaded from. If None, the bank never changes.
            records_error: Why there are no ``records``.
            setup: A game to start at once, instead of showing the home screen.
            setup_warning: A warning about ``setup``, shown as a notification.
            read_source: The article to open on top of the home screen.
            preferences: The player's settings. If None, all settings have their defaults.
            clock: Returns monotonic seconds.
            now: Returns the current date and time.
        """
        super().__init__()
        self.clock = clock
        self.exit_text: str | None = None
        """Text to print when the app has ended, if the player asked for it."""
        self._setup = setup
        self._setup_warning = setup_warning
        self._first_message = read_source
        self._background = BackgroundTask(self)
        self._library = LibraryController(self, bank, library, self._background)
        self._records = RecordsController(self, records, records_error, now)
        self._settings = SettingsController(self, preferences)
        self._games = GameController(self, self._library, self._records, self._settings, clock)
        self._authoring = AuthorController(self, self._library)
        self._settings.apply_at_start()
        self._theme_refresh = ThemeRefresh(self)

    @property
    def bank(self) -> Bank:
        """The current bank."""
        return self._library.bank

    @property
    def settings(self) -> Settings:
        """The player's current settings."""
        return self._settings.settings

    @property
    def player_keys(self) -> Mapping[str, str]:
        """The player's own keys by binding id."""
        return self.settings.keys

    # Screens

    def get_default_screen(self) -> Screen[None]:
        """Return the home screen, or an empty screen if the app starts with a game: home is then created later."""
        return self._home() if self._setup is None else Screen()

    def on_mount(self) -> None:
        """Start the game and open the article that the app was created with."""
        self._records.start()
        self._settings.start()
        if self._setup is not None:
            if self._records.notice:  # the home screen shows it, but a game comes first here
                notify_plain(self, self._records.notice, "Records", "warning")
            self._games.play(self._setup)
        if self._setup_warning is not None:
            notify_plain(self, self._setup_warning, "Challenge", "warning")
        if self._first_message is not None:
            self.post_message(self._first_message)

    def _home(self) -> HomeScreen:
        records = self._records
        interrupted = records.interrupted_game(self.bank)  # comes first: if it fails, records.notice changes
        return HomeScreen(
            self.bank, interrupted, records.notice, records.player, mode=self._games.last_mode,
            open_progress=records.open_progress, library=self._library.library,
            settings=self.settings, settings_problem=self._settings.problem,
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
        self.exit_text = message.text

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
    async def _show_saved_question(self, message: messages.QuestionWritten) -> None:
        await self._authoring.show_saved_question(message.file)

    async def action_articles(self) -> None:
        """Open an article to read, before a game."""
        await self._library.read_article()

    async def action_bank(self) -> None:
        """Open the bank browser."""
        await self._library.browse(self._records.opinions())

    # Settings

    @on(messages.ChangeSetting)
    def _change_setting(self, message: messages.ChangeSetting) -> None:
        self._settings.change(message.key, message.value)

    @on(messages.ChangeKeys)
    def _change_keys(self, message: messages.ChangeKeys) -> None:
        self._settings.change_keys(message.id, message.keys)

    def action_settings(self) -> None:
        """Open the settings screen."""
        self._settings.show_screen()

    # Help, commands, leaving

    def action_help(self) -> None:
        """Show the keys of the active screen."""
        from quiz.tui.screens.dialogs.help import HelpDialog, active_keys

        self.push_screen(HelpDialog(active_keys(self)))

    def action_command_palette(self) -> None:
        """Open the command palette."""
        command_palette.open_commands(self)

    def search_themes(self) -> None:
        """Open a palette of all themes."""
        command_palette.open_themes(self)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yield the commands of the command palette."""
        yield from super().get_system_commands(screen)
        yield from command_palette.home_commands(screen, self.action_articles, self.action_bank, self.action_settings)

    async def action_quit(self) -> None:
        """Exit the app. If there is unsaved work, ask first."""
        from quiz.tui.screens.dialogs.confirm import ConfirmDialog, confirm_leave

        unsaved = unsaved_work(self)
        if not unsaved:
            self.exit()
        elif not isinstance(self.screen, ConfirmDialog):
            self.push_screen(confirm_leave(unsaved), lambda leaving: self.exit() if leaving else None)

    # Overridden methods of Textual

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable suspending where the driver cannot, and most actions while the terminal is too small."""
        if action == "suspend_process" and not (self._driver and self._driver.can_suspend):
            return False
        return super().check_action(action, parameters) and not (
            too_small(self.size) and action not in _ALLOWED_WHEN_TOO_SMALL
        )

    async def run_action(self, *args: Any, **kwargs: Any) -> bool:
        """Run an action, unless the app is quitting: its screens are being closed, and no other can be opened."""
        return not self._exit and await super().run_action(*args, **kwargs)

    def exit(self, *args: Any, **kwargs: Any) -> None:
        """Exit the app without waiting for packs that are being read."""
        super().exit(*args, **kwargs)
        self._background.cancel()

    def post_message(self, message: Message) -> bool:
        """Handle the quit key even while packs are being read; all other messages wait."""
        if self._background.is_quit_key(message):
            self.exit()
        return super().post_message(message)

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver with fixes."""
        return fixed_driver(super().get_driver_class())

    def refresh_css(self, animate: bool = True) -> None:
        """Apply the stylesheets again, if the theme has changed."""
        if self._theme_refresh.is_due():
            super().refresh_css(animate)
