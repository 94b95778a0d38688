"""Closing screens: a second request to close has no effect, and a screen can close before it is drawn."""

import pytest
from textual.events import MouseDown
from textual.widgets._toast import Toast

from quiz.author.question_browser import browse_playable
from quiz.bank.bank import Bank
from quiz.bank.pack_library import open_library
from quiz.records.records import Records
from quiz.tui.messages import GoHome
from quiz.tui.screens.article_reader.reader_screen import ArticleReaderScreen
from quiz.tui.screens.bank_browser.browser_screen import BankBrowserScreen
from quiz.tui.screens.bank_browser.question_detail import QuestionDetailScreen
from quiz.tui.screens.dialogs.confirm import confirm_leave
from quiz.tui.screens.dialogs.prompt import CodeDialog
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.textual_fixes.palette import Palette
from tests import sample
from tests.tui.app_player import bank_of, classic, playing
from tests.tui.mode_games import keep, setup_of


async def test_a_second_key_press_does_not_close_the_screen_below(builtin: Bank) -> None:
    async with playing(builtin) as player:
        for opens, closes in (("b", "escape"), ("e", "escape"), ("question_mark", "escape"), ("c", "escape")):
            await player.press(opens)
            await player.burst(*[closes] * 3)
            assert isinstance(player.app.screen, HomeScreen)
        player.app.push_screen(ArticleReaderScreen(builtin.questions[0].citations[0], builtin))
        await player.settle()
        await player.burst("escape", "escape", "escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_a_game_may_be_left_before_its_question_was_painted(builtin: Bank) -> None:
    async with playing(builtin, setup=classic(builtin)) as player:
        screen = player.app.screen
        assert isinstance(screen, PlayScreen)
        await player.press("enter")
        player.app.post_message(GoHome())
        await player.settle()
        screen._shown(0)
        assert isinstance(player.app.screen, HomeScreen)


async def test_a_dialog_answered_twice_is_answered_once(builtin: Bank) -> None:
    answered: list[str | None] = []
    async with playing(builtin) as player:
        screen = CodeDialog(builtin)
        player.app.push_screen(screen, answered.append)
        await player.settle()
        screen.dismiss("first")
        screen.dismiss("second")
        await player.settle()
        assert answered == ["first"]
        assert isinstance(player.app.screen, HomeScreen)


async def test_a_dialog_may_be_answered_before_it_was_drawn() -> None:
    bank = bank_of(sample.questions(1))
    answered: list[bool | None] = []
    async with playing(bank) as player:
        screen = confirm_leave("Leave?")
        player.app.push_screen(screen, answered.append)
        screen.dismiss(True)
        await player.settle()
        assert answered == [True]
        assert isinstance(player.app.screen, HomeScreen)


async def test_an_article_may_be_closed_before_it_was_drawn(builtin: Bank) -> None:
    async with playing(builtin) as player:
        screen = ArticleReaderScreen(builtin.questions[0].citations[0], builtin)
        player.app.push_screen(screen)
        screen.dismiss()
        await player.settle()
        assert isinstance(player.app.screen, HomeScreen)


async def test_the_bank_browser_can_be_closed_while_it_is_loading() -> None:
    library = open_library()
    async with playing(library.bank, library=library) as player:
        screen = BankBrowserScreen(library.bank, library)
        player.app.push_screen(screen)
        await player.settle()
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)
        await screen._load(library)  # which ends after that
        await screen._show_latest()
    assert player.app.return_code is None


async def test_an_entry_may_be_closed_before_it_was_drawn() -> None:
    bank = bank_of(sample.questions(1))
    async with playing(bank) as player:
        for _ in range(3):
            screen = QuestionDetailScreen(browse_playable(bank)[0], bank, lambda: None)
            player.app.push_screen(screen)
            player.app.pop_screen()
            await player.settle()
        assert isinstance(player.app.screen, HomeScreen)


async def test_a_click_where_a_notification_has_just_disappeared_is_ignored() -> None:
    async with playing(bank_of(sample.questions(1))) as player:
        player.app.notify("Something is said.", title="Said")
        await player.settle()
        column, row = player.find("Something is said.")
        with player.app.batch_update():  # it is still drawn
            await player.app.screen.query_one(Toast).remove()
            player._point(MouseDown, 1, column, row)
            await player.settle()
        assert player.app.is_running
        assert "Something is said." not in player.shown


async def test_an_entry_of_a_closed_browser_is_neither_opened_nor_edited(builtin: Bank) -> None:
    async with playing(builtin) as player:
        bank = BankBrowserScreen(builtin)
        await player.app.push_screen(bank)
        await player.settle()
        entry = bank.table.entry
        assert entry is not None
        bank.dismiss()
        await player.settle()
        bank.open_entry()
        await player.settle()
        assert isinstance(player.app.screen, HomeScreen)
        await player.app.push_screen(QuestionDetailScreen(entry, builtin, bank.action_edit))
        await player.settle()
        await player.press("e")
        assert isinstance(player.app.screen, HomeScreen)


async def test_a_second_palette_can_be_opened_on_top_of_a_screen_over_the_first() -> None:
    async with playing(bank_of(sample.questions(1))) as player:
        await player.press("ctrl+p")
        player.app.action_settings()
        await player.settle()
        await player.press("ctrl+p")
        assert isinstance(player.app.screen, Palette)
        await player.press("escape", "escape", "escape")
        assert isinstance(player.app.screen, HomeScreen)


@pytest.mark.parametrize("keys", [("q", "p"), ("q", "r"), ("c", "q", "escape"), ("q", "e"), ("p", "q", "e")], ids=str)
async def test_keys_after_quitting_open_nothing_and_do_no_harm(records: Records, keys: tuple[str, ...]) -> None:
    bank = bank_of(sample.questions(3))
    keep(records, bank, setup_of("classic", bank), "right", "wrong")
    async with playing(bank, records, setup=classic(bank)) as player:
        await player.answer()
        await player.press("escape", "l")
        for _ in range(3):
            await player.burst(*keys)
            await player.settle()
        assert player.app._exception is None


@pytest.mark.parametrize("keys", [("p", "q"), ("p", "q", "tab"), ("escape", "p", "escape", "q", "tab")], ids=str)
async def test_quitting_while_a_game_opens_does_no_harm(records: Records, keys: tuple[str, ...]) -> None:
    bank = bank_of(sample.questions(3))
    keep(records, bank, setup_of("classic", bank), "right", "wrong")
    async with playing(bank, records, size=(40, 12)) as player:
        await player.press("b")
        if "escape" not in keys:
            await player.press("escape")
        await player.burst(*keys)
        await player.settle()
        assert player.app._exception is None


@pytest.mark.parametrize("gone", ["HomeScreen > *", "#topics", "#modes"])
async def test_home_may_be_closed_while_it_is_computed_what_is_due(records: Records, gone: str) -> None:
    bank = bank_of(sample.questions(3))
    keep(records, bank, setup_of("classic", bank), "right", "wrong")
    async with playing(bank, records) as player:
        home = player.app.screen
        assert isinstance(home, HomeScreen)
        await home.query(gone).remove()  # as the app does when it quits: the lists first, one after the other
        await home._show_due()
        home._show_progress()
