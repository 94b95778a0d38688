"""The notices at the top of the home screen: problems, and a game that can be resumed."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.bank.bank import Bank
from quiz.game.modes import MODES
from quiz.game.phrases import mode_name, problems_notice
from quiz.game.shown_points import shown_points
from quiz.records.models import GameRecord
from quiz.tui import pack_text
from quiz.tui.keymap.binding_text import key_of
from quiz.tui.widgets.button import Button


class HomeNotices(Vertical):
    """The notices; empty if there are none."""

    def __init__(
        self, bank: Bank, interrupted: GameRecord | None, records_notice: str, settings_problem: str | None
    ) -> None:
        """``interrupted`` is a game that can be resumed. The others are texts to show, if there are any."""
        super().__init__()
        self._bank = bank
        self._interrupted = interrupted
        self._records_notice = records_notice
        self._settings_problem = settings_problem

    def compose(self) -> ComposeResult:
        """Yield the notices."""
        if self._records_notice:
            yield Static(pack_text.plain(f"! {self._records_notice}", "$text-warning"), classes="notice")
        if self._settings_problem is not None:
            yield Static(pack_text.plain(f"! {self._settings_problem}", "$text-warning"), classes="notice")
        yield Static("", id="flaws", classes="notice", markup=False)
        if self._interrupted is not None:
            game = self._interrupted
            mode = mode_name(MODES[game.mode], scored=game.scored)
            score = pack_text.signed(shown_points(game.result.score))
            with Horizontal(id="interrupted"):
                text = f"Interrupted: {mode}, {len(game.verdicts)} of {len(game.questions)}, {score}"
                yield Static(text, markup=False)
                yield Button("", id="resume", variant="primary")
                yield Button("", id="drop")

    def on_mount(self) -> None:
        """Show the keys, and the problems of the bank."""
        self.update_keys()

    def update_keys(self) -> None:
        """Show the current keys of the bindings."""
        for name, label, default_key in (("resume", "Resume", "r"), ("drop", "Discard", "d")):
            for button in self.query(f"#{name}").results(Button):
                button.label = Content(f"{label}  {key_of(self.app, f'home.{name}', default_key)}")
        self.show_bank_problems(self._bank)

    def show_bank_problems(self, bank: Bank) -> None:
        """Show how many problems a bank has, if any."""
        self._bank = bank
        errors = bank.summary.errors
        text = f"! {problems_notice(errors)} Press {key_of(self.app, 'home.bank', 'e')}, or run quiz check."
        line = self.query_one("#flaws", Static)
        line.display = errors > 0
        line.update(pack_text.plain(text, "$text-warning"))
