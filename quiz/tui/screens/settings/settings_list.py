"""The list on the settings screen: a setting steps to its next value, a binding waits for its key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quiz.tui import pack_text
from quiz.tui.keymap.binding_text import shown_keys
from quiz.tui.screens.settings.setting_lines import BoundLine, SettingLine
from quiz.tui.widgets.vi_navigation import ViList

_NAME_CELLS = 18
_KEYS_CELLS = 15


class SettingsList(ViList):
    """Enter, Space or a click changes the line under the cursor; left and right step through a setting's values."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "select", "Change", id="settings.change", key_display="enter"),
        Binding("right,l", "turn(1)", "Next value", show=False, id="settings.next"),
        Binding("left,h", "turn(-1)", "Previous value", show=False, id="settings.previous"),
    ]

    @dataclass(eq=False, repr=False)
    class Turned(Message):
        """The player wants the next or the previous value of a setting."""

        line: SettingLine
        step: int

    @dataclass(eq=False, repr=False)
    class Pressed(Message):
        """The player wants another key for a binding."""

        line: BoundLine

    def __init__(self, lines: Sequence[SettingLine | BoundLine]) -> None:
        """All lines, in their order."""
        super().__init__(markup=False, id="settings")
        self._entries = tuple(lines)

    @property
    def line(self) -> SettingLine | BoundLine | None:
        """The line under the cursor."""
        return None if self.highlighted is None else self._entries[self._places[self.highlighted]]

    def on_mount(self) -> None:
        """Show the lines, with a heading before the bindings of each screen."""
        self._places: dict[int, int] = {}
        context = ""
        for place, line in enumerate(self._entries):
            if isinstance(line, BoundLine) and line.context != context:
                context = line.context
                self.add_option(Option(Content.styled(f"Keys: {context}", f"{pack_text.MUTED} bold"), disabled=True))
            self._places[self.option_count] = place
            self.add_option(Option(self._shown(line)))
        self.highlighted = 0

    def offer(self, lines: Sequence[SettingLine | BoundLine]) -> None:
        """Show the same lines with other values."""
        self._entries = tuple(lines)
        for row, place in self._places.items():
            self.replace_option_prompt_at_index(row, self._shown(self._entries[place]))

    def action_turn(self, step: int) -> None:
        """Step through the values of the setting under the cursor."""
        if isinstance(self.line, SettingLine):
            self.post_message(self.Turned(self.line, step))

    @on(OptionList.OptionHighlighted)
    def follow(self) -> None:
        """Offer in the footer what can be done with the line."""
        self.screen.refresh_bindings()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Step to the next value, or ask for a key."""
        event.stop()
        line = self._entries[self._places[event.option_index]]
        self.post_message(self.Turned(line, 1) if isinstance(line, SettingLine) else self.Pressed(line))

    def _shown(self, line: SettingLine | BoundLine) -> Content:
        if isinstance(line, SettingLine):
            value = next(shown for meant, shown in line.values if meant == line.value)
            name = Content(f"{line.name:<{_NAME_CELLS}}")
            return (
                name
                + Content.styled("‹ ", "$text-accent")
                + pack_text.plain(value)
                + Content.styled(" ›", "$text-accent")
            )
        keys = Content.styled(f"{shown_keys(self.app, line.keys):<{_KEYS_CELLS}} ", "bold $text-accent")
        own = Content.styled("  yours", pack_text.MUTED) if line.changed else Content("")
        return keys + Content(line.what) + own
