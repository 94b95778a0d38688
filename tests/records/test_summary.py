"""Texts about a game that is over, from the records."""

from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from quiz.game.events import Next
from quiz.game.game import start
from quiz.game.modes import DAILY
from quiz.records.game_setup import seed_of_today
from quiz.records.records import Records
from quiz.records.session import Session
from quiz.records.standings import Standing
from quiz.records.summary import daily_note, mastery_note, place_text
from tests import sample

BANK = sample.setup().bank
NOON = datetime(2026, 11, 20, 12, 0).astimezone()


@pytest.mark.parametrize(
    ("standing", "scored", "said"),
    [
        (None, True, ""),
        (Standing(1, 1, False), True, ""),
        (Standing(1, 1, False, is_first=True), True, "Your first game!"),
        (Standing(1, 3, True), True, "A new best!"),
        (Standing(1, 3, True, margin=120), True, "A new best, by 120!"),
        (Standing(2, 3, False), True, "2nd of your 3 runs"),
        (Standing(2, 3, False), False, ""),
    ],
)
def test_a_place_is_said_where_there_is_something_to_compare_with(
    standing: Standing | None, scored: bool, said: str
) -> None:
    assert place_text(standing, scored=scored) == said


# Dailies


def daily(records: Records | None, at: datetime) -> Session:
    """A daily of that day, played to its end; its time does not move."""
    setup = replace(sample.setup(mode=DAILY), seed=seed_of_today(BANK, at))
    session = Session(start(setup, sample.questions(2), 0.0), records, lambda: 1.0, now=lambda: at)
    for index in range(2):
        session.send(sample.event(session.game, "right"))
        session.send(Next(index))
        session.game = replace(session.game, opened_at=0.0)
    assert session.game.phase == "over"
    return session


def test_after_a_daily_the_row_and_the_next_one_are_told(records: Records) -> None:
    assert daily_note(daily(records, NOON), records, NOON) == (
        "1 day in a row. 1 daily played. Next daily in 12 hours."
    )
    assert daily_note(daily(None, NOON), None, NOON) == "Next daily in 12 hours."
    assert daily_note(Session(sample.game(), None, lambda: 0.0), None, NOON) == ""


def test_a_daily_that_ends_on_the_next_day_leaves_the_new_one_to_be_played(records: Records) -> None:
    session, later = daily(records, NOON), NOON + timedelta(hours=13)
    assert daily_note(session, records, later) == (
        "1 day in a row. 1 daily played. Today's daily is still to be played."
    )
    daily(records, later)
    assert daily_note(session, records, later) == "2 days in a row. 2 dailies played. Next daily in 23 hours."


# Mastery


def test_only_the_topics_that_a_game_has_mastered_are_named(records: Records) -> None:
    bank = sample.bank(*sample.questions(2), sample.question("cast", topic="Cast"))

    def play(*names: str) -> str:
        asked = [bank.by_key[f"test/{name}"] for name in names]
        session = Session(start(sample.setup(), asked, 0.0), records, lambda: 1.0)
        for index in range(len(asked)):
            session.send(sample.event(session.game, "right"))
            session.send(Next(index))
            session.game = replace(session.game, opened_at=0.0)
        return mastery_note(session, bank, records)

    assert play("q0") == ""
    assert play("q1", "cast") == "Mastered: Crew, Cast. 2 of 2 topics mastered."
    assert play("cast") == ""


def test_nothing_is_mastered_by_a_game_that_is_not_saved() -> None:
    assert mastery_note(Session(sample.game(), None, lambda: 0.0), sample.bank(), None) == ""
