"""The bank browser: every question in a table, filtered as one types, with its problems and its proof beside it."""

from functools import partial
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import ScreenResume
from textual.widgets import DataTable, Input, Static

from quiz.author.question_browser import COLUMNS, BrowserEntry, browse, browse_playable, search_words, sort_entries
from quiz.bank.bank import Bank
from quiz.bank.fingerprint import Fingerprint, fingerprint
from quiz.bank.pack_library import PackLibrary
from quiz.bank.printable import printable
from quiz.tui import pack_text
from quiz.tui.background_task import in_a_thread
from quiz.tui.external_editor import EditorError, edit
from quiz.tui.screens.article_reader.open_article import open_article
from quiz.tui.screens.bank_browser.entry_table import EntryTable
from quiz.tui.screens.bank_browser.entry_view import EntryView
from quiz.tui.screens.bank_browser.question_detail import QuestionDetailScreen, has_source
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.footer import Footer

_LONGEST = 300
"""Characters of a message; what names a file may be longer than a screen."""


class BankBrowserScreen(QuizScreen):
    """Every question of the packs in play, what is kept out of play included."""

    SHEETS = ("screens/bank_browser/bank_browser.tcss", "widgets/question_view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        # with priority: what is typed right after it must not be taken for keys of the table
        Binding("slash", "filter", "Filter", key_display="/", priority=True, id="bank.filter"),
        Binding("e", "edit", "Edit", id="bank.edit", tooltip="Open the file in $EDITOR"),
        Binding("s", "source", "Source", id="bank.source"),
        Binding("escape,q", "back", "Back", id="bank.back", key_display="esc"),
        Binding("o", "sort", "Sort", id="bank.sort", tooltip="Sort by the next column"),
        Binding("r", "reverse", "Reverse", id="bank.reverse"),
        Binding("x", "clear", "Clear", id="bank.clear"),
    ]

    table = getters.query_one(EntryTable)
    typed = getters.query_one("#filter", Input)

    def __init__(self, bank: Bank, shelf: PackLibrary | None = None) -> None:
        """``bank`` is shown at once; a ``shelf`` is loaded and linted, and again whenever a file changes."""
        super().__init__()
        self._bank = bank
        self._shelf = shelf
        self._seen: Fingerprint | None = None
        self._reading = shelf is not None
        self._shown: BrowserEntry | None = None
        self._showing = False
        self.entries = browse_playable(bank)
        """Everything there is."""

    def compose(self) -> ComposeResult:
        """What is searched for, the table, and beside it the entry under the cursor."""
        yield TooSmall()
        yield Static("", id="browsing", markup=False)
        yield Input(placeholder="/ to filter: words of the question, its answer, topic, source …", id="filter",
                    compact=True, select_on_focus=False)  # fmt: skip
        with Container(id="browse"):
            yield EntryTable()
            yield Vertical(id="entry")
        yield Footer()

    def on_mount(self) -> None:
        """Show what is known, and look for every problem in the background."""
        self._fill()
        self.set_focus(self.table)
        self.watch(self.app, "app_focus", self.look_again, init=False)  # whoever has been in another window

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do with."""
        if not self.is_mounted:
            return False
        offered = {
            "filter": self.focused is not self.typed,
            "clear": bool(self.typed.value),
            "edit": self.table.entry is not None,
            "source": has_source(self.table.entry),
        }
        return super().check_action(action, parameters) and (offered.get(action, True) or None)

    # Filter, order, selection

    @on(Input.Changed)
    def filter(self) -> None:
        """Show what has all the words that were typed."""
        self._fill()

    @on(Input.Submitted)
    def take_filter(self) -> None:
        """Go on to what was found."""
        self.set_focus(self.table)

    def action_filter(self) -> None:
        """Type what to look for."""
        self.set_focus(self.typed)

    def action_clear(self) -> None:
        """Show everything again."""
        self.typed.value = ""

    def action_back(self) -> None:
        """From the filter to the table, from there to where one came from."""
        if self.focused is self.typed:
            self.set_focus(self.table)
        else:
            self.dismiss()

    def on_key(self, event: object) -> None:
        """Let the arrow that leads out of the filter lead into the table."""
        if self.focused is self.typed and getattr(event, "key", "") == "down":
            self.set_focus(self.table)

    def action_sort(self) -> None:
        """Sort by the next column, and after the last as the questions stand in their files."""
        places = (None, *COLUMNS)
        self.table.sort_by(places[(places.index(self.table.column) + 1) % len(places)])
        self._fill()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self.table.reverse = not self.table.reverse
        self._fill()

    @on(DataTable.HeaderSelected)
    def sort_by_header(self, event: DataTable.HeaderSelected) -> None:
        """Sort by the column that was clicked; a second click turns the order round."""
        column = COLUMNS[event.column_index]
        if self.table.column == column:
            self.action_reverse()
        else:
            self.table.sort_by(column)
            self._fill()

    @on(DataTable.RowHighlighted)
    def show_entry(self) -> None:
        """Show the entry that the cursor is on."""
        if not self._showing:
            self._showing = True
            self.run_worker(self._show_latest())
        self.refresh_bindings()

    async def _show_latest(self) -> None:
        """Show the entry under the cursor; whatever the cursor passes meanwhile is left out."""
        while self.is_open and self._shown is not self.table.entry:
            side = self.query_one("#entry", Vertical)
            self._shown = self.table.entry
            await side.remove_children()
            if self._shown is not None:
                await side.mount(EntryView(self._shown))
        self._showing = False

    @on(DataTable.RowSelected)
    def open_entry(self) -> None:
        """Show the entry over the whole screen."""
        if self.is_open and self.table.entry is not None:
            self.app.push_screen(QuestionDetailScreen(self.table.entry, self._bank, self.action_edit))

    def _fill(self, *, stay: bool = False) -> None:
        words = search_words(self.typed.value)
        found = [entry for entry in self.entries if entry.matches(words)]
        self.table.fill(sort_entries(found, self.table.column, reverse=self.table.reverse), self.entries, stay=stay)
        self._count(len(found))
        self.show_entry()

    def _count(self, found: int) -> None:
        wrong = sum(bool(entry.problems) for entry in self.entries)
        said = [f"{found} of {len(self.entries)}" if found < len(self.entries) else str(found)]
        known = f"! {wrong} with problems" if wrong else "no problems"
        said.append("looking for problems …" if self._reading else known)
        line = Content.styled("Bank", "bold") + Content.styled(f"  {' · '.join(said)}", pack_text.MUTED)
        self.query_one("#browsing", Static).update(line)

    # The file behind it

    def action_source(self) -> None:
        """Open the source at the passage that proves the answer."""
        entry = self.table.entry
        if entry is not None and entry.question is not None:
            open_article(self.app, entry.question.citations[0], self._bank)

    def action_edit(self) -> None:
        """Open the file in the player's editor, and read it again after that."""
        entry = self.table.entry if self.is_open else None
        if entry is None:
            return
        try:
            edit(self.app, entry.path, entry.place.line)
        except EditorError as error:
            said = printable(str(error))
            self.notify(said[:_LONGEST], title="Editing", severity="warning", markup=False)
        self.look_again()

    @on(ScreenResume)
    def look_again(self) -> None:
        """Read what has changed since it was read, in the background."""
        if self._shelf is None:
            return
        seen = fingerprint(self._shelf.in_play)
        if seen != self._seen:
            self._seen = seen
            self.run_worker(self._read(self._shelf), exclusive=True, group="bank")

    async def _read(self, shelf: PackLibrary) -> None:
        self._reading = True
        self._bank, self.entries = await in_a_thread(partial(_load_and_lint, shelf))
        self._reading = False
        if self.is_open:
            self._fill(stay=True)


def _load_and_lint(shelf: PackLibrary) -> tuple[Bank, list[BrowserEntry]]:
    loaded = shelf.load()
    return loaded.bank, browse(loaded)
