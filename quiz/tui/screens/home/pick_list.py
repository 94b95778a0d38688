"""A list of entries with a mark before each: one of them is picked, or any number."""

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
    """Enter, Space or a click picks the entry under the cursor; where several may be picked, it also unpicks."""

    DEFAULT_CSS = """
    PickList {
        border: round $panel; border-title-color: $text-muted;
        &:focus { border: round $primary; border-title-color: $text-primary; }
        &:focus:ansi, &:focus:nocolor { border-title-style: reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", "Pick", show=False, id="list.pick")]

    @dataclass(eq=False, repr=False)
    class Changed(Message):
        """Something was picked or unpicked."""

        list: "PickList"

        @property
        def control(self) -> "PickList":
            """The list, so that who listens can name it."""
            return self.list

    def __init__(
        self,
        title: str,
        entries: Sequence[tuple[str, str, str]],
        *,
        several: bool,
        picked: Sequence[str] = (),
        id: str,
    ) -> None:
        """``entries`` are (what is meant, what is shown, what is added in a quieter tone)."""
        super().__init__(markup=False, id=id)
        self.border_title = Content(title)
        self._entries = tuple(entries)
        self._several = several
        self._picked = set(picked)

    @property
    def picked(self) -> tuple[str, ...]:
        """What is meant by the picked entries, in their order."""
        return tuple(meant for meant, _, _ in self._entries if meant in self._picked)

    def offer(self, entries: Sequence[tuple[str, str, str]], picked: Sequence[str], *, title: str = "") -> None:
        """Offer other entries, some of them picked, under another title if one is given; the cursor stays."""
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
        """Pick the entry under the cursor, or the first one where the cursor has not been moved yet."""
        if self.highlighted is None and self._entries:
            self.highlighted = 0
        super().action_select()

    @on(OptionList.OptionSelected)
    def pick(self, event: OptionList.OptionSelected) -> None:
        """Pick the entry that was selected, or unpick it."""
        event.stop()
        meant = self._entries[event.option_index][0]
        if self._several:
            self._picked ^= {meant}
        else:
            self._picked = {meant}
        self._draw()
        self.post_message(self.Changed(self))

    def _draw(self) -> None:
        for index, entry in enumerate(self._entries):
            self.replace_option_prompt_at_index(index, self._line(*entry))

    def _line(self, meant: str, shown: str, added: str) -> Content:
        on = meant in self._picked
        mark = ("■" if on else "□") if self._several else ("●" if on else "○")
        line = Content.styled(f"{mark} ", "$text-accent" if on else pack_text.MUTED) + pack_text.plain(
            shown, "bold" if on else ""
        )
        return line + Content.styled(f"  {added}", pack_text.MUTED) if added else line
