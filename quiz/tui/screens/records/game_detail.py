"""The answered questions of a game or a topic from the records, each of which can be opened."""

from collections.abc import Sequence
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from quiz.bank.bank import Bank
from quiz.bank.question import Question
from quiz.game.game import Verdict, as_asked
from quiz.game.option_order import Order, arrange
from quiz.game.phrases import mode_name
from quiz.records.models import AnswerRecord, GameRecord, mode_of
from quiz.tui import pack_text
from quiz.tui.screens.question_review import QuestionReviewScreen
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.footer import Footer
from quiz.tui.widgets.verdict_row import verdict_row
from quiz.tui.widgets.vi_navigation import ViList


class GameDetailScreen(QuizScreen):
    """The questions of a game, or the latest answers in a topic. Questions not in the bank are only counted."""

    STYLESHEETS = ("screens/report.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", "Open", id="asked.open"),
        Binding("escape,q", "close", "Back", id="asked.back", key_display="esc"),
    ]

    asked = getters.query_one("#asked", OptionList)

    def __init__(
        self,
        headline: Content,
        verdicts: Sequence[Verdict],
        seed: str,
        bank: Bank,
        order: Order,
        *,
        with_points: bool,
        game: GameRecord | None = None,
    ) -> None:
        """``seed`` and ``order`` arrange the options; ``with_points`` is whether to show points.

        With a ``game``, questions are shown as its mode asked them.
        """
        super().__init__()
        self._game = game
        self._headline = headline
        self._seed = seed
        self._bank = bank
        self._order = order
        self._with_points = with_points
        self._known = [verdict for verdict in verdicts if verdict.question in bank.by_key]
        self._absence = absence_text([verdict.question for verdict in verdicts], bank)

    def compose(self) -> ComposeResult:
        """Yield the headline and the questions."""
        yield TooSmall()
        yield Static(self._headline, id="headline")
        questions = self._bank.by_key
        rows = (verdict_row(questions[known.question], known, with_points=self._with_points) for known in self._known)
        yield ViList(*rows, id="asked", markup=False)
        if self._absence:
            yield Static(self._absence, id="sums", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Focus the list and put the cursor on the first question."""
        self.asked.focus()
        self.asked.highlighted = 0 if self._known else None

    def action_open(self) -> None:
        """Open the question under the cursor."""
        self.asked.action_select()

    @on(OptionList.OptionSelected)
    def open_question(self, event: OptionList.OptionSelected) -> None:
        """Show a question as it was asked, with its verdict and its proof."""
        verdict = self._known[event.option_index]
        question = self._as_asked(self._bank.by_key[verdict.question])
        options = arrange(question, self._seed, self._order)
        screen = QuestionReviewScreen(question, options, verdict, with_points=self._with_points)
        self.app.push_screen(screen)

    def _as_asked(self, question: Question) -> Question:
        if self._game is None:
            return question
        asked = as_asked([question], mode_of(self._game.mode), self._game.filters)
        return asked[0] if asked else question  # its article may have changed since


def absence_text(keys: Sequence[str], bank: Bank) -> str:
    """Return how many of the questions with these keys cannot be shown, and why; empty if all can."""
    retired = sum(key in bank.retired for key in keys)
    others = sum(key not in bank.retired and key not in bank.by_key for key in keys)
    parts = []
    if retired:
        parts.append(f"{pack_text.counted(retired, 'question')} retired: the answers count, but are not shown")
    if others:
        parts.append(f"{pack_text.counted(others, 'question')} no longer in the bank")
    return " · ".join(parts)


def game_screen(game: GameRecord, bank: Bank, order: Order = "shuffled") -> GameDetailScreen:
    """Return the screen of a recorded game."""
    when = game.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    parts = " · ".join(part for part in (game.player, game.size, when) if part)
    name = mode_name(mode_of(game.mode), scored=game.scored)
    headline = Content.styled(name, "bold") + pack_text.plain(f"  {parts}", pack_text.MUTED)
    with_points = mode_of(game.mode).shows_points
    return GameDetailScreen(headline, game.verdicts, game.seed, bank, order, with_points=with_points, game=game)


def topic_screen(
    topic: str, answers: Sequence[AnswerRecord], bank: Bank, order: Order = "shuffled"
) -> GameDetailScreen:
    """Return the screen of the latest answers to the questions of a topic."""
    verdicts = [
        Verdict(question=answer.question, outcome=answer.outcome, seconds=answer.seconds) for answer in answers
    ]
    headline = pack_text.plain(topic, "bold") + pack_text.plain("  your last answers", pack_text.MUTED)
    return GameDetailScreen(headline, verdicts, "records", bank, order, with_points=False)
