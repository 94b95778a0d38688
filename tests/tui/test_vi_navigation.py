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


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(4))


@pytest.mark.parametrize(("down", "up"), DOWN_UP)
async def test_in_the_lists_of_home(bank: Bank, down: str, up: str) -> None:
    async with playing(bank) as player:
        home = player.app.screen
        assert isinstance(home, HomeScreen)
        home.picker.modes.focus()
        await player.press("home", down, down, up, "enter")
        assert home.picker.mode.id == "timed"


@pytest.mark.parametrize(("down", "up"), DOWN_UP)
async def test_among_the_options_of_a_question(bank: Bank, down: str, up: str) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        second = player.game.options[1]
        await player.press(down, down, down, up, "enter")
        assert player.game.verdicts[0].chosen == (second,)


@pytest.mark.parametrize(("down", "up"), DOWN_UP)
async def test_through_a_verdict_that_is_longer_than_the_screen(builtin: Bank, down: str, up: str) -> None:
    async with playing(builtin, setup=classic(builtin), size=(40, 12)) as player:
        await player.answer()
        view = player.app.screen.view
        await player.press("home")
        await player.until(lambda: view.scroll_offset.y == 0)
        await player.press(down, down)
        await player.until(lambda: view.scroll_offset.y > 0)
        await player.press(up, up)
        await player.until(lambda: view.scroll_offset.y == 0)


@pytest.mark.parametrize(("down", "up"), DOWN_UP)
async def test_in_the_results_and_the_lists_of_the_records(bank: Bank, records: Records, down: str, up: str) -> None:
    async with playing(bank, records, setup=classic(bank)) as player:
        await give(player, "right", "wrong", "skipped", "right")
        results = player.app.screen
        assert isinstance(results, ResultsScreen)
        await player.press(down, down, up)
        assert results.asked.highlighted == 1
        await player.press("h", "b")
        focused = player.app.focused
        assert isinstance(focused, OptionList)
        await player.press("o", down)
        focused = player.app.focused
        assert isinstance(focused, OptionList)
        assert focused.highlighted == 1


@pytest.mark.parametrize(("keys", "column"), [(("down", "down", "up"), 0), (("j", "j", "k"), 0)])
async def test_in_the_table_of_the_bank(bank: Bank, keys: tuple[str, ...], column: int) -> None:
    async with playing(bank) as player:
        await player.press("e", *keys)
        screen = player.app.screen
        assert isinstance(screen, BankBrowserScreen)
        assert screen.table.cursor_row == 1


@pytest.mark.parametrize(("right", "left"), [("right", "left"), ("l", "h")])
async def test_to_the_columns_of_the_table_that_are_out_of_sight(builtin: Bank, right: str, left: str) -> None:
    async with playing(builtin, size=(40, 24)) as player:
        await player.press("e")
        screen = player.app.screen
        assert isinstance(screen, BankBrowserScreen)
        await player.press(right, right, right)
        await player.until(lambda: screen.table.scroll_offset.x > 0)
        await player.press(left, left, left)
        await player.until(lambda: screen.table.scroll_offset.x == 0)


@pytest.mark.parametrize(("down", "up", "right", "left"), [("down", "up", "right", "left"), ("j", "k", "l", "h")])
async def test_through_an_article(builtin: Bank, down: str, up: str, right: str, left: str) -> None:
    async with playing(builtin) as player:
        screen = ArticleReaderScreen(builtin.questions[0].citations[0], builtin)
        player.app.push_screen(screen)
        await player.settle()
        begun = screen.passage_index
        assert begun is not None
        await player.press(right)
        assert screen.passage_index == (begun + 1) % len(screen.passages)
        await player.press(left)
        assert screen.passage_index == begun
        await player.press(down)
        cursor = screen.selection.cursor
        await player.press(down, down, up)
        assert cursor is not None
        assert screen.selection.cursor == cursor + 1


@pytest.mark.parametrize(("down", "up"), DOWN_UP)
async def test_through_the_help(bank: Bank, down: str, up: str) -> None:
    async with playing(bank, size=(40, 12)) as player:
        await player.press("question_mark")
        scroll = player.app.screen.query_one(ViScroll)
        await player.press(down, down)
        await player.until(lambda: scroll.scroll_offset.y > 0)
        await player.press(up, up, up)
        await player.until(lambda: scroll.scroll_offset.y == 0)


@pytest.mark.parametrize("key", ["pageup", "pagedown"])
async def test_paging_in_a_list_without_visible_lines_does_nothing(bank: Bank, key: str) -> None:
    async with playing(bank, size=(1, 1)) as player:
        player.app.action_settings()
        await player.settle()
        await player.press(key)
        assert player.app.screen.query_one(SettingsList).highlighted == 0


@pytest.mark.parametrize("key", ["pageup", "pagedown"])
async def test_paging_in_a_palette_without_visible_lines_does_nothing(bank: Bank, key: str) -> None:
    async with playing(bank) as player:
        await player.press("ctrl+p", "down")
        commands = player.app.screen.query_one(CommandList)
        await player.until(lambda: commands.highlighted is not None)
        place = commands.highlighted
        await player.resize(1, 1)
        await player.press(key)
        assert commands.highlighted == place
