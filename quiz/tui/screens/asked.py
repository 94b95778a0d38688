"""Questions that were asked, out of the records: a list, each entry of which opens with its verdict and its quote."""

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from quiz.bank.bank import Bank
from quiz.game.arrangement import Order, arrange
from quiz.game.game import Verdict
from quiz.records.kept import Answered, KeptGame, mode_of
from quiz.tui import text
from quiz.tui.screens.base import QuizScreen, TooSmall
from quiz.tui.screens.review import ReviewScreen
from quiz.tui.widgets.key_line import KeyLine
from quiz.tui.widgets.moving import MovingList
from quiz.tui.widgets.verdict_row import verdict_row


class AskedScreen(QuizScreen):
    """The questions of one kept game, or the last answers to those of a topic, as far as the bank still has them."""

    SHEETS = ("results",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "Open", id="asked.open"),
        Binding("escape,q", "close", "Back", id="asked.back", key_display="esc"),
    ]

    asked = getters.query_one("#asked", OptionList)

    def __init__(
        self, headline: Content, verdicts: Sequence[Verdict], seed: str, bank: Bank, order: Order, *, scored: bool
    ) -> None:
        """``seed`` and ``order`` arrange the options; ``scored`` says whether the verdicts' points mean something."""
        super().__init__()
        self._headline = headline
        self._seed = seed
        self._bank = bank
        self._order = order
        self._scored = scored
        self._known = [verdict for verdict in verdicts if verdict.question in bank.by_key]
        self._gone = len(verdicts) - len(self._known)

    def compose(self) -> ComposeResult:
        """What the list is of, then the questions."""
        yield TooSmall()
        yield Static(self._headline, id="headline")
        questions = self._bank.by_key
        rows = (verdict_row(questions[one.question], one, with_points=self._scored) for one in self._known)
        yield MovingList(*rows, id="asked", markup=False)
        if self._gone:
            yield Static(f"{text.counted(self._gone, 'question')} no longer in the bank", id="sums", markup=False)
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
        options = arrange(question, self._seed, self._order)
        self.app.push_screen(ReviewScreen(question, options, verdict, self._bank))


def of_game(game: KeptGame, bank: Bank, order: Order = "shuffled") -> AskedScreen:
    """The questions of a kept game."""
    when = game.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    parts = " · ".join(part for part in (game.player, game.size, when) if part)
    headline = Content.styled(mode_of(game.mode).name, "bold") + text.plain(f"  {parts}", text.MUTED)
    return AskedScreen(headline, game.verdicts, game.seed, bank, order, scored=True)


def of_topic(topic: str, answers: Sequence[Answered], bank: Bank, order: Order = "shuffled") -> AskedScreen:
    """The last answers to the questions of a topic."""
    verdicts = [Verdict(question=one.question, outcome=one.outcome, seconds=one.seconds) for one in answers]
    headline = text.plain(topic, "bold") + text.plain("  your last answers", text.MUTED)
    return AskedScreen(headline, verdicts, "records", bank, order, scored=False)
