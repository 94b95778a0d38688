"""Sources: paragraphs are numbered as readers count them, without what cannot be quoted."""

import pytest

from quiz.bank.source import Span
from tests.bank.pack_folder import source_of


def numbered(text: str, *off_limits: tuple[int, int], **more: str) -> list[tuple[int, str]]:
    source = source_of(text, *off_limits, **more)
    return [(one.number, source.words(one.span).strip()) for one in source.paragraphs]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\n\n"])
def test_every_line_with_words_is_a_paragraph(ends: str) -> None:
    assert numbered(f"One.{ends}Two.{ends}{ends}3{ends}") == [(1, "One."), (2, "Two."), (3, "3")]


def test_blank_lines_and_the_marks_of_a_list_are_not_counted() -> None:
    assert numbered("One.\n \t\n-\n•\nTwo.\n***\n") == [(1, "One."), (2, "Two.")]


def test_an_article_may_have_paragraphs_of_several_lines() -> None:
    text = "One,\nstill one.\n\n\nTwo,\r\n  still two.\n \nThree."
    found = numbered(text, paragraph_break="blank-line")
    assert found == [(1, "One,\nstill one."), (2, "Two,\r\n  still two."), (3, "Three.")]


def test_a_paragraph_wholly_off_limits_is_not_counted() -> None:
    assert numbered("Credit\n  Menu\nOne.", (0, 6), (9, 13)) == [(1, "One.")]


def test_a_paragraph_partly_off_limits_is_counted() -> None:
    assert numbered("date 2024 One.\nTwo.", (0, 9)) == [(1, "date 2024 One."), (2, "Two.")]


def test_words_are_the_articles_own_characters() -> None:
    assert source_of("“𝄞\u00a0é”").words(Span(1, 4)) == "𝄞\u00a0é"


def test_paragraphs_are_folded_each_by_itself() -> None:
    assert [one.text for one in source_of("“One”\n\nTwo — three").normalized_paragraphs] == ['"One"', "Two - three"]


def test_spans_overlap_only_if_they_share_a_character() -> None:
    assert Span(0, 3).overlaps(Span(2, 9))
    assert Span(2, 9).overlaps(Span(0, 3))
    assert Span(0, 9).overlaps(Span(3, 4))
    assert not Span(0, 3).overlaps(Span(3, 9))
    assert not Span(3, 9).overlaps(Span(0, 3))


def test_an_article_is_called_by_its_title_or_else_its_label() -> None:
    assert source_of("x").name == "review"
    assert source_of("x", title="A title").name == "A title"
