"""What the app does about its bank: takes up what is saved while it is open, changes packs, opens the browser."""

from collections.abc import Iterable
from functools import partial

from msgspec.structs import replace
from textual import on
from textual.app import SystemCommand
from textual.screen import Screen

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary
from quiz.settings.store import Preferences
from quiz.tui.background_task import ReadingApp
from quiz.tui.messages import ChoosePacks, HomeShown, StartGame
from quiz.tui.screens.home.home_screen import HomeScreen


class BankedApp(ReadingApp):
    """An app over a bank that authors may be writing at."""

    def __init__(self, bank: Bank, shelf: PackLibrary | None, preferences: Preferences | None) -> None:
        """``bank`` was read from a ``shelf``; without one, it stays as it is."""
        super().__init__(preferences)
        self.bank = bank
        self.shelf = shelf
        self._stayed = False

    @on(HomeShown)
    async def look_again(self) -> None:
        """Take up what was saved while the home screen was not seen."""
        if isinstance(self.screen, HomeScreen):  # and not only for a moment, between two games
            await self.look()
            self._show_shelf()

    @on(ChoosePacks)
    async def choose_packs(self, message: ChoosePacks) -> None:
        """Play other packs."""
        if self.shelf is not None:
            self.shelf = await self.read_beside(partial(self.shelf.choosing, message.roots))
            self.bank = self.shelf.bank
            self._show_shelf()

    async def look(self) -> None:
        """Take up what was saved in the packs in play; where it is broken, stay with what there was and say so."""
        if self.shelf is None:
            return
        shelf = self.shelf
        now, wrong = (
            (shelf.with_found(), None) if shelf.is_as_read else await self.read_beside(shelf.reload_if_changed)
        )
        self.shelf, self.bank = now, now.bank
        if self._stayed:  # whatever was said of it is said again, if it is still so
            self.clear_notifications()
        self._stayed = wrong is not None
        if wrong is not None:
            self.tell(wrong, "The questions stay as they were", "warning")

    async def renewed(self, message: StartGame) -> StartGame:
        """A game that was wanted, with its questions as they are now."""
        await self.look()
        now = tuple(self.bank.by_key[one.key] for one in message.questions if one.key in self.bank.by_key)
        if self.shelf is None or now == message.questions:
            return message
        return StartGame(replace(message.setup, bank=self.bank.digest), now)

    def _show_shelf(self) -> None:
        if isinstance(self.screen, HomeScreen):
            self.screen.show(self.bank, self.shelf)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the command palette offers."""
        yield from super().get_system_commands(screen)
        if isinstance(screen, HomeScreen):
            yield SystemCommand("Bank", "Browse every question, with its answer and its problems", self.action_bank)
            yield SystemCommand("Settings", "Theme, lengths, clock, motion, keys", self.action_settings)

    def show_settings(self) -> None:
        """Let home pick the length and the clock that are settled, and the settings screen show them all."""
        from quiz.tui.screens.settings.settings_screen import SettingsScreen

        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.settle(self.settings)
            elif isinstance(screen, SettingsScreen):
                screen.take(self.settings, self.theme)

    def action_settings(self) -> None:
        """Change what is settled for every game."""
        from quiz.tui.keymap.keymap import catalogue
        from quiz.tui.screens.settings.settings_screen import SettingsScreen
        from quiz.tui.setting_validators import screen_validators

        problems = tuple(map(str, self.preferences.problems))
        bindings = tuple(catalogue().values())
        self.push_screen(SettingsScreen(self.settings, self.theme, problems, bindings, screen_validators()))

    async def action_bank(self) -> None:
        """Browse the questions of the packs in play."""
        from quiz.tui.screens.bank_browser.browser_screen import BankBrowserScreen

        await self.look()
        self.push_screen(BankBrowserScreen(self.bank, self.shelf))
