"""Everything that the records screen shows, read at once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from quiz.game.modes import PROOF
from quiz.records.overview import HARDEST_LIMIT, overview
from quiz.records.records import Records
from quiz.records.statistics import Tally
from tests import sample
from tests.records.test_records import RIGHT, another_window, keep

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
WRONG = sample.verdict("test/q1", "wrong", -50)
BANK = sample.bank(*sample.questions(20))


def test_an_overview_has_the_players_games_and_the_table_of_all(records: Records, tmp_path: Path) -> None:
    best = keep(records, RIGHT, at=NOW - DAY)
    worse = keep(records, WRONG, at=NOW)
    stopped = keep(records, RIGHT, state="stopped", at=NOW - 2 * DAY)
    with another_window(tmp_path, "Ana") as other:
        anas = keep(other, WRONG, at=NOW)
        assert [one.id for one in overview(other, NOW).games] == [anas]
        assert overview(other, NOW).player == "Ana"
    found = overview(records, NOW)
    assert [one.id for one in found.games] == [worse, best, stopped]
    assert [one.id for one in found.ranked_games] == [worse, best]
    assert [one.id for one in found.bests] == [best, anas]
    assert {one.id for one in found.all_games} == {best, worse, stopped, anas}


def test_topics_and_hardest_questions_rest_on_the_players_every_answer(records: Records, tmp_path: Path) -> None:
    keep(records, RIGHT, WRONG)
    for _ in range(4):
        keep(records, WRONG, state="open")
    with another_window(tmp_path, "Ana") as other:
        for _ in range(5):
            keep(other, WRONG, sample.verdict("test/q2", "wrong", 0))
    found = overview(records, NOW)
    assert found.topics(BANK) == (Tally("Crew", 1, 6),)
    assert found.hardest(BANK) == (Tally("test/q1", 0, 5),)
    assert [(one.topic, one.known, one.questions) for one in found.mastery(BANK)] == [("Crew", 1, 20)]


def test_only_the_hardest_are_named(records: Records) -> None:
    for _ in range(5):
        keep(records, *(sample.verdict(f"test/q{number}", "wrong", 0) for number in range(HARDEST_LIMIT + 1)))
    assert len(overview(records, NOW).hardest(BANK)) == HARDEST_LIMIT


def test_days_in_a_row_are_those_of_the_players_own_calendar(records: Records) -> None:
    midnight = NOW.astimezone().replace(hour=0, minute=0)
    for at in (midnight + DAY - timedelta(minutes=1), midnight + DAY + timedelta(minutes=1)):
        keep(records, RIGHT, at=at)
    assert overview(records, midnight + DAY + timedelta(hours=2)).day_streak == 2
    assert overview(records, midnight + 2 * DAY).day_streak == 2
    assert overview(records, midnight + 3 * DAY).day_streak == 0


def test_the_last_answers_of_a_topic_are_those_without_the_article(records: Records) -> None:
    skipped = sample.verdict("test/q2", "skipped", 0)
    looked_up = sample.verdict("test/q3", "right", 50, looked_up=True)
    keep(records, RIGHT, WRONG, skipped, looked_up, at=NOW - DAY)
    proof = records.begin(sample.game(mode=PROOF), NOW)
    for position, verdict in enumerate((sample.verdict(RIGHT.question, "wrong", -9), sample.verdict("test/q4"))):
        records.add(proof, position, verdict, NOW)
    found = overview(records, NOW).last_answers("Crew", BANK)
    told = [(RIGHT.question, "right"), (WRONG.question, "wrong"), (skipped.question, "skipped")]
    assert [(one.question, one.outcome) for one in found] == told


def test_there_is_nothing_to_say_where_nothing_was_played(records: Records) -> None:
    found = overview(records, NOW)
    assert (found.games, found.bests, found.day_streak, found.topics(BANK), found.hardest(BANK)) == (
        (),
        (),
        0,
        (),
        (),
    )
