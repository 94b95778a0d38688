"""Charts, drawn by plotext. Import this module late: importing plotext is slow."""

from collections.abc import Sequence

from textual_plotext import PlotextPlot

from quiz.game.ghost import Curve

_MOST_TICKS = 12


class RaceChart(PlotextPlot):
    """The score over the elapsed time, of a run and of the best run with the same setup."""

    def __init__(self, run: Curve, ghost: Curve | None, seconds: int) -> None:
        """``seconds`` is the time limit."""
        super().__init__()
        self._run = run
        self._ghost = ghost
        self._seconds = seconds

    def on_mount(self) -> None:
        """Draw both runs as step functions."""
        self.plt.title("Score over time")
        self.plt.xlim(0, self._seconds)
        for name, curve, marker in (("your best", self._ghost, "dot"), ("this run", self._run, "braille")):
            if curve is not None:
                times, scores = _steps(curve, self._seconds)
                self.plt.plot(times, scores, label=name, marker=marker)


class ScoresChart(PlotextPlot):
    """The scores of games, earliest first."""

    def __init__(self, scores: Sequence[float]) -> None:
        super().__init__()
        self._scores = scores

    def on_mount(self) -> None:
        """Draw a point for each game, joined by lines."""
        games = [float(game) for game in range(1, len(self._scores) + 1)]
        self.plt.plot(games, list(self._scores), marker="braille")
        ticks = games[:: 1 + len(games) // _MOST_TICKS]
        self.plt.xticks(ticks, [f"{tick:.0f}" for tick in ticks])


def _steps(curve: Curve, end: float) -> tuple[list[float], list[float]]:
    times, scores = [0.0], [0.0]
    for seconds, score in curve:
        times += [seconds, seconds]
        scores += [scores[-1], float(score)]
    return [*times, max(end, times[-1])], [*scores, scores[-1]]
