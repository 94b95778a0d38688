"""A list in which the player picks one entry, or any number of entries."""

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
from quiz.tui.widgets.vi_navigation import ViList


class PickList(ViList):
    """Enter, Space or a click picks the entry under the cursor or, if ``multiple``, unpicks it again."""

    DEFAULT_CSS = """
    PickList {
        border: round $panel; border-title-color: $text-muted; border-subtitle-color: $text-muted;
        &:focus { border: round $primary; border-title-color: $text-primary; }
        &:focus:ansi, &:focus:nocolor { border-title-style: reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", "Pick", show=False, id="list.pick")]

    @dataclass(eq=False, repr=False)
    class Changed(Message):
        """An entry was picked or unpicked."""

        list: "PickList"

        @property
        def control(self) -> "PickList":
            """The list, for selectors in ``@on``."""
            return self.list

    def __init__(
        self,
        title: str,
        entries: Sequence[tuple[str, str, str]],
        *,
        multiple: bool,
        picked: Sequence[str] = (),
        id: str,
    ) -> None:
        """``entries`` are (value, label, note); ``picked`` are values."""
        super().__init__(markup=False, id=id)
        self.border_title = Content(title)
        self._entries = tuple(entries)
        self._multiple = multiple
        self._picked = set(picked)

    @property
    def picked(self) -> tuple[str, ...]:
        """The values of the picked entries, in the order of the list."""
        return tuple(value for value, _, _ in self._entries if value in self._picked)

    def set_entries(self, entries: Sequence[tuple[str, str, str]], picked: Sequence[str], *, title: str = "") -> None:
        """Replace the entries, the picks and, if one is given, the title. The cursor stays in its row."""
        if title:
            self.border_title = Content(title)
        row = self.highlighted
        self._entries, self._picked = tuple(entries), set(picked)
        self.clear_options()
        self.add_options([Option(self._line(*entry)) for entry in self._entries])
        self.highlighted = min(row, len(self._entries) - 1) if row is not None and self._entries else None

    def clear_picks(self) -> None:
        """Unpick everything."""
        self._picked.clear()
        self._draw()
        self.post_message(self.Changed(self))

    def on_mount(self) -> None:
        """Show the entries."""
        self.add_options([Option(self._line(*entry)) for entry in self._entries])

    def action_select(self) -> None:
        """Pick the entry under the cursor, or the first one if there is no cursor yet."""
        if self.highlighted is None and self._entries:
            self.highlighted = 0
        super().action_select()

    @on(OptionList.OptionSelected)
    def pick(self, event: OptionList.OptionSelected) -> None:
        """Pick the entry that was selected, or unpick it."""
        event.stop()
        value = self._entries[event.option_index][0]
        if self._multiple:
            self._picked ^= {value}
        else:
            self._picked = {value}
        self._draw()
        self.post_message(self.Changed(self))

    def _draw(self) -> None:
        for index, entry in enumerate(self._entries):
            self.replace_option_prompt_at_index(index, self._line(*entry))

    def _line(self, value: str, label: str, note: str) -> Content:
        picked = value in self._picked
        mark = ("■" if picked else "□") if self._multiple else ("●" if picked else "○")
        line = Content.styled(f"{mark} ", "$text-accent" if picked else pack_text.MUTED)
        line += pack_text.plain(label, "bold" if picked else "")
        return line + Content.styled(f"  {note}", pack_text.MUTED) if note else line
