"""After a game: what the records have to say about it, in words."""

from datetime import datetime

from quiz.bank.bank import Bank
from quiz.game.deal import matching
from quiz.game.phrases import ordinal
from quiz.records.game_setup import next_due
from quiz.records.records import Records, RecordsError
from quiz.records.session import Session
from quiz.records.standings import Standing

UNSCORED = "practice: the first attempt counts"
"""What is said of a game that cannot be a best."""


def place_of(standing: Standing | None, *, scored: bool) -> str:
    """Where a game stands among the player's own; empty where there is nothing to compare it with."""
    if standing is not None and standing.is_best:
        return "A new best!"
    if standing is not None and standing.runs > 1 and scored:
        return f"{ordinal(standing.place)} of your {standing.runs} runs"
    return ""


def note_on(session: Session, bank: Bank, records: Records | None, now: datetime) -> str:
    """After practice, when the next question is due; else nothing."""
    if session.game.setup.mode.pool != "due" or records is None:
        return ""
    keys = {question.key for question in matching(bank.question_summaries, session.game.setup.filters)}
    try:
        return next_due([one for one in records.answers() if one.question in keys], now)
    except RecordsError:  # the session says itself that nothing is kept
        return ""
