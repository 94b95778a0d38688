"""The home screen: the bank in numbers, notices, and the choice of the next game."""

import asyncio
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary
from quiz.game.deal import NO_FILTERS
from quiz.game.modes import CLASSIC, Mode
from quiz.records.models import GameRecord
from quiz.settings.settings import Settings
from quiz.tui import pack_text
from quiz.tui.keymap.binding_text import key_of
from quiz.tui.messages import DiscardGame, HomeShown, RequestGame, ResumeGame
from quiz.tui.preload import preload
from quiz.tui.screens.home import home_options
from quiz.tui.screens.home.game_picker import GamePicker
from quiz.tui.screens.home.home_notices import HomeNotices
from quiz.tui.screens.home.pick_list import PickList
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.button import Button
from quiz.tui.widgets.footer import Footer

if TYPE_CHECKING:  # the first frame does not need it
    from quiz.records.progress import PlayerProgress

_REFRESH = 60.0
"""Seconds between two updates of what changes with time."""


class HomeScreen(QuizScreen):
    """The first screen, from which games are started."""

    STYLESHEETS = ("screens/home/home.tcss",)
    AUTO_FOCUS = "#play"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "play", "Play", id="home.play"),
        Binding("r", "resume", "Resume", id="home.resume"),
        Binding("d", "discard", "Discard", id="home.drop"),
        Binding("b", "app.records", "Records", id="home.records"),
        Binding("e", "app.bank", "Bank", id="home.bank", tooltip="Every question, its answer and its problems"),
        Binding("c", "app.enter_code", "Code", id="home.code", tooltip="Play the game of a friend's challenge code"),
        Binding("n", "app.choose_player", "Player", id="home.player"),
        Binding("x", "clear", "Clear", id="home.clear"),
        Binding("a", "app.articles", "Read an article", show=False, id="home.articles"),
        Binding("t", "app.change_theme", "Theme", show=False, id="home.theme"),
        Binding("comma", "app.settings", "Settings", id="home.settings", tooltip="Theme, lengths, clock, keys …"),
        Binding("q", "app.quit", "Quit", id="home.quit"),
    ]

    notices = getters.query_one(HomeNotices)
    picker = getters.query_one(GamePicker)

    def __init__(
        self,
        bank: Bank,
        interrupted: GameRecord | None,
        records_notice: str,
        player: str = "",
        *,
        mode: Mode = CLASSIC,
        open_progress: "Callable[[], PlayerProgress]",
        library: PackLibrary | None = None,
        settings: Settings | None = None,
        settings_problem: str | None = None,
    ) -> None:
        """Create the home screen.

        Args:
            bank: The questions to choose from.
            interrupted: A game that can be resumed.
            records_notice: A problem of the records, or an empty string.
            player: The player's name; empty for a guest.
            mode: The mode that is selected at first.
            open_progress: Returns the player's progress; called after the first frame.
            library: If it has several packs, the player can choose among them.
            settings: Determine the selected length and clock. If None, all settings have their defaults.
            settings_problem: A problem of the settings file.
        """
        super().__init__()
        self.bank = bank
        self.interrupted = interrupted
        self._records_notice = records_notice
        self.player = player
        self._first_mode = mode
        self._open_progress = open_progress
        self._progress_shown = False
        self._library = library
        self._settings = settings or Settings()
        self._settings_problem = settings_problem
        self._practice = ""
        """That a game of the picked mode is practice; empty if it is not."""

    def compose(self) -> ComposeResult:
        """Yield the title, the notices, the lists, and the button that starts the game."""
        yield TooSmall()
        with Horizontal(id="masthead"):
            subtitle = f"  {self.player}" if self.player else "  trivia you can check"
            yield Static(Content.styled("QUIZ", "bold $text-primary") + pack_text.plain(subtitle), id="title")
            yield Static(home_options.bank_line(self.bank), id="bank")
        with VerticalScroll(id="choices", can_focus=False):
            yield HomeNotices(self.bank, self.interrupted, self._records_notice, self._settings_problem)
            yield GamePicker(self.bank, self._library, self._settings, self._first_mode)
        with Horizontal(id="start"):
            yield Button("Play", id="play", variant="primary")
            yield Static("", id="matching", markup=False)
        yield Static("", id="summary", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Describe the selected game, then preload what it needs."""
        self._describe()
        self.call_after_refresh(self.run_worker, preload, thread=True)
        self.set_interval(_REFRESH, self.update_progress)

    def on_screen_resume(self) -> None:
        """Ask the app to reload packs that have changed, and show the player's progress."""
        self.post_message(HomeShown())
        self.call_after_refresh(self._show_progress)

    @cached_property
    def _progress(self) -> "PlayerProgress":
        return self._open_progress()

    def update_progress(self) -> None:
        """Update what changes with time: the daily, and the questions that are due."""
        if self.is_current:
            self._describe()
            self._show_progress()

    def _show_progress(self) -> None:
        """Show the mastered topics and, when that is computed, how many questions are due."""
        if not self._has_lists:  # a game was started at once
            return
        self._progress_shown = True
        self._progress.reread()
        if self._progress.has_answers:  # else the summaries of the questions need not be read yet
            self.picker.show_mastery(self._progress.mastery(self.bank.question_summaries))
            self.run_worker(self._show_due(), group="due", exclusive=True)
        else:
            self.picker.show_due(None)

    @property
    def _has_lists(self) -> bool:
        """Whether the lists are there: they go before the screen does."""
        return self.is_attached and any(picker.is_complete for picker in self.query(GamePicker))

    async def _show_due(self) -> None:
        await asyncio.to_thread(self._progress.load_due_times)
        if self._has_lists:
            self._draw_due()

    def _draw_due(self) -> None:
        """Show how many of the matching questions are due, if that is computed."""
        if self._progress_shown and self._progress.has_due_times:
            self.picker.show_due(self._progress.practice(self.picker.matching).due)

    def show(self, bank: Bank, library: PackLibrary | None) -> None:
        """Show another bank or library. Entries that still exist stay selected."""
        if (bank, library) == (self.bank, self._library):
            return
        self.bank, self._library = bank, library
        self.query_one("#bank", Static).update(home_options.bank_line(bank))
        self.notices.show_bank_problems(bank)
        self.picker.show(bank, library)
        self._show_progress()
        self._describe()

    def apply_settings(self, settings: Settings) -> None:
        """Show the lengths, the clock and the keys of other settings."""
        if settings != self._settings:
            self._settings = settings
            self.picker.apply_settings(settings)
            self.notices.update_keys()
            self._count()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide or disable actions that have no effect now."""
        if action in ("resume", "discard") and self.interrupted is None:
            return False
        if action == "clear" and not (self.is_mounted and self.picker.filters != NO_FILTERS):
            return None
        return super().check_action(action, parameters)

    @on(PickList.Changed)
    def _describe(self) -> None:
        """Show the summary of the mode, and how many questions the game has."""
        summary, self._practice = self.picker.mode.summary, ""
        if self.picker.mode.daily:
            from quiz.records.daily import practice_notice, status_text  # not needed by the first frame

            daily = self._progress.daily(self.bank.digest)
            self._practice, status = practice_notice(daily), status_text(daily, self._progress.now)
            summary = status if daily.attempted else f"{summary} {status}".rstrip()
        self.query_one("#summary", Static).update(summary)
        self._count()
        self._draw_due()

    @property
    def _matching_count(self) -> int:
        """The number of questions that match the filters."""
        if self.picker.mode.daily or self.picker.filters == NO_FILTERS:
            return self.bank.summary.questions  # faster than counting them
        return len(self.picker.matching)

    def _count(self) -> None:
        mode = self.picker.mode
        if not self.bank.summary.questions:
            has_packs = self.bank.summary.packs or self._library is None
            text = "The bank is empty. Run `quiz check` to see why." if has_packs else "Select at least one pack."
        else:
            text = self._practice or self._available(mode)
        self.query_one("#matching", Static).update(text)
        # In other modes Play stays enabled: the app then explains why there is nothing to ask.
        self.query_one("#play", Button).disabled = mode.pool == "all" and not self._matching_count
        self.refresh_bindings()

    def _available(self, mode: Mode) -> str:
        """Return how many questions a game of the mode could draw from."""
        if mode.pool != "all":
            self._progress.reread()
        if mode.pool == "due":
            from quiz.records.progress import practice_text  # not needed by the first frame

            return practice_text(self._progress.practice(self.picker.matching))
        count = self._matching_count if mode.pool == "all" else self._progress.missed(self.picker.matching)
        if mode.find_proof and count:
            from quiz.game.game import askable  # not needed by the first frame

            found = len(askable(self.picker.matching, mode))
            return home_options.proof_line(found, count)
        return home_options.count_line(mode, count, self.picker.length, key_of(self.app, "home.clear", "x"))

    @on(Button.Pressed)
    def press(self, event: Button.Pressed) -> None:
        """Run the action of a button, unless the terminal is too small to show it."""
        actions = {"play": self.action_play, "resume": self.action_resume, "drop": self.action_discard}
        if not self.too_small:
            actions[event.button.id or ""]()

    def action_play(self) -> None:
        """Start the selected game."""
        if not self.query_one("#play", Button).disabled:
            self.post_message(RequestGame(self.picker.request))

    def action_resume(self) -> None:
        """Resume the interrupted game."""
        if self.interrupted is not None:
            self.post_message(ResumeGame(self.interrupted.id))

    def action_discard(self) -> None:
        """Discard the interrupted game."""
        if self.interrupted is None:
            return
        self.post_message(DiscardGame(self.interrupted.id))
        self.interrupted = None
        self.query_one("#interrupted").remove()
        self.refresh_bindings()

    def action_clear(self) -> None:
        """Clear all filters."""
        self.picker.clear()
