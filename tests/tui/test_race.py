"""Every question gets exactly one outcome, whatever keys, clicks or answers arrive at whatever time."""

import pytest

from quiz.bank.bank import Bank
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from quiz.tui.widgets.answer_widget import AnswerWidget
from tests import sample
from tests.tui.app_player import Player, bank_of, classic, playing

SECONDS = 30


@pytest.fixture
def bank() -> Bank:
    """Questions with the same options, so that answers to them differ only in their index."""
    return bank_of(sample.question(f"q{n}", "north", "south", "east", "west") for n in range(4))


def outcomes(player: Player) -> list[str]:
    return [verdict.outcome for verdict in player.game.verdicts]


# The deadline


@pytest.mark.parametrize("moment", [30.0, 3600.0])
async def test_an_answer_at_or_after_the_deadline_is_late_and_answers_no_other_question(
    bank: Bank, moment: float
) -> None:
    async with playing(bank, setup=classic(bank, seconds=SECONDS)) as player:
        await player.press("1", after=moment)
        assert outcomes(player) == ["timed out"]
        assert "Time ran out  0" in player.shown
        assert "your answer" not in player.shown

        await player.burst("1", "2", after=1.0)
        assert outcomes(player) == ["timed out"]

        await player.press("enter", "1")
        assert isinstance(player.app.screen, ResultsScreen)
        assert outcomes(player) == ["timed out"]


async def test_an_answer_just_before_the_deadline_counts(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, seconds=SECONDS)) as player:
        await player.press("1", after=29.999)
        assert outcomes(player) in (["right"], ["wrong"])


async def test_a_late_key_with_more_keys_behind_it_gives_one_verdict(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, seconds=SECONDS)) as player:
        player.clock.now += SECONDS
        await player.burst("1", "2", "x", "3")
        assert outcomes(player) == ["timed out"]


async def test_a_late_skip_and_a_late_click_are_timed_out_too(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, seconds=SECONDS)) as player:
        await player.press("x", after=SECONDS)
        assert outcomes(player) == ["timed out"]
    async with playing(bank, setup=classic(bank, seconds=SECONDS)) as player:
        await player.click("north", after=SECONDS)
        assert outcomes(player) == ["timed out"]


async def test_the_clock_runs_on_behind_the_leave_dialog(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, seconds=SECONDS)) as player:
        await player.press("escape", after=10)
        await player.press("escape", after=20)
        await player.press("1", after=0)
        assert outcomes(player) == ["timed out"]


async def test_the_clock_stands_still_while_a_verdict_is_read(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, seconds=SECONDS)) as player:
        await player.press("1", after=10)
        await player.press("enter", after=1000)
        await player.press("1", after=19.9)
        assert "timed out" not in outcomes(player)
        await player.press("enter", after=1000)
        await player.press("1", after=0.2)
        assert outcomes(player)[2:] == ["timed out"]


# More than one event for a question


async def test_a_second_key_click_or_answer_during_the_verdict_changes_nothing(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.answer(right=False)
        before = player.game.verdicts
        await player.burst("1", "2", "3", "4", "a", "x", after=1.0)
        assert player.game.verdicts == before
        for words in ("north", "south", "east", "west"):
            await player.click(words)
        assert player.game.verdicts == before
        assert player.shown.count("your answer") == 1
        player.clock.now += 1
        player.app.screen.post_message(AnswerWidget.Given(0, player.question.answer))
        await player.settle()
        assert player.game.verdicts == before
        assert outcomes(player) == ["wrong"]


async def test_two_keys_pressed_at_once_give_one_verdict(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        player.clock.now = 1.0
        right, wrong = (str(player.options_that_are(right=which)[0] + 1) for which in (True, False))
        await player.burst(right, wrong)
        assert outcomes(player) == ["right"]


async def test_answers_to_another_question_and_unknown_options_are_ignored(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("1", "enter")
        assert player.game.index == 1
        for index, words in ((-1, "north"), (0, "north"), (2, "north"), (1, "up")):
            player.clock.now += 1
            player.app.screen.post_message(AnswerWidget.Given(index, (words,)))
            await player.settle()
            assert len(outcomes(player)) == 1, (index, words)


async def test_pressing_next_twice_at_once_skips_no_question(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("1")
        player.clock.now += 1
        await player.burst("enter", "enter", "n", "space")
        assert (player.game.index, player.game.phase) == (1, "asking")
        assert "2 of 4" in player.shown


async def test_a_double_click_on_next_skips_no_question(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("1")
        await player.click("Next", times=2)
        assert (player.game.index, player.game.phase) == (1, "asking")


async def test_a_key_that_comes_after_the_last_verdict_starts_nothing(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, length=1)) as player:
        await player.press("1")
        player.clock.now += 1
        await player.burst("enter", "1", "enter", "2")
        assert len(outcomes(player)) == 1
        assert not any(isinstance(screen, PlayScreen) for screen in player.app.screen_stack[1:-1])


# A held key


async def test_a_key_held_over_the_change_of_question_answers_nothing_unread(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("1", after=0.149)
        assert outcomes(player) == []
        await player.press("1", after=0.001)
        assert len(outcomes(player)) == 1

        await player.press("enter", after=1.0)
        for _ in range(4):
            await player.burst("1", "x", after=0.036)
        assert len(outcomes(player)) == 1
        await player.press("1", after=0.01)
        assert len(outcomes(player)) == 2


async def test_keys_typed_ahead_stop_at_the_question_nobody_has_read(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        player.clock.now += 1
        await player.burst("1", "n", "1", "n", "1", "x")
        assert len(outcomes(player)) == 1
        await player.burst("n", "1", "x", "n", "2")
        assert len(outcomes(player)) == 1


async def test_a_double_click_on_the_last_next_shows_the_results_once(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, length=1)) as player:
        await player.press("1")
        await player.click("Next", times=2)
        assert isinstance(player.app.screen, ResultsScreen)
        assert len(outcomes(player)) == 1
        await player.press("h")
        assert isinstance(player.app.screen, HomeScreen)
        assert [type(one) for one in player.app.screen_stack].count(ResultsScreen) == 0
