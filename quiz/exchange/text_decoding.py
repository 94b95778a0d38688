"""Decodes the bytes of a text file of unknown encoding."""

import codecs
import re

import msgspec

_BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_WESTERN = "cp1252"
_LATIN = [_WESTERN, "cp1250", "cp1254", "cp1257", "cp1258"]
_OTHERS = ["cp1251", "cp1253", "cp1255", "cp1256", "koi8_r", "shift_jis", "euc_jp", "gb18030", "big5", "cp949"]
"""The common encodings of text files. Among all that Python knows, some would fit any bytes."""


class UndecodableError(Exception):
    """The bytes are not text; the message says why, as the end of a sentence."""


class Decoded(msgspec.Struct, frozen=True):
    """The text of a file, and how it was decoded."""

    text: str
    guessed: str | None = None
    """The encoding if it was guessed, else None."""


def decode(data: bytes) -> Decoded:
    """Decode UTF-8, UTF-16, or else the most likely encoding.

    Raises:
        UndecodableError: the bytes are not text.

    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)
    if encoding is None and b"\0" in data:
        return _unmarked(data)
    try:
        decoded = Decoded(data.decode(encoding or "utf-8"))
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise UndecodableError(f"it begins as {encoding.removesuffix('-sig').upper()} and is not") from error
        decoded = _guess(data)
    if "\0" in decoded.text:
        raise UndecodableError("it contains NUL characters, so it is not text")
    return decoded


def unmarked_utf_16(data: bytes) -> str | None:
    """The UTF-16 encoding of bytes that contain NULs but no byte order mark; None if they are not UTF-16."""
    start = data[:4096]
    high, low = start[::2].count(0), start[1::2].count(0)
    if max(high, low) * 4 < len(start) or min(high, low) * 8 > len(start):
        return None
    return "utf-16le" if low > high else "utf-16be"


def _unmarked(data: bytes) -> Decoded:
    encoding = unmarked_utf_16(data)
    try:
        text = data.decode(encoding) if encoding else "\0"
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise UndecodableError("it contains NUL bytes, so it is not text")
    return Decoded(text, guessed=encoding)


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # needed only for text that is not UTF-8

    non_ascii = sum(byte >= 0x80 for byte in data)
    ascii_letters = len(re.findall(rb"[A-Za-z]", data))
    # If most letters are ASCII, the others are accented letters and quotation marks, not another alphabet.
    matches = from_bytes(data, cp_isolation=_LATIN if non_ascii < ascii_letters else _OTHERS + _LATIN)
    best = matches.best()
    # Short texts fit many code pages equally well. Then assume the one that most Western programs use.
    western = best is None or any(
        _WESTERN in match.could_be_from_charset and match.chaos <= best.chaos for match in matches
    )
    encoding = _WESTERN if western or best is None else best.encoding
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError("its encoding is not known; save it as UTF-8") from error
    return Decoded(text, guessed=encoding.replace("cp125", "windows-125"))
