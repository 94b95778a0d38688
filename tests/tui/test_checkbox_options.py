"""Questions with several right options: ticking, answering, and the marks after the verdict."""

import pytest

from quiz.bank.bank import Bank
from quiz.tui.screens.question_review import QuestionReviewScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from tests import sample
from tests.tui.app_player import Player, bank_of, classic, playing

RIGHT, WRONG = ("Reedus", "Byrne", "Moreno"), ("McShane", "Huston")


@pytest.fixture
def bank() -> Bank:
    return bank_of([sample.multiple("q1"), sample.multiple("q2")])


def key_of(player: Player, option: str) -> str:
    return str(player.game.options.index(option) + 1)


def row_of(player: Player, option: str) -> str:
    """Return the row of an option, with single spaces."""
    return " ".join(next(row for row in player.rows if f"] {option}" in row).split())


def ticked(player: Player) -> set[str]:
    return {option for option in (*RIGHT, *WRONG) if "[x]" in row_of(player, option)}


async def test_keys_tick_options_and_enter_answers_with_what_is_ticked(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        assert "Choose all that apply." in player.shown
        assert player.rows[-1].strip() == "1–5 Choose  enter Answer  x Skip  esc Leave  l Look it up  ? Help"
        assert ticked(player) == set()
        first, second, third = player.game.options[:3]
        await player.press("1", "b")
        assert ticked(player) == {first, second}
        assert "2 chosen" in player.shown
        await player.press("a")  # the same key again takes the tick away; the cursor is where the hand was
        assert ticked(player) == {second}
        await player.press("down", "down", "space")
        assert ticked(player) == {second, third}
        await player.press("space", "up", "space", "9", "n")
        assert ticked(player) == set()
        await player.press(*(key_of(player, option) for option in reversed(RIGHT)))
        assert player.game.phase == "asking"
        await player.press("enter")
        (verdict,) = player.game.verdicts
        assert verdict.outcome == "right"
        assert verdict.chosen == tuple(option for option in player.game.options if option in RIGHT)
        assert "✓ Right  +100" in player.shown
        for option in RIGHT:
            assert row_of(player, option) == f"✓ {key_of(player, option)} [x] {option} · your answer"
        assert "  Answer" not in player.shown
        assert (player.game.index, player.game.phase) == (0, "explaining")
        await player.press("enter")
        assert (player.game.index, player.game.phase) == (1, "asking")
        assert ticked(player) == set()


async def test_with_nothing_ticked_enter_says_so_and_answers_nothing(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("down", "enter", "enter")
        assert "! Choose at least one." in player.shown
        assert player.game.verdicts == ()
        await player.press("1")
        assert "at least" not in player.shown
        await player.press("1")
        assert "chosen" not in player.shown
        for button in ("  Answer", "enter Answer"):
            await player.press("1", "1")
            assert "at least" not in player.shown
            await player.click(button)
            assert "! Choose at least one." in player.shown
        assert player.game.verdicts == ()


async def test_the_mouse_alone_ticks_and_answers_and_a_double_click_goes_no_further(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        for option in ("Huston", *RIGHT, "Huston"):
            await player.click(option)
        assert ticked(player) == set(RIGHT)
        await player.click("[ ] McShane")
        await player.click("[x] McShane")
        await player.click("  Answer", times=2)
        assert [verdict.outcome for verdict in player.game.verdicts] == ["right"]
        assert (player.game.index, player.game.phase) == (0, "explaining")


async def test_each_option_is_marked_in_play_results_and_review(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, length=1)) as player:
        for option in ("Huston", "Reedus", "Byrne"):
            await player.press(key_of(player, option))
        await player.press("enter")

        def assert_marked() -> None:
            keys = {option: options.index(option) + 1 for option in options}
            assert "◐ Partly right  +17" in player.shown
            assert row_of(player, "Reedus") == f"✓ {keys['Reedus']} [x] Reedus · your answer"
            assert row_of(player, "Moreno") == f"✓ {keys['Moreno']} [ ] Moreno · missed"
            assert row_of(player, "Huston") == f"✗ {keys['Huston']} [x] Huston · not one of them"
            assert row_of(player, "McShane") == f"{keys['McShane']} [ ] McShane"
            missed, right = (player.segments_of(words)[0].style for words in ("Moreno", "Reedus"))
            assert missed != right

        options = player.game.options
        assert_marked()
        assert "right 0  partly 1  wrong 0" in player.shown
        await player.press("enter")
        assert isinstance(player.app.screen, ResultsScreen)
        assert "◐ partly 1" in player.shown
        assert "◐  +17  What about" in player.shown
        await player.press("enter")
        assert isinstance(player.app.screen, QuestionReviewScreen)
        assert_marked()
        await player.press("1", "space", "backspace")
        assert_marked()


async def test_only_wrong_options_are_wrong(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.answer(right=False)
        assert "✗ Wrong  −100" in player.shown
        assert player.shown.count("· not one of them") == 2
        assert player.shown.count("· missed") == 3


async def test_after_skipping_nothing_is_marked_as_missed_or_ticked(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("1", "2", "x")
        assert "– Skipped  0" in player.shown
        assert ticked(player) == set()
        assert player.shown.count("· a right answer") == 3
        for said in ("missed", "your answer", "not one of them", "✗ 1", "✗ 2"):
            assert said not in player.shown
