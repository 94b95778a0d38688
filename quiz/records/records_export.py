"""The output of ``quiz records``: as JSON or as text."""

from quiz.bank.bank import Bank
from quiz.bank.printable import printable, printable_json
from quiz.game.shown_points import shown_points
from quiz.records.models import GameRecord, bests, mode_of
from quiz.records.overview import Overview
from quiz.records.statistics import Tally


def as_data(games: tuple[GameRecord, ...]) -> dict[str, object]:
    """Return the bests and the history as plain data, with every number that the screens show."""
    return {"bests": [_game(game) for game in bests(games)], "history": [_game(game) for game in games]}


def _game(game: GameRecord) -> dict[str, object]:
    result = game.result
    return {
        "id": game.id,
        "state": game.state,
        "player": game.player,
        "scored": game.scored,
        "mode": game.mode,
        "seed": game.seed,
        "bank": game.bank,
        "topics": list(game.filters.topics),
        "difficulties": list(game.filters.difficulties),
        "sources": list(game.filters.sources),
        "questions": len(game.questions),
        "clock": game.seconds,
        "started_at": game.started_at.isoformat(),
        "ended_at": game.ended_at.isoformat() if game.ended_at else None,
        "score": game.rank[0],
        "points": float(result.score),
        "right": result.right,
        "partly": result.partly,
        "wrong": result.wrong,
        "skipped": result.skipped,
        "looked_up": result.looked_up,
        "accuracy": result.accuracy,
        "seconds": result.seconds,
        "median_seconds": result.median_seconds,
        "longest_run": result.longest_streak,
        "answers": [
            {
                "question": verdict.question,
                "outcome": verdict.outcome,
                "chosen": list(verdict.chosen),
                "points": float(verdict.points),
                "seconds": verdict.seconds,
                "looked_up": verdict.looked_up,
            }
            for verdict in game.verdicts
        ],
    }


def as_json(overview: Overview, bank: Bank) -> str:
    """Return everything that the records screen shows, and every game, as one JSON object."""
    data = as_data(overview.games) | {
        "player": overview.player,
        "bests": [_game(game) for game in overview.bests],
        "interrupted": [_game(game) for game in overview.interrupted],
        "days_in_row": overview.day_streak,
        "topics": [_tally(one) for one in overview.topics(bank)],
        "hardest": [_tally(one) for one in overview.hardest(bank)],
    }
    return printable_json(data)


def _tally(tally: Tally) -> dict[str, object]:
    return {
        "name": tally.name,
        "right": tally.right,
        "asked": tally.asked,
        "share": tally.share,
        "smoothed": tally.smoothed,
    }


def as_text(overview: Overview) -> str:
    """Return the bests of all players, the player's history and interrupted games, one game per line."""
    if not overview.games and not overview.bests and not overview.interrupted:
        return "No game has been saved yet."
    best = [_line(game) for game in overview.bests] or ["  none yet: no game has been finished"]
    history = [_line(game) for game in overview.games]
    interrupted = [_line(game) for game in overview.interrupted]
    lines = ["Bests", *best, "", "History, the latest first", *history]
    return "\n".join([*lines, "", "Interrupted, the latest first", *interrupted] if interrupted else lines)


def _line(game: GameRecord) -> str:
    result = game.result
    when = game.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    sums = f"right {result.right}, wrong {result.wrong}, skipped {result.skipped}"
    ended = "" if game.state == "finished" else f", {game.state}"
    counts_right = mode_of(game.mode).scored_by == "right"
    score = f"{result.right} right" if counts_right else f"{shown_points(result.score):+d}"
    rules = ", ".join(part for part in (game.mode, game.size, game.player) if part)
    return printable(f"  {when}  {rules}: {score}  {sums}, {result.seconds:.0f} s{ended}")
