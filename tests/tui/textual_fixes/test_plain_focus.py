"""Styles of the children of a widget that gets the focus."""

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.css.stylesheet import Stylesheet
from textual.widgets import Static

from quiz.tui.textual_fixes.plain_focus import PlainFocus


class Plain(Vertical, can_focus=True):
    """Textual's."""


class Fixed(Vertical, PlainFocus, can_focus=True):
    """Ours."""


@pytest.mark.parametrize("kind", [Plain, Fixed])
async def test_textual_still_styles_all_children_again(kind: type[Vertical], monkeypatch: pytest.MonkeyPatch) -> None:
    class FocusApp(App[None]):
        AUTO_FOCUS = ""

        def compose(self) -> ComposeResult:
            with kind():
                yield Static("inside")

    restyled: list[object] = []
    update = Stylesheet.update_nodes
    async with FocusApp().run_test() as pilot:
        await pilot.pause()
        monkeypatch.setattr(
            Stylesheet,
            "update_nodes",
            lambda sheet, found, **more: restyled.extend(every := [*found]) or update(sheet, every, **more),
        )
        pilot.app.query_one(kind).focus()
        await pilot.pause()
        assert pilot.app.focused is pilot.app.query_one(kind)
        assert (pilot.app.query_one(Static) in restyled) is (kind is Plain)
