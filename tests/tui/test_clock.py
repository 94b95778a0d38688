"""The clock of a timed game: it shows the remaining time, and no dialog stops it."""

from datetime import UTC, datetime, timedelta

import pytest

from quiz.bank.bank import Bank
from quiz.records.records import Records
from quiz.tui.screens.dialogs.leave_game import LeaveGameDialog
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from tests import sample
from tests.tui.app_player import Player, bank_of, playing
from tests.tui.mode_games import outcomes, play_screen, setup_of, tick

WIDE = (120, 40)
"""A size in which no dialog covers the clock."""
OVER = {"help": "question_mark", "palette": "ctrl+p", "leave": "escape"}
"""The screens that can be opened on top of an open question, and their keys."""


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(4))


def cells(player: Player) -> tuple[int, int]:
    """Return the numbers of full and empty cells in the clock's bar."""
    return player.rows[1].count("▰"), player.rows[1].count("▱")


# What it draws


async def test_bar_and_digits_show_the_remaining_time(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        assert "1:00" in player.shown
        assert cells(player) == (14, 0)
        await tick(player, after=23.4)
        assert "0:37" in player.shown
        assert cells(player) == (9, 5)
        await tick(player, after=26.5)
        assert "0:11" in player.shown
        assert cells(player) == (3, 11)


async def test_it_stands_still_while_an_answer_is_explained(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        await player.press("1", after=10)
        await tick(player, after=500)
        assert "0:50" in player.shown
        await player.press("s", after=500)
        await player.press("escape", after=500)
        await player.press("enter", after=500)
        assert "0:50" in player.shown
        await tick(player, after=1)
        assert "0:49" in player.shown
        assert len(outcomes(player)) == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_last_ten_seconds_are_marked_with_a_sign_and_a_word(bank: Bank, size: tuple[int, int]) -> None:
    async with playing(bank, setup=setup_of("timed", bank), size=size) as player:
        await tick(player, after=49.9)
        assert "0:11" in player.shown
        assert "!" not in player.shown
        await tick(player, after=0.1)
        assert "! 0:10 left" in player.shown
        assert player.segments_of("0:10")[0].style != player.segments_of("Crew")[0].style


async def test_a_stalled_screen_gains_and_loses_nothing(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        await tick(player, after=5)
        assert "0:55" in player.shown
        for _ in range(2):  # the ticks that were missed are not made up for
            await tick(player)
            assert "0:55" in player.shown
        await player.press("1", after=5)
        assert player.game.verdicts[0].seconds == 10
        assert "0:50" in player.shown


async def test_a_new_size_of_the_terminal_changes_no_time(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        await player.resize(40, 12)
        await tick(player, after=15)
        assert "0:45" in player.shown
        await player.resize(20, 5)
        await tick(player, after=15)
        await player.resize(80, 24)
        assert "0:30" in player.shown
        player.clock.now = 60.0
        await player.pilot.resize_terminal(80, 24)
        await tick(player)
        await player.resize(40, 12)
        assert outcomes(player) == ["timed out"]
        assert "Time ran out" in player.shown


# What is over it


async def test_it_shows_the_right_time_after_a_dialog_is_closed(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("timed", bank), size=WIDE) as player:
        for left, key in zip((50, 40, 30), OVER.values(), strict=True):
            await player.press(key, after=1)
            await player.press("escape", after=9)
            assert player.app.screen is play_screen(player)
            await tick(player)
            assert f"0:{left}" in player.shown


@pytest.mark.parametrize("over", [*OVER, "nothing"])
async def test_it_runs_to_the_deadline_behind_any_dialog(bank: Bank, records: Records, over: str) -> None:
    async with playing(bank, records, setup=setup_of("timed", bank)) as player:
        if over != "nothing":
            await player.press(OVER[over])
            assert player.app.screen is not play_screen(player)
        in_front = player.app.screen
        await tick(player, after=20 - player.clock.now)
        assert play_screen(player).bar.render().plain.split()[2] == "0:40"  # type: ignore[union-attr]
        await tick(player, after=40)
        assert player.app.screen is in_front
        assert outcomes(player) == ["timed out"]
        assert len(records.answers()) == 1
        await tick(player, after=60)
        if over != "nothing":
            await player.press("escape")
        assert "! Time ran out  0" in player.shown
        await player.burst("1", "x", after=1)
        await player.press("enter")
        assert isinstance(player.app.screen, ResultsScreen)
    (game,) = records.history()
    assert [verdict.outcome for verdict in game.verdicts] == ["timed out"]


# An answer against the deadline


@pytest.mark.parametrize("order", ["tick key", "key tick", "key key tick", "tick, key", "key, tick"])
@pytest.mark.parametrize(("moment", "said"), [(59.999, "right"), (60.0, "timed out")])
async def test_an_answer_races_the_deadline_and_the_time_alone_decides(
    bank: Bank, order: str, moment: float, said: str
) -> None:
    """Key and tick arrive in the given order. At a comma, the first is handled before the second arrives."""
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        screen, right = play_screen(player), str(player.options_that_are(right=True)[0] + 1)
        player.clock.now = moment
        for group in order.split(","):
            for what in group.split():
                if what == "key":
                    player._send(right)
                else:
                    screen.call_later(screen._tick)
            await player.settle()
        assert outcomes(player) == [said]
        await tick(player, after=1)
        assert outcomes(player) == [said]
        assert player.shown.count("your answer") == (said == "right")


# Leaving


async def test_a_timed_game_cannot_be_left_for_later(bank: Bank, records: Records) -> None:
    async with playing(bank, records, setup=setup_of("timed", bank)) as player:
        await player.press("1", "enter", "escape")
        assert "End and see the results" in player.shown
        assert "resume later" not in player.shown
        await player.press("l")
        assert isinstance(player.app.screen, LeaveGameDialog)
        await player.press("e")
        assert isinstance(player.app.screen, ResultsScreen)
        await player.press("h")
        assert "Interrupted" not in player.shown
    assert [game.state for game in records.history()] == ["stopped"]


async def test_an_interrupted_timed_game_is_not_offered(bank: Bank, records: Records) -> None:
    async with playing(bank, records, setup=setup_of("timed", bank)) as player:
        await player.press("1")
    async with playing(bank, records) as player:
        assert "Interrupted" not in player.shown
        await player.press("r")
        assert isinstance(player.app.screen, HomeScreen)
    assert len(records.answers()) == 1


async def test_a_changed_wall_clock_changes_nothing(bank: Bank, records: Records) -> None:
    now = [datetime(2026, 6, 6, tzinfo=UTC)]
    async with playing(bank, records, setup=setup_of("timed", bank), now=lambda: now[0]) as player:
        await tick(player, after=10)
        now[0] += timedelta(days=400)
        await tick(player, after=10)
        assert "0:40" in player.shown
        now[0] -= timedelta(days=800)
        await player.press("1", after=1)
        assert player.game.verdicts[0].seconds == pytest.approx(21)
