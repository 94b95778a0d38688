"""Questions that were asked, out of the records: a list, each entry of which opens with its verdict and its quote."""

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from quiz.bank.bank import Bank
from quiz.game.game import Verdict
from quiz.game.option_order import Order, arrange
from quiz.records.models import AnswerRecord, GameRecord, mode_of
from quiz.tui import pack_text
from quiz.tui.screens.question_review import QuestionReviewScreen
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.footer import Footer
from quiz.tui.widgets.verdict_row import verdict_row
from quiz.tui.widgets.vi_navigation import ViList


class GameDetailScreen(QuizScreen):
    """The questions of one kept game, or the last answers to those of a topic, as far as the bank still has them."""

    SHEETS = ("screens/report.tcss",)
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
        yield ViList(*rows, id="asked", markup=False)
        if self._gone:
            yield Static(
                f"{pack_text.counted(self._gone, 'question')} no longer in the bank", id="sums", markup=False
            )
        yield Footer()

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
        self.app.push_screen(QuestionReviewScreen(question, options, verdict, self._bank))


def of_game(game: GameRecord, bank: Bank, order: Order = "shuffled") -> GameDetailScreen:
    """The questions of a kept game."""
    when = game.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    parts = " · ".join(part for part in (game.player, game.size, when) if part)
    headline = Content.styled(mode_of(game.mode).name, "bold") + pack_text.plain(f"  {parts}", pack_text.MUTED)
    return GameDetailScreen(headline, game.verdicts, game.seed, bank, order, scored=True)


def of_topic(topic: str, answers: Sequence[AnswerRecord], bank: Bank, order: Order = "shuffled") -> GameDetailScreen:
    """The last answers to the questions of a topic."""
    verdicts = [Verdict(question=one.question, outcome=one.outcome, seconds=one.seconds) for one in answers]
    headline = pack_text.plain(topic, "bold") + pack_text.plain("  your last answers", pack_text.MUTED)
    return GameDetailScreen(headline, verdicts, "records", bank, order, scored=False)
