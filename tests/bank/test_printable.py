"""Printable text: it has no control characters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.printable import printable

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xD800, 0xDFFF])) + BIDI
texts = st.text(HOSTILE + "a[é𝄞", max_size=30) | st.text(st.characters(), max_size=30)


def acts(char: str) -> bool:
    """Whether a character controls, reorders, breaks the line or cannot be encoded."""
    return unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or char in BIDI


@pytest.mark.parametrize("char", HOSTILE, ids=lambda char: f"U+{ord(char):04X}")
def test_no_single_hostile_character_comes_through(char: str) -> None:
    shown = printable(f"a{char}b")
    assert not any(map(acts, shown))
    assert len(shown) == 3


@given(texts, st.booleans())
def test_nothing_in_the_result_acts_but_the_line_ends_that_are_kept(text: str, keep_lines: bool) -> None:
    shown = printable(text, keep_lines=keep_lines)
    assert not any(acts(char) for char in shown if not (keep_lines and char == "\n"))
    shown.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=30))
def test_what_does_not_act_stays_as_it_is(text: str) -> None:
    assert printable(text) == text
    assert printable(f" {text} \u00a0") == f" {text} \u00a0"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b", "a␀b"),
        ("a\x7fb", "a␡b"),
        ("a\x9b31mb", "a\ufffd31mb"),
        ("a\u202eb", "a\ufffdb"),
        ("a\tb", "a b"),
        ("[bold]a[/]", "[bold]a[/]"),
    ],
)
def test_a_control_is_made_visible(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_line_ends_are_kept_only_where_wanted(ends: str) -> None:
    assert printable(f"a{ends}b") == "a b"
    assert printable(f"a{ends}b", keep_lines=True) == "a\nb"


def test_a_carriage_return_alone_never_goes_back_over_the_line() -> None:
    assert printable("safe\revil", keep_lines=True) == "safe evil"
