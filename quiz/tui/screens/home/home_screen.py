"""The home screen: what is in the bank, an interrupted game, and the choice of the next one."""

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

Waiting = Callable[[Mode, Sequence[QuestionSummary]], int]


class HomeScreen(QuizScreen):
    """Where every game begins."""

    SHEETS = ("screens/home/home.tcss",)
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
        about_records: str,
        player: str = "",
        *,
        mode: Mode = CLASSIC,
        waiting: Waiting | None = None,
        shelf: PackLibrary | None = None,
        settings: Settings | None = None,
        settings_problem: str | None = None,
    ) -> None:
        """``interrupted`` is a game that can be resumed; ``about_records`` says what is wrong with the records.

        ``mode`` is picked to begin with; ``waiting`` counts the questions that a mode would draw from. Where a
        ``shelf`` has more than one pack, the player chooses among them. ``settings`` say which length and
        clock are picked; ``settings_problem`` what is wrong with their file.
        """
        super().__init__()
        self.bank = bank
        self.interrupted = interrupted
        self._about_records = about_records
        self.player = player
        self._first_mode = mode
        self._waiting = waiting
        self._shelf = shelf
        self._settings = settings or Settings()
        self._settings_problem = settings_problem

    def compose(self) -> ComposeResult:
        """The bank, the notices, the choices, and the way into the game."""
        yield TooSmall()
        with Horizontal(id="masthead"):
            said = f"  {self.player}" if self.player else "  trivia you can check"
            yield Static(Content.styled("QUIZ", "bold $text-primary") + pack_text.plain(said), id="title")
            yield Static(home_options.bank_line(self.bank), id="bank")
        with VerticalScroll(id="choices", can_focus=False):
            yield HomeNotices(self.bank, self.interrupted, self._about_records, self._settings_problem)
            yield GamePicker(self.bank, self._shelf, self._settings, self._first_mode)
        with Horizontal(id="start"):
            yield Button("Play", id="play", variant="primary")
            yield Static("", id="matching", markup=False)
        yield Static("", id="summary", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Say what the game that is chosen would be."""
        self._describe()
        self.call_after_refresh(self.run_worker, preload, thread=True)

    def on_screen_resume(self) -> None:
        """Have what was saved meanwhile read again."""
        self.post_message(HomeShown())

    def show(self, bank: Bank, shelf: PackLibrary | None) -> None:
        """Show another bank, or the same one on another shelf; what is picked stays picked as far as it is there."""
        if (bank, shelf) == (self.bank, self._shelf):
            return
        self.bank, self._shelf = bank, shelf
        self.query_one("#bank", Static).update(home_options.bank_line(bank))
        self.notices.show_bank_problems(bank)
        self.picker.show(bank, shelf)
        self._count()

    def apply_settings(self, settings: Settings) -> None:
        """Pick the length and the clock of other settings, and show the keys that bindings have now."""
        if settings != self._settings:
            self._settings = settings
            self.picker.apply_settings(settings)
            self.notices.update_keys()
            self._count()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do with."""
        if action in ("resume", "discard") and self.interrupted is None:
            return False
        if action == "clear" and not (self.is_mounted and self.picker.filters != NO_FILTERS):
            return None
        return super().check_action(action, parameters)

    @on(PickList.Changed)
    def _describe(self) -> None:
        """Say what the mode is and how many questions the game has."""
        self.query_one("#summary", Static).update(self.picker.mode.summary)
        self._count()

    @property
    def _found(self) -> int:
        """How many questions the game would draw from."""
        mode = self.picker.mode
        if mode.pool == "all" and (mode.daily or self.picker.filters == NO_FILTERS):
            return self.bank.summary.questions  # without going through them
        matching = self.picker.matching
        return len(matching) if self._waiting is None else self._waiting(mode, matching)

    def _count(self) -> None:
        mode, found = self.picker.mode, self._found
        said = home_options.found_line(mode, found, self.picker.length, key_of(self.app, "home.clear", "x"))
        if not self.bank.summary.questions:
            chosen = self.bank.summary.packs or self._shelf is None
            said = "The bank is empty. `quiz check` says why." if chosen else "No pack is in play. Pick one."
        self.query_one("#matching", Static).update(said)
        self.query_one("#play", Button).disabled = not found and mode.pool == "all"  # else the app says why
        self.refresh_bindings()

    @on(Button.Pressed)
    def press(self, event: Button.Pressed) -> None:
        """Do what the button says, if it can be seen."""
        meant = {"play": self.action_play, "resume": self.action_resume, "drop": self.action_discard}
        if not self.too_small:
            meant[event.button.id or ""]()

    def action_play(self) -> None:
        """Begin the chosen game."""
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
        """Untick everything."""
        self.picker.clear()
