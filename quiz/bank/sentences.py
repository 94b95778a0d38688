"""Sentences of an article, so that what no question quotes yet can be named."""

import re
from collections.abc import Iterator

from quiz.bank.source import Paragraph, Source, Span

_END = re.compile(
    r"(?<![.!?\u2026])[.!?\u2026]++[\"'\u2019\u201d)\]]*+"
    r"(?=\s++[\"'\u2018\u201c(\[$\u20ac\u00a3]*+(?P<next>[^\W_]))"
)
"""An end mark, what closes after it, and then something that a sentence can begin with, unless in a small letter."""
_GOES_ON = re.compile(
    r"(?:(?:\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Prof|vs|etc|e\.g|i\.e|U\.S|U\.K)|\b[^\W\d_a-z])\.\s+\W*\w"
    r"|\bNos?\.\s+\d)$"
)
"""Words and initials after whose full stop the sentence goes on; "No." before a number."""
_LOOKED_AT = 40
"""Characters before a full stop that are looked at."""
_NUMBERED = re.compile(r"\W*\d+\.\s+\W*\w")
"""A sentence that so far is nothing but the number of a list."""


def sentences(source: Source) -> tuple[tuple[Paragraph, Span], ...]:
    """Every sentence of an article with its paragraph, in reading order; what is off limits is left out.

    A line without an end mark, such as a heading or an item of a list, counts as a sentence.
    """
    return tuple(
        (paragraph, span)
        for paragraph in source.paragraphs
        for piece in _quotable(paragraph.span, source.off_limits)
        for span in _split(source, piece)
    )


def _quotable(span: Span, off_limits: tuple[Span, ...]) -> Iterator[Span]:
    """The parts of a span that lie between what is off limits."""
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
        if not match["next"].islower() and not _goes_on(text, start, match):
            yield from _trimmed(text, piece.start, start, match.end())
            start = match.end()
    yield from _trimmed(text, piece.start, start, len(text))


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether a sentence goes on after an end mark; only what stands just before it counts, however long it is."""
    begin = max(start, end.start() - _LOOKED_AT)
    if _GOES_ON.search(text, begin, end.end("next")):
        return True
    return begin == start and _NUMBERED.fullmatch(text, start, end.end("next")) is not None


def _trimmed(text: str, offset: int, start: int, end: int) -> Iterator[Span]:
    """The span without the white space and the marks of lists around it; none where no word is left."""
    words = text[start:end]
    first = re.search(r"[\w\"'\u2018\u201c(\[$\u20ac\u00a3]", words)
    if first and re.search(r"\w", words):
        yield Span(offset + start + first.start(), offset + start + len(words.rstrip()))
