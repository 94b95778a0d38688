"""Asks which source a question is to be written about."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quiz.bank.bank import Bank
from quiz.bank.citation import short_name
from quiz.bank.source import Source
from quiz.tui import text
from quiz.tui.screens.base import ClosesOnce
from quiz.tui.widgets.moving import MovingList


class ChooseSourceScreen(ClosesOnce[Source], ModalScreen[Source]):
    """Dismissed with a source; with None if the author thinks better of it."""

    SHEETS = ("dialog",)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", id="ask.cancel")]

    def __init__(self, bank: Bank) -> None:
        """``bank`` has the sources."""
        super().__init__()
        self._sources = bank.sources

    def compose(self) -> ComposeResult:
        """Every source."""
        with Vertical(id="dialog"):
            yield Static("Which article?", id="dialog-title", markup=False)
            rows = (text.plain(f"{one.name}  ") + text.plain(short_name(one), text.MUTED) for one in self._sources)
            yield MovingList(*map(Option, rows), id="given", markup=False)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Take one of the sources."""
        self.dismiss(self._sources[event.option_index])
