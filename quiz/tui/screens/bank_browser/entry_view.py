"""Shows an entry of the bank: its problems, and the question as a player sees it."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from quiz.author.question_browser import BrowserEntry
from quiz.game.option_order import arrange
from quiz.tui import pack_text
from quiz.tui.widgets.question_view import QuestionView
from quiz.tui.widgets.vi_navigation import ViScroll


class EntryView(Vertical):
    """One entry with its problems, its answer and its proof."""

    def __init__(
        self, entry: BrowserEntry, opinion: str = "", *, take_focus: bool = False, dense: bool = False
    ) -> None:
        """``opinion`` is what players think of it, in a line; empty if nothing is known.

        ``take_focus`` focuses the question, so that keys scroll it; ``dense`` leaves out empty lines.
        """
        super().__init__()
        self.entry = entry
        self._opinion = opinion
        self._take_focus = take_focus
        self._dense = dense

    def compose(self) -> ComposeResult:
        """Yield the problems, then the question, or as much of it as could be read."""
        entry = self.entry
        if entry.problems:
            with ViScroll(classes="problems"):
                for problem in entry.problems:
                    yield Static(pack_text.problem(problem))
        if self._opinion:
            yield Static(pack_text.plain(self._opinion, pack_text.MUTED), classes="opinion")
        if entry.question is not None:
            yield QuestionView(entry.question, 0, arrange(entry.question, "bank"), dense=self._dense)
        elif not entry.is_file:
            with ViScroll(classes="unread"):
                yield Static(pack_text.plain("Not asked until its errors are fixed.", pack_text.MUTED))
                yield Static(pack_text.plain(entry.prompt, "bold"))
                yield Static(pack_text.plain(entry.answer))

    def on_mount(self) -> None:
        """Show the answer and the proof."""
        for view in self.query(QuestionView):
            view.reveal(None, take_focus=self._take_focus, follow=False)
        if self._take_focus and self.entry.question is None:
            self.query(ViScroll).first().focus()
