"""Text from packs as ``Content``."""

from fractions import Fraction

import pytest
from textual.content import Content

from quiz.bank.question import Passage
from quiz.bank.source import Span
from quiz.tui import pack_text
from tests import sample
from tests.bank.pack_folder import source_of
from tests.hostile import HOSTILE, as_seen


def styled(content: Content) -> list[tuple[str, str]]:
    """Return the styled parts of a text, with their styles."""
    return [(content.plain[span.start : span.end], str(span.style)) for span in content.spans]


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_text_becomes_content_and_is_not_parsed_as_markup(words: str) -> None:
    assert pack_text.plain(words).plain == as_seen(words)
    assert pack_text.plain(words).spans == []
    assert styled(pack_text.plain(words, "bold")) == [(as_seen(words), "bold")]


@pytest.mark.parametrize(
    ("outcome", "points", "said"),
    [
        ("right", 100, "✓ Right  +100"),
        ("partly", Fraction(100, 3), "◐ Partly right  +33"),
        ("wrong", Fraction(-100, 3), "✗ Wrong  −33"),
        ("skipped", 0, "– Skipped  0"),
        ("timed out", 0, "! Time ran out  0"),
    ],
)
def test_a_verdict_line_has_a_sign_a_word_and_points(outcome: str, points: Fraction, said: str) -> None:
    assert pack_text.verdict_line(sample.verdict("q", outcome, points), 0).plain == said


def test_a_run_is_shown_from_three_on() -> None:
    verdict = sample.verdict()
    assert [("in a row" in pack_text.verdict_line(verdict, run).plain) for run in (0, 1, 2, 3, 4)] == [False] * 3 + [
        True
    ] * 2
    assert pack_text.verdict_line(verdict, 12).plain.endswith("   12 in a row")


@pytest.mark.parametrize(("number", "said"), [(0, "0"), (7, "+7"), (-7, "−7"), (1234, "+1234")])
def test_a_number_has_its_sign(number: int, said: str) -> None:
    assert pack_text.signed(number) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0 s"), (7.6, "8 s"), (59.4, "59 s"), (59.6, "1 min 0 s"), (125, "2 min 5 s")]
)
def test_a_time_is_said_in_words(seconds: float, said: str) -> None:
    assert pack_text.short_time(seconds) == said


def test_a_count_agrees_with_its_noun() -> None:
    assert [pack_text.counted(n, "question") for n in (0, 1, 2)] == ["0 questions", "1 question", "2 questions"]
    assert pack_text.counted(2, "index", "indices") == "2 indices"


def test_marks_style_their_own_words_and_the_earlier_wins() -> None:
    source = source_of("one two three four")
    marks = [(Span(4, 13), "bold"), (Span(0, 7), "dim")]
    shown = pack_text.marked(source, Span(0, 18), marks)
    assert shown.plain == source.text
    assert styled(shown) == [("one ", "dim"), ("two", "bold"), (" three", "bold")]


def test_marks_outside_the_shown_words_do_no_harm() -> None:
    source = source_of("one two three four")
    shown = pack_text.marked(
        source, Span(4, 13), [(Span(0, 7), "bold"), (Span(11, 18), "dim"), (Span(14, 18), "red")]
    )
    assert shown.plain == "two three"
    assert styled(shown) == [("two", "bold"), ("ee", "dim")]


def test_words_left_out_of_a_quote_are_shown_as_left_out() -> None:
    source = source_of("one two three four")
    parts = (Span(0, 3), Span(8, 18))
    passage = Passage(source=source, span=Span(0, 18), paragraph=1, parts=parts, highlights=(Span(8, 13),))
    shown = pack_text.quote(passage)
    assert shown.plain == "one [...] three four" == passage.words
    assert ("three", pack_text.HIGHLIGHT) in styled(shown)
    assert ("three four", pack_text.HIGHLIGHT) not in styled(shown)


def test_a_question_says_which_source_it_follows() -> None:
    assert pack_text.according_to(source_of("x", publisher="The Paper", published="2024-12-09")).plain == (
        "According to The Paper, 2024"
    )
    assert pack_text.according_to(source_of("x")).plain == "According to review, undated"
