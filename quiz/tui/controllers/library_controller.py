"""The bank in play: reads again what authors change while the app is open, changes packs, opens the bank browser."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from textual.app import App

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary
from quiz.bank.question import Question
from quiz.tui.background_task import BackgroundTask
from quiz.tui.notifications import notify_plain
from quiz.tui.screens.home.home_screen import HomeScreen


class LibraryController:
    """Holds the bank, and the library of packs that it was read from."""

    def __init__(self, app: App[None], bank: Bank, library: PackLibrary | None, background: BackgroundTask) -> None:
        """``bank`` was read from ``library``; without one, it never changes. ``background`` reads packs."""
        self._app = app
        self.bank = bank
        self.library = library
        self._background = background
        self._problem_shown = False

    async def refresh_home(self) -> None:
        """Read what has changed while the home screen was covered, and show it there."""
        if isinstance(self._app.screen, HomeScreen):  # and not only for a moment, between two games
            await self.refresh_bank()
            self._show_library()

    async def choose_packs(self, roots: Sequence[Path]) -> None:
        """Play the packs in these folders."""
        if self.library is not None:
            self.library = await self._background.run(partial(self.library.with_packs, roots))
            self.bank = self.library.bank
            self._show_library()

    async def refresh_bank(self) -> None:
        """Read the packs in play again where they have changed; if they cannot be read, keep the bank and say so."""
        if self.library is None:
            return
        library = self.library
        now, wrong = (
            (library.with_folder_rescanned(), None)
            if library.is_up_to_date
            else await self._background.run(library.reload_if_changed)
        )
        self.library, self.bank = now, now.bank
        if self._problem_shown:  # it is shown again, if it still holds
            self._app.clear_notifications()
        self._problem_shown = wrong is not None
        if wrong is not None:
            notify_plain(self._app, wrong, "The questions stay as they were", "warning")

    async def current_questions(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        """These questions as they are now; those that are no longer in the bank are left out."""
        await self.refresh_bank()
        if self.library is None:
            return questions
        return tuple(self.bank.by_key[one.key] for one in questions if one.key in self.bank.by_key)

    async def browse(self) -> None:
        """Open the bank browser."""
        from quiz.tui.screens.bank_browser.browser_screen import BankBrowserScreen

        await self.refresh_bank()
        self._app.push_screen(BankBrowserScreen(self.bank, self.library))

    def _show_library(self) -> None:
        if isinstance(self._app.screen, HomeScreen):
            self._app.screen.show(self.bank, self.library)
