"""Survival on the screen: lives, time limits, and results."""

import pytest

from quiz.bank.bank import Bank
from quiz.game.game import questions_of, start
from quiz.records.records import Records
from quiz.records.session import Session
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from tests import sample
from tests.tui.app_player import bank_of, playing
from tests.tui.mode_games import give, keep, outcomes, setup_of, tick


@pytest.fixture
def bank() -> Bank:
    """Each question has 15 words to read: 9.75 seconds for the first."""
    return bank_of(sample.questions(6))


@pytest.mark.parametrize(("cost", "size"), [("wrong", (40, 12)), ("skipped", (80, 24)), ("timed out", (80, 24))])
async def test_everything_but_a_right_answer_costs_a_life(bank: Bank, cost: str, size: tuple[int, int]) -> None:
    async with playing(bank, setup=setup_of("survival", bank), size=size) as player:
        await give(player, "right")
        assert "♥♥♥" in player.shown
        assert "1 right" in player.shown
        await give(player, cost)
        assert "♥♥♡" in player.shown
        await give(player, cost)
        assert "♥♡♡" in player.shown
        assert isinstance(player.app.screen, PlayScreen)
        await give(player, cost)
        assert isinstance(player.app.screen, ResultsScreen)
        assert "Survival  1 right" in player.shown
        assert f"✓ right 1   ✗ wrong {3 if cost == 'wrong' else 0}" in player.shown


async def test_a_question_times_out_without_a_key_press(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("survival", bank)) as player:
        await tick(player, after=9.74)
        assert outcomes(player) == []
        assert "! 0:01 left" in player.shown
        await tick(player, after=0.01)
        assert outcomes(player) == ["timed out"]
        assert "♥♥♡" in player.shown
        assert "! Time ran out" in player.shown


@pytest.mark.parametrize(("asked", "digits"), [(0, "0:10"), (12, "0:07"), (30, "0:04"), (300, "0:04")])
async def test_the_limit_shrinks_with_the_questions_asked_down_to_a_floor(
    bank: Bank, asked: int, digits: str
) -> None:
    """9.75 s, 9.75 × 0.97¹² = 6.8 s, then 9.75 × 0.4 = 3.9 s."""
    async with playing(bank) as player:
        verdicts = [sample.verdict(seconds=1.0)] * asked
        setup = setup_of("survival", bank)
        session = Session(start(setup, questions_of(setup, bank), 0.0, verdicts), None, player.clock)
        player.app.push_screen(PlayScreen(session))
        await player.settle()
        assert f" {digits} " in player.rows[1]
        assert player.rows[1].count("▰") == 14
        assert f"{asked} right" in player.rows[1]
        await tick(player, after=3.91)
        assert outcomes(player)[asked:] == (["timed out"] if asked >= 30 else [])


async def test_the_results_count_right_answers_not_points(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("survival", bank)) as player:
        await give(player, "right", "right")
        await player.answer(right=False)
        assert "✗ Wrong" in player.shown
        assert "♥♥♡" in player.shown  # as soon as the verdict is shown
        await player.press("enter")
        await give(player, "wrong", "wrong")
        assert "Survival  2 right" in player.shown
        assert "✓ right 2   ✗ wrong 3" in player.shown
        assert "2 in a row" in player.shown
        assert "100" not in player.shown
        assert "−33" not in player.shown
        await player.press("enter")
        assert "✗ Wrong" in player.shown
        assert "−33" not in player.shown
        await player.press("escape")
        await player.press("a")
        assert "♥♥♥" in player.shown
        assert "0 right" in player.shown


async def test_time_that_ran_out_is_not_called_skipped_anywhere(bank: Bank, records: Records) -> None:
    async with playing(bank, records, setup=setup_of("survival", bank), size=(80, 40)) as player:
        await give(player, "timed out", "right", "skipped", "timed out")
        assert "✓ right 1   ✗ wrong 0   – skipped 1   ! timed out 2" in player.shown
        await player.press("c")
        assert player.app.clipboard == "Quiz survival · 1 right · timed out right skipped timed out"
        await player.press("h", "b", "enter")  # the game in the records
        assert [row.split()[0] for row in player.rows if "What about" in row] == ["!", "✓", "–", "!"]
        assert "100" not in player.shown
        await player.press("down", "enter")
        assert "✓ Right" in player.shown
        assert "100" not in player.shown


async def test_the_last_answers_of_a_topic_say_that_the_clock_of_the_game_ran_out(records: Records) -> None:
    bank = bank_of(sample.questions(1))
    keep(records, bank, setup_of("classic", bank), "right")
    keep(records, bank, setup_of("timed", bank), "timed out")
    async with playing(bank, records, size=(80, 40)) as player:
        await player.press("b")
        await player.click(f"{'▰' * 12}  1 of 1")  # the clock that ran out says nothing of the question
        assert "your last answers" in player.shown
        (row,) = (row for row in player.rows if "What about" in row)
        assert row.strip().startswith("!")
        await player.press("enter")
        assert "! Time ran out" in player.shown
        assert "! Time ran out  0" not in player.shown  # a topic has no points
