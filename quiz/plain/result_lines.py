"""The lines of a game's results: score, place, missed questions and challenge code."""

from collections.abc import Sequence

from quiz.bank.kinds.registry import answer_line
from quiz.game.game import Game
from quiz.game.phrases import INVITATION, LOOKED_UP, OUTCOME_NAMES, outcome_counts, remark, spoken_points, spoken_time
from quiz.game.result import Result, summarise
from quiz.game.share_text import share_text
from quiz.plain.game_notices import spoken_size
from quiz.records.summary import UNSCORED


def results_lines(game: Game, *, place: str, code: str, notes: Sequence[str] = ()) -> list[str]:
    """Return the lines of the results of a game that is over.

    ``place`` is its place among the player's games, possibly empty, ``notes`` are lines after the missed questions,
    and ``code`` is its challenge code.
    """
    setup, result = game.setup, summarise(game.verdicts)
    score = spoken_points(result.score) if setup.mode.shows_points else f"{result.right} right"
    parts = [score, remark(game, result), place, "" if setup.scored else UNSCORED.capitalize()]
    return [
        "",
        "The results.",
        f"{setup.mode.name}, {spoken_size(game)}: {' '.join(_sentence(part) for part in parts if part)}",
        *_statistics_lines(result),
        *_missed_lines(game),
        *notes,
        *([f"To share: {share_text(game)}"] if setup.mode.daily else []),
        f"{INVITATION}quiz play --code {code}",
    ]


def _sentence(text: str) -> str:
    return text if text[-1] in ".!" else f"{text}."


def _statistics_lines(result: Result) -> list[str]:
    """Return a line with the counts and times behind the score; none if no question was asked."""
    if not result.asked:
        return []
    parts = [", ".join(outcome_counts(result).values()).capitalize()]
    if result.accuracy is not None:
        parts.append(f"{result.accuracy:.0%} of answers")
    parts.append(spoken_time(result.seconds))
    if result.median_seconds is not None:
        parts.append(f"median {result.median_seconds:.1f} seconds")
    if result.looked_up:
        parts.append(f"{result.looked_up} {LOOKED_UP}")
    if result.longest_streak > 1:
        parts.append(f"{result.longest_streak} in a row")
    return [f"{', '.join(parts)}."]


def _missed_lines(game: Game) -> list[str]:
    """Return the prompt, outcome and right answer of each question that was not answered right."""
    asked = [(game.question_at(place), verdict) for place, verdict in enumerate(game.verdicts)]
    missed = {one.key: (one, verdict) for one, verdict in asked if verdict.outcome != "right"}
    lines = ["Missed:"] if missed else []
    for question, verdict in missed.values():
        lines += [question.prompt, f"{OUTCOME_NAMES[verdict.outcome]}. Right: {answer_line(question)}"]
    return lines
