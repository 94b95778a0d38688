"""The ASCII fallback: characters that an encoding lacks are replaced by similar ones of the same width."""

import codecs
import unicodedata

import pytest
from rich.cells import cell_len

from quiz.bank.ascii_fallback import ASCII_FALLBACK, ascii_fallback, nearest

codecs.register_error(ASCII_FALLBACK, ascii_fallback)


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("✓ Right  −33", "ascii", "v Right  -33"),
        ("✗ 1  ‘Ballerina’: “all” · ¶ 4 …", "ascii", "x 1  'Ballerina': \"all\" - # 4 ."),
        ("╭─ Mode ─╮│● Classic▁▌█▇", "ascii", "+- Mode -+|* Classic-|##"),
        ("café Gyõr e\u0301", "ascii", "cafe Gyor e"),
        ("café · ✓", "latin-1", "café · v"),
        ("日本 🚀 ß", "ascii", "???? ?? ?"),
    ],
)
def test_it_gets_the_nearest_that_it_has(text: str, encoding: str, shown: str) -> None:
    assert text.encode(encoding, ASCII_FALLBACK).decode(encoding) == shown


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (0xA1, 0xAC), (0xC0, 0x5FF), (0x620, 0x669), (0x900, 0x96F), (0x2010, 0x2027), (0x2190, 0x25FF),
        (0x2800, 0x28FF), (0x3041, 0x3096), (0x4E00, 0x4EFF), (0xAC00, 0xACFF), (0x1F600, 0x1F64F),
    ],
)  # fmt: skip
def test_a_character_keeps_its_columns(first: int, last: int) -> None:
    for char in map(chr, range(first, last + 1)):
        if unicodedata.category(char) != "Cn":
            assert nearest(char).isascii()
            assert len(nearest(char)) == cell_len(char), char


def test_what_cannot_be_decoded_is_still_an_error() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("ascii", ASCII_FALLBACK)
