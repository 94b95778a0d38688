"""The bank browser: a table of all questions that can be filtered and sorted, and the problems and proof of one."""

from collections.abc import Mapping
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
from quiz.records.opinion import Opinion
from quiz.tui import pack_text
from quiz.tui.background_task import run_in_thread
from quiz.tui.external_editor import EditorError, edit
from quiz.tui.screens.article_reader.open_article import open_article
from quiz.tui.screens.bank_browser.entry_table import EntryTable
from quiz.tui.screens.bank_browser.entry_view import EntryView
from quiz.tui.screens.bank_browser.question_detail import QuestionDetailScreen, has_source
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.footer import Footer

_MAX_MESSAGE = 300
"""The maximum length of a notification, in characters: a path can be longer than a screen."""


class BankBrowserScreen(QuizScreen):
    """All questions of the selected packs, including those that are not asked because of errors."""

    STYLESHEETS = ("screens/bank_browser/bank_browser.tcss", "widgets/question_view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        # priority: keys typed right after it must go to the filter, not to the table
        Binding("slash", "filter", "Filter", key_display="/", priority=True, id="bank.filter"),
        Binding("e", "edit", "Edit", id="bank.edit", tooltip="Open the file in $EDITOR"),
        Binding("s", "source", "Source", id="bank.source"),
        Binding("escape,q", "back", "Back", id="bank.back", key_display="esc"),
        Binding("o", "sort", "Sort", id="bank.sort", tooltip="Sort by the next column"),
        Binding("r", "reverse", "Reverse", id="bank.reverse"),
        Binding("x", "clear", "Clear", id="bank.clear"),
    ]

    table = getters.query_one(EntryTable)
    filter_input = getters.query_one("#filter", Input)

    def __init__(
        self, bank: Bank, library: PackLibrary | None = None, opinions: Mapping[str, Opinion] | None = None
    ) -> None:
        """Show ``bank`` at once. Load and lint the packs of ``library``, and again whenever a file changes.

        ``opinions`` are what players think of questions, by their keys.
        """
        super().__init__()
        self._opinions = opinions or {}
        self._bank = bank
        self._library = library
        self._fingerprint: Fingerprint | None = None
        self._loading = library is not None
        self._has_loaded = False
        self._shown: BrowserEntry | None = None
        self._showing = False
        self.entries = browse_playable(bank)
        """All entries, before filtering."""

    def compose(self) -> ComposeResult:
        """Yield the filter, the table, and a container for the entry under the cursor."""
        yield TooSmall()
        yield Static("", id="browsing", markup=False)
        yield Input(placeholder="/ to filter: words of the question, its answer, topic, source …", id="filter",
                    compact=True, select_on_focus=False)  # fmt: skip
        with Container(id="browse"):
            yield EntryTable()
            yield Vertical(id="entry")
        yield Footer()

    def on_mount(self) -> None:
        """Show the entries. ``reload_if_changed`` then looks for problems in the background."""
        self._fill()
        self.set_focus(self.table)
        # The author may have edited a file in another window.
        self.watch(self.app, "app_focus", self.reload_if_changed, init=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Disable actions that have no effect now."""
        if not self.is_mounted:
            return False
        enabled = {
            "filter": self.focused is not self.filter_input,
            "clear": bool(self.filter_input.value),
            "edit": self.table.entry is not None,
            "source": has_source(self.table.entry),
        }
        return super().check_action(action, parameters) and (enabled.get(action, True) or None)

    # Filter, order, selection

    @on(Input.Changed)
    def filter(self) -> None:
        """Show the entries that contain all words of the filter."""
        self._fill()

    @on(Input.Submitted)
    def focus_table(self) -> None:
        """Move the focus from the filter to the table."""
        self.set_focus(self.table)

    def action_filter(self) -> None:
        """Focus the filter."""
        self.set_focus(self.filter_input)

    def action_clear(self) -> None:
        """Clear the filter."""
        self.filter_input.value = ""

    def action_back(self) -> None:
        """Go from the filter to the table, and from the table to the previous screen."""
        if self.focused is self.filter_input:
            self.set_focus(self.table)
        else:
            self.dismiss()

    def on_key(self, event: object) -> None:
        """Go from the filter to the table with the down arrow."""
        if self.focused is self.filter_input and getattr(event, "key", "") == "down":
            self.set_focus(self.table)

    def action_sort(self) -> None:
        """Sort by the next column. After the last one, sort by the order in the files."""
        orders = (None, *COLUMNS)
        self.table.sort_by(orders[(orders.index(self.table.column) + 1) % len(orders)])
        self._fill()

    def action_reverse(self) -> None:
        """Reverse the order."""
        self.table.reverse = not self.table.reverse
        self._fill()

    @on(DataTable.HeaderSelected)
    def sort_by_header(self, event: DataTable.HeaderSelected) -> None:
        """Sort by the clicked column. A second click reverses the order."""
        column = COLUMNS[event.column_index]
        if self.table.column == column:
            self.action_reverse()
        else:
            self.table.sort_by(column)
            self._fill()

    @on(DataTable.RowHighlighted)
    def show_entry(self) -> None:
        """Show the entry under the cursor."""
        if not self._showing:
            self._showing = True
            self.run_worker(self._show_latest())
        self.refresh_bindings()

    async def _show_latest(self) -> None:
        """Show the entry under the cursor until the cursor rests. Entries that it passes meanwhile are skipped."""
        while self.is_open and self._shown is not self.table.entry:
            container = self.query_one("#entry", Vertical)
            self._shown = self.table.entry
            await container.remove_children()
            if self._shown is not None:
                await container.mount(EntryView(self._shown, self._opinion(self._shown)))
        self._showing = False

    @on(DataTable.RowSelected)
    def open_entry(self) -> None:
        """Open the entry on its own screen."""
        if self.is_open and self.table.entry is not None:
            entry = self.table.entry
            self.app.push_screen(QuestionDetailScreen(entry, self._bank, self.action_edit, self._opinion(entry)))

    def _opinion(self, entry: BrowserEntry) -> str:
        opinion = None if entry.question is None else self._opinions.get(entry.question.key)
        return "" if opinion is None else opinion.text

    def _fill(self, *, keep_row: bool = False) -> None:
        words = search_words(self.filter_input.value)
        matching = [entry for entry in self.entries if entry.matches(words)]
        ordered = sort_entries(matching, self.table.column, reverse=self.table.reverse)
        self.table.fill(ordered, self.entries, keep_row=keep_row)
        self._show_counts(len(matching))
        self.show_entry()

    def _show_counts(self, matching: int) -> None:
        bad = sum(bool(entry.problems) for entry in self.entries)
        count = f"{matching} of {len(self.entries)}" if matching < len(self.entries) else str(matching)
        problems = f"! {bad} with problems" if bad else "no problems"
        text = f"  {count} · {'looking for problems …' if self._loading else problems}"
        line = Content.styled("Bank", "bold") + Content.styled(text, pack_text.MUTED)
        self.query_one("#browsing", Static).update(line)

    # Source and file

    def action_source(self) -> None:
        """Open the source at the passage that proves the answer."""
        entry = self.table.entry
        if entry is not None and entry.question is not None:
            open_article(self.app, entry.question.citations[0], self._bank)

    def action_edit(self) -> None:
        """Edit the file in the user's editor, then reload it."""
        entry = self.table.entry if self.is_open else None
        if entry is None:
            return
        try:
            edit(self.app, entry.path, entry.place.line)
        except EditorError as error:
            message = printable(str(error))
            self.notify(message[:_MAX_MESSAGE], title="Editor", severity="warning", markup=False)
        self.reload_if_changed()

    @on(ScreenResume)
    def reload_if_changed(self) -> None:
        """Load and lint the packs in the background if a file has changed."""
        if self._library is None:
            return
        current = fingerprint(self._library.in_play)
        if current != self._fingerprint:
            self._fingerprint = current
            self.run_worker(self._load(self._library), exclusive=True, group="bank")

    async def _load(self, library: PackLibrary) -> None:
        self._loading = True
        self._bank, self.entries = await run_in_thread(partial(_load_and_lint, library))
        self._loading = False
        if self.is_open:
            at_top = not self._has_loaded and self.table.cursor_row == 0
            self._has_loaded = True
            self._fill(keep_row=True)
            if at_top:  # entries with errors may have come in above: they are what the author opened the browser for
                self.table.move_cursor(row=0)


def _load_and_lint(library: PackLibrary) -> tuple[Bank, list[BrowserEntry]]:
    loaded = library.load()
    return loaded.bank, browse(loaded)
