"""Sentences: where they end and where they only seem to, and that they cover every quotable word."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.bank import Bank
from quiz.bank.sentences import sentences
from quiz.bank.source import Source, Span
from tests.bank.pack_folder import source_of
from tests.fuzzing.cost import assert_in_proportion


def split(text: str, *off_limits: tuple[int, int], **more: str) -> list[str]:
    """The sentences of a text in its own characters."""
    source = source_of(text, *off_limits, **more)
    return [source.words(span) for _, span in sentences(source)]


def between(text: str, first: str, last: str) -> tuple[int, int]:
    """From where some words begin to where others end."""
    return text.index(first), text.index(last) + len(last)


@pytest.mark.parametrize(
    "parts",
    [
        ["One.", "Two!", "Three?", "Four"],
        ["Is it he?!", "It is he!!!", "So be it."],
        ["Well…", "Then he left.", "And so..."],
        ["It has been four years.", "24 of them saw it.", "7"],
        ["“It’s not reshoots.”", "He said so."],
        ['"It\'s not reshoots."', "He said so."],
        ["He said ‘so.’", "She did not."],
        ["(He said so.)", "[She did not.]", "Both did."],
        ["He said so.", "“It’s not reshoots,” he said.", "‘Who?’", '"He!"', "(Who?)", "[He.]", "“‘Who?’”"],
        ["He did (so he said.).", "She did not."],
        ["It cost a lot.", "$5 million was all they had.", "€4 is less.", "£3 is not."],
        ["He came.", "Élodie left.", "Über all of it.", "Ölund stayed."],
        ["He came.", "他走了。"],
        ["They saw it in John Wick.", "It was he."],
        ["It opened in 2025.", "Nobody came."],
        ["It lasts 2.5 hours.", "It made 1.2 million."],
    ],
    ids=str,
)
@pytest.mark.parametrize("space", [" ", "\u00a0 "], ids=["space", "no-break space"])
def test_a_sentence_ends_with_its_mark_and_what_closes_after_it(parts: list[str], space: str) -> None:
    assert split(space.join(parts)) == parts


@pytest.mark.parametrize(
    "whole",
    [
        "Mr. Wick and Mrs. Wick met Ms. Macarro and Dr. Who.",
        "He drove to St. Louis with Prof. Moriarty, Sammy Davis Jr. Hall and Cal Ripken Sr. Field.",
        "J. R. R. Tolkien and George R.R. Martin met John F. Kennedy.",
        "É. Zola wrote it.",
        "It is No. 1 in the U.S. Now it is Nos. 2 and 3 in the U.K. Charts.",
        "Revenge vs. Redemption",
        "Guns, swords, etc. Everything, e.g. Knives, i.e. Blades.",
        "She asked “Who is it?” and left.",
        "“Stop!” he said.",
        "It is… odd... is it not?",
        "At 3.30 a.m. it began.",
        "The site john.wick.com is gone.",
        "He said.no",
        "1. Len Wiseman directs it.",
        "(12. Ana de Armas is in it.",
    ],
)
def test_a_full_stop_that_is_none_ends_no_sentence(whole: str) -> None:
    assert split(whole) == [whole]


def test_no_is_a_whole_answer_where_no_number_follows() -> None:
    assert split("Is he in it? No. He is not. Is it No. 4?") == ["Is he in it?", "No.", "He is not.", "Is it No. 4?"]


def test_an_initial_or_a_word_is_an_abbreviation_only_as_a_whole_word() -> None:
    assert split("He revs. She has a DMr. It is DIM. So be it.") == [
        "He revs.",
        "She has a DMr.",
        "It is DIM.",
        "So be it.",
    ]


def test_a_list_that_counts_its_items_has_as_many_sentences() -> None:
    assert split("1. One is here. Two is not.\n2) Three.\n10. Ten.") == [
        "1. One is here.",
        "Two is not.",
        "2) Three.",
        "10. Ten.",
    ]


def test_a_heading_and_an_item_of_a_list_are_sentences_without_their_marks() -> None:
    text = "Cast and Crew\n- Ana de Armas as Rooney\n  • Keanu Reeves  \n— A knife?\n*\n***\n“The Origin”\n"
    assert split(text) == [
        "Cast and Crew",
        "Ana de Armas as Rooney",
        "Keanu Reeves",
        "A knife?",
        "“The Origin”",
    ]


def test_a_paragraph_of_several_lines_is_split_across_them() -> None:
    text = "He said\r\nso. She\ndid not.\n\nNobody\n came."
    assert split(text, paragraph_break="blank-line") == ["He said\r\nso.", "She\ndid not.", "Nobody\n came."]
    assert split(text) == ["He said", "so.", "She", "did not.", "Nobody", "came."]


def test_each_sentence_comes_with_its_paragraph() -> None:
    found = sentences(source_of("One. Two.\n\n-\nThree.\n"))
    assert [paragraph.number for paragraph, _ in found] == [1, 1, 2]


@pytest.mark.parametrize("text", ["", "\n \n", "…\n---\n", "- \n• !"])
def test_where_nothing_is_said_there_is_no_sentence(text: str) -> None:
    assert split(text) == []


TOLD = "One here. Two (credit) there. Three is off. Four."


@pytest.mark.parametrize(
    ("first", "last", "left"),
    [
        ("One", "here.", ["Two (credit) there.", "Three is off.", "Four."]),
        ("One", "Two", ["(credit) there.", "Three is off.", "Four."]),
        ("(credit)", "(credit)", ["One here.", "Two", "there.", "Three is off.", "Four."]),
        ("Three", "off.", ["One here.", "Two (credit) there.", "Four."]),
        ("there", "Three", ["One here.", "Two (credit)", "is off.", "Four."]),
        ("Four.", "Four.", ["One here.", "Two (credit) there.", "Three is off."]),
        ("off", "Four.", ["One here.", "Two (credit) there.", "Three is"]),
        ("One", "Four.", []),
    ],
)
def test_what_is_off_limits_belongs_to_no_sentence(first: str, last: str, left: list[str]) -> None:
    assert split(TOLD, between(TOLD, first, last)) == left


def test_ranges_may_touch_hold_one_another_and_reach_over_a_paragraphs_ends() -> None:
    text = "Header\nOne here. Two there.\nThree.\nFooter"
    whole, inner = between(text, "Header", "One"), between(text, "Header", "Header")
    over = between(text, "there", "Footer")
    touching = (whole[1], whole[1] + 5)
    assert split(text, whole, (7, 8), over) == ["here.", "Two"]
    assert split(text, inner, whole, over) == ["here.", "Two"]
    assert split(text, whole, inner, touching, over) == ["Two"]  # not even the full stop is left of "here."


def test_marks_that_are_left_between_two_ranges_are_no_sentence() -> None:
    text = "Credit “$ (” credit. One."
    assert split(text, between(text, "Credit", "Credit"), between(text, "credit.", "credit.")) == ["One."]


def words_outside(source: Source) -> set[int]:
    """Where in a text the letters and digits stand that a quote may use."""
    return {
        paragraph.span.start + match.start()
        for paragraph in source.paragraphs
        for match in re.finditer(r"\w", source.words(paragraph.span))
        if not any(ban.start <= paragraph.span.start + match.start() < ban.end for ban in source.off_limits)
    }


def assert_they_hold(source: Source) -> None:
    """Every sentence lies in its paragraph and in what may be quoted, and together they hold all of that, once."""
    found = sentences(source)
    for paragraph, span in found:
        assert paragraph in source.paragraphs
        assert paragraph.span.start <= span.start < span.end <= paragraph.span.end
        words = source.words(span)
        assert words == words.strip()
        assert re.search(r"\w", words)
        assert not any(ban.start < ban.end and span.overlaps(ban) for ban in source.off_limits)
    for (_, earlier), (_, later) in pairwise(found):
        assert earlier.end <= later.start
    held = {index for _, span in found for index in range(span.start, span.end)}
    assert words_outside(source) <= held


def test_the_sentences_of_the_built_in_articles_hold_every_word_that_may_be_quoted(builtin: Bank) -> None:
    assert builtin.sources
    for source in builtin.sources:
        assert_they_hold(source)


@pytest.mark.parametrize("name", ["line", "blank-line"])
def test_they_do_so_whatever_is_off_limits(builtin: Bank, name: str) -> None:
    for source in builtin.sources:
        limits = [(start, start + 37) for start in range(11, len(source.text), 101)]
        assert_they_hold(source_of(source.text, *limits, paragraph_break=name))


TOKENS = [
    "Mr", "He", "a", "É", "é", "他", "No", "1", "25", "U.S", "J", "it's", "3.5", "_", "\u0301",
    ".", "...", "…", "?!", "!", '"', "'", "“", "”", "‘", "’", "(", ")", "[", "]", "$", "-", "—", "•", ",",
    " ", " ", " ", "\u00a0", "\t", "\n", "\r\n", "\n\n", "\u200b", "\u2028", "\x85", "\x1c", "𝄞",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(TOKENS), max_size=40).map("".join) | st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 70), st.integers(1, 25)), max_size=3),
    st.sampled_from(["line", "blank-line"]),
)
def test_they_do_so_in_any_text(text: str, limits: list[tuple[int, int]], name: str) -> None:
    spans = sorted(Span(start, start + length) for start, length in limits)  # as the catalogue has them
    assert_they_hold(source_of(text, *((span.start, span.end) for span in spans), paragraph_break=name))


@pytest.mark.parametrize("words", ["Mr. ", "…", "A. "])
def test_a_long_line_is_cut_in_a_time_that_grows_as_it_does(words: str) -> None:
    """Whatever stood before an end mark was once looked at again at the next one."""
    assert_in_proportion(sentences, lambda size: source_of("a" + words * (size // len(words))), 4_000)
