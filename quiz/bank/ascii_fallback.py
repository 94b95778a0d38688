"""Replaces characters that the terminal's encoding lacks with similar ASCII of the same width."""

import unicodedata
from typing import Final

ASCII_FALLBACK: Final = "quiz-ascii-fallback"
"""The name under which :func:`ascii_fallback` is registered as an error handler of codecs."""
_LIKE = {
    "'": "‘’‚", '"': "“”„«»", "<": "‹", ">": "›▸→", "-": "–—−·▱♡", ".": "…", "*": "•◆●★♥", "o": "◇○",
    "#": "¶▰■⬛", "_": "□⬜", "v": "✓▼🟩", "x": "✗×🟥", "~": "◐🟨", "^": "▲",
}  # fmt: skip
_SIGNS = {sign: plain for plain, signs in _LIKE.items() for sign in signs}
_HORIZONTAL = "─━┄┅┈┉╌╍═╴╶╸╺╼╾▁▂▔"
_VERTICAL = "│┃┆┇┊┋╎╏║╵╷╹╻╽╿▌▍▎▏▐▕"


def nearest(char: str) -> str:
    """The most similar ASCII for a character, as wide as the character; ``?`` if nothing is similar."""
    wide = 2 if unicodedata.east_asian_width(char) in "WF" else 1
    if char in _SIGNS:
        return _SIGNS[char].ljust(wide)
    if "\u2500" <= char <= "\u259f":  # lines and blocks
        return "-" if char in _HORIZONTAL else "|" if char in _VERTICAL else "#" if char >= "\u2580" else "+"
    if "\u2800" <= char <= "\u28ff":  # dots of a chart
        return " " if char == "\u2800" else "*"
    if unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf"):  # marks on the letter before, joiners
        return ""
    plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    return plain if len(plain) == wide and plain.isprintable() else "?" * wide


def ascii_fallback(error: UnicodeError) -> tuple[str, int]:
    """An error handler for codecs: replaces the characters that cannot be encoded by similar ASCII.

    Raises:
        UnicodeError: the error is not about encoding.

    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(nearest, error.object[error.start : error.end])), error.end
