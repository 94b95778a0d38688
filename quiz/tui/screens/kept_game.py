"""A game of the records, opened again: its questions, each of which opens with its quote."""

from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from quiz.bank.bank import Bank
from quiz.game.arrangement import arrange
from quiz.records.kept import KeptGame, mode_of
from quiz.tui import text
from quiz.tui.screens.base import QuizScreen, TooSmall
from quiz.tui.screens.review import ReviewScreen
from quiz.tui.widgets.key_line import KeyLine
from quiz.tui.widgets.verdict_row import verdict_row


class KeptGameScreen(QuizScreen):
    """The questions of one kept game, as far as the bank still has them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "Open", id="kept.open"),
        Binding("escape,q", "app.pop_screen", "Back", id="kept.back", key_display="esc"),
    ]

    asked = getters.query_one("#asked", OptionList)

    def __init__(self, game: KeptGame, bank: Bank) -> None:
        super().__init__()
        self._game = game
        self._bank = bank
        self._known = [verdict for verdict in game.verdicts if verdict.question in bank.by_key]

    def compose(self) -> ComposeResult:
        """Which game it was, then its questions."""
        yield TooSmall()
        game = self._game
        when = game.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
        parts = " · ".join(part for part in (game.player, game.size, when) if part)
        yield Static(
            Content.styled(mode_of(game.mode).name, "bold") + text.plain(f"  {parts}", text.MUTED), id="headline"
        )
        rows = (verdict_row(self._bank.by_key[verdict.question], verdict) for verdict in self._known)
        yield OptionList(*rows, id="asked", markup=False)
        gone = len(game.verdicts) - len(self._known)
        if gone:
            yield Static(f"{text.counted(gone, 'question')} no longer in the bank", id="sums", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Put the cursor on the first question."""
        self.asked.focus()
        self.asked.highlighted = 0 if self._known else None

    def action_open(self) -> None:
        """Open the question under the cursor."""
        self.asked.action_select()

    @on(OptionList.OptionSelected)
    def open_question(self, event: OptionList.OptionSelected) -> None:
        """Open a question as it was asked, with its verdict and its quote."""
        verdict = self._known[event.option_index]
        question = self._bank.by_key[verdict.question]
        options = arrange(question, self._game.seed)
        self.app.push_screen(ReviewScreen(question, options, verdict, self._bank))
