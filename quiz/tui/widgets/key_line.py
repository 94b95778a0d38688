"""The keys that do something now, in one line; a click on one is as good as the key.

Textual's own footer makes a widget for every key, and makes them anew whenever what is offered changes: that took
half of the time between a key press and its verdict. This one is a single widget that draws a line.
"""

from itertools import groupby

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

_STYLE = "bold $footer-key-foreground"


class KeyLine(Static):
    """Shows the bindings of the screen that have a description and are meant to be shown."""

    def __init__(self) -> None:
        super().__init__("", id="keys", markup=False)
        self._spots: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Follow what the screen offers."""
        self.screen.bindings_updated_signal.subscribe(self, self._draw)
        self.call_after_refresh(self._draw, self.screen)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        for start, end, key in self._spots:
            if start <= event.x < end:
                self.app.simulate_key(key)

    def _draw(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        shown = [active for active in screen.active_bindings.values() if active.binding.show and _describes(active)]
        line = Content("")
        self._spots = []
        for what, entries in groupby(_once_each(shown), key=_said):
            line += Content("  " if line else " ")
            enabled = True
            for active in entries:
                key = self.app.get_key_display(active.binding)
                start = line.cell_length
                enabled = active.enabled
                line += Content.styled(key, _STYLE if enabled else f"{_STYLE} 50%")
                self._spots.append((start, line.cell_length, active.binding.key))
            line += Content.styled(f" {what}", "" if enabled else "$foreground 50%")
            start, _, key = self._spots[-1]
            self._spots[-1] = (start, line.cell_length, key)
        self.update(line)


def _describes(active: ActiveBinding) -> bool:
    return bool(active.binding.description or active.binding.group)


def _said(active: ActiveBinding) -> str:
    group = active.binding.group
    return group.description if group is not None else active.binding.description


def _once_each(shown: list[ActiveBinding]) -> list[ActiveBinding]:
    """The first binding of each action: other keys for it are in the help."""
    return list({(active.binding.action): active for active in reversed(shown)}.values())[::-1]
