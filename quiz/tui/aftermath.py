"""After a game: the results screen with all that the records know about it."""

from datetime import datetime

from quiz.bank.bank import Bank
from quiz.game.selection import matching
from quiz.records.opening import next_due
from quiz.records.records import Records, RecordsError
from quiz.records.session import Session
from quiz.records.standing import ghost_of, standing_of
from quiz.tui.screens.results import ResultsScreen


def results_screen(session: Session, bank: Bank, records: Records | None, now: datetime) -> ResultsScreen:
    """The results of a game that is over: its place, its ghost, and in practice when the next question is due."""
    note = ""
    if session.game.setup.mode.pool == "due" and records is not None:
        try:
            keys = {question.key for question in matching(bank.questions, session.game.setup.filters)}
            note = next_due([one for one in records.answers() if one.question in keys], now)
        except RecordsError:  # the session says itself that nothing is kept
            note = ""
    return ResultsScreen(session, bank, standing_of(session, records), ghost_of(session, records), note)
