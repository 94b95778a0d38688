"""Screens that are closed twice or too early, clicks on removed widgets, and styling more than once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.css.query import NoMatches
from textual.css.stylesheet import Stylesheet
from textual.events import MouseDown
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static
from textual.widgets._toast import Toast

from tests.tui.textual_fixes.plain_app import error_in


class LabelScreen(Screen[None]):
    """A screen with something on it."""

    def compose(self) -> ComposeResult:
        yield Static("label")


@pytest.fixture
def restyled(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the widgets that were styled again after they were created."""
    nodes: list[object] = []
    update = Stylesheet.update_nodes
    monkeypatch.setattr(
        Stylesheet,
        "update_nodes",
        lambda sheet, found, **more: nodes.extend(every := [*found]) or update(sheet, every, **more),
    )
    return nodes


async def test_a_screen_that_is_dismissed_twice_still_closes_the_one_below() -> None:
    async with App[None]().run_test() as pilot:
        app, below, above = pilot.app, LabelScreen(), LabelScreen()
        await app.push_screen(below)
        await app.push_screen(above)
        above.dismiss()
        above.dismiss()
        await pilot.pause()
        assert below not in app.screen_stack


async def test_a_screen_that_is_dismissed_before_it_is_mounted_still_mounts_widgets_without_children() -> None:
    class Pair(Vertical):
        def compose(self) -> ComposeResult:
            yield Static("label", id="label")

        def on_mount(self) -> None:
            self.query_one("#label")

    class PairScreen(Screen[None]):
        def compose(self) -> ComposeResult:
            yield Pair()

    async def dismiss_at_once(pilot: Pilot[None]) -> None:
        screen = PairScreen()
        pilot.app.push_screen(screen)
        screen.dismiss()
        await pilot.pause()

    assert isinstance(await error_in(App(), dismiss_at_once), NoMatches)


async def test_a_click_on_a_notification_that_has_just_gone_is_still_an_error() -> None:
    async def click(pilot: Pilot[None]) -> None:
        app = pilot.app
        app.notify("It goes.")
        while not app.screen.query(Toast):
            await pilot.pause()
        await pilot.pause()
        toast = app.screen.query_one(Toast)
        column, row = toast.region.x + 2, toast.region.y + 1
        with app.batch_update():  # it is still drawn
            await toast.remove()
            app.screen._forward_event(MouseDown(None, column, row, 0, 0, 1, False, False, False, column, row))

    assert isinstance(await error_in(App(), click), AttributeError)


async def _parsed_by(screen: Callable[[], Screen[None]], monkeypatch: pytest.MonkeyPatch, path: Path) -> bool:
    """Return whether all stylesheets are parsed again when a screen is opened."""
    path.write_text("Static { color: red; }", "utf-8")
    anew: list[object] = []
    reparse = Stylesheet.reparse
    monkeypatch.setattr(Stylesheet, "reparse", lambda sheet: (anew.append(sheet), reparse(sheet)))
    async with App[None]().run_test() as pilot:
        anew.clear()
        await pilot.app.push_screen(screen())
        return bool(anew)


async def test_a_screen_with_its_own_stylesheet_still_has_all_stylesheets_parsed_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class SheetScreen(LabelScreen):
        CSS_PATH = tmp_path / "own.tcss"

    assert await _parsed_by(SheetScreen, monkeypatch, tmp_path / "own.tcss")
    assert not await _parsed_by(LabelScreen, monkeypatch, tmp_path / "own.tcss")


async def test_a_new_screen_still_gets_the_classes_of_its_size_after_its_widgets_were_styled() -> None:
    seen: list[bool] = []

    class Sized(LabelScreen):
        HORIZONTAL_BREAKPOINTS = [(0, "-small")]  # noqa: RUF012

        def on_compose(self) -> None:
            seen.append(self.has_class("-small"))

    async with App[None]().run_test() as pilot:
        screen = Sized()
        await pilot.app.push_screen(screen)
        await pilot.pause()
        assert (seen, screen.has_class("-small")) == ([False], True)


async def test_the_widgets_of_a_new_screen_are_still_styled_again_when_it_comes_to_the_front(
    restyled: list[object],
) -> None:
    async with App[None]().run_test() as pilot:
        screen = LabelScreen()
        await pilot.app.push_screen(screen)
        await pilot.pause()
        assert screen.query_one(Static) in restyled
