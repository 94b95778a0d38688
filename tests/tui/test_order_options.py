"""Questions that ask for an order: placing options, taking them back, and the marks after the verdict."""

import msgspec
import pytest

from quiz.bank.bank import Bank
from quiz.tui.screens.question_review import QuestionReviewScreen
from tests import sample
from tests.tui.app_player import Player, bank_of, classic, playing

ORDER = ("First", "Second", "Third", "Fourth")


@pytest.fixture
def bank() -> Bank:
    return bank_of([sample.order("q1"), sample.order("q2")])


def key_of(player: Player, option: str) -> str:
    return str(player.game.options.index(option) + 1)


def keys_of(player: Player, *options: str) -> list[str]:
    return [key_of(player, option) for option in options]


def places(player: Player) -> list[str]:
    """Return the text before each option, in the order in which they are shown."""
    rows = [next(row for row in player.rows if f"] {option}" in row) for option in player.game.options]
    assert rows == sorted(rows, key=player.rows.index)  # they stay where they are
    return [row[row.index("[") + 1 : row.index("]")].strip() for row in rows]


async def test_keys_place_options_and_take_them_back(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        assert "Press them in order, one by one." in player.shown
        told = "1–4 Place  enter Answer  backspace Take back  x Skip  esc Leave  …  ? Help"
        assert player.rows[-1].strip() == told
        assert places(player) == ["", "", "", ""]
        await player.press("3", "a")
        assert places(player) == ["2nd", "", "1st", ""]
        assert "2 of 4 placed" in player.shown
        await player.press("3")  # out again; the one behind it moves up
        assert places(player) == ["1st", "", "", ""]
        await player.press("backspace", "backspace")
        assert places(player) == ["", "", "", ""]
        await player.press("down", "space", "up", "space", "2")  # the last one goes last by itself
        assert places(player) == ["4th", "3rd", "2nd", "1st"]
        await player.press("2")  # out of a full order, and in again at its end
        assert places(player) == ["3rd", "", "2nd", "1st"]
        await player.press("2")
        assert places(player) == ["3rd", "4th", "2nd", "1st"]
        await player.press("backspace")  # the one that went last by itself comes back with the one before it
        assert places(player) == ["", "", "2nd", "1st"]
        await player.press("2")
        assert places(player) == ["4th", "3rd", "2nd", "1st"]
        assert player.game.phase == "asking"


async def test_an_order_can_be_submitted_when_it_is_complete(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        for keys in ([], *([key] for key in keys_of(player, "First", "Second"))):
            await player.press(*keys, "enter")
            assert "! Place all of them." in player.shown
            assert player.game.verdicts == ()
        await player.press(key_of(player, "Third"))
        assert "4 of 4 placed" in player.shown
        await player.press(key_of(player, "Fourth"))  # it is there already; who presses it means it to be
        assert "4 of 4 placed" in player.shown
        await player.press("enter")
        (verdict,) = player.game.verdicts
        assert (verdict.outcome, verdict.chosen) == ("right", ORDER)
        for place, option in zip(("1st", "2nd", "3rd", "4th"), ORDER, strict=True):
            assert f"✓ {place}  {option}  · in its place" in player.shown
        assert (player.game.index, player.game.phase) == (0, "explaining")
        await player.press("backspace", "1", "space")  # the last of them goes on
        assert player.game.verdicts == (verdict,)
        assert (player.game.index, player.game.phase) == (1, "asking")


async def test_the_mouse_alone_puts_in_order_and_answers(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        for option in ("Fourth", "First", "Fourth", "Second", "Third"):
            await player.click(f"] {option}")
        await player.click("  Answer", times=2)
        (verdict,) = player.game.verdicts
        assert (verdict.outcome, verdict.chosen) == ("right", ORDER)
        assert (player.game.index, player.game.phase) == (0, "explaining")


async def test_the_right_order_and_the_players_places_are_shown_in_play_and_review(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, length=1)) as player:
        await player.press(*keys_of(player, "Second", "First", "Third"), "enter")

        def assert_marked() -> None:
            assert "◐ Partly right  +67" in player.shown
            rows = [
                "The right order:",
                "✗ 1st  First  · you: 2nd",
                "✗ 2nd  Second  · you: 1st",
                "✓ 3rd  Third  · in its place",
                "✓ 4th  Fourth  · in its place",
            ]
            begin = next(number for number, row in enumerate(player.rows) if rows[0] in row)
            assert [row.strip() for row in player.rows[begin : begin + 5]] == rows

        assert_marked()
        await player.press("enter", "enter")
        assert isinstance(player.app.screen, QuestionReviewScreen)
        assert_marked()


async def test_after_skipping_the_right_order_is_shown_without_marks(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("1", "2", "x")
        assert "– Skipped  0" in player.shown
        begin = next(number for number, row in enumerate(player.rows) if "The right order:" in row)
        told = [row.strip() for row in player.rows[begin + 1 : begin + 5]]
        assert told == ["1st  First", "2nd  Second", "3rd  Third", "4th  Fourth"]


async def test_the_right_order_is_shown_when_a_long_proof_leaves_no_room_for_the_options() -> None:
    long = msgspec.structs.replace(sample.order("q1"), explanation="It was long ago, and it is a long story. " * 30)
    told = "✓ First → Second → Third → Fourth"
    for asked, shown in ((long, True), (sample.order("q1"), False)):
        async with playing(bank_of([asked]), setup=classic(bank_of([asked]))) as player:
            await player.press(*keys_of(player, "Second", "First", "Third"), "enter")
            assert (told in player.shown) is shown
