"""A paragraph of an article on the screen, a number and a sign beside it; each of its sentences can be pointed at."""

from collections.abc import Sequence
from itertools import pairwise

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from quiz.bank.source import Source, Span
from quiz.tui import pack_text

Mark = tuple[Span, str]
"""Characters of an article, and the style in which they are drawn."""

SENTENCE = "sentence"
"""The key under which the cells of a sentence have its number."""


class Line(Horizontal):
    """A paragraph of the article."""

    def __init__(self, source: Source, span: Span, number: int | None, sentences: Sequence[tuple[int, Span]]) -> None:
        """``sentences`` are those of the paragraph with their numbers in the article."""
        super().__init__()
        self.span = span
        self.sentences = sentences
        self._source = source
        self._number = number
        self._drawn = False

    def compose(self) -> ComposeResult:
        """The number and the words."""
        yield Static("", classes="number", markup=False)
        yield _Words("", classes="words", markup=False)

    def draw(self, marks: Sequence[Mark], sign: Content) -> None:
        """Draw the words with marks, of which the earlier outweighs the later, and a sign beside the number."""
        touching = [(span, style) for span, style in marks if span.overlaps(self.span)]
        number = Content(str(self._number) if self._number else "")
        layout, self._drawn = not self._drawn, True  # other marks on the same words need no more room
        self.query_one(".number", Static).update(number + (sign or Content(" ")), layout=layout)
        self.query_one(".words", Static).update(Content("").join(self._pieces(touching)), layout=layout)

    def row_of(self, place: int) -> int:
        """The row of the article in which a character stands, judged by how far into the paragraph it does."""
        into = max(0, place - self.span.start) / (self.span.end - self.span.start)
        return self.virtual_region.y + int(into * self.virtual_region.height)

    def _pieces(self, marks: Sequence[Mark]) -> list[Content]:
        """The words cut at the ends of sentences."""
        number_of = {span: number for number, span in self.sentences}
        edges = {self.span.start, self.span.end}
        edges |= {edge for span in number_of for edge in (span.start, span.end)}
        pieces = []
        for start, end in pairwise(sorted(edges)):
            piece = pack_text.marked(self._source, Span(start, end), marks)
            number = number_of.get(Span(start, end))
            pieces.append(piece if number is None else piece.stylize(Style.from_meta({SENTENCE: number})))
        return pieces


class _Words(Static):
    """Words over which the mouse is drawn to pick sentences."""

    ALLOW_SELECT = False
