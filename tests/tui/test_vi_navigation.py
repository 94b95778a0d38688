"""Wherever the arrow keys work, the keys of vi work too."""

import pytest
from textual.command import CommandList
from textual.widgets import OptionList

from quiz.bank.bank import Bank
from quiz.records.records import Records
from quiz.tui.screens.article_reader.reader_screen import ArticleReaderScreen
from quiz.tui.screens.bank_browser.browser_screen import BankBrowserScreen
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from quiz.tui.screens.settings.settings_list import SettingsList
from quiz.tui.widgets.vi_navigation import ViScroll
from tests import sample
from tests.tui.app_player import bank_of, classic, playing
from tests.tui.mode_games import give

DOWN_UP = [("down", "up"), ("j", "k")]
RIGHT_LEFT = [("right", "left"), ("l", "h")]


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(4))


async def test_in_the_lists_of_home(bank: Bank) -> None:
    async with playing(bank) as player:
        home = player.app.screen
        assert isinstance(home, HomeScreen)
        home.picker.modes.focus()
        for down, up in DOWN_UP:
            await player.press("home", "enter", down, down, up, "enter")
            assert home.picker.mode.id == "timed", down


async def test_among_the_options_of_a_question(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        for down, up in DOWN_UP:
            second = player.game.options[1]
            await player.press(down, down, down, up, "enter")
            assert player.game.verdicts[-1].chosen == (second,), down
            await player.press("enter")


async def test_through_a_verdict_that_is_longer_than_the_screen(builtin: Bank) -> None:
    async with playing(builtin, setup=classic(builtin), size=(40, 12)) as player:
        await player.answer()
        view = player.app.screen.view
        await player.press("home")
        await player.until(lambda: view.scroll_offset.y == 0)
        for down, up in DOWN_UP:
            await player.press(down, down)
            await player.until(lambda: view.scroll_offset.y > 0)
            await player.press(up, up)
            await player.until(lambda: view.scroll_offset.y == 0)


async def test_in_the_results_and_the_lists_of_the_records(bank: Bank, records: Records) -> None:
    async with playing(bank, records, setup=classic(bank)) as player:
        await give(player, "right", "wrong", "skipped", "right")
        results = player.app.screen
        assert isinstance(results, ResultsScreen)
        for down, up in DOWN_UP:
            results.asked.highlighted = 0
            await player.press(down, up, down)
            assert results.asked.highlighted == 1, down
        await player.press("h", "b")
        focused = player.app.focused
        assert isinstance(focused, OptionList)
        await player.press("o")
        focused = player.app.focused
        assert isinstance(focused, OptionList)
        for down, up in DOWN_UP:
            focused.highlighted = 0
            await player.press(down, up, down)
            assert focused.highlighted == 1, down


async def test_in_the_table_of_the_bank(bank: Bank) -> None:
    async with playing(bank) as player:
        await player.press("e")
        screen = player.app.screen
        assert isinstance(screen, BankBrowserScreen)
        for row, (down, up) in enumerate(DOWN_UP, start=1):
            await player.press(down, down, up)
            assert screen.table.cursor_row == row, down


async def test_to_the_columns_of_the_table_that_are_out_of_sight(builtin: Bank) -> None:
    async with playing(builtin, size=(40, 24)) as player:
        await player.press("e")
        screen = player.app.screen
        assert isinstance(screen, BankBrowserScreen)
        for right, left in RIGHT_LEFT:
            await player.press(right, right, right)
            await player.until(lambda: screen.table.scroll_offset.x > 0)
            await player.press(left, left, left)
            await player.until(lambda: screen.table.scroll_offset.x == 0)


async def test_through_an_article(builtin: Bank) -> None:
    async with playing(builtin) as player:
        screen = ArticleReaderScreen(builtin.questions[0].citations[0], builtin)
        player.app.push_screen(screen)
        await player.settle()
        begun = screen.passage_index
        assert begun is not None
        for right, left in RIGHT_LEFT:
            await player.press(right)
            assert screen.passage_index == (begun + 1) % len(screen.passages), right
            await player.press(left)
            assert screen.passage_index == begun, left
        await player.press("down")
        for down, up in DOWN_UP:
            cursor = screen.selection.cursor
            assert cursor is not None
            await player.press(down, down, up)
            assert screen.selection.cursor == cursor + 1, down


async def test_through_the_help(bank: Bank) -> None:
    async with playing(bank, size=(40, 12)) as player:
        await player.press("question_mark")
        scroll = player.app.screen.query_one(ViScroll)
        for down, up in DOWN_UP:
            await player.press(down, down)
            await player.until(lambda: scroll.scroll_offset.y > 0)
            await player.press(up, up, up)
            await player.until(lambda: scroll.scroll_offset.y == 0)


async def test_paging_in_a_list_without_visible_lines_does_nothing(bank: Bank) -> None:
    async with playing(bank, size=(1, 1)) as player:
        player.app.action_settings()
        await player.settle()
        for key in ("pageup", "pagedown"):
            await player.press(key)
            assert player.app.screen.query_one(SettingsList).highlighted == 0, key


async def test_paging_in_a_palette_without_visible_lines_does_nothing(bank: Bank) -> None:
    async with playing(bank) as player:
        await player.press("ctrl+p", "down")
        commands = player.app.screen.query_one(CommandList)
        await player.until(lambda: commands.highlighted is not None)
        place = commands.highlighted
        await player.resize(1, 1)
        for key in ("pageup", "pagedown"):
            await player.press(key)
            assert commands.highlighted == place, key
