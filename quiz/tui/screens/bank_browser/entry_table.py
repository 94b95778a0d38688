"""The table of the bank browser. The cursor stays on its entry when the table is filtered or sorted."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.widgets import DataTable

from quiz.author.question_browser import COLUMNS, BrowserEntry, Column, find_same_entry
from quiz.bank.printable import printable
from quiz.tui import pack_text

_MAX_CELLS: dict[Column, int] = {"id": 30, "prompt": 60, "topic": 16, "sources": 30}
"""The maximum width of columns with text from packs."""


class EntryTable(DataTable[object]):
    """A row for each entry."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", "Up", show=False, id="table.up"),
        Binding("down,j", "cursor_down", "Down", show=False, id="table.down"),
        Binding("left,h", "cursor_left", "Left", show=False, id="table.left"),
        Binding("right,l", "cursor_right", "Right", show=False, id="table.right"),
    ]

    def __init__(self) -> None:
        super().__init__(cursor_type="row", zebra_stripes=False)
        self.column: Column | None = None
        """The column to sort by; None for the order in the files."""
        self.reverse = False
        self._shown: Sequence[BrowserEntry] = ()
        self._several_packs = False

    @property
    def entry(self) -> BrowserEntry | None:
        """The entry under the cursor."""
        return self._shown[self.cursor_row] if 0 <= self.cursor_row < len(self._shown) else None

    def sort_by(self, column: Column | None) -> None:
        """Set the column to sort by, in ascending order."""
        self.column, self.reverse = column, False

    def fill(
        self, shown: Sequence[BrowserEntry], all_entries: Sequence[BrowserEntry], *, keep_row: bool = False
    ) -> None:
        """Show the entries ``shown``. The cursor stays on its entry if that is among them.

        Otherwise it stays in its row if ``keep_row``, or else goes to the first row. Column widths depend on
        ``all_entries``, so that they do not change while the author types a filter.
        """
        before, row = self.entry, self.cursor_row
        new_row = None if before is None else find_same_entry(before, shown)
        self._several_packs = len({entry.pack for entry in all_entries}) > 1
        self.clear(columns=True)
        for column in COLUMNS:
            widest = max((cell_len(printable(self._text(entry, column))) for entry in all_entries), default=0)
            label = self._label(column) if widest else ""  # an empty column takes no space
            self.add_column(pack_text.cell(label), width=max(min(widest, _MAX_CELLS.get(column, 20)), len(label), 1))
        self._shown = shown
        for entry in shown:
            style = "" if entry.question is not None else "italic"
            self.add_row(*(pack_text.cell(self._text(entry, column), style) for column in COLUMNS))
        if new_row is None:
            new_row = min(row, len(shown) - 1) if keep_row else 0
        self.move_cursor(row=max(0, new_row), animate=False)

    def _label(self, column: Column) -> str:
        sign = ("▼" if self.reverse else "▲") if column == self.column else " "
        return f"{column.capitalize()} {sign}"

    def _text(self, entry: BrowserEntry, column: Column) -> str:
        if column == "problems":
            return _problems(entry)
        if column == "sources":
            return ", ".join(entry.sources)
        if column == "id":
            name = entry.id or "no id"
            return f"{entry.pack}/{name}" if self._several_packs else name
        return str(getattr(entry, column))


def _problems(entry: BrowserEntry) -> str:
    """Return the number of problems of an entry, with a sign."""
    if entry.errors:
        return f"✗ {pack_text.counted(entry.errors, 'error')}"
    return f"! {pack_text.counted(len(entry.problems), 'warning')}" if entry.problems else ""
