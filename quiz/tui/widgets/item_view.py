"""A widget that shows several items, each of which is a text with a hanging indent.

A widget for each item would be simpler. But Textual computes styles, layout and lines for each widget, and that took
most of the time between a key press and its verdict.
"""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Region, Size
from textual.selection import Selection
from textual.widget import Widget

_NOTHING = Content("")


class Item(NamedTuple):
    """A text with something before it, such as a key or a bar."""

    words: Content
    """The text."""
    lead: Content = _NOTHING
    """What is before the first line."""
    bar: Content | None = None
    """What is before the other lines; None for blanks of the width of ``lead``."""
    style: str = ""
    """The style of the lines over the full width."""
    edge: int = 0
    """The number of cells to leave free at the right."""
    below: int = 0
    """The number of empty lines below."""


class _Line(NamedTuple):
    shown: Content
    lead: int
    """The number of characters before the text."""
    joint: str | None
    """The white space at which the text was wrapped before this line; None for the first line of an item."""
    item: int


class ItemView(Widget):
    """Shows items below each other."""

    DEFAULT_CSS = "ItemView { height: auto; text-wrap: nowrap; }"
    auto_links = False  # saves the search for links

    _lines_by_width: dict[int, list[_Line]] | None = None
    """A cache. Textual asks for two widths, with and without a scroll bar."""

    def items(self, width: int) -> Iterable[Item]:
        """Return the items to show in a width of so many cells."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw the items again. The layout is updated only if the number of lines has changed."""
        before, self._lines_by_width = self._lines_by_width, None
        width = self.content_size.width
        same = before is not None and width in before and len(before[width]) == len(self._lines(width))
        self.refresh(layout=not same)

    def lines_at(self, width: int) -> int:
        """Return the height in lines for a width in cells."""
        return len(self._lines(width))

    def item_at(self, y: int) -> int | None:
        """Return the index of the item at a line, counted from the top of the widget; None for an empty line."""
        lines = self._lines(self.content_size.width)
        return lines[y].item if 0 <= y < len(lines) and lines[y].shown else None

    def area_of(self, item: int) -> Region:
        """Return the region of an item, relative to the widget."""
        width = self.content_size.width
        lines = [y for y, line in enumerate(self._lines(width)) if line.item == item and line.shown]
        return Region(0, lines[0], width, len(lines))

    # Overridden methods of Textual

    def render(self) -> Content:
        """Return all lines."""
        return Content("\n").join([line.shown for line in self._lines(self.content_size.width)])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return the height in lines."""
        return self.lines_at(width)

    def notify_style_update(self) -> None:
        """Clear the cache: items may depend on the classes for the size of the terminal."""
        super().notify_style_update()
        self._lines_by_width = None

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return the selected text without leads and bars. Lines that were only wrapped are joined again."""
        selected = ""
        for y, line in enumerate(self._lines(self.content_size.width)):
            span = selection.get_span(y)
            if span is not None:
                start, end = span
                text = line.shown.plain[max(start, line.lead) : len(line.shown) if end == -1 else end]
                selected += (("\n" if line.joint is None else line.joint) if selected else "") + text
        return selected, "\n"

    # Layout

    def _lines(self, width: int) -> list[_Line]:
        if self._lines_by_width is not None and width in self._lines_by_width:
            return self._lines_by_width[width]
        lines: list[_Line] = []
        for index, item in enumerate(self.items(width)):
            lines += _wrapped(item, index, width)
            lines += [_Line(_NOTHING, 0, None, index)] * item.below
        self._lines_by_width = {**(self._lines_by_width or {}), width: lines}  # items() may have cleared the cache
        return lines


def _wrapped(item: Item, index: int, width: int) -> list[_Line]:
    lead, indent = item.lead, item.lead.cell_length
    bar = Content(" " * indent) if item.bar is None else item.bar
    lines: list[_Line] = []
    text, end = item.words.plain, 0
    for part in item.words.wrap(max(1, width - indent - item.edge)):
        begin = text.find(part.plain, end)
        shown = lead + part
        if item.style:
            shown = shown.pad_right(max(0, width - shown.cell_length)).stylize_before(item.style)
        lines.append(_Line(shown, len(lead), text[end:begin] if lines else None, index))
        lead, end = bar, begin + len(part)
    return lines
