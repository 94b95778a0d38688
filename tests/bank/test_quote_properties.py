"""Locating quotes: any slice of the real articles is found, however it is typed; and odd articles."""

import re
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.bank.bank import Bank
from quiz.bank.normalize import normalize
from quiz.bank.quote import Located, NotLocated, locate
from quiz.bank.source import Source, Span
from tests.bank.pack_folder import source_of

STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "—": "-", "–": "-", " ": "  "})


def draw_slice(data: st.DataObject, source: Source, holding: str = r"\S") -> Span:
    """Some whole words of one paragraph, outside what is off limits, among them one that holds a pattern."""
    paragraph = data.draw(st.sampled_from(source.paragraphs)).span
    found = [Span(*one.span()) for one in re.compile(r"\S+").finditer(source.text, paragraph.start, paragraph.end)]
    words = [one for one in found if not any(one.overlaps(ban) for ban in source.off_limits)]
    held = [index for index, one in enumerate(words) if re.search(holding, source.words(one))]
    assume(held)
    middle = data.draw(st.sampled_from(held))
    first = max(0, middle - data.draw(st.integers(0, 6)))
    last = min(len(words) - 1, middle + data.draw(st.integers(0, 6)))
    taken = Span(words[first].start, words[last].end)
    assume(not any(taken.overlaps(ban) for ban in source.off_limits))
    return taken


@given(st.data())
def test_any_words_of_an_article_that_stand_there_once_are_found_where_they_stand(
    builtin: Bank, data: st.DataObject
) -> None:
    source = data.draw(st.sampled_from(builtin.sources))
    taken = draw_slice(data, source)
    quote = source.words(taken)
    assume(normalize(source.text).count(normalize(quote)) == 1)
    for typed in (quote, quote.translate(STRAIGHT), f" {quote}\n"):
        located = locate(typed, source)
        assert isinstance(located, Located), located
        assert located.parts == (taken,)


@given(st.data())
def test_a_quote_with_another_digit_is_never_found_in_the_same_place(builtin: Bank, data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(builtin.sources))
    taken = draw_slice(data, source, holding=r"\d")
    quote = source.words(taken)
    at = data.draw(st.sampled_from([one.start() for one in re.finditer(r"\d", quote)]))
    digit = data.draw(st.sampled_from(sorted(set("0123456789") - {quote[at]})))
    located = locate(quote[:at] + digit + quote[at + 1 :], source)
    assert isinstance(located, NotLocated) or located.span != taken


@given(st.text(max_size=60), st.text(max_size=20), st.none() | st.text(max_size=8))
def test_no_text_and_no_quote_make_it_fail(text: str, quote: str, after: str | None) -> None:
    located = locate(quote, source_of(text), after)
    if isinstance(located, Located):
        assert normalize(" [...] ".join(text[part.start : part.end] for part in located.parts)) == normalize(
            quote.replace("[...]", " [...] ")
        )


@pytest.mark.parametrize("count", [20, 400, 3000])
def test_a_quote_of_very_many_parts_is_answered_without_a_crash(count: int) -> None:
    source = source_of("the end of it " * 3100)
    for last in ("it", "never"):
        assert isinstance(locate(" [...] ".join(["the"] * count + [last]), source), NotLocated)


def test_many_parts_before_the_place_that_is_meant_cost_no_time() -> None:
    source = source_of("the end of it " * 25 + "\nA mark.\nNothing more.")
    begin = process_time()
    refused = locate(" [...] ".join(["the"] * 8), source, after="A mark.")
    assert isinstance(refused, NotLocated)
    assert process_time() - begin < 5  # trying every way to choose 8 of 25 takes many seconds
