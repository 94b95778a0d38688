"""The current bank: reloads packs that change while the app is open, selects packs, opens the bank browser."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary
from quiz.bank.question import Question
from quiz.bank.source import Source
from quiz.tui.background_task import BackgroundTask
from quiz.tui.notifications import notify_plain
from quiz.tui.screens.home.home_screen import HomeScreen

if TYPE_CHECKING:
    from quiz.records.opinion import Opinion


class LibraryController:
    """Holds the bank, and the library of packs that it was loaded from."""

    def __init__(self, app: App[None], bank: Bank, library: PackLibrary | None, background: BackgroundTask) -> None:
        """``bank`` was loaded from ``library``; if None, the bank never changes. ``background`` reads packs."""
        self._app = app
        self.bank = bank
        self.library = library
        self._background = background
        self._problem_shown = False

    async def refresh_home(self) -> None:
        """Reload packs that have changed while another screen was active, and update the home screen."""
        if isinstance(self._app.screen, HomeScreen):  # home may have been active only between two games
            await self.refresh_bank()
            self._show_library()

    async def choose_packs(self, roots: Sequence[Path]) -> None:
        """Load the packs in these folders, and only those."""
        if self.library is not None:
            self.library = await self._background.run(partial(self.library.with_packs, roots))
            self.bank = self.library.bank
            self._show_library()

    async def refresh_bank(self) -> None:
        """Reload the selected packs that have changed. If one cannot be read, keep the bank and show a warning."""
        if self.library is None:
            return
        library = self.library
        now, error = (
            (library.with_folder_rescanned(), None)
            if library.is_up_to_date
            else await self._background.run(library.reload_if_changed)
        )
        self.library, self.bank = now, now.bank
        if self._problem_shown:  # shown again below if it still exists
            self._app.clear_notifications()
        self._problem_shown = error is not None
        if error is not None:
            notify_plain(self._app, error, "Questions not reloaded", "warning")

    async def current_questions(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        """Return the current versions of these questions, without those that are no longer in the bank."""
        await self.refresh_bank()
        if self.library is None:
            return questions
        by_key = self.bank.by_key
        return tuple(by_key[question.key] for question in questions if question.key in by_key)

    async def read_article(self) -> None:
        """Open an article for a player. If there are several, ask which one."""
        from quiz.tui.screens.dialogs.choose_source import ChooseSourceDialog

        await self.refresh_bank()
        sources = self.bank.sources
        if len(sources) > 1:
            self._app.push_screen(ChooseSourceDialog(self.bank), self._read)
        elif sources:
            self._read(sources[0])
        else:
            reason = "The selected packs contain no article that can be read."
            notify_plain(self._app, reason, "Articles", "warning")

    def _read(self, source: Source | None) -> None:
        from quiz.tui.screens.article_reader.reading_screen import ReadingScreen

        if source is not None:
            self._app.push_screen(ReadingScreen(source))

    async def browse(self, opinions: "Mapping[str, Opinion]") -> None:
        """Open the bank browser; ``opinions`` are what players think of questions, by their keys."""
        from quiz.tui.screens.bank_browser.browser_screen import BankBrowserScreen

        await self.refresh_bank()
        self._app.push_screen(BankBrowserScreen(self.bank, self.library, opinions))

    def _show_library(self) -> None:
        if isinstance(self._app.screen, HomeScreen):
            self._app.screen.show(self.bank, self.library)
