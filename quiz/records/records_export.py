"""Records as plain data, for ``quiz records --format json``."""

from quiz.bank.bank import Bank
from quiz.bank.printable import printable, printable_json
from quiz.game.scoring import shown_points
from quiz.records.models import GameRecord, bests, mode_of
from quiz.records.overview import Overview
from quiz.records.statistics import Tally


def as_data(games: tuple[GameRecord, ...]) -> dict[str, object]:
    """Bests and history, with every number that the screens show."""
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
            }
            for verdict in game.verdicts
        ],
    }


def as_json(whole: Overview, bank: Bank) -> str:
    """All that the records screen shows, and every game, as one JSON object."""
    data = as_data(whole.games) | {
        "player": whole.player,
        "bests": [_game(game) for game in whole.bests],
        "interrupted": [_game(game) for game in whole.interrupted],
        "days_in_row": whole.days_in_row,
        "topics": [_tally(one) for one in whole.topics(bank)],
        "hardest": [_tally(one) for one in whole.hardest(bank)],
    }
    return printable_json(data)


def _tally(one: Tally) -> dict[str, object]:
    return {"name": one.name, "right": one.right, "asked": one.asked, "share": one.share, "smoothed": one.smoothed}


def as_text(whole: Overview) -> str:
    """The bests of everyone, the player's own history, and what was interrupted, a line a game."""
    if not whole.games and not whole.bests and not whole.interrupted:
        return "No game has been kept yet."
    best = [_line(game) for game in whole.bests] or ["  none yet: no game has been played to its end"]
    history = [_line(game) for game in whole.games]
    open_ones = [_line(game) for game in whole.interrupted]
    lines = ["Bests", *best, "", "History, the latest first", *history]
    return "\n".join([*lines, "", "Interrupted, the latest first", *open_ones] if open_ones else lines)


def _line(game: GameRecord) -> str:
    result = game.result
    when = game.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    sums = f"right {result.right}, wrong {result.wrong}, skipped {result.skipped}"
    ended = "" if game.state == "finished" else f", {game.state}"
    counts_right = mode_of(game.mode).scored_by == "right"
    score = f"{result.right} right" if counts_right else f"{shown_points(result.score):+d}"
    rules = ", ".join(part for part in (game.mode, game.size, game.player) if part)
    return printable(f"  {when}  {rules}: {score}  {sums}, {result.seconds:.0f} s{ended}")
