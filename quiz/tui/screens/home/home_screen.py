"""The home screen: the bank in numbers, notices, and the choice of the next game."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary
from quiz.bank.question_index import QuestionSummary
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

CountDue = Callable[[Mode, Sequence[QuestionSummary]], int]
"""Returns how many of the questions a game of the mode would draw from."""


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
        count_due: CountDue | None = None,
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
            count_due: Counts the questions that a mode would draw from. If None, all that match are counted.
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
        self._count_due = count_due
        self._library = library
        self._settings = settings or Settings()
        self._settings_problem = settings_problem

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

    def on_screen_resume(self) -> None:
        """Ask the app to reload packs that have changed."""
        self.post_message(HomeShown())

    def show(self, bank: Bank, library: PackLibrary | None) -> None:
        """Show another bank or library. Entries that still exist stay selected."""
        if (bank, library) == (self.bank, self._library):
            return
        self.bank, self._library = bank, library
        self.query_one("#bank", Static).update(home_options.bank_line(bank))
        self.notices.show_bank_problems(bank)
        self.picker.show(bank, library)
        self._count()

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
        self.query_one("#summary", Static).update(self.picker.mode.summary)
        self._count()

    @property
    def _matching_count(self) -> int:
        """The number of questions that the game would draw from."""
        mode = self.picker.mode
        if mode.pool == "all" and (mode.daily or self.picker.filters == NO_FILTERS):
            return self.bank.summary.questions  # faster than counting them
        matching = self.picker.matching
        return len(matching) if self._count_due is None else self._count_due(mode, matching)

    def _count(self) -> None:
        mode, count = self.picker.mode, self._matching_count
        text = home_options.count_line(mode, count, self.picker.length, key_of(self.app, "home.clear", "x"))
        if not self.bank.summary.questions:
            has_packs = self.bank.summary.packs or self._library is None
            text = "The bank is empty. Run `quiz check` to see why." if has_packs else "Select at least one pack."
        self.query_one("#matching", Static).update(text)
        # In other modes Play stays enabled: the app then explains why there is nothing to ask.
        self.query_one("#play", Button).disabled = not count and mode.pool == "all"
        self.refresh_bindings()

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
