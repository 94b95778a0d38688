"""Choosing a mode on the home screen: its options, and the message when there is nothing to ask."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from quiz.bank.bank import Bank
from quiz.game.modes import MODES
from quiz.records.records import Records
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from tests import sample
from tests.tui.app_player import Player, bank_of, playing
from tests.tui.mode_games import give, keep, setup_of

NAMES = ("Classic", "Timed", "Proof", "Survival", "Daily", "Practice", "Missed")
AT = datetime(2026, 6, 6, 12, 0, tzinfo=UTC)


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(3))


def asked(player: Player) -> set[str]:
    """Return the keys of the questions that the game may ask."""
    return {question.key for question in player.game.questions}


async def pick(player: Player, mode: str) -> None:
    """Click on a mode, unless it is picked already."""
    if f"● {mode}" not in player.shown:
        await player.click(f"○ {mode}")


# What can be chosen


async def test_there_are_seven_modes_and_classic_is_picked(bank: Bank) -> None:
    async with playing(bank) as player:
        assert "● Classic" in player.shown
        for name in NAMES[1:]:
            assert f"○ {name}" in player.shown


async def test_the_second_list_has_the_options_of_the_mode(bank: Bank) -> None:
    async with playing(bank) as player:
        for mode, picked in (("Practice", "● 10"), ("Missed", "● All"), ("Classic", "● 10")):
            await pick(player, mode)
            assert "─ Questions ─" in player.shown
            assert picked in player.shown
            assert "○ 60 s" not in player.shown
        await player.click("○ Timed")
        assert "─ Clock ─" in player.shown
        assert "─ Questions ─" not in player.shown
        for words in ("○ 30 s", "● 60 s", "○ 120 s"):
            assert words in player.shown
        await player.click("○ Proof")
        for words in ("─ Clock ─", "○ 60 s", "● 120 s", "○ 180 s"):
            assert words in player.shown
        assert "○ 30 s" not in player.shown
        for mode in ("Survival", "Daily"):
            await player.click(f"○ {mode}")
            assert f"● {mode}" in player.shown
            assert "─ Clock ─" not in player.shown
            assert "─ Questions ─" not in player.shown


async def test_the_clock_is_the_one_that_was_chosen(bank: Bank) -> None:
    async with playing(bank) as player:
        await player.click("○ Timed")
        await player.click("○ 120 s")
        assert "● 120 s" in player.shown
        await player.press("p")
        assert "2:00" in player.shown
        assert (player.game.setup.mode.id, player.game.setup.seconds) == ("timed", 120)


async def test_modes_are_chosen_by_keyboard(bank: Bank) -> None:
    async with playing(bank) as player:
        home = player.app.screen
        assert isinstance(home, HomeScreen)
        home.picker.modes.focus()
        await player.press("home", "down", "down", "down", "enter", "p")
        assert "♥♥♥" in player.shown


async def test_the_summary_of_each_mode_is_shown_completely(bank: Bank) -> None:
    async with playing(bank) as player:
        for name in NAMES:
            await pick(player, name)
            assert MODES[name.lower()].summary in player.prose


async def test_home_remembers_the_mode_that_was_played_last(bank: Bank, records: Records) -> None:
    async with playing(bank, records) as player:
        await pick(player, "Survival")
        await player.press("p")
        await give(player, "wrong", "wrong", "wrong")
        await player.press("h")
        assert "● Survival" in player.shown
        assert "─ Questions ─" not in player.shown


# The daily


async def test_the_first_daily_counts_and_the_second_is_practice(records: Records) -> None:
    bank = bank_of(sample.questions(1))
    now = [AT]
    async with playing(bank, records, now=lambda: now[0]) as player:
        scored = []
        for days in (0, 0, 1):
            now[0] += timedelta(days=days)
            await pick(player, "Daily")
            await player.press("p")
            await give(player, "right")
            assert isinstance(player.app.screen, ResultsScreen)
            scored.append("practice: the first attempt counts" not in player.prose)
            await player.press("h")
        assert scored == [True, False, True]
    assert [game.is_ranked for game in reversed(records.history())] == [True, False, True]


async def test_the_daily_takes_no_filters(records: Records) -> None:
    bank = bank_of([sample.question("q1", topic="Cast"), sample.question("q2", topic="Plot")])
    async with playing(bank, records, now=lambda: AT) as player:
        await player.click("□ Cast")
        await pick(player, "Daily")
        assert "2 of 2 questions" in player.shown
        await player.press("p")
        assert len(asked(player)) == 2


# Practice and missed


async def test_practice_says_when_the_next_is_due_and_asks_it_then(bank: Bank, records: Records) -> None:
    keep(records, bank, setup_of("classic", bank), "right", "right", "right", at=AT)
    now = [AT + timedelta(minutes=1)]
    async with playing(bank, records, now=lambda: now[0]) as player:
        await pick(player, "Practice")
        await player.press("p")
        assert isinstance(player.app.screen, HomeScreen)
        assert re.search(r"Nothing is due\. The next question is due in 9 minutes\.", player.toasts)
        now[0] += timedelta(minutes=10)
        await player.press("p")
        assert isinstance(player.app.screen, PlayScreen)
        assert len(asked(player)) == 3


async def test_practice_asks_what_was_not_answered_yet(bank: Bank, records: Records) -> None:
    keep(records, bank, setup_of("classic", bank), "right", "wrong", at=AT)
    known = {answer.question for answer in records.answers()}
    async with playing(bank, records, now=lambda: AT) as player:
        await pick(player, "Practice")
        await player.press("p")
        assert asked(player) == {question.key for question in bank.questions} - known


async def test_missed_with_nothing_missed_says_so(bank: Bank, records: Records) -> None:
    keep(records, bank, setup_of("classic", bank), "right", "skipped")
    async with playing(bank, records) as player:
        await pick(player, "Missed")
        await player.press("p")
        assert isinstance(player.app.screen, HomeScreen)
        assert "There is no question that you last answered wrongly." in player.toasts


async def test_missed_asks_only_questions_whose_latest_answer_was_wrong(bank: Bank, records: Records) -> None:
    keep(records, bank, setup_of("classic", bank), "wrong", "right", "wrong", at=AT)
    missed = {answer.question for answer in records.answers() if answer.outcome == "wrong"}
    async with playing(bank, records) as player:
        await pick(player, "Missed")
        await player.press("p")
        assert asked(player) == missed
        last = player.question.key
        await give(player, "wrong", "right")
        await player.press("h")
        await pick(player, "Missed")
        await player.press("p")
        assert asked(player) == {last}
