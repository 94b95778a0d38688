"""The text with which a player shares a game: words, which a screen reader can read, and a grid of signs."""

from collections.abc import Sequence

from quiz.game.game import Game, Outcome
from quiz.game.phrases import LOOKED_UP
from quiz.game.result import summarise
from quiz.game.shown_points import shown_points

_SIGNS_IN_ROW = 5
_SIGNS = {"right": "🟩", "partly": "🟨", "wrong": "🟥", "skipped": "⬜", "timed out": "⬛"}


def share_text(game: Game, *, signs: bool = False) -> str:
    """Return the result of a game as one line: ``Quiz daily 2026-11-20 · 8 of 10 · right right wrong …``.

    With ``signs``, a grid of coloured squares follows, one for each question, five in a row.
    """
    setup, result = game.setup, summarise(game.verdicts)
    name = f"Quiz {setup.mode.id}"
    if setup.mode.daily:
        name += f" {setup.seed.partition('/')[0]}" + ("" if setup.scored else " practice")
    if setup.seconds is not None:
        name += f" {setup.seconds} s"
    if setup.mode.endless:
        points = f" · {shown_points(result.score):+d}".replace("-", "−") if setup.mode.scored_by == "points" else ""
        score = f"{result.right} right{points}"
    else:
        score = f"{result.right} of {len(game.questions)}"
    outcomes = [verdict.outcome for verdict in game.verdicts]
    looked_up = f"{result.looked_up} {LOOKED_UP}" if result.looked_up else ""
    text = " · ".join(part for part in (name, score, looked_up, " ".join(outcomes)) if part)
    return "\n".join([text, *_grid(outcomes)]) if signs else text


def _grid(outcomes: Sequence[Outcome]) -> list[str]:
    signs = [_SIGNS[outcome] for outcome in outcomes]
    return ["".join(signs[start : start + _SIGNS_IN_ROW]) for start in range(0, len(signs), _SIGNS_IN_ROW)]
