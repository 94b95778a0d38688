"""Folding: what a keyboard folds is the same to a quote, and an offset map leads back to the article.

Quotation marks, dashes, spaces and invisible characters are typed in many ways for one thing; case, digits,
signs and decimal points are not, and stay as they are.
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

_FOLDED = re.compile(
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
    """A text as quotes are compared, with the way back to the text as it was."""

    def __init__(self, original: str) -> None:
        """Fold a text; ``original`` may be of any length and hold any characters."""
        pieces: list[str] = []
        self._starts: list[int] = []  # where each piece begins in the folded text …
        self._origins: list[tuple[int, int]] = []  # … and the original span it stands for
        length = 0
        for piece, start, end in _pieces(original):
            self._starts.append(length)
            self._origins.append((start, end))
            pieces.append(piece)
            length += len(piece)
        self.text = "".join(pieces)
        """The folded text."""

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that the folded characters ``start`` to ``end`` come from.

        Offsets count code points; ``start`` must be less than ``end``.
        """
        return self._origin_of(start)[0], self._origin_of(end - 1)[1]

    def _origin_of(self, index: int) -> tuple[int, int]:
        piece = bisect_right(self._starts, index) - 1
        start, end = self._origins[piece]
        piece_end = self._starts[piece + 1] if piece + 1 < len(self._starts) else len(self.text)
        if end - start == piece_end - self._starts[piece]:  # copied, or replaced one for one
            offset = index - self._starts[piece]
            return start + offset, start + offset + 1
        return start, end


def _pieces(original: str) -> Iterator[tuple[str, int, int]]:
    """Runs that are copied and runs that are replaced, each with its span in the original."""
    done = 0
    for match in _FOLDED.finditer(original):
        kind = match.lastgroup or "space"
        replacement = _REPLACEMENTS.get(kind)
        if replacement is None:
            replacement = unicodedata.normalize("NFC", "".join(_bare(char) for char in match[0]))
        if replacement == match[0]:
            continue
        if match.start() > done:
            yield original[done : match.start()], done, match.start()
        if replacement:
            yield replacement, match.start(), match.end()
        done = match.end()
    if done < len(original):
        yield original[done:], done, len(original)


def _bare(char: str) -> str:
    """A character of a composed one, folded by itself."""
    match = _FOLDED.match(char)
    return _REPLACEMENTS[match.lastgroup or "space"] if match else char


@lru_cache(maxsize=4096)  # checks compare the same few words again and again
def normalize(text: str) -> str:
    """A text as quotes, answers and options are compared: folded, without white space at its ends."""
    return "".join(piece for piece, _, _ in _pieces(text)).strip()
