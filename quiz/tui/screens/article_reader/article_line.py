"""A paragraph of the article widget, with its number and a sign. Each of its sentences can be clicked."""

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
"""A span of an article, and its style."""

SENTENCE = "sentence"
"""The key in a style's meta data that has the number of the sentence."""


class Line(Horizontal):
    """A paragraph of an article."""

    def __init__(self, source: Source, span: Span, number: int | None, sentences: Sequence[tuple[int, Span]]) -> None:
        """``sentences`` are those of the paragraph, with their numbers in the article from 0."""
        super().__init__()
        self.span = span
        self.sentences = sentences
        self._source = source
        self._number = number
        self._drawn = False

    def compose(self) -> ComposeResult:
        """Yield the number and the text."""
        yield Static("", classes="number", markup=False)
        yield _Words("", classes="words", markup=False)

    def draw(self, marks: Sequence[Mark], sign: Content) -> None:
        """Draw the text with marks, and a sign beside the number. Earlier marks override later ones."""
        touching = [(span, style) for span, style in marks if span.overlaps(self.span)]
        number = Content(str(self._number) if self._number else "")
        layout, self._drawn = not self._drawn, True  # marks do not change the size of the text
        self.query_one(".number", Static).update(number + (sign or Content(" ")), layout=layout)
        self.query_one(".words", Static).update(Content("").join(self._pieces(touching)), layout=layout)

    def row_of(self, offset: int) -> int:
        """Estimate the row of a character from how far it is into the paragraph; ``offset`` counts in the article."""
        fraction = max(0, offset - self.span.start) / (self.span.end - self.span.start)
        return self.virtual_region.y + int(fraction * self.virtual_region.height)

    def _pieces(self, marks: Sequence[Mark]) -> list[Content]:
        """Return the text, cut at the ends of sentences."""
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
    """Text in which dragging the mouse picks sentences instead of selecting text."""

    ALLOW_SELECT = False
