"""Splits an article into sentences, to find those that no question quotes."""

import re
from collections.abc import Iterator

from quiz.bank.source import Paragraph, Source, Span

_END = re.compile(
    r"(?<![.!?\u2026])[.!?\u2026]++[\"'\u2019\u201d)\]]*+"
    r"(?=\s++[\"'\u2018\u201c(\[$\u20ac\u00a3]*+(?P<next>[^\W_]))"
)
"""An end mark, closing marks after it, and then something that can begin a sentence; lower case is excluded later."""
_ABBREVIATION = re.compile(
    r"(?:(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Prof|vs|etc|e\.g|i\.e|U\.S|U\.K)|\b[^\W\d_a-z])\.\s+\W*\w"
    r"|\bNos?\.\s+\d)$"
)
"""Abbreviations and initials, whose full stop does not end a sentence; "No." before a number."""
_ABBREVIATION_WINDOW = 40
"""How many characters before a full stop are checked for an abbreviation."""
_NUMBERED = re.compile(r"\W*\d+\.\s+\W*\w")
"""The number of a list item, which is not a sentence of its own."""


def sentences(source: Source) -> tuple[tuple[Paragraph, Span], ...]:
    """Every sentence of an article with its paragraph, in reading order, without the off-limits ranges.

    A line without an end mark, such as a heading or a list item, counts as a sentence.
    """
    return tuple(
        (paragraph, span)
        for paragraph in source.paragraphs
        for piece in _quotable(paragraph.span, source.off_limits)
        for span in _split(source, piece)
    )


def _quotable(span: Span, off_limits: tuple[Span, ...]) -> Iterator[Span]:
    """The parts of a span between the off-limits ranges."""
    start = span.start
    for ban in off_limits:
        if ban.overlaps(span):
            yield Span(start, max(start, ban.start))
            start = max(start, ban.end)
    yield Span(start, max(start, span.end))


def _split(source: Source, piece: Span) -> Iterator[Span]:
    text = source.words(piece)
    start = 0
    for match in _END.finditer(text):
        if not match["next"].islower() and not _continues(text, start, match):
            yield from _trimmed(text, piece.start, start, match.end())
            start = match.end()
    yield from _trimmed(text, piece.start, start, len(text))


def _continues(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether a sentence continues after an end mark. Only a few characters before it are checked, to stay fast."""
    begin = max(start, end.start() - _ABBREVIATION_WINDOW)
    if _ABBREVIATION.search(text, begin, end.end("next")):
        return True
    return begin == start and _NUMBERED.fullmatch(text, start, end.end("next")) is not None


def _trimmed(text: str, offset: int, start: int, end: int) -> Iterator[Span]:
    """The span without surrounding white space and list marks; nothing if no word is left."""
    words = text[start:end]
    first = re.search(r"[\w\"'\u2018\u201c(\[$\u20ac\u00a3]", words)
    if first and re.search(r"\w", words):
        yield Span(offset + start + first.start(), offset + start + len(words.rstrip()))
