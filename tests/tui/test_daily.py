"""The daily on the screens: practice is named before and during it, and the results say the row and the next one."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from quiz.bank.bank import Bank
from quiz.records.daily import next_daily_text
from quiz.records.game_setup import seed_of_today
from quiz.records.records import Records
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from tests import sample
from tests.tui.app_player import bank_of, playing
from tests.tui.mode_games import give, keep, setup_of

AT = datetime(2026, 6, 6, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(3))


def played(records: Records, bank: Bank, *outcomes: str, days_ago: int) -> None:
    """Save a daily of an earlier day."""
    at = AT - days_ago * DAY
    keep(records, bank, setup_of("daily", bank, seed=seed_of_today(bank.digest, at)), *outcomes, at=at)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_second_run_says_practice_before_and_during(
    bank: Bank, records: Records, size: tuple[int, int]
) -> None:
    for days in (1, 2):
        played(records, bank, "right", "right", "wrong", days_ago=days)
    async with playing(bank, records, size=size, now=lambda: AT) as player:
        await player.click("○ Daily")
        assert "3 of 3 questions" in player.shown
        assert "ractice:" not in player.shown
        assert size == (40, 12) or "2 days in a row so far." in player.prose
        await player.press("p")
        assert "ractice" not in player.shown
        await give(player, "right", "wrong", "right")
        assert isinstance(player.app.screen, ResultsScreen)
        assert "3 days in a row. 3 dailies played." in player.prose
        assert next_daily_text(AT) in player.prose
        await player.press("h")
        assert "practice: played today" in player.shown
        if size == (80, 24):
            assert f"2 right today, 3 days in a row. {next_daily_text(AT)}" in player.prose
        await player.press("p")
        assert ("Daily practice   1 of 3" if size == (80, 24) else "practice  1 of 3") in player.shown
        assert player.toasts == ""  # home has said it
        await give(player, "wrong", "wrong", "wrong")
        assert "practice: the first attempt counts" in player.prose
        await player.press("a")  # from here, too, it is said before it
        assert "Practice: the first attempt counts." in player.toasts
        assert "ractice" in player.rows[1 if size == (80, 24) else 0]


async def test_the_results_show_the_own_distribution_with_todays_result(bank: Bank, records: Records) -> None:
    played(records, bank, "right", "right", "right", days_ago=3)
    played(records, bank, "right", "wrong", "wrong", days_ago=1)
    setup = setup_of("daily", bank, seed=seed_of_today(bank.digest, AT))
    async with playing(bank, records, setup=setup, size=(80, 50), now=lambda: AT) as player:
        await give(player, "right", "wrong", "wrong")
        assert "2 days in a row. 3 dailies played." in player.prose
        rows = [row.strip() for row in player.rows]
        begin = rows.index("Your dailies by right answers") + 1
        assert rows[begin : begin + 3] == [
            f"3 right  {'▰' * 6}{'▱' * 6}  1",
            f"2 right  {'▱' * 12}  0",
            f"1 right  {'▰' * 12}  2  today",
        ]
        await player.press("c")  # a grid of signs beside the words
        assert player.app.clipboard == "Quiz daily 2026-06-06 · 1 of 3 · right wrong wrong\n🟩🟥🟥"
        await player.press("e")
        assert player.app.exit_text == player.app.clipboard
        await player.press("h", "b")
        for words in ("Your dailies by right answers", "2 days in a row. 3 dailies played.", f"{'▰' * 12}  2  today"):
            assert words in player.shown


async def test_a_daily_played_by_its_code_or_from_the_shell_says_that_it_is_practice(bank: Bank) -> None:
    setup = replace(setup_of("daily", bank, seed=seed_of_today(bank.digest, AT)), scored=False)
    async with playing(bank, setup=setup, now=lambda: AT) as player:
        assert "Practice: the first attempt counts." in player.toasts
        assert "Daily practice   1 of 3" in player.shown
        await give(player, "right", "right", "right")
        await player.press("c")
        assert player.app.clipboard == "Quiz daily 2026-06-06 practice · 3 of 3 · right right right\n🟩🟩🟩"


async def test_a_new_day_is_seen_at_home_without_leaving_it(bank: Bank, records: Records) -> None:
    played(records, bank, "right", "right", "right", days_ago=0)
    now = [AT]
    async with playing(bank, records, now=lambda: now[0]) as player:
        await player.click("○ Daily")
        assert "practice: played today" in player.shown
        now[0] += DAY
        home = player.app.screen
        assert isinstance(home, HomeScreen)
        home.update_progress()  # its timer does so every minute
        await player.settle()
        assert "3 of 3 questions" in player.shown
        assert "1 day in a row so far." in player.prose


async def test_an_attempt_that_was_left_is_used(bank: Bank, records: Records) -> None:
    async with playing(bank, records, now=lambda: AT) as player:
        await player.click("○ Daily")
        await player.press("p", "1", "escape", "l")
        assert "Interrupted: Daily, 1 of 3" in player.shown
        assert "practice: attempt used" in player.shown
        assert f"Today's attempt is used. {next_daily_text(AT)}" in player.prose
        await player.press("p", "1", "escape", "l")
        assert "Interrupted: Daily practice, 1 of 3" in player.shown


async def test_the_only_attempt_can_be_resumed_even_if_nothing_was_answered(bank: Bank, records: Records) -> None:
    async with playing(bank, records, now=lambda: AT) as player:
        await player.click("○ Daily")
        await player.press("p", "escape", "l")
        assert "Interrupted: Daily, 0 of 3" in player.shown
        await player.press("r")
        assert player.game.setup.scored
        await give(player, "right", "right", "right")
        await player.press("h")
        assert "3 right today" in player.prose
        await player.press("p", "escape", "l")  # practice without an answer is not worth it
        assert "Interrupted" not in player.shown
