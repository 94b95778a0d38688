"""The article of an open question, looked up while the clock runs: the question is worth half from then on."""

from math import ceil

from textual.content import Content

from quiz.game.phrases import WORTH_HALF
from quiz.tui.screens.article_reader.reading_screen import ReadingScreen


class LookUpScreen(ReadingScreen):
    """An article without marks, over a game."""

    def show_time_left(self, seconds: float | None) -> None:
        """Show what looking it up costs, and the seconds left on the clock, if there is one."""
        left = "" if seconds is None else f" · {ceil(seconds) // 60}:{ceil(seconds) % 60:02d} left"
        self.show_status(Content(f"{WORTH_HALF}{left}"))
