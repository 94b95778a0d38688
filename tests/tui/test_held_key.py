"""A key that is held down does not answer a question that the player cannot have read yet."""

import pytest

from quiz.bank.bank import Bank
from tests import sample
from tests.tui.app_player import Clock, Player, bank_of, classic, playing
from tests.tui.mode_games import outcomes, play_screen, setup_of

REPEAT = 1 / 30
"""Seconds between two key presses of a held key."""

pytestmark = pytest.mark.usefixtures("every_frame")


@pytest.fixture
def bank() -> Bank:
    """Questions with the same options, so that a key means the same for each."""
    return bank_of(sample.question(f"q{n}", "north", "south", "east", "west") for n in range(6))


def verdicts_hold(player: Player) -> bool:
    """Assert that every question has one verdict, and none within 0.15 seconds of its first frame."""
    verdicts = play_screen(player).session.game.verdicts
    asked = [play_screen(player).session.game.question_at(place).key for place in range(len(verdicts))]
    return [one.question for one in verdicts] == asked and all(one.seconds >= 0.15 for one in verdicts)


@pytest.mark.parametrize("key", ["1", "x"])
async def test_a_held_key_decides_one_question_and_no_more(bank: Bank, key: str) -> None:
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        for presses in range(1, 31):
            player.clock.now += REPEAT
            player._send(key)
            if presses in (3, 4, 5, 15):
                await player.settle()
                assert len(outcomes(player)) == (presses * REPEAT >= 0.15)
        await player.settle()
        assert len(outcomes(player)) == 1
        assert verdicts_hold(player)


async def test_two_keys_held_down_together_decide_nothing_unread(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        for _ in range(12):
            await player.press("1", "enter", after=REPEAT)
        assert len(outcomes(player)) >= 2
        assert verdicts_hold(player)


async def test_a_key_held_over_the_deadline_gives_one_verdict(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        player.clock.now = 59.9
        for _ in range(6):
            await player.burst("x" if player.clock.now > 60 else "2", after=REPEAT)
        assert len(outcomes(player)) == 1


class SlowClock(Clock):
    """A clock for a slow screen: once ``slow`` is set, each call takes 0.1 s."""

    slow = False

    def __call__(self) -> float:
        self.now += 0.1 if self.slow else 0.0
        return self.now


async def test_a_key_typed_before_a_slow_screen_was_painted_answers_nothing(bank: Bank) -> None:
    """Early keys wait until the screen is drawn. The time it takes to draw does not count as time to read."""
    clock = SlowClock()
    async with playing(bank, setup=classic(bank), clock=clock) as player:
        await player.press("1")
        clock.slow = True
        await player.burst("enter", "1")
        assert (player.game.index, player.game.phase) == (1, "asking")
        assert len(outcomes(player)) == 1
