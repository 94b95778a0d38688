"""The text with which a player shares a game. It consists of words, so that a screen reader can read it."""

from quiz.game.game import Game
from quiz.game.phrases import LOOKED_UP
from quiz.game.result import summarise
from quiz.game.shown_points import shown_points

_SIGNS = {"right": "🟩", "partly": "🟨", "wrong": "🟥", "skipped": "⬜", "timed out": "⬛"}


def share_text(game: Game, *, signs: bool = False) -> str:
    """Return the result of a game as one line: ``Quiz daily 2026-11-20 · 8 of 10 · right right wrong …``.

    With ``signs``, a second line has a coloured square for each question.
    """
    setup, result = game.setup, summarise(game.verdicts)
    name = f"Quiz {setup.mode.id}"
    if setup.mode.daily:
        name += f" {setup.seed.partition('/')[0]}"
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
    return f"{text}\n{''.join(_SIGNS[outcome] for outcome in outcomes)}" if signs and outcomes else text
