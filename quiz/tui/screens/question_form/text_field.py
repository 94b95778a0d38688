"""A field for words: as high as they need, and nothing gets in that a terminal would act on."""

from textual import events

from quiz.bank.printable import printable
from quiz.tui.textual_fixes.text_area import FixedTextArea


class TextField(FixedTextArea):
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
