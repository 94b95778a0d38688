"""Every size of terminal: nothing important is cut, and no action works that the player cannot see."""

from textwrap import wrap
from typing import Any

import pytest

from quiz.bank.bank import Bank
from quiz.bank.citation import short_name
from quiz.bank.question import Question
from quiz.records.records import Records
from quiz.tui.screens.dialogs.leave_game import LeaveGameDialog
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from quiz.tui.widgets.proof_view import Proof
from quiz.tui.widgets.submit_bar import SubmitBar
from tests import sample
from tests.tui.app_player import bank_of, classic, playing
from tests.tui.mode_games import is_lit
from tests.tui.test_hostile_text import everywhere

TOO_SMALL = "Too small."


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(4))


@pytest.mark.parametrize("size", [pytest.param((30, 9), marks=pytest.mark.slow), (200, 60)], ids=str)
async def test_a_game_shows_question_options_verdict_and_results(builtin: Bank, size: tuple[int, int]) -> None:
    async with playing(builtin, size=size) as player:
        assert "QUIZ" in player.shown
        assert "Play" in player.shown
        await player.press("p")
        assert player.question.prompt.split()[0] in player.shown
        assert "1 of 10" in player.shown
        await player.answer(right=False)
        assert "✗ Wrong" in player.shown
        await player.press("s")
        assert player.app.screen_stack[-2].session.game.phase == "explaining"
        await player.press("escape", "escape")
        assert "Leave this game?" in player.shown
        await player.press("e")
        assert "0 of 1 right" in player.shown
        await player.press("enter")


async def test_while_too_small_no_screen_opens_but_quitting_works(bank: Bank, records: Records) -> None:
    async with playing(bank, records, size=(29, 8)) as player:
        theme = player.app.theme
        await player.press(*"becnt,?p", "ctrl+p")
        assert player.app.screen_stack == [player.app.screen]
        assert player.app.theme == theme
        await player.press("ctrl+q")
        assert not player.app.is_running


async def test_while_too_small_nothing_opens_over_a_dialog_but_the_focus_moves(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("escape")
        await player.resize(29, 8)
        first = player.app.focused
        await player.press("ctrl+p", "tab")
        assert isinstance(player.app.screen, LeaveGameDialog)
        assert player.app.focused is not first


@pytest.mark.parametrize("size", [(29, 40), (1, 1)], ids=str)
async def test_keys_do_nothing_to_a_game_that_cannot_be_seen(
    bank: Bank, records: Records, size: tuple[int, int]
) -> None:
    async with playing(bank, records, setup=classic(bank)) as player:
        await player.press("down")  # the cursor stands on an option, so that Enter would choose it
        await player.resize(*size)
        assert "1  " not in player.shown
        if size[0] > 20:
            assert TOO_SMALL in player.shown
        await player.burst("enter", "1", "a", "x", "down", "enter", "n", "space", "s", "escape", after=1.0)
        assert player.app.screen.session.game.verdicts == ()
        assert isinstance(player.app.screen, PlayScreen)

        await player.resize(80, 24)
        assert TOO_SMALL not in player.shown
        assert player.question.prompt in player.shown
        await player.press("1")
        assert len(player.game.verdicts) == 1


async def test_the_options_keep_the_focus_after_a_resize_and_a_click_beside_them(
    bank: Bank,
) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.resize(10, 5)
        await player.resize(80, 24)
        await player.press("down", "enter")
        assert len(player.game.verdicts) == 1
        await player.press("enter")
        await player.click(player.question.prompt)
        await player.press("down", "enter")
        assert len(player.game.verdicts) == 2


async def test_a_verdict_is_not_left_while_the_terminal_is_too_small(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.press("1")
        await player.resize(10, 5)
        await player.burst("enter", "space", "n", after=1.0)
        assert (player.game.index, player.game.phase) == (0, "explaining")
        await player.resize(80, 24)
        assert "your answer" in player.shown
        await player.press("enter")
        assert (player.game.index, player.game.phase) == (1, "asking")


async def test_home_and_results_do_nothing_while_too_small(bank: Bank) -> None:
    async with playing(bank, size=(10, 5)) as player:
        await player.burst("p", "enter", "space", after=1.0)
        assert isinstance(player.app.screen, HomeScreen)
        await player.resize(80, 24)
        assert "QUIZ" in player.shown
        await player.press("p", "escape", "e")
        await player.resize(10, 5)
        await player.burst("a", "m", "h", "escape", "enter", after=1.0)
        assert isinstance(player.app.screen, ResultsScreen)
        await player.resize(80, 24)
        assert "Nothing was answered." in player.shown
        await player.press("enter", "o")  # there is no question to look at
        assert isinstance(player.app.screen, ResultsScreen)


async def test_a_new_size_in_the_middle_of_a_game_changes_nothing_of_it(builtin: Bank) -> None:
    async with playing(builtin, setup=classic(builtin)) as player:
        await player.answer()
        await player.press("enter", "down", "down")
        before = player.game
        cursor = player.app.screen.view.options.cursor
        for size in ((40, 12), (10, 5), (200, 60), (80, 24)):
            await player.resize(*size)
        assert (player.game, player.app.screen.view.options.cursor) == (before, cursor)
        assert "2 of 10" in player.shown
        assert "right 1" in player.shown


# The smallest terminal in which one can play


def rows_needed(question: Question) -> int:
    """Estimate the rows of an open question in a narrow terminal."""
    followed = 0 if question.according_to is None else len(wrap(short_name(question.according_to), 22))
    hints, box = {"multiple": (2, 4), "order": (2, 6)}.get(question.kind, (0, 0))
    rows = sum(len(wrap(option, 29 - box)) for option in question.options)
    return len(wrap(question.prompt, 36)) + followed + hints + rows


def tallest(bank: Bank, count: int) -> list[Question]:
    """The tallest questions: if they fit into a small terminal, all others do."""
    return sorted(bank.questions, key=rows_needed)[-count:]


async def test_every_question_begins_with_its_prompt_and_has_all_options_in_reach(builtin: Bank) -> None:
    """The cursor scrolls to every option of the tallest questions."""
    bank = bank_of(tallest(builtin, 8))
    async with playing(bank, setup=classic(bank, length=None), size=(40, 12)) as player:
        for _ in bank.questions:
            question, view = player.question, player.app.screen.view
            assert " ".join(question.prompt.split()) in player.prose, f"{question.id}:\n{player.shown}"
            options, box = view.options, {"multiple": 4, "order": 6}.get(question.kind, 0)
            assert options.options == player.game.options
            assert options.virtual_region.right <= view.size.width
            for position, words in enumerate(options.options):
                area = options.area_of_option(position)
                assert area.height == len(wrap(words, options.content_size.width - 7 - box))
                bottom = options.virtual_region.y + area.bottom
                bottom = max(bottom, *(submit.virtual_region.bottom for submit in view.query(SubmitBar)), 0)
                assert bottom <= view.max_scroll_y + view.size.height, f"{words} cannot be reached"
            for option in player.game.options if question is bank.questions[-1] else ():
                await player.press("down")
                assert " ".join(option.split()) in player.prose, player.shown
            await player.press("x", "enter")


async def test_a_long_topic_does_not_push_the_question_off_the_screen() -> None:
    bank = bank_of([everywhere("Short", topic="Everything that anyone ever said about the making of the film")])
    async with playing(bank, setup=classic(bank)) as player:
        assert "Everything that anyone" in player.prose
        assert "According to Short, undated" in player.prose
        for words in ("1  Short", "2  Short"):
            assert words in player.shown, player.shown


# Colours and motion that a player does not want


@pytest.mark.parametrize(
    ("theme", "no_colour"), [("matinee", False), ("ansi-dark", False), ("curtain", True), ("ansi-light", True)]
)
async def test_a_game_can_be_played_in_any_colours(
    bank: Bank, monkeypatch: pytest.MonkeyPatch, theme: str, no_colour: bool
) -> None:
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    async with playing(bank, setup=classic(bank)) as player:
        assert player.app.no_color is no_colour
        player.app.theme = theme
        await player.settle()
        await player.answer(right=False)
        for said in ("✗ Wrong  −33", "your answer", "✓", "the right answer"):
            assert said in player.shown


@pytest.mark.parametrize("level", ["none", "full"])
async def test_a_right_answer_is_highlighted_only_with_animation(bank: Bank, level: Any) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        player.app.animation_level = level
        player.app.screen.query_one(Proof).highlight_seconds = 60
        await player.answer()
        assert is_lit(player, "✓ Right") is (level == "full")
        await player.press("enter")
        await player.answer(right=False)
        assert not is_lit(player, "✗ Wrong")
