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

from quiz.tui import pack_text
from quiz.tui.textual_fixes.binding_order import in_their_order

_STYLE = "bold $footer-key-foreground"
_GAP = "  "
_Entry = tuple[Content, list[tuple[int, int, str]]]
"""Keys and what they do, and where in that each is to be clicked: from, to, which."""


class Footer(Static):
    """Shows the bindings of the screen that have a description and are meant to be shown.

    Where there is no room for all of them, the last are left out but for the very last, the help that names them.
    """

    auto_links = False  # it has none, and looking for them takes its time

    def __init__(self) -> None:
        super().__init__("", id="keys", markup=False)
        self._spots: list[tuple[int, int, str]] = []
        self._drawn = Content("")

    def on_mount(self) -> None:
        """Follow what the screen offers."""
        self.screen.bindings_updated_signal.subscribe(self, self._draw)
        self.call_after_refresh(self._draw, self.screen)

    def on_resize(self) -> None:
        """Show as many keys as there is room for."""
        self._draw(self.screen)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        for start, end, key in self._spots:
            if start <= event.x < end:
                self.app.simulate_key(key)

    def _draw(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        shown = [
            active
            for active in in_their_order(screen.active_bindings.values())
            if active.binding.show and _describes(active)
        ]
        said = [self._entry(list(entries)) for _, entries in groupby(_once_each(shown), key=_said)]
        more: _Entry = (Content.styled("…", pack_text.MUTED), [])
        while len(said) > 2 and _cells(said) > self.size.width > 0:
            said[-3 if more in said else -2 : -1] = [more]
        line = Content(" " if _cells(said) < self.size.width else "")
        self._spots = []
        for place, (words, spots) in enumerate(said):
            line += Content(_GAP if place else "")
            self._spots += [(line.cell_length + start, line.cell_length + end, key) for start, end, key in spots]
            line += words
        if (line.plain, line.spans) != (self._drawn.plain, self._drawn.spans):
            self._drawn = line
            self.update(line, layout=False)

    def _entry(self, entries: list[ActiveBinding]) -> _Entry:
        """The keys that do the same with what they do, and where in that each is to be clicked."""
        if _is_range([self.app.get_key_display(active.binding) for active in entries]):
            return self._range(entries[0], entries[-1])
        words, spots = Content(""), []
        for active in entries:
            start = words.cell_length
            words += Content.styled(self.app.get_key_display(active.binding), _key_style(active))
            spots.append((start, words.cell_length, active.binding.key))
        words += Content.styled(f" {_said(entries[-1])}", "" if entries[-1].enabled else "$foreground 50%")
        start, _, key = spots[-1]
        return words, [*spots[:-1], (start, words.cell_length, key)]

    def _range(self, first: ActiveBinding, last: ActiveBinding) -> _Entry:
        """The first and the last of some digits; only those two can be clicked, for the words mean none of them."""
        words = Content.styled(f"{first.binding.key}–{last.binding.key}", _key_style(last))
        words += Content.styled(f" {_said(last)}", "" if last.enabled else "$foreground 50%")
        return words, [(0, 1, first.binding.key), (2, 3, last.binding.key)]


def _cells(entries: list[_Entry]) -> int:
    """How many cells some entries take."""
    return sum(words.cell_length for words, _ in entries) + len(_GAP) * (len(entries) - 1)


def _is_range(keys: list[str]) -> bool:
    """Whether keys are several digits that follow each other."""
    return len(keys) > 1 and "".join(keys) in "123456789"


def _key_style(active: ActiveBinding) -> str:
    return _STYLE if active.enabled else f"{_STYLE} 50%"


def _describes(active: ActiveBinding) -> bool:
    return bool(active.binding.description or active.binding.group)


def _said(active: ActiveBinding) -> str:
    group = active.binding.group
    return group.description if group is not None else active.binding.description


def _once_each(shown: list[ActiveBinding]) -> list[ActiveBinding]:
    """The first binding of each action: other keys for it are in the help."""
    return list({(active.binding.action): active for active in reversed(shown)}.values())[::-1]
