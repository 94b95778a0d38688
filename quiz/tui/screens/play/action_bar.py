"""What can be done after a verdict, as buttons in one line.

Textual's own buttons are a widget each, with more styles than any other: they took a tenth of the time to a verdict.
"""

from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

_GAP = 2
_LEAST = 16
"""The cells of a button, though it says little."""


class _Way(NamedTuple):
    said: str
    action: str
    colour: str
    back: str
    hovered: str
    """What is behind it with the mouse on it."""


_NEXT = _Way("Next", "next", "$button-color-foreground", "$primary", "$primary-darken-2")
_SOURCE = _Way("Read the source", "source", "$button-foreground", "$surface", "$surface-darken-1")


class ActionBar(Static):
    """Does what the keys of the screen do, for the mouse; what is offered is the screen's to say."""

    auto_links = False  # it has none, and looking for them takes its time
    hovered: reactive[str | None] = reactive(None, repaint=False)
    """The action of the button under the mouse."""

    def __init__(self) -> None:
        super().__init__("", id="after", markup=False)
        self._ways: tuple[_Way, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines it takes: none in a small terminal."""
        height = self.styles.height
        return 0 if height is None else int(height.value)

    def offer(self, *, source: bool) -> None:
        """Offer to go on, and to read the source if there is one."""
        self._ways = (_NEXT, _SOURCE) if source else (_NEXT,)
        self._draw()

    def watch_hovered(self) -> None:
        """Show what a click would do."""
        self._draw()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse."""
        self.hovered = self._action_at(event.x)

    def on_leave(self) -> None:
        """The mouse has gone."""
        self.hovered = None

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        action = self._action_at(event.x)
        if action is not None:
            await self.run_action(f"screen.{action}")

    def _action_at(self, x: int) -> str | None:
        start = 0
        for way in self._ways:
            if start <= x < start + len(_button(way.said)):
                return way.action
            start += len(_button(way.said)) + _GAP
        return None

    def _draw(self) -> None:
        buttons = (_painted(way, hovered=way.action == self.hovered) for way in self._ways)
        self.update(Content(" " * _GAP).join(buttons), layout=False)


def _button(said: str) -> str:
    return f" {said} ".center(_LEAST)


def _painted(way: _Way, *, hovered: bool) -> Content:
    return Content.styled(_button(way.said), f"bold {way.colour} on {way.hovered if hovered else way.back}")
