"""A list of which one entry is chosen, as compact as a list of which several are."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quiz.tui import text


class RadioList(OptionList):
    """Entries with a mark before the chosen one; Enter, Space or a click chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", "Choose", show=False)]

    @dataclass
    class Changed(Message):
        """Another entry was chosen."""

        list: "RadioList"

    def __init__(self, *entries: tuple[str, str], id: str, chosen: str | None = None) -> None:  # noqa: A002
        """``entries`` are pairs of what is shown and what is meant; the first is chosen unless ``chosen`` says."""
        super().__init__(id=id, markup=False)
        self._entries = entries
        self.chosen = chosen if chosen is not None else entries[0][1]
        """What is meant by the chosen entry."""

    def on_mount(self) -> None:
        """Show the entries."""
        self._draw()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Take the entry that was selected."""
        event.stop()
        self.chosen = self._entries[event.option_index][1]
        self._draw()
        self.post_message(self.Changed(self))

    def _draw(self) -> None:
        highlighted = self.highlighted
        self.clear_options()
        for shown, meant in self._entries:
            self.add_option(Option(text.plain(f"{'●' if meant == self.chosen else '○'} {shown}")))
        self.highlighted = highlighted
