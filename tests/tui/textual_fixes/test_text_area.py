"""A text area: its height, an undo that removes lines, and a width of 0."""

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.pilot import Pilot
from textual.widgets import TextArea

from quiz.tui.textual_fixes.text_area import FixedTextArea
from tests.tui.textual_fixes.plain_app import error_in

WORDS = "word " * 40
LINES = "\n".join(f"line {number}" for number in range(50))
KINDS = pytest.mark.parametrize("kind", [TextArea, FixedTextArea])
SIZE = Size(80, 24)


class AreaApp(App[None]):
    """A text area."""

    def __init__(self, area: TextArea) -> None:
        super().__init__()
        self._area = area

    def compose(self) -> ComposeResult:
        yield self._area


@KINDS
async def test_textual_still_has_one_height_for_any_width(kind: type[TextArea]) -> None:
    area = kind(WORDS)
    async with AreaApp(area).run_test():
        heights = [area.get_content_height(SIZE, SIZE, width) for width in (80, 40, 20)]
        assert (len(set(heights)) == 1) is (kind is TextArea)
        assert (heights == [3, 6, 14]) is (kind is FixedTextArea)


@KINDS
async def test_textual_still_scrolls_to_the_cursor_before_an_undo_puts_it_back(kind: type[TextArea]) -> None:
    area = kind("line\n")

    async def undo(pilot: Pilot[None]) -> None:
        area.styles.height = 5
        area.focus()
        pilot.app.copy_to_clipboard(LINES)
        await pilot.press("ctrl+v", "ctrl+z")
        assert area.text == "line\n"

    error = await error_in(AreaApp(area), undo)
    assert isinstance(error, ValueError) if kind is TextArea else error is None


@KINDS
async def test_textual_still_cannot_draw_a_placeholder_without_width(kind: type[TextArea]) -> None:
    area = kind(placeholder="hint")

    async def shrink(pilot: Pilot[None]) -> None:
        area.styles.width = 0
        await pilot.pause()

    error = await error_in(AreaApp(area), shrink)
    assert isinstance(error, ValueError) if kind is TextArea else error is None
