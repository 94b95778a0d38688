"""The player's dailies: which of them count, days in a row, the distribution of results, and the next one."""

from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.game.game import Outcome, start
from quiz.game.modes import DAILY, daily_seed
from quiz.records.daily import (
    DailyHistory,
    DailyStatus,
    daily_history,
    daily_status,
    day_of,
    days_text,
    distribution_lines,
    next_daily,
    next_daily_text,
    status_text,
)
from quiz.records.game_setup import seed_of_today
from quiz.records.models import GameRecord
from quiz.records.records import Records
from tests import sample
from tests.records.test_standings import run

TODAY = date(2026, 11, 20)
BANK = "0123456789abcdef"
DAY = timedelta(days=1)


def daily(right: int, ago: int = 0, *, bank: str = BANK, **changes: object) -> GameRecord:
    """A daily so many days ago, in which so many answers were right and one was wrong."""
    seed = daily_seed((TODAY - ago * DAY).isoformat(), bank)
    return run(right, 1, mode="daily", seed=seed, seconds=None, **changes)


# The day


def test_the_day_of_a_daily_is_the_date_in_its_seed() -> None:
    assert day_of(daily_seed("2026-11-20", BANK)) == TODAY


@pytest.mark.parametrize("seed", ["", "7", "tomorrow/abc/2", "2026-13-01/a/2", "0001-01-01/a/2", "9999-12-31/a/2"])
def test_a_seed_without_a_day_that_can_be_played_has_none(seed: str) -> None:
    assert day_of(seed) is None
    assert daily_history([run(3, mode="daily", seed=seed)], TODAY) == DailyHistory()


def test_the_seed_of_today_has_the_day_of_the_players_own_calendar() -> None:
    midnight = datetime(2026, 11, 20, tzinfo=UTC).astimezone().replace(hour=0, minute=0)
    for at in (midnight, midnight + timedelta(hours=23, minutes=59)):
        assert (
            seed_of_today(BANK, at)
            == seed_of_today(BANK, at.astimezone(UTC))
            == daily_seed(midnight.date().isoformat(), BANK)
        )


# What counts


@pytest.mark.parametrize(
    "other",
    [
        daily(5, scored=False),
        daily(5, state="stopped"),
        daily(5, state="dropped"),
        run(5),
        run(5, mode="classic", seed=daily_seed("2026-11-20", BANK)),
    ],
    ids=["practice", "stopped", "dropped", "timed", "classic"],
)
def test_only_first_attempts_at_a_daily_that_were_finished_count(other: GameRecord) -> None:
    assert daily_history([other], TODAY) == DailyHistory()
    assert daily_history([other, daily(3)], TODAY) == daily_history([daily(3)], TODAY)


@pytest.mark.parametrize(
    ("ago", "row", "longest"),
    [
        ([0], 1, 1),
        ([1, 2], 2, 2),
        ([2, 3], 0, 2),
        ([0, 1, 3, 4, 5], 2, 3),
        ([0, 0, 1], 2, 2),
        ([-1, 0], 1, 2),
    ],
    ids=str,
)
def test_days_in_a_row_end_today_or_yesterday_and_the_longest_is_kept(ago: list[int], row: int, longest: int) -> None:
    found = daily_history([daily(3, days) for days in ago], TODAY)
    assert (found.played, found.days_in_row, found.longest_row) == (len(ago), row, longest)


@given(st.lists(st.integers(0, 40)))
def test_no_row_is_longer_than_the_longest_and_every_daily_is_in_the_distribution(ago: list[int]) -> None:
    found = daily_history([daily(days % 4, days) for days in ago], TODAY)
    assert found.days_in_row <= found.longest_row <= len(set(ago))
    assert sum(count for _, count in found.by_right) == found.played == len(ago)
    rights = [right for right, _ in found.by_right]
    assert rights == sorted(set(rights), reverse=True)
    assert not rights or rights == list(range(rights[0], rights[-1] - 1, -1))


def test_the_distribution_has_the_results_between_the_best_and_the_worst() -> None:
    found = daily_history([daily(7), daily(4, 1), daily(7, 2)], TODAY)
    assert found.by_right == ((7, 2), (6, 0), (5, 0), (4, 1))
    assert distribution_lines(found) == ["7 right: 2 dailies", "4 right: 1 daily"]


def test_todays_result_is_that_of_the_same_bank() -> None:
    games = [daily(2, bank="f" * 16), daily(7, 1)]
    assert daily_history(games, TODAY, daily_seed("2026-11-20", BANK)).today is None
    assert daily_history([*games, daily(4)], TODAY, daily_seed("2026-11-20", BANK)).today == 4
    assert daily_history(games, TODAY).today == 2
    assert daily_history(games[1:], TODAY).today is None


# The next one


def test_the_next_daily_comes_at_the_players_next_midnight() -> None:
    noon = datetime(2026, 11, 20, 12, 0).astimezone()
    assert next_daily(noon) == datetime(2026, 11, 21).astimezone()
    assert next_daily(noon) == next_daily(noon.astimezone(UTC))
    assert next_daily_text(noon) == "Next daily in 12 hours."
    assert next_daily_text(noon.replace(hour=18, minute=47, second=30)) == "Next daily in 5 hours 13 minutes."
    assert next_daily_text(noon.replace(hour=23, minute=59, second=59)) == "Next daily in 1 minute."


def test_the_new_day_has_a_new_daily_as_soon_as_it_comes() -> None:
    noon = datetime(2026, 11, 20, 12, 0).astimezone()
    assert seed_of_today(BANK, next_daily(noon)) != seed_of_today(BANK, noon)
    assert seed_of_today(BANK, next_daily(noon) - timedelta(seconds=1)) == seed_of_today(BANK, noon)


# What is said


@pytest.mark.parametrize(
    ("history", "said"),
    [
        (DailyHistory(played=1, days_in_row=1, longest_row=1), "1 day in a row. 1 daily played."),
        (DailyHistory(played=12, days_in_row=3, longest_row=5), "3 days in a row, longest 5. 12 dailies played."),
        (DailyHistory(played=2, longest_row=2), "0 days in a row, longest 2. 2 dailies played."),
    ],
)
def test_days_in_a_row_are_said_with_the_longest_only_if_that_was_longer(history: DailyHistory, said: str) -> None:
    assert days_text(history) == said


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (DailyStatus(), ""),
        (DailyStatus(history=DailyHistory(days_in_row=3)), "3 days in a row so far."),
        (DailyStatus(attempted=True), "Today's attempt is used. Next daily in 12 hours."),
        (
            DailyStatus(attempted=True, history=DailyHistory(days_in_row=3, today=7)),
            "7 right today, 3 days in a row. Next daily in 12 hours.",
        ),
        (
            DailyStatus(attempted=True, history=DailyHistory(today=0, days_in_row=1)),
            "0 right today, 1 day in a row. Next daily in 12 hours.",
        ),
    ],
)
def test_the_status_says_the_row_before_and_the_result_and_the_next_after(status: DailyStatus, said: str) -> None:
    assert status_text(status, datetime(2026, 11, 20, 12, 0).astimezone()) == said


# From the records


def test_the_status_changes_with_the_first_attempt_and_with_its_end(records: Records) -> None:
    now = datetime(2026, 11, 20, 12, 0).astimezone()
    seed = seed_of_today(BANK, now)
    game = start(msgspec.structs.replace(sample.setup(mode=DAILY), seed=seed), sample.questions(3), 0.0)
    assert daily_status(records, BANK, now) == DailyStatus()
    kept = records.begin(game, now)
    assert daily_status(records, BANK, now) == DailyStatus(attempted=True)
    outcomes: tuple[Outcome, ...] = ("right", "wrong", "right")
    for position, outcome in enumerate(outcomes):
        records.add(kept, position, sample.verdict(outcome=outcome), now)
    records.end(kept, "finished", now)
    assert daily_status(records, BANK, now) == DailyStatus(
        attempted=True,
        history=DailyHistory(played=1, days_in_row=1, longest_row=1, by_right=((2, 1),), today=2),
    )
    tomorrow = daily_status(records, BANK, now + DAY)
    assert (tomorrow.attempted, tomorrow.history.days_in_row, tomorrow.history.today) == (False, 1, None)
    assert not daily_status(records, "f" * 16, now).attempted


def test_without_records_nothing_was_played(records: Records) -> None:
    records.close()
    now = datetime.now(UTC)
    assert daily_status(records, BANK, now) == daily_status(None, BANK, now) == DailyStatus()
