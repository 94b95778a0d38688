"""What stands under an article: what its marks mean, where the reader stands, and how much waits for a question."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.author.coverage import Sentence
from quiz.tui import pack_text

QUOTED = "underline"
WAITS = "italic"


class ReaderStatus(Vertical):
    """Two lines, of which a short screen shows the second."""

    _place = ""
    _sentences: Sequence[Sentence] = ()
    _marked = True

    def compose(self) -> ComposeResult:
        """The legend and the status."""
        yield Static("", id="legend", markup=False)
        yield Static("", id="source-status", markup=False)

    def show(self, place: str, sentences: Sequence[Sentence], *, marked: bool) -> None:
        """Say where the reader stands; ``marked`` says whether the sentences that wait are."""
        self._place, self._sentences, self._marked = place, sentences, marked
        self._draw()

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._draw()

    def _draw(self) -> None:
        waiting = sum(one.is_unquoted for one in self._sentences)
        counting = sum(one.is_quotable for one in self._sentences)
        verb = "waits" if waiting == 1 else "wait"
        full = f"{waiting} of {pack_text.counted(counting, 'sentence')} {verb} for a question"
        sayings = (full, f"{waiting} of {counting} {verb}")
        room = self.content_size.width - len(self._place) - 3
        shown = next((one for one in sayings if counting and len(one) <= room), "")
        said = " · ".join(part for part in (self._place, shown) if part)
        self.query_one("#source-status", Static).update(Content(said), layout=False)
        legend = Content.styled("quoted", QUOTED) + Content(" by a question")
        if waiting and self._marked:
            legend += Content(" · ○ ") + Content.styled("waits", WAITS) + Content(" for one")
        self.query_one("#legend", Static).update(legend, layout=False)
