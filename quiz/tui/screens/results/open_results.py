"""Builds the results screen from a finished session and the records."""

from datetime import datetime

from quiz.bank.bank import Bank
from quiz.records.daily import daily_status
from quiz.records.records import Records
from quiz.records.session import Session
from quiz.records.standings import ghost_of, standing_of
from quiz.records.summary import notes_of
from quiz.tui.screens.results.results_screen import ResultsScreen


def results_screen(session: Session, bank: Bank, records: Records | None, now: datetime) -> ResultsScreen:
    """Return the results screen with the game's rank, its ghost, notes and, for a daily, the player's dailies."""
    setup = session.game.setup
    return ResultsScreen(
        session,
        bank,
        standing_of(session, records),
        ghost_of(session, records),
        notes_of(session, bank, records, now),
        daily_status(records, setup.bank, now).history if setup.mode.daily else None,
    )
