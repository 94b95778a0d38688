"""Several items in one widget, each some lines of words that stand clear of what is before them.

A widget for each of them would be simpler. But Textual works out styles, places and lines widget by widget, and that
took most of the time between a key press and its verdict.
"""

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content
from textual.geometry import Region, Size
from textual.selection import Selection
from textual.widget import Widget

_NOTHING = Content("")


class Item(NamedTuple):
    """Words with something before them: a key, a bar or nothing."""

    words: Content
    lead: Content = _NOTHING
    """What stands before the first line."""
    bar: Content | None = None
    """What stands before the other lines; as many blanks, where it is None."""
    style: str = ""
    """The style of its lines, from edge to edge."""
    edge: int = 0
    """The cells that stay free at the right edge."""
    below: int = 0
    """The empty lines below it."""


class _Line(NamedTuple):
    shown: Content
    lead: int
    """How many of its letters are no words."""
    joint: str | None
    """What stood between its words and those of the line above it; None where an item begins."""
    item: int


class ItemView(Widget):
    """Shows items one under the other."""

    DEFAULT_CSS = "ItemView { height: auto; text-wrap: nowrap; }"
    auto_links = False  # it has none, and looking for them takes its time

    _laid: dict[int, list[_Line]] | None = None
    """The lines by the width for which they were laid out: with a scroll bar beside them there is a narrower one."""

    def items(self, width: int) -> Iterable[Item]:
        """What is to be shown, as things stand, in so many cells."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show the items anew; everything around them is placed anew only if they have become longer or shorter."""
        before, self._laid = self._laid, None
        width = self.content_size.width
        same = before is not None and width in before and len(before[width]) == len(self._lines(width))
        self.refresh(layout=not same)

    def lines_at(self, width: int) -> int:
        """How many lines the items take in so many cells."""
        return len(self._lines(width))

    def item_at(self, y: int) -> int | None:
        """The place of the item that has a line, counted from the top of the widget."""
        lines = self._lines(self.content_size.width)
        return lines[y].item if 0 <= y < len(lines) and lines[y].shown else None

    def area_of(self, item: int) -> Region:
        """The lines of an item, as they lie in the widget."""
        width = self.content_size.width
        lines = [y for y, line in enumerate(self._lines(width)) if line.item == item and line.shown]
        return Region(0, lines[0], width, len(lines))

    # What Textual asks for

    def render(self) -> Content:
        """All lines."""
        return Content("\n").join([line.shown for line in self._lines(self.content_size.width)])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """How many lines there are."""
        return self.lines_at(width)

    def notify_style_update(self) -> None:
        """Lay the items out anew when the terminal has become so small or large that they stand otherwise."""
        super().notify_style_update()
        self._laid = None

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The selected words, without what stands before them, and in one line where they are only broken to fit."""
        found = ""
        for y, line in enumerate(self._lines(self.content_size.width)):
            span = selection.get_span(y)
            if span is not None:
                start, end = span
                words = line.shown.plain[max(start, line.lead) : len(line.shown) if end == -1 else end]
                found += (("\n" if line.joint is None else line.joint) if found else "") + words
        return found, "\n"

    # Laying out

    def _lines(self, width: int) -> list[_Line]:
        if self._laid is not None and width in self._laid:
            return self._laid[width]
        lines: list[_Line] = []
        for place, item in enumerate(self.items(width)):
            lines += _laid_out(item, place, width)
            lines += [_Line(_NOTHING, 0, None, place)] * item.below
        self._laid = {**(self._laid or {}), width: lines}  # asking for the items may have thrown away what there was
        return lines


def _laid_out(item: Item, place: int, width: int) -> list[_Line]:
    lead, free = item.lead, item.lead.cell_length
    bar = Content(" " * free) if item.bar is None else item.bar
    lines: list[_Line] = []
    words, end = item.words.plain, 0
    for part in item.words.wrap(max(1, width - free - item.edge)):
        begin = words.find(part.plain, end)
        shown = lead + part
        if item.style:
            shown = shown.pad_right(max(0, width - shown.cell_length)).stylize_before(item.style)
        lines.append(_Line(shown, len(lead), words[end:begin] if lines else None, place))
        lead, end = bar, begin + len(part)
    return lines
