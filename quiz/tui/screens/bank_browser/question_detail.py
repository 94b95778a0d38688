"""The screen of one entry of the bank, for small terminals and long questions."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.author.question_browser import BrowserEntry
from quiz.bank.bank import Bank
from quiz.tui.screens.article_reader.open_article import open_article
from quiz.tui.screens.bank_browser.entry_view import EntryView
from quiz.tui.screens.quiz_screen import QuizScreen, TooSmall
from quiz.tui.widgets.footer import Footer


class QuestionDetailScreen(QuizScreen):
    """A question with its problems, answer and proof. Escape goes back to the table."""

    STYLESHEETS = ("screens/bank_browser/bank_browser.tcss", "widgets/question_view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "Edit", id="entry.edit"),
        Binding("s", "source", "Source", id="entry.source"),
        Binding("escape,enter,q", "close", "Back", id="entry.back", key_display="esc"),
    ]

    def __init__(self, entry: BrowserEntry, bank: Bank, edit: Callable[[], None], opinion: str = "") -> None:
        """``edit`` opens the entry's file; it is called after this screen has been dismissed.

        ``opinion`` is what players think of the question, in a line.
        """
        super().__init__()
        self.entry = entry
        self._bank = bank
        self._edit = edit
        self._opinion = opinion

    def compose(self) -> ComposeResult:
        """Yield the entry and the footer."""
        yield TooSmall()
        yield EntryView(self.entry, self._opinion, take_focus=True)
        yield Footer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the source if there is none."""
        return super().check_action(action, parameters) and (action != "source" or has_source(self.entry))

    def action_source(self) -> None:
        """Open the source at the passage that proves the answer."""
        if self.entry.question is not None:
            open_article(self.app, self.entry.question.citations[0], self._bank)

    def action_edit(self) -> None:
        """Open the entry's file in the user's editor."""
        self.dismiss()
        self._edit()


def has_source(entry: BrowserEntry | None) -> bool:
    """Return whether an entry has a citation whose article can be opened."""
    return entry is not None and entry.question is not None and bool(entry.question.citations)
