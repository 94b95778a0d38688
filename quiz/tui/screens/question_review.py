"""Shows an answered question again, with its verdict and its proof."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.bank.question import Question
from quiz.game.game import Verdict
from quiz.tui.screens.article_reader.open_article import read_proof
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.footer import Footer
from quiz.tui.widgets.question_view import QuestionView


class QuestionReviewScreen(QuizScreen):
    """One answered question. Escape goes back to the list."""

    STYLESHEETS = ("widgets/question_view.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "source", "Source", id="review.source"),
        Binding("escape,enter,q", "close", "Back", id="review.back", key_display="esc"),
    ]

    def __init__(
        self,
        question: Question,
        options: tuple[str, ...],
        verdict: Verdict | None,
        *,
        with_points: bool = True,
    ) -> None:
        """``options`` are in the order in which they were shown; ``with_points`` shows those of the verdict."""
        super().__init__()
        self.question = question
        self._options = options
        self._verdict = verdict
        self._with_points = with_points

    def compose(self) -> ComposeResult:
        """Yield the question and the footer."""
        yield TooSmall()
        yield QuestionView(self.question, 0, self._options)
        yield Footer()

    def on_mount(self) -> None:
        """Show the verdict and the proof."""
        self.query_one(QuestionView).reveal(self._verdict, with_points=self._with_points)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable the source if there is none: a draft may have no citation."""
        return super().check_action(action, parameters) and (action != "source" or bool(self.question.citations))

    def action_source(self) -> None:
        """Open the source at the passage that proves the answer."""
        read_proof(self.app, self.question)
