"""Slugs: an id from words, which the reader takes and nobody else has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.slug import slug, unused_id
from quiz.bank.resolver import ID


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Who directs Ballerina?", "who-directs-ballerina"),
        ("  What’s on — at O'Hara's café?", "whats-on-at-oharas-cafe"),
        ("John Wick: Chapter 4", "john-wick-chapter-4"),
        ("Кто это?", "question"),
        ("null", "question"),
        ("", "question"),
        ("a" * 100, "a" * 48),
        ("Who hung candles along the quay for the fishing boats?", "who-hung-candles-along-the-quay-for-the-fishing"),
    ],
)
def test_words_become_an_id(words: str, name: str) -> None:
    assert slug(words) == name


@given(st.text(max_size=80))
def test_every_slug_is_an_id(words: str) -> None:
    assert ID.fullmatch(slug(words))


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert unused_id("a", {"b"}) == "a"
    assert unused_id("a", {"a", "a-2"}) == "a-3"
