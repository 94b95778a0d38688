"""The race against the player's best run: two marks on one scale of points, one for the game, one for its ghost."""

from fractions import Fraction

from textual.content import Content
from textual.widgets import Static

from quiz.game.game import Game
from quiz.game.ghost import Curve, score_at
from quiz.game.shown_points import FULL_POINTS
from quiz.tui import pack_text


class RaceLine(Static):
    """A line with both marks; hidden unless there is a ghost."""

    _drawn: Content | None = None

    def show(self, game: Game, ghost: Curve | None, now: float) -> None:
        """Draw both scores at the same elapsed time."""
        left = game.time_left(now)
        if ghost is None or left is None or game.setup.seconds is None or not self.size.width:
            return
        width = max(10, self.content_size.width - 1)
        then = score_at(ghost, game.setup.seconds - left)
        scores = [score for _, score in ghost]
        low = min(Fraction(0), game.score, *scores)
        high = max(Fraction(FULL_POINTS), game.score, *scores)
        mine, its = (round(float((score - low) / (high - low)) * width) for score in (game.score, then))
        marks = {its: ("◇", pack_text.MUTED), mine: ("◆", "bold $text-accent")}
        cells = (Content.styled(*marks.get(place, ("─", "$panel"))) for place in range(width + 1))
        line = Content("").join(cells)
        if line != self._drawn:
            self._drawn = line
            self.update(line)
