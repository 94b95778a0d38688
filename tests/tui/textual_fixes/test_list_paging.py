"""Paging through a list that is too small to show a line."""

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import OptionList

from quiz.tui.widgets.vi_navigation import ViList
from tests.tui.textual_fixes.plain_app import error_in


class ListApp(App[None]):
    """A list without a line."""

    def __init__(self, options: OptionList) -> None:
        super().__init__()
        self._options = options

    def compose(self) -> ComposeResult:
        self._options.styles.height = 0
        yield self._options


@pytest.mark.parametrize("key", ["pageup", "pagedown"])
async def test_textual_still_fails_to_page_there(key: str) -> None:
    async def page(pilot: Pilot[None]) -> None:
        shown = pilot.app.query_one(OptionList)
        shown.focus()
        shown.highlighted = 0
        await pilot.press(key)

    assert isinstance(await error_in(ListApp(OptionList("one", "two")), page), KeyError)


@pytest.mark.parametrize("key", ["pageup", "pagedown"])
async def test_ours_stays_where_it_is(key: str) -> None:
    async with ListApp(ViList("one", "two")).run_test() as pilot:
        shown = pilot.app.query_one(ViList)
        shown.focus()
        shown.highlighted = 0
        await pilot.press(key)
        assert shown.highlighted == 0
