"""The output of ``quiz records``: as JSON or as text."""

from quiz.bank.bank import Bank
from quiz.bank.printable import printable, printable_json
from quiz.game.phrases import outcome_counts
from quiz.game.shown_points import shown_points
from quiz.records.daily import DailyHistory, days_text, distribution_lines
from quiz.records.mastery import Mastery, mastered_text
from quiz.records.models import GameRecord, bests, mode_of
from quiz.records.overview import Overview
from quiz.records.reaction_store import ReactionRecord
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
        "timed_out": result.timed_out,
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
        "daily": _dailies(overview.dailies),
        "mastery": [_mastery(one) for one in overview.mastery(bank)],
        "topics": [_tally(one) for one in overview.topics(bank)],
        "hardest": [_tally(one) for one in overview.hardest(bank)],
        "retired": sorted({one.question for one in overview.answers if one.question in bank.retired}),
        "reactions": [_reaction(one) for one in overview.reactions],
        "answered": [
            {"question": key, "right": share.right, "answers": share.answers}
            for key, share in sorted(overview.shares.items())
        ],
    }
    return printable_json(data)


def _dailies(dailies: DailyHistory) -> dict[str, object]:
    return {
        "played": dailies.played,
        "days_in_row": dailies.days_in_row,
        "longest_row": dailies.longest_row,
        "distribution": [{"right": right, "games": games} for right, games in dailies.by_right],
        "right_today": dailies.today,
    }


def _mastery(topic: Mastery) -> dict[str, object]:
    return {
        "topic": topic.topic,
        "known": topic.known,
        "questions": topic.questions,
        "mastered": topic.is_mastered,
    }


def _reaction(one: ReactionRecord) -> dict[str, object]:
    return {
        "player": one.player,
        "question": one.question,
        "likes": one.reaction.likes,
        "reason": one.reaction.reason,
        "at": one.at.isoformat(),
    }


def _tally(tally: Tally) -> dict[str, object]:
    return {
        "name": tally.name,
        "right": tally.right,
        "asked": tally.asked,
        "share": tally.share,
        "smoothed": tally.smoothed,
    }


def as_text(overview: Overview, bank: Bank | None = None) -> str:
    """Return the bests of all players, the player's history and interrupted games, one game per line.

    Between them are the player's dailies, if there are any, and the mastered topics of ``bank``, if it is given.
    """
    if not overview.games and not overview.bests and not overview.interrupted:
        return "No game has been saved yet."
    best = [_line(game) for game in overview.bests] or ["  none yet: no game has been finished"]
    history = [_line(game) for game in overview.games]
    interrupted = [_line(game) for game in overview.interrupted]
    sections = [
        ["Bests", *best],
        _daily_lines(overview.dailies),
        _mastery_lines(overview.mastery(bank)) if bank is not None and overview.answers else [],
        ["History, the latest first", *history],
        ["Interrupted, the latest first", *interrupted] if interrupted else [],
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines)


def _daily_lines(dailies: DailyHistory) -> list[str]:
    if not dailies.played:
        return []
    return [f"Daily: {days_text(dailies)}", *(f"  {line}" for line in distribution_lines(dailies))]


def _mastery_lines(topics: tuple[Mastery, ...]) -> list[str]:
    lines = [
        f"  {topic.topic}: {'mastered' if topic.is_mastered else f'{topic.known} of {topic.questions}'}"
        for topic in topics
    ]
    return [printable(line) for line in (mastered_text(topics), *lines)] if topics else []


def _line(game: GameRecord) -> str:
    result = game.result
    when = game.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    sums = ", ".join(outcome_counts(result).values())
    ended = "" if game.state == "finished" else f", {game.state}"
    shows_points = mode_of(game.mode).shows_points
    score = f"{shown_points(result.score):+d}" if shows_points else f"{result.right} right"
    mode = game.mode if game.scored else f"{game.mode} practice"
    rules = ", ".join(part for part in (mode, game.size, game.player) if part)
    return printable(f"  {when}  {rules}: {score}  {sums}, {result.seconds:.0f} s{ended}")
