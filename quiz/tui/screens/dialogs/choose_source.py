"""Asks which source a question is to be written about."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quiz.bank.bank import Bank
from quiz.bank.citation import short_name
from quiz.bank.source import Source
from quiz.tui import pack_text
from quiz.tui.screens.quiz_screen import DismissOnce
from quiz.tui.widgets.vi_navigation import ViList


def _row(source: Source) -> Content:
    """Return the short name of a source and, if that says something else, its name."""
    short, name = short_name(source), source.name
    return pack_text.plain(short) + pack_text.plain("" if name in short else f"  {name}", pack_text.MUTED)


class ChooseSourceDialog(DismissOnce[Source], ModalScreen[Source]):
    """Returns the chosen source, or None if the author cancels."""

    STYLESHEETS = ("screens/dialogs/dialogs.tcss",)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel", id="ask.cancel")]

    def __init__(self, bank: Bank) -> None:
        """Offer the sources of ``bank``."""
        super().__init__()
        self._sources = bank.sources

    def compose(self) -> ComposeResult:
        """Yield a list of all sources."""
        with Vertical(id="dialog"):
            yield Static("Which article?", id="dialog-title", markup=False)
            yield ViList(*(Option(_row(source)) for source in self._sources), id="given", markup=False)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Return the selected source."""
        self.dismiss(self._sources[event.option_index])
