"""Texts about a game that is over, from the records: its place among others, the days in a row, and what is next."""

from datetime import datetime

from quiz.bank.bank import Bank
from quiz.game.deal import matching
from quiz.game.game import Setup
from quiz.game.phrases import ordinal
from quiz.records.daily import (
    daily_status,
    days_text,
    next_daily_text,
    status_text,
)
from quiz.records.game_setup import next_due, seed_of_today
from quiz.records.mastery import mastered, mastered_text, mastery
from quiz.records.progress import PlayerProgress, practice_text
from quiz.records.records import Records, RecordsError
from quiz.records.session import Session
from quiz.records.standings import Standing

UNSCORED = "practice: the first attempt counts"
"""The notice for a game that cannot become a best."""


def place_text(standing: Standing | None, *, scored: bool) -> str:
    """Return the place of a game among the player's others, or that it is the first; possibly empty."""
    if standing is None:
        return ""
    if standing.is_best:
        return f"A new best, by {standing.margin}!" if standing.margin else "A new best!"
    if standing.is_first:
        return "Your first game!"
    return f"{ordinal(standing.place)} of your {standing.runs} runs" if standing.runs > 1 and scored else ""


def opening_note(setup: Setup, bank: Bank, records: Records | None, now: datetime) -> str:
    """Return a sentence before a daily or a game of practice: days in a row, or how many questions are due now."""
    if setup.mode.daily:
        return status_text(daily_status(records, setup.bank, now), now)
    if setup.mode.pool == "due":
        progress = PlayerProgress(records, lambda: now)
        progress.reread()
        return f"{practice_text(progress.practice(matching(bank.question_summaries, setup.filters)))}."
    return ""


def notes_of(session: Session, bank: Bank, records: Records | None, now: datetime) -> tuple[str, ...]:
    """Return sentences about a game that is over: about dailies, topics now mastered, and the next due question."""
    found = (
        daily_note(session, records, now), mastery_note(session, bank, records),
        practice_note(session, bank, records, now),
    )  # fmt: skip
    return tuple(note for note in found if note)


def daily_note(session: Session, records: Records | None, now: datetime) -> str:
    """Return the days in a row and when the next daily comes, after a daily; empty after another mode."""
    if not session.game.setup.mode.daily:
        return ""
    setup = session.game.setup
    status = daily_status(records, setup.bank, now)
    is_over = status.attempted or setup.seed == seed_of_today(setup.bank, now)
    next_one = next_daily_text(now) if is_over else "Today's daily is still to be played."
    return " ".join(part for part in (days_text(status.history) if status.history.played else "", next_one) if part)


def mastery_note(session: Session, bank: Bank, records: Records | None) -> str:
    """Return which topics the player has mastered by this game; empty if there is none."""
    try:
        answers = records.answers() if records is not None and session.is_saved else ()
    except RecordsError:
        return ""
    topics = mastery(bank.question_summaries, answers)
    others = (answer for answer in answers if answer.game != session.record_id)
    earlier = mastered(mastery(bank.question_summaries, others))
    new = [topic for topic in mastered(topics) if topic not in earlier]
    return f"Mastered: {', '.join(new)}. {mastered_text(topics)}." if new else ""


def practice_note(session: Session, bank: Bank, records: Records | None, now: datetime) -> str:
    """Return when the next question is due, after a game of practice; empty after another mode."""
    if session.game.setup.mode.pool != "due" or records is None:
        return ""
    keys = {question.key for question in matching(bank.question_summaries, session.game.setup.filters)}
    try:
        return next_due([one for one in records.answers() if one.question in keys], now)
    except RecordsError:  # the session reports that games are not saved
        return ""
