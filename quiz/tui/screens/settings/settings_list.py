"""The list on the settings screen, in which settings and key bindings are changed."""

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
from quiz.tui.screens.settings.setting_lines import BindingLine, SettingLine
from quiz.tui.widgets.vi_navigation import ViList

_NAME_CELLS = 18
_KEYS_CELLS = 15


class SettingsList(ViList):
    """Enter, Space or a click changes the line under the cursor. Left and right step through a setting's values."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "select", "Change", id="settings.change", key_display="enter"),
        Binding("right,l", "step(1)", "Next value", show=False, id="settings.next"),
        Binding("left,h", "step(-1)", "Previous value", show=False, id="settings.previous"),
    ]

    @dataclass(eq=False, repr=False)
    class Stepped(Message):
        """The player asked for the next or the previous value of a setting."""

        line: SettingLine
        step: int

    @dataclass(eq=False, repr=False)
    class KeyRequested(Message):
        """The player asked to change the key of a binding."""

        line: BindingLine

    def __init__(self, lines: Sequence[SettingLine | BindingLine]) -> None:
        """Show ``lines`` in this order."""
        super().__init__(markup=False, id="settings")
        self._entries = tuple(lines)

    @property
    def line(self) -> SettingLine | BindingLine | None:
        """The line under the cursor."""
        return None if self.highlighted is None else self._entries[self._line_at_row[self.highlighted]]

    def on_mount(self) -> None:
        """Add the lines, with a heading before the bindings of each context."""
        self._line_at_row: dict[int, int] = {}
        context = ""
        for index, line in enumerate(self._entries):
            if isinstance(line, BindingLine) and line.context != context:
                context = line.context
                self.add_option(Option(Content.styled(f"Keys: {context}", f"{pack_text.MUTED} bold"), disabled=True))
            self._line_at_row[self.option_count] = index
            self.add_option(Option(self._content(line)))
        self.highlighted = 0

    def set_lines(self, lines: Sequence[SettingLine | BindingLine]) -> None:
        """Show new values for the same lines."""
        self._entries = tuple(lines)
        for row, index in self._line_at_row.items():
            self.replace_option_prompt_at_index(row, self._content(self._entries[index]))

    def action_step(self, step: int) -> None:
        """Step through the values of the setting under the cursor."""
        if isinstance(self.line, SettingLine):
            self.post_message(self.Stepped(self.line, step))

    @on(OptionList.OptionHighlighted)
    def follow(self) -> None:
        """Update the footer for the line under the cursor."""
        self.screen.refresh_bindings()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Step to the next value of a setting, or ask for a key."""
        event.stop()
        line = self._entries[self._line_at_row[event.option_index]]
        self.post_message(self.Stepped(line, 1) if isinstance(line, SettingLine) else self.KeyRequested(line))

    def _content(self, line: SettingLine | BindingLine) -> Content:
        if isinstance(line, SettingLine):
            label = next(label for value, label in line.values if value == line.value)
            left, right = Content.styled("‹ ", "$text-accent"), Content.styled(" ›", "$text-accent")
            return Content(f"{line.name:<{_NAME_CELLS}}") + left + pack_text.plain(label) + right
        keys = Content.styled(f"{shown_keys(self.app, line.keys):<{_KEYS_CELLS}} ", "bold $text-accent")
        changed = Content.styled("  changed", pack_text.MUTED) if line.changed else Content("")
        return keys + Content(line.description) + changed
