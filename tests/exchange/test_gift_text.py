"""The escapes of GIFT."""

import pytest
from hypothesis import given

from quiz.exchange.gift_text import escape, find_unescaped, split_format, split_unescaped, strip_tags, unescape
from quiz.exchange.imported_question import trimmed
from tests.exchange.sample_questions import WORDS


@given(WORDS)
def test_what_is_escaped_is_read_as_it_was(words: str) -> None:
    assert unescape(escape(trimmed(words))) == trimmed(words)


@given(WORDS)
def test_no_sign_of_escaped_words_is_one_of_the_format(words: str) -> None:
    assert all(find_unescaped(escape(words), sign) < 0 for sign in ("~", "=", "#", r"\{", r"\}", ":"))


def test_a_line_end_and_the_white_space_around_it_are_one_space() -> None:
    assert unescape(" a \t\r\n\t b\rc\nd  e ") == "a b c d  e"


def test_white_space_and_comments_are_read_however_much_there_is() -> None:
    wide = " \t" * 1_000_000
    assert unescape(f"a{wide}b") == f"a{wide}b"
    assert unescape(f"a{wide}\n{wide}b") == "a b"
    assert strip_tags("<!--" * 1_000_000) is None


def test_a_text_is_cut_only_where_no_backslash_stands() -> None:
    assert split_unescaped(r"a~b\~c\\~d", "~") == ["a", r"b\~c\\", "d"]
    assert (find_unescaped("ab", "~"), find_unescaped("~", "~"), find_unescaped(r"\~a~", "~")) == (-1, 0, 3)


def test_a_text_format_may_stand_before_words() -> None:
    assert split_format(" [HTML]x") == ("html", "x")
    assert split_format("[other]x") == (None, "[other]x")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>a</p><p>b</p>", "a\nb"),
        ("a<br/>b", "a\nb"),
        ("1 &lt; 2 &amp;lt;", "1 < 2 &lt;"),
        ("a < b", "a < b"),
        ("<table>", None),
        ("<!-- x -->a", None),
        ("a<!-- x", None),
    ],
)
def test_html_becomes_words_where_it_can(html: str, words: str | None) -> None:
    assert strip_tags(html) == words
