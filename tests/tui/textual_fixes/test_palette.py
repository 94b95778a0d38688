"""A command palette that is closed while it searches, and a second palette."""

import pytest
from textual._node_list import DuplicateIds
from textual.app import App, ScreenStackError
from textual.command import CommandPalette
from textual.css.query import NoMatches
from textual.events import MouseDown, MouseMove, MouseUp
from textual.pilot import Pilot
from textual.screen import Screen

from quiz.tui.textual_fixes.palette import Palette
from tests import sample
from tests.tui.app_player import bank_of, playing
from tests.tui.textual_fixes.plain_app import error_in


@pytest.mark.parametrize("flag", ["_list_visible", "_show_busy"])
@pytest.mark.parametrize("palette", [CommandPalette, Palette])
async def test_textual_still_queries_the_removed_list(palette: type[CommandPalette], flag: str) -> None:
    async def find_after_the_end(pilot: Pilot[None]) -> None:
        screen = palette()
        pilot.app.push_screen(screen)
        await pilot.pause()
        await screen.remove_children()
        setattr(screen, flag, not getattr(screen, flag))
        await pilot.pause()

    error = await error_in(App(), find_after_the_end)
    assert error is None if palette is Palette else isinstance(error, NoMatches)


async def test_textual_still_cannot_open_a_second_palette_over_a_screen_over_the_first() -> None:
    async def open_both(pilot: Pilot[None]) -> None:
        pilot.app.action_command_palette()
        await pilot.pause()
        await pilot.app.push_screen(Screen())
        pilot.app.action_command_palette()
        await pilot.pause()

    assert isinstance(await error_in(App(), open_both), DuplicateIds)


@pytest.mark.parametrize("palette", [CommandPalette, Palette])
async def test_textual_still_closes_the_screen_below_with_a_second_dismissal(palette: type[CommandPalette]) -> None:
    async def dismiss_twice(pilot: Pilot[None]) -> None:
        screen = palette()
        await pilot.app.push_screen(screen)
        await pilot.pause()
        for _ in range(2):  # as two clicks beside it do
            screen.dismiss()
        await pilot.pause()

    error = await error_in(App(), dismiss_twice)
    assert error is None if palette is Palette else isinstance(error, ScreenStackError)


async def test_three_clicks_beside_the_palette_close_nothing_else() -> None:
    async with playing(bank_of([sample.question()])) as player:
        home = player.app.screen
        await player.press("ctrl+p")
        assert isinstance(player.app.screen, Palette)
        _, row = player.app.size
        for _ in range(3):
            for event, button in ((MouseMove, 0), (MouseDown, 1), (MouseUp, 1)):
                player._point(event, button, 40, row - 1)
        await player.settle()
        assert player.app.screen is home
