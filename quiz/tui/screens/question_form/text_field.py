"""A text field that grows with its text and removes control characters from pasted text."""

from textual import events

from quiz.bank.printable import printable
from quiz.tui.textual_fixes.text_area import FixedTextArea


class TextField(FixedTextArea):
    """A field for one value, in which Enter goes to the next field, or, if ``multiple``, for one value a line."""

    def __init__(self, text: str = "", *, multiple: bool = False, hint: str = "", id: str) -> None:
        """``text`` is the initial text and must be printable; ``hint`` is the placeholder."""
        super().__init__(
            text, id=id, compact=True, placeholder=hint, highlight_cursor_line=False, tab_behavior="focus"
        )
        self.multiple = multiple

    @property
    def value(self) -> str:
        """The text as one value."""
        return " ".join(self.text.split("\n")).strip()

    @property
    def values(self) -> tuple[str, ...]:
        """The text as one value a line."""
        return tuple(line.strip() for line in self.text.split("\n") if line.strip())

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and not self.multiple:
            event.stop()
            event.prevent_default()
            self.screen.focus_next()
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()  # otherwise the base class would paste too
        lines = [printable(line) for line in event.text.splitlines()]
        await super()._on_paste(events.Paste(("\n" if self.multiple else " ").join(lines)))
