"""A text area with three bugs fixed.

Seen on Textual 8.2.8:

- ``get_content_height`` ignores its ``width`` and uses the width of the last layout. If a scroll bar depends on the
  height, the layout never ends.
- An undo that removes lines raises ``ValueError``, because the area scrolls to the cursor before it has moved it:
  https://github.com/Textualize/textual/issues/6686
- An empty area with a placeholder raises an error when it is drawn with a width of 0.
"""

from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.widgets import TextArea

_CURSOR = 1
"""The cells that Textual reserves for the cursor at the end of a line."""


class FixedTextArea(TextArea):
    """A text area that can have automatic height, and any width."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """Return how many lines the text takes in ``width`` cells."""
        return WrappedDocument(self.document, max(0, width - _CURSOR), self.indent_width).height

    def render_line(self, y: int) -> Strip:
        """Draw a blank line while the area has no width."""
        return super().render_line(y) if self.content_size.width > 0 else Strip.blank(self.size.width)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scroll to the cursor, if the line that it is on still exists."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset()
        return super().scroll_cursor_visible(center, animate)
