"""The line above a question: the mode, how far the game is, and the score."""

from textual.content import Content
from textual.widgets import Static

from quiz.game.game import Game
from quiz.game.result import summarise
from quiz.game.scoring import shown_points
from quiz.tui import text

_MOST_CELLS = 20


class ScoreBar(Static):
    """Draws a game in one line."""

    def show(self, game: Game) -> None:
        """Draw the game as it is now, as soon as the width is known."""
        self._game = game
        if self.size.width:
            self._draw()

    def on_resize(self) -> None:
        """Draw it again for the new width."""
        if getattr(self, "_game", None) is not None:
            self._draw()

    def _draw(self) -> None:
        game, result = self._game, summarise(self._game.verdicts)
        asked, total = min(game.index + 1, len(game.questions)), len(game.questions)
        score = Content.styled(text.signed(shown_points(result.score)), "bold $text-accent")
        if self.size.width < 60:
            left = Content(f"{asked} of {total}  ") + score
            right = Content(f"✓ {result.right}  ✗ {result.wrong}")
        else:
            left = Content.styled(game.setup.mode.name, "bold") + Content(f"   {asked} of {total}  ")
            left += _cells(len(game.verdicts), total)
            right = score + Content(f"   right {result.right}  wrong {result.wrong}")
            if result.skipped:
                right += Content(f"  skipped {result.skipped}")
        gap = max(2, self.content_size.width - left.cell_length - right.cell_length)
        self.update(left + Content(" " * gap) + right)


def _cells(done: int, total: int) -> Content:
    """A bar of small cells: one a question where there is room, else in proportion."""
    cells = min(total, _MOST_CELLS)
    full = done * cells // total
    return Content.styled("▰" * full, "$text-primary") + Content.styled("▱" * (cells - full), text.MUTED)
