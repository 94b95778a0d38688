"""The article of an open question, looked up while the clock runs: the question is worth half from then on."""

from math import ceil

from textual.content import Content

from quiz.bank.proof_question import proving_article
from quiz.bank.question import Question
from quiz.game.phrases import WORTH_HALF
from quiz.tui import pack_text
from quiz.tui.screens.article_reader.reading_screen import ReadingScreen


class LookUpScreen(ReadingScreen):
    """An article without marks, over a game, with the question that it is to answer."""

    def __init__(self, question: Question) -> None:
        """Show the article that proves the answer of an open question."""
        super().__init__(proving_article(question))
        self._question = question
        self._is_over = False

    @property
    def title_line(self) -> Content:
        """The question, above the name of the article."""
        return pack_text.plain(self._question.prompt, "bold $text-accent") + Content("\n") + super().title_line

    def end(self) -> None:
        """Close the article, since the question is no longer open; if there is a dialog above it, after that."""
        self._is_over = True
        self.dismiss()

    def on_screen_resume(self) -> None:
        """Close the article if the question was decided while there was a dialog above it."""
        if self._is_over:
            self.dismiss()

    def show_time_left(self, seconds: float | None) -> None:
        """Show what looking it up costs, and the seconds left on the clock, if there is one."""
        left = "" if seconds is None else f"{ceil(seconds) // 60}:{ceil(seconds) % 60:02d} left · "
        self.show_status(Content(f"{left}{WORTH_HALF}"))
