"""The lines below an article: the legend of its marks, the current position, and the coverage."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.author.coverage import Sentence
from quiz.tui import pack_text

QUOTED = "underline"
UNQUOTED = "italic"


class ReaderStatus(Vertical):
    """The legend and the status line. Short screens show only the status line."""

    _position = ""
    _sentences: Sequence[Sentence] = ()
    _show_unquoted = True

    def compose(self) -> ComposeResult:
        """Yield the legend and the status line."""
        yield Static("", id="legend", markup=False)
        yield Static("", id="source-status", markup=False)

    def show(self, position: str, sentences: Sequence[Sentence], *, show_unquoted: bool) -> None:
        """Show a position; ``show_unquoted`` is whether sentences without a question are marked in the article."""
        self._position, self._sentences, self._show_unquoted = position, sentences, show_unquoted
        self._draw()

    def on_resize(self) -> None:
        """Draw as much as there is room for."""
        self._draw()

    def _draw(self) -> None:
        unquoted = sum(sentence.is_unquoted for sentence in self._sentences)
        total = sum(sentence.is_quotable for sentence in self._sentences)
        full = f"{unquoted} of {pack_text.counted(total, 'sentence')} unquoted"
        texts = (full, f"{unquoted} of {total} unquoted", f"{unquoted} unquoted")
        room = self.content_size.width - len(self._position) - 3
        coverage = next((text for text in texts if total and len(text) <= room), "")
        status = " · ".join(part for part in (self._position, coverage) if part)
        self.query_one("#source-status", Static).update(Content(status), layout=False)
        legend = Content.styled("quoted", QUOTED) + Content(" by a question")
        if unquoted and self._show_unquoted:
            legend += Content(" · ○ ") + Content.styled("unquoted", UNQUOTED)
        self.query_one("#legend", Static).update(legend, layout=False)
