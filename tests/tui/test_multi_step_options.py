"""Questions of which several options are pressed before the answer is submitted: what all such kinds share."""

import pytest

from quiz.bank.bank import Bank
from quiz.bank.question import Question
from quiz.records.records import Records
from quiz.tui.screens.dialogs.help import HelpDialog
from quiz.tui.screens.question_review import QuestionReviewScreen
from tests import sample
from tests.tui.app_player import Player, bank_of, classic, playing
from tests.tui.mode_games import outcomes, play_screen, setup_of, tick
from tests.tui.test_held_key import REPEAT, SlowClock

KINDS = {
    "multiple": (3, "a right answer"),
    "order": (5, "5th  "),
}
LONG = [f"{letter} and many a word more than the width of a small terminal has" for letter in "ABCDE"]


def asked(kind: str, name: str, *options: str) -> Question:
    right, _ = KINDS[kind]
    return sample.question(name, *(options or "ABCDE"), kind=kind, right=right)


def bank_for(kind: str) -> Bank:
    """Questions with the same options, so that a key means the same for each."""
    return bank_of(asked(kind, f"q{n}") for n in range(4))


@pytest.fixture(params=list(KINDS))
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


def selected(player: Player) -> tuple[int, ...]:
    return play_screen(player).view.options.selected


async def test_keys_pressed_before_the_question_could_be_read_are_ignored(kind: str) -> None:
    bank = bank_for(kind)
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("1", "down", "space", "enter", after=0.03)
        await player.click("] A", after=0.01)
        await player.click("  Answer", after=0.01)
        assert selected(player) == ()
        assert "!" not in player.shown
        await player.press("1", after=0.02)
        assert selected(player) == (0,)


@pytest.mark.parametrize("kind", ["multiple"], indirect=True)
async def test_keys_typed_ahead_of_a_slow_screen_select_nothing(kind: str) -> None:
    bank, clock = bank_for(kind), SlowClock()
    async with playing(bank, setup=classic(bank), clock=clock) as player:
        await player.answer()
        clock.slow = True
        await player.burst("enter", "1", "2", "3", "4", "enter")
        assert (player.game.index, player.game.phase) == (1, "asking")
        assert len(outcomes(player)) == 1
        assert selected(player) == ()


@pytest.mark.parametrize("kind", ["order"], indirect=True)
async def test_a_held_enter_answers_once_and_then_nothing_unread(kind: str) -> None:
    bank = bank_for(kind)
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        await player.press("1", "2", "3", "4")
        for _ in range(30):
            await player.press("enter", after=REPEAT)
        assert len(outcomes(player)) == 1
        assert (player.game.index, player.game.phase) == (1, "asking")


async def test_late_keys_and_clicks_change_nothing_of_a_verdict(kind: str) -> None:
    bank = bank_for(kind)
    async with playing(bank, setup=classic(bank)) as player:
        await player.answer()
        verdicts, shown = player.game.verdicts, player.shown
        await player.burst("1", "b", "backspace", "x", "3", after=1.0)
        for option in "ABCDE":
            await player.click(f"] {option}" if kind == "multiple" else f"  {option}  ·")
        assert (player.game.verdicts, player.shown) == (verdicts, shown)


@pytest.mark.parametrize("moment", [59.999, 60.0])
async def test_when_time_runs_out_while_options_are_selected_there_is_one_outcome(
    kind: str, moment: float, records: Records
) -> None:
    bank = bank_for(kind)
    async with playing(bank, records, setup=setup_of("timed", bank)) as player:
        await player.press("1", "2", "3", "4", after=1)
        assert selected(player)
        player.clock.now = moment - 1
        await player.burst("enter", "1", "2", after=1.0)
        (verdict,) = player.game.verdicts
        assert (verdict.outcome == "timed out", verdict.chosen == ()) == (moment == 60.0, moment == 60.0)
    assert len(records.answers()) == 1


async def test_a_timeout_does_not_submit_a_partial_answer(kind: str) -> None:
    bank = bank_for(kind)
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        await player.press("1", "2")
        await tick(player, after=60)
        await player.burst("3", "backspace", after=0.0)
        (verdict,) = player.game.verdicts
        assert (verdict.outcome, verdict.chosen) == ("timed out", ())
        assert "[x]" not in player.shown
        assert "you:" not in player.shown


async def test_a_click_beside_the_options_leaves_them_the_focus(kind: str) -> None:
    bank = bank_for(kind)
    async with playing(bank, setup=classic(bank)) as player:
        await player.click("What about")
        await player.press("down", "space")
        assert selected(player) == (0,)
        await player.click("Classic")
        await player.press("tab", "space", "enter")
        assert "! " in player.shown


async def test_a_review_without_a_verdict_shows_only_what_is_right(kind: str) -> None:
    bank = bank_for(kind)
    question = bank.questions[0]
    async with playing(bank) as player:
        player.app.push_screen(QuestionReviewScreen(question, tuple("EDCBA"), None))
        await player.settle()
        right, said = KINDS[kind]
        assert player.shown.count(said) == (right if kind == "multiple" else 1)
        for word in ("your answer", "missed", "you:", "not one", "Answer", "✗"):
            assert word not in player.shown
        await player.press("1", "space", "backspace", "enter")
        assert not isinstance(player.app.screen, QuestionReviewScreen)


async def test_the_help_lists_the_keys_by_what_they_do(kind: str) -> None:
    bank = bank_for(kind)
    async with playing(bank, setup=classic(bank), size=(80, 40)) as player:
        await player.press("question_mark")
        assert isinstance(player.app.screen, HelpDialog)
        listed = {tuple(key.split()): what for key, what in player.app.screen._keys}
        presses = next(keys for keys in listed if "1" in keys)
        assert "space" in presses
        assert listed[presses] == {"multiple": "Choose", "order": "Place"}[kind]
        assert listed[("enter",)] == "Answer"
        assert (("backspace",) in listed) is (kind == "order")


# The smallest terminal in which one can play


async def test_a_tall_question_is_played_in_a_small_terminal_by_keyboard(kind: str) -> None:
    bank = bank_of([asked(kind, "q1", *LONG)])
    async with playing(bank, setup=classic(bank), size=(40, 12)) as player:
        assert "What about q1?" in player.shown
        for number, option in enumerate(player.game.options):
            await player.press("down", *(["space"] if option in LONG[:3] else []))
            assert option in player.prose, player.shown
            assert ("  Answer" in player.shown) is (number == 4)
        await player.press("up", "up", "up", "up")
        assert player.game.options[0] in player.prose
        await player.press("enter")
        if kind == "order":
            assert "! Place all of them." in player.shown
            left = [place for place in range(5) if place not in selected(player)]
            await player.press(str(left[0] + 1))
            assert "5 of 5 placed" in player.shown
            await player.press("enter")
        assert len(player.game.verdicts) == 1
        assert player.game.verdicts[0].outcome in player.shown.lower()


async def test_a_tall_question_is_played_in_a_small_terminal_by_mouse(kind: str) -> None:
    bank = bank_of([asked(kind, "q1", *LONG)])
    async with playing(bank, setup=classic(bank), size=(40, 12)) as player:
        for option in player.game.options[: 4 if kind == "order" else 2]:
            for _ in range(20):
                if f"] {option[0]} and" in player.shown:
                    break
                await player.wheel_down(" and")
            await player.click(f"] {option[0]} and")
        for _ in range(20):
            if "  Answer" in player.shown:
                break
            await player.wheel_down(" and")
        await player.click("  Answer")
        assert len(player.game.verdicts) == 1
        assert play_screen(player).view.options.size.width <= 38
