"""A game in a line of words that can be pasted anywhere; words first, so that it can be read aloud."""

from quiz.game.game import Game
from quiz.game.result import summarise
from quiz.game.scoring import shown_points

_SIGNS = {"right": "🟩", "partly": "🟨", "wrong": "🟥", "skipped": "⬜", "timed out": "⬛"}


def share_text(game: Game, *, signs: bool = False) -> str:
    """What a game came to: ``Quiz daily 2026-11-20 · 8 of 10 · right right wrong …``.

    With ``signs`` a row of coloured squares follows on a line of its own.
    """
    setup, result = game.setup, summarise(game.verdicts)
    name = f"Quiz {setup.mode.id}"
    if setup.mode.daily:
        name += f" {setup.seed.partition('/')[0]}"
    if setup.seconds is not None:
        name += f" {setup.seconds} s"
    if setup.mode.endless:
        points = f" · {shown_points(result.score):+d}".replace("-", "−") if setup.mode.counts == "points" else ""
        score = f"{result.right} right{points}"
    else:
        score = f"{result.right} of {len(game.questions)}"
    outcomes = [verdict.outcome for verdict in game.verdicts]
    text = " · ".join(part for part in (name, score, " ".join(outcomes)) if part)
    return f"{text}\n{''.join(_SIGNS[outcome] for outcome in outcomes)}" if signs and outcomes else text
