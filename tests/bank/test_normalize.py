"""Normalizing: typographic differences vanish, all others stay, and positions map back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.normalize import NormalizedText, normalize

ONE_FOR_ONE = "aB7 .,-+'\"\n\t‘’“”′″–—−\u00a0\u2009\u200b\ufeff\u00ad"
TRICKY = ONE_FOR_ONE + "…é\u0301\u0308\u0316\u0344\u212b"
plain_texts = st.text(ONE_FOR_ONE, max_size=40)
texts = st.text(TRICKY, max_size=40) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("typed", "normalized"),
    [
        ("‘a’ ‚b‛ ′c", "'a' 'b' 'c"),
        ("“a” „b‟ ″c", '"a" "b" "c'),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("a\u00a0b\u2009c\u202fd\u3000e", "a b c d e"),
        ("a\u200bb\u200dc\u2060d\ufeffe\u00adf", "abcdef"),
        ("a \t\r\n  b", "a b"),
        ("a \u200b b", "a b"),
        ("  a  ", "a"),
        ("wait…", "wait..."),
        ("cafe\u0301", "caf\u00e9"),
        ("e\u200b\u0301", "\u00e9"),
    ],
    ids=[
        "single quotes",
        "double quotes",
        "dashes",
        "odd spaces",
        "zero width",
        "runs of white space",
        "zero width amid spaces",
        "white space at the ends",
        "ellipsis",
        "decomposed letter",
        "zero width inside a decomposed letter",
    ],
)
def test_folds_what_a_keyboard_folds(typed: str, normalized: str) -> None:
    assert normalize(typed) == normalized


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wick", "wick"),
        ("June 6", "June 7"),
        ("\u22122", "2"),
        ("+2", "2"),
        ("1.2", "12"),
        ("1.2", "1,2"),
        ("a b", "ab"),
        ("\u00e9", "e"),
        ("\u00bd", "1/2"),
        ("x\u00b2", "x2"),
        ("'a'", '"a"'),
        ("a.", "a"),
        ("not a", "a"),
    ],
)
def test_keeps_what_changes_the_meaning(one: str, other: str) -> None:
    assert normalize(one) != normalize(other)


@given(texts)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = NormalizedText(text).text
    assert NormalizedText(once).text == once
    assert normalize(normalize(text)) == normalize(text)


@given(plain_texts, st.data())
def test_any_folded_range_leads_to_characters_that_fold_to_it(text: str, data: st.DataObject) -> None:
    normalized = NormalizedText(text)
    if not normalized.text:
        assert normalize(text) == ""
        return
    start = data.draw(st.integers(0, len(normalized.text) - 1))
    end = data.draw(st.integers(start + 1, len(normalized.text)))
    first, last = normalized.original_span(start, end)
    assert normalize(text[first:last]) == normalized.text[start:end].strip()


@given(texts)
def test_any_folded_word_leads_to_characters_that_fold_to_it(text: str) -> None:
    normalized = NormalizedText(text)
    start = 0
    for word in normalized.text.split(" "):
        if word:
            first, last = normalized.original_span(start, start + len(word))
            assert normalize(text[first:last]) == word
        start += len(word) + 1


def test_part_of_an_ellipsis_leads_to_the_whole_character() -> None:
    normalized = NormalizedText("so… then")
    assert normalized.original_span(2, 4) == (2, 3)
    assert normalized.original_span(0, 9) == (0, 7)


@given(texts)
def test_origins_never_run_backwards_nor_outside(text: str) -> None:
    normalized = NormalizedText(text)
    origins = [normalized.original_span(index, index + 1) for index in range(len(normalized.text))]
    assert all(0 <= start < end <= len(text) for start, end in origins)
    assert origins == sorted(origins)
    assert [end for _, end in origins] == sorted(end for _, end in origins)
