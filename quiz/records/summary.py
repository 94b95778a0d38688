"""Texts about a game that is over, from the records: its place among others, and the next due question."""

from datetime import datetime

from quiz.bank.bank import Bank
from quiz.game.deal import matching
from quiz.game.phrases import ordinal
from quiz.records.game_setup import next_due
from quiz.records.records import Records, RecordsError
from quiz.records.session import Session
from quiz.records.standings import Standing

UNSCORED = "practice: the first attempt counts"
"""The notice for a game that cannot become a best."""


def place_text(standing: Standing | None, *, scored: bool) -> str:
    """Return the place of a game among the player's others; empty if there is no other."""
    if standing is not None and standing.is_best:
        return "A new best!"
    if standing is not None and standing.runs > 1 and scored:
        return f"{ordinal(standing.place)} of your {standing.runs} runs"
    return ""


def practice_note(session: Session, bank: Bank, records: Records | None, now: datetime) -> str:
    """Return when the next question is due, after a game of practice; empty after another mode."""
    if session.game.setup.mode.pool != "due" or records is None:
        return ""
    keys = {question.key for question in matching(bank.question_summaries, session.game.setup.filters)}
    try:
        return next_due([one for one in records.answers() if one.question in keys], now)
    except RecordsError:  # the session reports that games are not saved
        return ""
