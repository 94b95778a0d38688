"""A select widget of one line: the arrow keys, or a click on an arrow, step through the entries."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quiz.tui import pack_text


class CycleSelect(Static, can_focus=True):
    """Shows the current entry between two arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,l", "step(1)", "Next choice", show=False, id="choice.next"),
        Binding("left,h", "step(-1)", "Previous choice", show=False, id="choice.previous"),
    ]

    @dataclass(eq=False, repr=False)
    class Changed(Message):
        """The player chose another entry."""

        select: "CycleSelect"

        @property
        def control(self) -> "CycleSelect":
            """The widget, for selectors in ``@on``."""
            return self.select

    def __init__(self, entries: Sequence[tuple[str, str]], value: str, *, id: str) -> None:
        """``entries`` are (value, label); ``value`` is the current one."""
        super().__init__("", markup=False, id=id)
        self._entries = tuple(entries)
        self._value = value

    @property
    def value(self) -> str:
        """The value of the current entry."""
        return self._value

    def choose(self, value: str) -> None:
        """Choose an entry without posting ``Changed``."""
        self._value = value
        self._draw()

    def set_entries(self, entries: Sequence[tuple[str, str]], value: str) -> None:
        """Replace the entries and the current value."""
        self._entries = tuple(entries)
        self.choose(value)

    def on_mount(self) -> None:
        """Show the current entry."""
        self._draw()

    def action_step(self, step: int) -> None:
        """Choose the next or the previous entry. The first follows the last."""
        values = [value for value, _ in self._entries]
        self.choose(values[(values.index(self._value) + step) % len(values)])
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """Step back on a click on the left arrow, else forward."""
        self.action_step(-1 if event.x < 2 else 1)

    def _draw(self) -> None:
        label = next(label for value, label in self._entries if value == self._value)
        arrows = "$text-accent" if len(self._entries) > 1 else pack_text.MUTED
        self.update(Content.styled("‹ ", arrows) + pack_text.plain(label) + Content.styled(" ›", arrows))
