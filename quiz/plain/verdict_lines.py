"""The lines of a verdict: the outcome, the right answer, the quotes that prove it, and the score so far."""

from math import ceil

from quiz.bank.citation import citation_line
from quiz.bank.question import Passage, Question
from quiz.game.game import Game, Verdict
from quiz.game.ghost import Curve, lead
from quiz.game.phrases import (
    LOOKED_UP,
    OUTCOME_NAMES,
    SOURCES_DISAGREE,
    UNPROVEN,
    lives_left,
    outcome_counts,
    spoken_points,
    spoken_time,
    streak_text,
)
from quiz.game.result import current_streak, summarise
from quiz.plain.answer_lines import PLAIN_KINDS


def verdict_lines(game: Game, ghost: Curve | None, now: float) -> list[str]:
    """Return the lines after a question is answered; ``ghost`` is the score over time of the best earlier game."""
    asked, verdict = game.question, game.verdict
    if asked is None or verdict is None:
        return []
    answer = PLAIN_KINDS[asked.kind].right_answer(asked, verdict.chosen)
    return [_headline(game, verdict), *answer, *_proof(asked), _score(game, ghost, now)]


def _headline(game: Game, verdict: Verdict) -> str:
    """Return the outcome, with the points it earned or cost, or the lives left."""
    stake = spoken_points(verdict.points)
    if game.lives is not None:
        stake = "" if verdict.outcome == "right" else lives_left(game.lives)
    looked_up = LOOKED_UP if verdict.looked_up else ""
    parts = (OUTCOME_NAMES[verdict.outcome], stake, looked_up, streak_text(current_streak(game.verdicts)))
    return f"{', '.join(part for part in parts if part)}."


def _proof(asked: Question) -> list[str]:
    """Return the explanation, each quote with its citation, and the answers of other sources."""
    lines = [asked.explanation] if asked.explanation else []
    if not asked.citations:
        lines.append(f"{UNPROVEN.capitalize()}.")
    for passage in asked.citations:
        lines += _quoted(passage)
    for dispute in asked.disputes:
        lines.append(f"{SOURCES_DISAGREE}: {dispute.answer}")
        if dispute.note:
            lines.append(dispute.note)
        lines += _quoted(dispute.passage)
    return lines


def _quoted(passage: Passage) -> list[str]:
    return [f"Quote: {passage.words}", f"Source: {citation_line(passage)}"]


def _score(game: Game, ghost: Curve | None, now: float) -> str:
    """Return the score, the counts of outcomes, the lead over the ghost, and the time left on the game's clock."""
    result = summarise(game.verdicts)
    if game.setup.mode.shows_points:
        parts = [f"Score: {spoken_points(result.score)}", *outcome_counts(result).values()]
    else:
        parts = [f"Score: {result.right} right"]
    if (points_ahead := lead(game, ghost, now)) is not None:
        race = (
            f"{points_ahead} ahead of"
            if points_ahead > 0
            else f"{-points_ahead} behind"
            if points_ahead < 0
            else "level with"
        )
        parts.append(f"{race} your best run")
    left = game.time_left(now) if game.setup.seconds is not None else None
    clock = f" {spoken_time(ceil(left))} left." if left is not None else ""
    return f"{', '.join(parts)}.{clock}"
