"""What the home screen says of a player before a game is chosen."""

from datetime import UTC, datetime, timedelta

from quiz.game.modes import MISSED, PRACTICE
from quiz.records.game_setup import GameRequest, make_setup
from quiz.records.progress import PlayerProgress, PracticeCounts, practice_text
from quiz.records.records import Records
from tests import sample
from tests.records.test_records import keep

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
BANK = sample.bank(*sample.questions(5))


def progress(records: Records | None) -> PlayerProgress:
    found = PlayerProgress(records, lambda: NOW)
    found.reread()
    return found


def test_practice_counts_what_is_due_and_what_is_new_and_asks_just_that(records: Records) -> None:
    keep(records, sample.verdict("test/q0"), sample.verdict("test/q1", "wrong", 0), at=NOW - timedelta(days=30))
    keep(records, sample.verdict("test/q2"), sample.verdict("test/gone"), at=NOW)
    found = progress(records)
    assert found.practice(BANK.questions) == PracticeCounts(2, 2)
    assert found.practice(BANK.questions[1:4]) == PracticeCounts(1, 1)
    request = GameRequest(mode=PRACTICE, seed="7")
    assert len(make_setup(request, BANK, records, NOW).picked or ()) == 4


def test_missed_counts_what_it_asks(records: Records) -> None:
    keep(records, sample.verdict("test/q0", "wrong", 0), sample.verdict("test/q1", "wrong", 0), at=NOW)
    keep(records, sample.verdict("test/q1"), at=NOW + timedelta(seconds=1))
    found = progress(records)
    assert (found.missed(BANK.questions), found.missed(BANK.questions[1:])) == (1, 0)
    assert make_setup(GameRequest(mode=MISSED, seed="7"), BANK, records, NOW).picked == ("test/q0",)


def test_progress_is_that_of_the_answers_that_were_read_last(records: Records) -> None:
    found = progress(records)
    assert (found.has_answers, found.has_due_times) == (False, False)
    keep(records, sample.verdict("test/q0", "wrong", 0), at=NOW - timedelta(days=1))
    assert found.practice(BANK.questions) == PracticeCounts(0, 5)
    found.reread()
    assert (found.has_answers, found.has_due_times) == (True, False)
    found.load_due_times()
    assert found.has_due_times
    assert found.practice(BANK.questions) == PracticeCounts(1, 4)
    assert [topic.known for topic in found.mastery(BANK.questions)] == [0]
    keep(records, sample.verdict("test/q0"), at=NOW)
    found.reread()
    assert not found.has_due_times  # they are computed again
    assert found.practice(BANK.questions) == PracticeCounts(0, 4)
    assert [topic.known for topic in found.mastery(BANK.questions)] == [1]


def test_without_records_everything_is_new(records: Records) -> None:
    records.close()
    for found in (progress(records), progress(None)):
        assert found.practice(BANK.questions) == PracticeCounts(0, 5)
        assert (found.missed(BANK.questions), found.has_answers) == (0, False)
        assert not found.daily(BANK.digest).attempted


def test_practice_is_told_in_numbers_of_due_and_new_questions() -> None:
    assert practice_text(PracticeCounts(12, 157)) == "12 due now, 157 new"
    assert practice_text(PracticeCounts(0, 157)) == "0 due now, 157 new"
    assert practice_text(PracticeCounts(1, 0)) == "1 due now"
    assert practice_text(PracticeCounts(0, 0)) == "nothing to review now"
