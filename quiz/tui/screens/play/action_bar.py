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


class _ActionButton(NamedTuple):
    said: str
    action: str
    colour: str
    back: str
    hovered: str
    """What is behind it with the mouse on it."""


_NEXT = _ActionButton("Next", "next", "$button-color-foreground", "$primary", "$primary-darken-2")
_SOURCE = _ActionButton("Read the source", "source", "$button-foreground", "$surface", "$surface-darken-1")


class ActionBar(Static):
    """Does what the keys of the screen do, for the mouse; what is offered is the screen's to say."""

    auto_links = False  # it has none, and looking for them takes its time
    hovered: reactive[str | None] = reactive(None, repaint=False)
    """The action of the button under the mouse."""

    def __init__(self) -> None:
        super().__init__("", id="after", markup=False)
        self._buttons: tuple[_ActionButton, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines it takes: none in a small terminal."""
        height = self.styles.height
        return 0 if height is None else int(height.value)

    def offer(self, *, source: bool) -> None:
        """Offer to go on, and to read the source if there is one."""
        self._buttons = (_NEXT, _SOURCE) if source else (_NEXT,)
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
        for button in self._buttons:
            if start <= x < start + len(_label(button.said)):
                return button.action
            start += len(_label(button.said)) + _GAP
        return None

    def _draw(self) -> None:
        buttons = (_painted(button, hovered=button.action == self.hovered) for button in self._buttons)
        self.update(Content(" " * _GAP).join(buttons), layout=False)


def _label(said: str) -> str:
    return f" {said} ".center(_LEAST)


def _painted(button: _ActionButton, *, hovered: bool) -> Content:
    return Content.styled(
        _label(button.said), f"bold {button.colour} on {button.hovered if hovered else button.back}"
    )
