"""The footer: the active keys with descriptions, which can be clicked."""

import pytest
from rich.color import Color

from quiz.bank.bank import Bank
from quiz.tui.screens.article_reader.reading_screen import ReadingScreen
from quiz.tui.screens.dialogs.help import HelpDialog
from quiz.tui.screens.play.play_screen import PlayScreen
from tests import sample
from tests.tui.app_player import Player, bank_of, classic, playing


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(3))


def line(player: Player) -> str:
    return player.rows[-1].strip()


def colour(player: Player, words: str) -> Color | None:
    style = player.segments_of(words)[0].style
    return style.color if style else None


async def test_it_shows_what_can_be_done_now_and_follows_the_game(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        assert line(player) == "1–4 Answer  x Skip  esc Leave  l Look it up  ? Help"
        await player.press("1")
        assert line(player) == "enter Next  s Source  esc Leave  + Like  - Dislike  ? Help"
        await player.press("s")
        assert line(player) == "↓ Scroll  esc Back  ? Help"
        await player.press("escape", "enter")
        assert line(player) == "1–4 Answer  x Skip  esc Leave  l Look it up  ? Help"


async def test_it_offers_a_key_for_each_option() -> None:
    bank = bank_of([sample.question("q1", "True", "False", kind="true-false")])
    async with playing(bank, setup=classic(bank)) as player:
        assert line(player) == "1–2 Answer  x Skip  esc Leave  l Look it up  ? Help"


async def test_when_keys_are_left_out_the_help_stays(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank), size=(34, 12)) as player:
        assert line(player) == "1–4 Answer  x Skip  …  ? Help"
        await player.resize(70, 12)
        assert line(player) == "1–4 Answer  x Skip  esc Leave  l Look it up  ? Help"
        await player.resize(34, 12)
        await player.click("? Help")
        assert isinstance(player.app.screen, HelpDialog)


async def test_a_click_presses_the_key(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        chosen = player.game.options[3]
        await player.click("4 Answer")
        assert player.game.verdicts[0].chosen == (chosen,)
        await player.click("s Source")
        assert isinstance(player.app.screen, ReadingScreen)
        await player.click("esc Back")
        await player.click("Next  s")
        assert (player.game.index, player.game.phase) == (1, "asking")
        await player.click("Skip")
        assert player.game.verdicts[1].outcome == "skipped"
        await player.click("? Help")
        assert isinstance(player.app.screen, HelpDialog)


async def test_of_a_range_only_its_ends_can_be_clicked(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.click("–4 Answer")
        await player.click("Answer  x")
        assert player.game.verdicts == ()
        chosen = player.game.options[0]
        await player.click("1–4")
        assert player.game.verdicts[0].chosen == (chosen,)


async def test_a_click_beside_the_keys_presses_nothing(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank)) as player:
        await player.click("  x Skip")
        await player.pilot.click("#keys", offset=(75, 0))
        await player.settle()
        assert player.game.verdicts == ()
        assert isinstance(player.app.screen, PlayScreen)


async def test_disabled_keys_are_grey_and_do_nothing(bank: Bank) -> None:
    async with playing(bank) as player:
        assert colour(player, "Clear") != colour(player, "Quit")
        before = player.shown
        await player.click("x Clear")
        assert player.shown == before
        await player.click("□ Crew")
        assert colour(player, "Clear") == colour(player, "Quit")
        await player.click("x Clear")
        assert "■" not in player.shown
        assert colour(player, "Clear") != colour(player, "Quit")


async def test_where_it_is_too_narrow_it_says_that_there_is_more(bank: Bank) -> None:
    async with playing(bank, size=(40, 12)) as player:
        assert line(player).startswith("p Play  b Records")
        assert line(player).endswith("  …  ? Help")
        await player.resize(80, 24)
        assert line(player).endswith("? Help")
