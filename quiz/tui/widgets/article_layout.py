"""The layout of an article whose sentences can be pointed at: lines of a width, and the place of each sentence."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from textual.content import Content

from quiz.bank.printable import printable
from quiz.bank.sentences import sentences
from quiz.bank.source import Source, Span

_SPACES = re.compile(r"\s+")


class Piece(NamedTuple):
    """A part of a paragraph without an edge of a sentence or a mark inside."""

    text: str
    """As it is shown: in one line, without control characters."""
    sentence: int | None
    """The number of its sentence from 0; None if it is off limits or between two sentences."""
    marks: frozenset[str]
    """The names of the marks that it has."""


class Line(NamedTuple):
    """A line of the article. An empty one has no pieces."""

    pieces: tuple[Piece, ...]
    number: int | None = None
    """The number of the paragraph, on its first line; None on all others."""

    def sentence_at(self, column: int) -> int | None:
        """Return the sentence at a column from 0, or None."""
        end = 0
        for piece in self.pieces:
            end += Content(piece.text).cell_length
            if 0 <= column < end:
                return piece.sentence
        return None


class ArticleLayout:
    """An article in lines of one width."""

    def __init__(self, source: Source, marks: Sequence[tuple[Span, str]], width: int, *, spaced: bool) -> None:
        """Wrap the article. ``marks`` are named spans; ``spaced`` leaves an empty line between paragraphs."""
        self.lines: list[Line] = []
        for number, pieces in paragraphs(source, marks):
            self.lines += wrapped(pieces, number, width)
            if spaced:
                self.lines.append(Line(()))
        self._rows: dict[int, tuple[int, int]] = {}
        for row, line in enumerate(self.lines):
            for piece in line.pieces:
                if piece.sentence is not None:
                    first, _ = self._rows.get(piece.sentence, (row, row))
                    self._rows[piece.sentence] = first, row

    def rows_of(self, sentence: int) -> tuple[int, int]:
        """Return the first and the last row of a sentence."""
        return self._rows.get(sentence, (0, 0))

    def begun(self, row: int) -> list[int]:
        """Return the sentences that begin in a row."""
        inside = dict.fromkeys(piece.sentence for piece in self.lines[row].pieces if piece.sentence is not None)
        return [sentence for sentence in inside if self._rows[sentence][0] == row]

    def first_from(self, row: int) -> int | None:
        """Return the first sentence that begins at a row or below it; None if none does."""
        return next((sentence for sentence, (first, _) in self._rows.items() if first >= row), None)

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """The first sentence of each paragraph that has one."""
        return [
            next(piece.sentence for piece in line.pieces if piece.sentence is not None)
            for line in self.lines
            if line.number is not None and any(piece.sentence is not None for piece in line.pieces)
        ]


def paragraphs(source: Source, marks: Sequence[tuple[Span, str]]) -> Iterator[tuple[int, list[Piece]]]:
    """Yield the number and the pieces of each paragraph."""
    sentences_of: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    for number, (paragraph, span) in enumerate(sentences(source)):
        sentences_of[paragraph.number].append((number, span))
    for paragraph in source.paragraphs:
        whole, inside = paragraph.span, sentences_of[paragraph.number]
        spans = [*(span for _, span in inside), *(span for span, _ in marks)]
        edges = {whole.start, whole.end, *(edge for span in spans for edge in (span.start, span.end))}
        pieces, later = [], deque(inside)
        for start, end in pairwise(sorted(edge for edge in edges if whole.start <= edge <= whole.end)):
            piece = Span(start, end)
            while later and later[0][1].end <= start:
                later.popleft()
            sentence = later[0][0] if later and later[0][1].overlaps(piece) else None
            names = frozenset(name for span, name in marks if span.overlaps(piece))
            pieces.append(Piece(printable(_SPACES.sub(" ", source.words(piece))), sentence, names))
        yield paragraph.number, pieces


def wrapped(pieces: Sequence[Piece], number: int, width: int) -> Iterator[Line]:
    """Yield the lines of a paragraph that are at most ``width`` cells wide."""
    text = "".join(piece.text for piece in pieces)
    starts = list(accumulate((len(piece.text) for piece in pieces), initial=0))[:-1]
    end, first = 0, True
    for part in Content(text).wrap(max(1, width)):
        words = part.plain.strip()
        if not words:  # the space after a word that is wider than a line
            continue
        begin = text.find(words, end)
        end = begin + len(words)
        touched = range(max(0, bisect_right(starts, begin) - 1), bisect_left(starts, end))
        cut = ((pieces[one], max(0, begin - starts[one]), max(0, end - starts[one])) for one in touched)
        shown = (piece._replace(text=piece.text[first_char:last_char]) for piece, first_char, last_char in cut)
        yield Line(tuple(piece for piece in shown if piece.text), number if first else None)
        first = False
