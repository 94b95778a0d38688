"""Normalizes text for comparing quotes, and maps positions back to the original text.

Quotation marks, dashes, spaces and invisible characters vary with typing and copying, so they are unified. Case,
digits, signs and decimal points carry meaning, so they are not changed.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc\uff07"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

_REPLACED = re.compile(
    rf"(?P<space>[{_ZERO_WIDTH}]*\s[\s{_ZERO_WIDTH}]*)"
    rf"|(?P<composed>[^\s{_ZERO_WIDTH}](?:[{_ZERO_WIDTH}]*[{_COMBINING}])+)"
    rf"|(?P<nothing>[{_ZERO_WIDTH}]+)"
    rf"|(?P<single>[{_SINGLE_QUOTES}])"
    rf"|(?P<double>[{_DOUBLE_QUOTES}])"
    rf"|(?P<dash>[{_DASHES}])"
    r"|(?P<ellipsis>\u2026)"
)
_REPLACEMENTS = {"space": " ", "nothing": "", "single": "'", "double": '"', "dash": "-", "ellipsis": "..."}


class NormalizedText:
    """A normalized text with a map of its positions to those of the original."""

    def __init__(self, original: str) -> None:
        """Normalize ``original``, which may have any length and any characters."""
        pieces: list[str] = []
        self._starts: list[int] = []  # where each piece begins in the normalized text …
        self._origins: list[tuple[int, int]] = []  # … and its span in the original
        length = 0
        for piece, start, end in _pieces(original):
            self._starts.append(length)
            self._origins.append((start, end))
            pieces.append(piece)
            length += len(piece)
        self.text = "".join(pieces)
        """The normalized text."""

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that the normalized characters ``start`` to ``end`` come from.

        Offsets count code points; ``start`` must be less than ``end``.
        """
        return self._origin_of(start)[0], self._origin_of(end - 1)[1]

    def _origin_of(self, index: int) -> tuple[int, int]:
        piece = bisect_right(self._starts, index) - 1
        start, end = self._origins[piece]
        piece_end = self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self.text)
        if end - start == piece_end - self._starts[piece]:  # copied, or each character replaced by one
            offset = index - self._starts[piece]
            return start + offset, start + offset + 1
        return start, end


def _pieces(original: str) -> Iterator[tuple[str, int, int]]:
    """The normalized text in pieces, copied or replaced, each with its span in the original."""
    done = 0
    for match in _REPLACED.finditer(original):
        kind = match.lastgroup or "space"
        replacement = _REPLACEMENTS.get(kind)
        if replacement is None:
            replacement = unicodedata.normalize("NFC", "".join(_normalize_char(char) for char in match[0]))
        if replacement == match[0]:
            continue
        if match.start() > done:
            yield original[done : match.start()], done, match.start()
        if replacement:
            yield replacement, match.start(), match.end()
        done = match.end()
    if done < len(original):
        yield original[done:], done, len(original)


def _normalize_char(char: str) -> str:
    """Normalize one character of a sequence with combining marks."""
    match = _REPLACED.match(char)
    return _REPLACEMENTS[match.lastgroup or "space"] if match else char


@lru_cache(maxsize=4096)  # checks compare the same few words again and again
def normalize(text: str) -> str:
    """Normalize a text for comparison, and strip white space at its ends."""
    return "".join(piece for piece, _, _ in _pieces(text)).strip()
