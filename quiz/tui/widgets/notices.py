"""What stands above the choices of the home screen: why nothing is kept, what is wrong, a game that waits."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from quiz.bank.bank import Bank
from quiz.game.mode import MODES
from quiz.game.scoring import shown_points
from quiz.game.wording import GAMES_NOT_SAVED, flaws
from quiz.records.kept import KeptGame
from quiz.tui import text


class Notices(Vertical):
    """Notices, of which there may be none."""

    def __init__(self, bank: Bank, interrupted: KeptGame | None, trouble: str | None) -> None:
        """``interrupted`` is a game that can be taken up; ``trouble`` says why nothing can be kept."""
        super().__init__()
        self._bank = bank
        self._interrupted = interrupted
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """What there is to say."""
        if self._trouble is not None:
            yield Static(text.plain(f"! {GAMES_NOT_SAVED} {self._trouble}", "$text-warning"), classes="notice")
        yield Static("", id="flaws", classes="notice", markup=False)
        if self._interrupted is not None:
            kept = self._interrupted
            mode = MODES[kept.mode].name
            score = text.signed(shown_points(kept.result.score))
            with Horizontal(id="interrupted"):
                said = f"Interrupted: {mode}, {len(kept.verdicts)} of {len(kept.questions)}, {score}"
                yield Static(said, markup=False)
                yield Button("Resume  r", id="resume", compact=True, variant="primary")
                yield Button("Drop  d", id="drop", compact=True)

    def on_mount(self) -> None:
        """Say what is wrong with the bank."""
        self.tell_flaws(self._bank)

    def tell_flaws(self, bank: Bank) -> None:
        """Say how much is wrong with a bank, if anything is."""
        errors = sum(problem.is_error for problem in bank.problems)
        said = f"! {flaws(errors)} Press e, or run quiz check."
        line = self.query_one("#flaws", Static)
        line.display = errors > 0
        line.update(text.plain(said, "$text-warning"))
