"""An entry of the bank as its author wants to see it: what is wrong with it, and the question as a player sees it."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from quiz.author.question_browser import BrowserEntry
from quiz.game.option_order import arrange
from quiz.tui import pack_text
from quiz.tui.widgets.question_view import QuestionView
from quiz.tui.widgets.vi_navigation import ViScroll


class EntryView(Vertical):
    """One entry, its answer and its proof shown."""

    def __init__(self, entry: BrowserEntry, *, take_focus: bool = False, dense: bool = False) -> None:
        """``take_focus`` gives the keys that scroll to the question, ``dense`` leaves no line free."""
        super().__init__()
        self.entry = entry
        self._take_focus = take_focus
        self._dense = dense

    def compose(self) -> ComposeResult:
        """The problems, then the question, or as much of it as could be read."""
        entry = self.entry
        if entry.problems:
            with ViScroll(classes="problems"):
                for problem in entry.problems:
                    yield Static(pack_text.problem(problem))
        if entry.question is not None:
            yield QuestionView(entry.question, 0, arrange(entry.question, "bank"), dense=self._dense)
        elif not entry.is_file:
            with ViScroll(classes="unread"):
                yield Static(pack_text.plain("Kept out of play until its errors are mended.", pack_text.MUTED))
                yield Static(pack_text.plain(entry.prompt, "bold"))
                yield Static(pack_text.plain(entry.answer))

    def on_mount(self) -> None:
        """Show the answer and the quote."""
        for view in self.query(QuestionView):
            view.reveal(None, take_focus=self._take_focus, follow=False)
        if self._take_focus and self.entry.question is None:
            self.query(ViScroll).first().focus()
