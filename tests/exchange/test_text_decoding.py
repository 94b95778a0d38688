"""Bytes of every program become the text that was meant, or are refused with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.exchange.text_decoding import Decoded, UndecodableError, decode

TEXT = "Où est-ce qu’on a tourné « Ballerina » ? À Prague — naïve, n’est-ce pas ?"
GERMAN = "prompt;answer\nWer spielte in „Ballerina“ mit? Größe zählt;Müller"
POLISH = "Gdzie nakręcono film? Zażółć gęślą jaźń, proszę. Kto reżyserował? Wódz Łukasz"
RUSSIAN = "Где снимали фильм «Балерина»? В Праге, как пишет журнал. Кто режиссёр этого фильма?"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("text", [TEXT, GERMAN, POLISH, RUSSIAN, "", "plain"])
def test_unicode_is_read_as_it_says_itself(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text)


@pytest.mark.parametrize("encoding", ["utf-16le", "utf-16be"])
@pytest.mark.parametrize("text", [TEXT, GERMAN, POLISH, "plain"])
def test_utf_16_that_does_not_say_it_is_told_by_its_bytes(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, guessed=encoding)


def test_utf_16_may_have_either_order() -> None:
    assert decode(b"\xff\xfe" + TEXT.encode("utf-16-le")) == Decoded(TEXT)
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == Decoded(TEXT)


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (TEXT, "cp1252", "windows-1252"),
        (GERMAN, "cp1252", "windows-1252"),
        ("é", "cp1252", "windows-1252"),
        ("It’s 5 €", "cp1252", "windows-1252"),
        (POLISH, "cp1250", "windows-1250"),
        (RUSSIAN, "cp1251", "windows-1251"),
    ],
)
def test_code_pages_are_guessed_and_said(text: str, encoding: str, told: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, guessed=told)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a\0b", "NUL bytes"),
        (b"\0" * 10, "NUL bytes"),
        ("plain".encode("utf-16le") + b"\0", "NUL bytes"),
        ("plain\0".encode("utf-16le"), "NUL bytes"),
        (b"\x89PNG\r\n\x1a\n\0\0", "NUL bytes"),
        ("a\0".encode("utf-16"), "NUL characters"),
        (b"\xef\xbb\xbfa\0", "NUL characters"),
        (b"\xff\xfea", "begins as UTF-16 and is not"),
        (b"\xef\xbb\xbf\xff", "begins as UTF-8 and is not"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UndecodableError, match=reason):
        decode(data)


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data).text
    except UndecodableError:
        return
    assert "\0" not in text
