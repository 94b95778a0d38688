"""A choice in one line: one of several entries, changed with the arrow keys or a click on an arrow."""

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
    """Shows what is chosen between two arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,l", "turn(1)", "Next choice", show=False, id="choice.next"),
        Binding("left,h", "turn(-1)", "Previous choice", show=False, id="choice.previous"),
    ]

    @dataclass(eq=False, repr=False)
    class Changed(Message):
        """Something else was chosen."""

        choice: "CycleSelect"

        @property
        def control(self) -> "CycleSelect":
            """What ``@on`` looks at."""
            return self.choice

    def __init__(self, entries: Sequence[tuple[str, str]], chosen: str, *, id: str) -> None:
        """``entries`` are (what is meant, what is shown)."""
        super().__init__("", markup=False, id=id)
        self._entries = tuple(entries)
        self._chosen = chosen

    @property
    def value(self) -> str:
        """What is meant by what is chosen."""
        return self._chosen

    def choose(self, meant: str) -> None:
        """Choose an entry, without a word to anybody."""
        self._chosen = meant
        self._draw()

    def offer(self, entries: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer other entries."""
        self._entries = tuple(entries)
        self.choose(chosen)

    def on_mount(self) -> None:
        """Show what is chosen."""
        self._draw()

    def action_turn(self, step: int) -> None:
        """Choose the next or the previous entry, round the end."""
        meant = [one for one, _ in self._entries]
        self.choose(meant[(meant.index(self._chosen) + step) % len(meant)])
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """Turn back with a click on the left arrow, else on."""
        self.action_turn(-1 if event.x < 2 else 1)

    def _draw(self) -> None:
        shown = next(shown for meant, shown in self._entries if meant == self._chosen)
        arrows = "$text-accent" if len(self._entries) > 1 else pack_text.MUTED
        self.update(Content.styled("‹ ", arrows) + pack_text.plain(shown) + Content.styled(" ›", arrows))
