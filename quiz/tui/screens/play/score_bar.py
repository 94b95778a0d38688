"""The line above a question: the mode, the progress or the remaining time, and the score."""

from math import ceil

from textual.content import Content
from textual.widgets import Static

from quiz.game.game import Game
from quiz.game.ghost import Curve, lead
from quiz.game.phrases import mode_name
from quiz.game.result import Result, summarise
from quiz.game.shown_points import shown_points
from quiz.tui import pack_text

_CELLS = 14
_LAST_SECONDS = 10.0
"""The remaining seconds at which the clock starts to warn, with a sign, a word and a colour."""


class ScoreBar(Static):
    """Draws the state of a game in one line. It is repainted only if the line changes."""

    auto_links = False  # saves the search for links
    _game: Game | None = None
    _drawn: Content | None = None
    _ghost: Curve | None = None
    _now = 0.0
    _timer = True

    def show(self, game: Game, now: float, ghost: Curve | None = None, *, timer: bool = True) -> None:
        """Draw the game at the time ``now``, as soon as the width is known; its clock only with ``timer``."""
        self._game, self._now, self._ghost, self._timer = game, now, ghost, timer
        if self.size.width:
            self._draw()

    def on_resize(self) -> None:
        """Draw the line for the new width."""
        if self._game is not None:
            self._draw()

    def _draw(self) -> None:
        game = self._game
        if game is None:
            return
        result, wide = summarise(game.verdicts), self.size.width >= 60
        left, right = self._progress(game, wide), Content("")
        for counts in (_in_words, _in_signs, _left_out) if wide else (_in_signs, _left_out):
            right = self._ahead(game) + self._score(game, result, counts(result))
            if left.cell_length + 2 + right.cell_length <= self.content_size.width:
                break
        gap = max(2, self.content_size.width - left.cell_length - right.cell_length)
        line = left + Content(" " * gap) + right
        if line != self._drawn:  # most ticks of the clock change nothing
            self._drawn = line
            self.update(line, layout=False)

    def _progress(self, game: Game, wide: bool) -> Content:
        number, total = game.index + (game.phase != "over"), len(game.questions)
        name = mode_name(game.setup.mode, scored=game.setup.scored) if wide else ""
        if not (wide or game.setup.scored):
            name = "practice"
        mode = Content.styled(f"{name}{'   ' if wide else '  '}", "bold") if name else Content("")
        lives = (
            Content.styled(f"{'♥' * game.lives}{'♡' * (game.setup.mode.lives - game.lives)}  ", "$text-error")
            if (game.lives is not None and game.setup.mode.lives is not None)
            else Content("")
        )
        left = game.time_left(self._now) if self._timer else None
        if left is not None and game.allowance:
            limit = game.setup.seconds or game.allowance
            warn_at = _LAST_SECONDS if game.setup.seconds else min(_LAST_SECONDS, limit / 3)
            return mode + lives + self._clock(left, limit, warn_at, wide)
        progress = Content(f"{number}  " if game.setup.mode.endless else f"{number} of {total}  ")
        bar = _cells(len(game.verdicts) / total, min(total, _CELLS)) if wide else Content("")
        return mode + lives + progress + bar

    def _clock(self, left: float, limit: float, warn_at: float, wide: bool) -> Content:
        seconds = ceil(left)
        digits = f"{seconds // 60}:{seconds % 60:02d}"
        if left <= warn_at:
            digits, style = f"! {digits} left", "bold $text-error"
        else:
            style = "bold"
        bar = _cells(left / limit, _CELLS) + Content(" ") if wide else Content("")
        return bar + Content.styled(digits, style)

    def _score(self, game: Game, result: Result, counts: str) -> Content:
        if not game.setup.mode.shows_points:
            return Content.styled(f"{result.right} right", "bold $text-accent")
        return Content.styled(pack_text.signed(shown_points(result.score)), "bold $text-accent") + Content(counts)

    def _ahead(self, game: Game) -> Content:
        """Return by how many points the game is ahead of its ghost, or behind, at the same elapsed time."""
        ahead = lead(game, self._ghost, self._now)
        if ahead is None:
            return Content("")
        text = f"{ahead} ahead" if ahead > 0 else f"{-ahead} behind" if ahead < 0 else "level"
        return Content.styled(f"{text}   ", pack_text.MUTED)


def _in_words(result: Result) -> str:
    partly = f"  partly {result.partly}" if result.partly else ""
    skipped = f"  skipped {result.skipped}" if result.skipped else ""
    timed_out = f"  timed out {result.timed_out}" if result.timed_out else ""
    return f"   right {result.right}{partly}  wrong {result.wrong}{skipped}{timed_out}"


def _in_signs(result: Result) -> str:
    partly = f"  ◐ {result.partly}" if result.partly else ""
    return f"  ✓ {result.right}{partly}  ✗ {result.wrong}"


def _left_out(result: Result) -> str:  # noqa: ARG001 - for terminals with room only for the score
    return ""


def _cells(share: float, cells: int) -> Content:
    """Return a bar of small cells, of which a ``share`` from 0 to 1 is filled."""
    full = min(cells, ceil(share * cells - 1e-9))
    return Content.styled("▰" * full, "$text-primary") + Content.styled("▱" * (cells - full), pack_text.MUTED)
