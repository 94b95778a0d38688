"""A field for words: as high as they need, and nothing gets in that a terminal would act on."""

from textual import events
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset, Size
from textual.strip import Strip
from textual.widgets import TextArea

from quiz.bank.printable import printable

_CURSOR = 1
"""The cells that Textual leaves for the cursor behind the last letter of a line."""


class TextField(TextArea):
    """One value, or several with one a line; Enter leaves a field of one value for the next."""

    def __init__(self, words: str = "", *, several: bool = False, hint: str = "", id: str) -> None:
        """``words`` stand in it to begin with and must be printable; ``hint`` where nothing does."""
        super().__init__(
            words, id=id, compact=True, placeholder=hint, highlight_cursor_line=False, tab_behavior="focus"
        )
        self.several = several

    @property
    def value(self) -> str:
        """What was typed, as one value."""
        return " ".join(self.text.split("\n")).strip()

    @property
    def values(self) -> tuple[str, ...]:
        """What was typed, one value a line."""
        return tuple(line.strip() for line in self.text.split("\n") if line.strip())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """How many lines its words take in so many cells.

        Textual 8.2 tells how many they took before; where a scroll bar comes and goes with them, it would lay the
        screen out for ever.
        """
        return WrappedDocument(self.document, max(0, width - _CURSOR), self.indent_width).height

    def render_line(self, y: int) -> Strip:
        """Draw nothing in the moment in which a field has no width: the base class cannot wrap its hint then."""
        return super().render_line(y) if self.content_size.width > 0 else Strip.blank(self.size.width)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Bring the cursor into sight, if it is anywhere: in an undo, Textual 8.2 asks before it puts it back."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset()
        return super().scroll_cursor_visible(center, animate)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and not self.several:
            event.stop()
            event.prevent_default()
            self.screen.focus_next()
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()  # else the base class would take the paste too
        lines = [printable(line) for line in event.text.splitlines()]
        await super()._on_paste(events.Paste(("\n" if self.several else " ").join(lines)))
