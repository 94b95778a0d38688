"""A text area with three faults fixed.

Seen on Textual 8.2.8:

- ``get_content_height`` answers for the width that the words were wrapped in before, not for the one it is asked for.
  Where a scroll bar comes and goes with the height, the screen is laid out for ever.
- An undo that takes lines away raises ``ValueError``, because the area scrolls to the cursor before it has put it
  back: https://github.com/Textualize/textual/issues/6686
- An empty area with a placeholder raises an error when it is drawn while it has no width.
"""

from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.widgets import TextArea

_CURSOR = 1
"""The cells that Textual leaves for the cursor behind the last letter of a line."""


class FixedTextArea(TextArea):
    """A text area that may be as high as its words, and of any width."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """How many lines its words take in so many cells."""
        return WrappedDocument(self.document, max(0, width - _CURSOR), self.indent_width).height

    def render_line(self, y: int) -> Strip:
        """Draw nothing in the moment in which the area has no width."""
        return super().render_line(y) if self.content_size.width > 0 else Strip.blank(self.size.width)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Bring the cursor into sight, if there is a line where it is."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset()
        return super().scroll_cursor_visible(center, animate)
