"""A footer with the active keys in one line. They can be clicked.

Textual's footer creates a widget for each key, and creates them all again when the bindings change. That took half of
the time between a key press and its verdict. This footer is a single widget that draws a line.
"""

from itertools import groupby

from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quiz.tui import pack_text
from quiz.tui.textual_fixes.binding_order import in_declared_order

_STYLE = "bold $footer-key-foreground"
_GAP = "  "
_Entry = tuple[Content, list[tuple[int, int, str]]]
"""A text with keys and a description, and its clickable parts as (start, end, key), in cells."""


class Footer(Static):
    """Shows the bindings of the screen that have a description and ``show=True``.

    If there is no room for all, it leaves out the last ones, except for the very last: that is the help, which lists
    them all.
    """

    auto_links = False  # saves the search for links

    def __init__(self) -> None:
        super().__init__("", id="keys", markup=False)
        self._spots: list[tuple[int, int, str]] = []
        self._drawn = Content("")

    def on_mount(self) -> None:
        """Update whenever the bindings of the screen change."""
        self.screen.bindings_updated_signal.subscribe(self, self._draw)
        self.call_after_refresh(self._draw, self.screen)

    def on_resize(self) -> None:
        """Draw as many keys as there is room for."""
        self._draw(self.screen)

    def on_click(self, event: events.Click) -> None:
        """Press the clicked key."""
        for start, end, key in self._spots:
            if start <= event.x < end:
                self.app.simulate_key(key)

    def _draw(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        shown = [
            active
            for active in in_declared_order(screen.active_bindings.values())
            if active.binding.show and _has_description(active)
        ]
        entries = [self._entry(list(group)) for _, group in groupby(_first_of_each_action(shown), key=_description)]
        more: _Entry = (Content.styled("…", pack_text.MUTED), [])
        while len(entries) > 2 and _cells(entries) > self.size.width > 0:
            entries[-3 if more in entries else -2 : -1] = [more]
        line = Content(" " if _cells(entries) < self.size.width else "")
        self._spots = []
        for index, (text, spots) in enumerate(entries):
            line += Content(_GAP if index else "")
            self._spots += [(line.cell_length + start, line.cell_length + end, key) for start, end, key in spots]
            line += text
        if (line.plain, line.spans) != (self._drawn.plain, self._drawn.spans):
            self._drawn = line
            self.update(line, layout=False)

    def _entry(self, group: list[ActiveBinding]) -> _Entry:
        """Return the entry of bindings with the same description."""
        if _is_range([self.app.get_key_display(active.binding) for active in group]):
            return self._range(group[0], group[-1])
        text, spots = Content(""), []
        for active in group:
            start = text.cell_length
            text += Content.styled(self.app.get_key_display(active.binding), _key_style(active))
            spots.append((start, text.cell_length, active.binding.key))
        text += Content.styled(f" {_description(group[-1])}", "" if group[-1].enabled else "$foreground 50%")
        start, _, key = spots[-1]
        return text, [*spots[:-1], (start, text.cell_length, key)]

    def _range(self, first: ActiveBinding, last: ActiveBinding) -> _Entry:
        """Return the entry of a range of digits, such as 1–4. Only its first and its last digit can be clicked."""
        text = Content.styled(f"{first.binding.key}–{last.binding.key}", _key_style(last))
        text += Content.styled(f" {_description(last)}", "" if last.enabled else "$foreground 50%")
        return text, [(0, 1, first.binding.key), (2, 3, last.binding.key)]


def _cells(entries: list[_Entry]) -> int:
    """Return the width of entries in cells."""
    return sum(text.cell_length for text, _ in entries) + len(_GAP) * (len(entries) - 1)


def _is_range(keys: list[str]) -> bool:
    """Return whether keys are two or more consecutive digits."""
    return len(keys) > 1 and "".join(keys) in "123456789"


def _key_style(active: ActiveBinding) -> str:
    return _STYLE if active.enabled else f"{_STYLE} 50%"


def _has_description(active: ActiveBinding) -> bool:
    return bool(active.binding.description or active.binding.group)


def _description(active: ActiveBinding) -> str:
    group = active.binding.group
    return group.description if group is not None else active.binding.description


def _first_of_each_action(shown: list[ActiveBinding]) -> list[ActiveBinding]:
    """Return the first binding of each action. The help shows the others."""
    return list({(active.binding.action): active for active in reversed(shown)}.values())[::-1]
