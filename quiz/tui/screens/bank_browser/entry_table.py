"""The table of the bank's entries: one row each, the cursor staying on its entry whatever is filtered or sorted."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from quiz.author.question_browser import COLUMNS, BrowserEntry, Column, find_same_entry
from quiz.bank.printable import printable
from quiz.tui import pack_text

_MOST_CELLS: dict[Column, int] = {"id": 30, "prompt": 60, "topic": 16, "sources": 30}
"""What a column takes at most; the others have words of the game's own."""


class EntryTable(DataTable[object]):
    """Entries, in the order in which they are given."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", "Up", show=False, id="table.up"),
        Binding("down,j", "cursor_down", "Down", show=False, id="table.down"),
        Binding("left,h", "cursor_left", "Left", show=False, id="table.left"),
        Binding("right,l", "cursor_right", "Right", show=False, id="table.right"),
    ]

    def __init__(self) -> None:
        super().__init__(cursor_type="row", zebra_stripes=False)
        self.column: Column | None = None
        """What it is sorted by; None for the order of the files."""
        self.reverse = False
        self._shown: Sequence[BrowserEntry] = ()
        self._several_packs = False

    @property
    def entry(self) -> BrowserEntry | None:
        """The entry that the cursor is on."""
        return self._shown[self.cursor_row] if 0 <= self.cursor_row < len(self._shown) else None

    def sort_by(self, column: Column | None) -> None:
        """Say what it is sorted by from now on."""
        self.column, self.reverse = column, False

    def fill(self, shown: Sequence[BrowserEntry], every: Sequence[BrowserEntry], *, stay: bool = False) -> None:
        """Show some of the entries; the cursor stays on its own if that is among them.

        If not, it goes to the first one, or, to ``stay``, to what has come in its row. ``every`` entry counts for how
        wide the columns are, so that they stand still while something is typed.
        """
        before, row = self.entry, self.cursor_row
        again = None if before is None else find_same_entry(before, shown)
        self._several_packs = len({one.pack for one in every}) > 1
        self.clear(columns=True)
        for column in COLUMNS:
            widest = max((cell_len(printable(self._words(one, column))) for one in every), default=0)
            label = self._label(column) if widest else ""  # a column of nothing takes no room
            self.add_column(pack_text.cell(label), width=max(min(widest, _MOST_CELLS.get(column, 20)), len(label), 1))
        self._shown = shown
        for one in shown:
            style = "" if one.question is not None else "italic"
            self.add_row(*(pack_text.cell(self._words(one, column), style) for column in COLUMNS))
        if again is None:
            again = min(row, len(shown) - 1) if stay else 0
        self.move_cursor(row=max(0, again), animate=False)

    def _label(self, column: Column) -> str:
        sign = ("▼" if self.reverse else "▲") if column == self.column else " "
        return f"{column.capitalize()} {sign}"

    def _words(self, one: BrowserEntry, column: Column) -> str:
        if column == "problems":
            return _problems(one)
        if column == "sources":
            return ", ".join(one.sources)
        if column == "id":
            name = one.id or "no id"
            return f"{one.pack}/{name}" if self._several_packs else name
        return str(getattr(one, column))


def _problems(one: BrowserEntry) -> str:
    """How many problems an entry has, behind a sign."""
    if one.errors:
        return f"✗ {pack_text.counted(one.errors, 'error')}"
    return f"! {pack_text.counted(len(one.problems), 'warning')}" if one.problems else ""
