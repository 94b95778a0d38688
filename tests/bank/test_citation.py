"""Citations: a date is shown as exactly as it is known, and no control character is shown."""

import pytest

from quiz.bank.citation import citation_line, date_in_words, short_name
from quiz.bank.question import Passage
from quiz.bank.source import Span
from tests.bank.pack_folder import PackFolder, entry, source_of


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (None, "undated"),
        ("2024", "2024"),
        ("2024-01", "January 2024"),
        ("2024-12-09", "9 December 2024"),
        ("2024-12-30", "30 December 2024"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(published: str | None, words: str) -> None:
    assert date_in_words(source_of("x", published=published)) == words


def test_an_inferred_date_says_so() -> None:
    assert date_in_words(source_of("x", published="2023", published_inferred=True)) == "2023 (inferred)"


@pytest.mark.parametrize("published", ["", "-", "2024-13", "2024-²", "soon", "9 December 2024", "1-2-3-4"])
def test_even_a_bad_date_can_be_shown(pack: PackFolder, published: str) -> None:
    pack.write_sources_file(entry(published=published))
    [question] = pack.read().questions
    assert isinstance(date_in_words(question.citations[0].source), str)
    assert citation_line(question.citations[0]).endswith("¶ 2")


def test_the_line_under_a_quote_tells_title_publisher_date_and_paragraph() -> None:
    source = source_of("x", title="A title", publisher="A paper", published="2024-12-09")
    passage = Passage(source=source, span=Span(0, 1), paragraph=7, parts=(Span(0, 1),))
    assert citation_line(passage) == "A title · A paper · 9 December 2024 · ¶ 7"


def test_what_is_not_known_is_left_out() -> None:
    passage = Passage(source=source_of("x"), span=Span(0, 1), paragraph=1, parts=(Span(0, 1),))
    assert citation_line(passage) == "review · undated · ¶ 1"


def test_a_short_name_is_the_publisher_or_the_label_and_the_year() -> None:
    assert short_name(source_of("x", publisher="A paper", published="2024-12-09")) == "A paper, 2024"
    assert short_name(source_of("x")) == "review, undated"


def test_no_character_that_acts_comes_through() -> None:
    source = source_of("x", title="a\x1b[31m", publisher="b\x9b\n")
    passage = Passage(source=source, span=Span(0, 1), paragraph=1, parts=(Span(0, 1),))
    assert citation_line(passage) == "a␛[31m · b\ufffd  · undated · ¶ 1"
    assert short_name(source) == "b\ufffd , undated"
