"""The notices above the choices on the home screen: what is wrong, and a game that can be resumed."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.bank.bank import Bank
from quiz.game.modes import MODES
from quiz.game.phrases import problems_notice
from quiz.game.scoring import shown_points
from quiz.records.models import GameRecord
from quiz.tui import pack_text
from quiz.tui.keymap.binding_text import key_of
from quiz.tui.widgets.button import Button


class HomeNotices(Vertical):
    """Notices, of which there may be none."""

    def __init__(
        self, bank: Bank, interrupted: GameRecord | None, about_records: str, settings_problem: str | None
    ) -> None:
        """``interrupted`` is a game that can be resumed; ``about_records`` says what is wrong with the records.

        ``settings_problem`` says what is wrong with the settings.
        """
        super().__init__()
        self._bank = bank
        self._interrupted = interrupted
        self._about_records = about_records
        self._settings_problem = settings_problem

    def compose(self) -> ComposeResult:
        """What there is to say."""
        if self._about_records:
            yield Static(pack_text.plain(f"! {self._about_records}", "$text-warning"), classes="notice")
        if self._settings_problem is not None:
            yield Static(pack_text.plain(f"! {self._settings_problem}", "$text-warning"), classes="notice")
        yield Static("", id="flaws", classes="notice", markup=False)
        if self._interrupted is not None:
            kept = self._interrupted
            mode = MODES[kept.mode].name
            score = pack_text.signed(shown_points(kept.result.score))
            with Horizontal(id="interrupted"):
                said = f"Interrupted: {mode}, {len(kept.verdicts)} of {len(kept.questions)}, {score}"
                yield Static(said, markup=False)
                yield Button("", id="resume", variant="primary")
                yield Button("", id="drop")

    def on_mount(self) -> None:
        """Say what is wrong with the bank."""
        self.update_keys()

    def update_keys(self) -> None:
        """Show the keys that the bindings have now."""
        for button, what, own in (("resume", "Resume", "r"), ("drop", "Discard", "d")):
            for one in self.query(f"#{button}").results(Button):
                one.label = Content(f"{what}  {key_of(self.app, f'home.{button}', own)}")
        self.show_bank_problems(self._bank)

    def show_bank_problems(self, bank: Bank) -> None:
        """Say how much is wrong with a bank, if anything is."""
        self._bank = bank
        errors = bank.summary.errors
        said = f"! {problems_notice(errors)} Press {key_of(self.app, 'home.bank', 'e')}, or run quiz check."
        line = self.query_one("#flaws", Static)
        line.display = errors > 0
        line.update(pack_text.plain(said, "$text-warning"))
