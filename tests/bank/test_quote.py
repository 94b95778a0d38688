"""Locating quotes: exactly once, in one paragraph, whole words, outside the off-limits ranges."""

import pytest

from quiz.bank.quote import Located, NotLocated, find_words, locate, quote_parts
from quiz.bank.source import Source, Span
from tests.bank.pack_folder import ARTICLE, source_of

REVIEW = source_of(ARTICLE, (0, 36), (ARTICLE.index("Screenshot"), len(ARTICLE)))
TWICE = source_of("It opens in June.\nA delay came. It opens in June.\nIt opens in July.")


def words(quote: str, source: Source, after: str | None = None) -> list[str]:
    """The article's own words for a quote that must be found."""
    located = locate(quote, source, after)
    assert isinstance(located, Located), located
    return [source.words(part) for part in located.parts]


def refusal(quote: str, source: Source, after: str | None = None) -> NotLocated:
    """Why a quote that must not be found was refused."""
    located = locate(quote, source, after)
    assert isinstance(located, NotLocated), located
    return located


def test_a_quote_that_stands_once_is_found_at_its_own_place() -> None:
    located = locate("opens in theaters on June 6, 2025", REVIEW)
    start = ARTICLE.index("opens in")
    assert located == Located(1, (Span(start, start + 33),))
    assert located.span == Span(start, start + 33)


def test_what_is_shown_is_the_article_not_the_authors_copy() -> None:
    assert words("\"It's  not reshoots, it's\u00a0new shoots,\"", REVIEW) == ["“It’s not reshoots, it’s new shoots,”"]


def test_a_quote_that_stands_twice_is_refused_with_its_paragraphs() -> None:
    refused = refusal("It opens in June", TWICE)
    assert refused.rule.code == "Q402"
    assert "¶ 1, ¶ 2" in refused.message


def test_twice_in_one_paragraph_is_twice() -> None:
    assert refusal("so it goes", source_of("so it goes and so it goes")).rule.code == "Q402"


def test_after_says_which_place_is_meant() -> None:
    located = locate("It opens in June", TWICE, after="A delay came.")
    assert isinstance(located, Located)
    assert located.paragraph == 2


def test_after_may_stand_in_the_same_paragraph() -> None:
    source = source_of("It opens in June. A delay came. It opens in June.")
    located = locate("It opens in June", source, after="A delay came.")
    assert isinstance(located, Located)
    assert located.span == Span(32, 48)


@pytest.mark.parametrize("after", ["It opens in", "words that are not there", "", "[...]"])
def test_after_must_stand_exactly_once(after: str) -> None:
    assert refusal("It opens in June", TWICE, after).rule.code == "Q405"


def test_after_must_come_before_the_quote() -> None:
    assert refusal("It opens in June", TWICE, after="It opens in July").rule.code == "Q405"


@pytest.mark.parametrize("quote", ["", "  ", "\u200b", "[...]", "[...] June", "June [...]", "a [...] [...] b"])
def test_a_quote_without_words_is_refused(quote: str) -> None:
    assert refusal(quote, REVIEW).rule.code == "Q410"


def test_case_is_kept() -> None:
    assert refusal("len wiseman directs", REVIEW).rule.code == "Q401"


def test_changed_digits_are_said_aloud_beside_the_nearest_passage() -> None:
    refused = refusal("It opens in theaters on June 7, 2025", REVIEW)
    assert refused.rule.code == "Q401"
    assert "digits differ (you wrote “7" in refused.message
    assert "It opens in theaters on June 6, 2025" in refused.hint


def test_a_dropped_not_is_said_aloud() -> None:
    refused = refusal("“It’s reshoots, it’s new shoots,”", REVIEW)
    assert refused.rule.code == "Q401"
    assert "a negation differs (you left out “not”)" in refused.message


def test_left_out_words_give_one_part_each() -> None:
    quote = "Len Wiseman [...] opens in theaters […] 2025"
    assert words(quote, REVIEW) == ["Len Wiseman", "opens in theaters", "2025"]
    assert quote_parts(quote) == ["Len Wiseman", "opens in theaters", "2025"]


def test_parts_in_the_wrong_order_are_refused() -> None:
    refused = refusal("It opens in theaters [...] Len Wiseman directs", REVIEW)
    assert refused.rule.code == "Q404"
    assert "order" in refused.message


def test_parts_from_two_paragraphs_are_refused() -> None:
    assert refusal("Len Wiseman directs [...] Ian McShane said", REVIEW).rule.code == "Q404"


def test_a_quote_over_a_paragraphs_end_is_refused() -> None:
    assert refusal("June 6, 2025. “It’s not reshoots", REVIEW).rule.code == "Q404"


def test_parts_that_fit_in_two_ways_are_not_unique() -> None:
    assert refusal("one [...] two", source_of("one and one and two")).rule.code == "Q402"
    assert words("one and two", source_of("one and one and two")) == ["one and two"]


@pytest.mark.parametrize("quote", ["Screenshot via Lionsgate", "Header of the review", "review"])
def test_words_that_are_off_limits_are_refused(quote: str) -> None:
    banned = source_of("Header of the review. Len directs.\nScreenshot via Lionsgate here", (0, 20), (35, 59))
    assert refusal(quote, banned).rule.code == "Q403"


def test_a_whole_paragraph_off_limits_is_refused_as_such() -> None:
    assert refusal("Screenshot via Lionsgate", REVIEW).rule.code == "Q403"


def test_a_place_off_limits_does_not_count_as_a_second_one() -> None:
    assert words("It opens", source_of("It opens. Words.\nIt opens.", (0, 8))) == ["It opens"]


def test_an_allowed_place_counts_however_many_are_off_limits() -> None:
    text = "menu " * 60 + "and the menu of the day"
    assert words("menu", source_of(text, (0, 300))) == ["menu"]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It is unlikely to open.", "likely to open"),
        ("They were reshoots indeed.", "They were re"),
        ("It costs 1.2 million.", "2 million"),
        ("It costs 1.2 million.", "It costs 1"),
        ("It costs 1,200 dollars.", "200 dollars"),
        ("It runs 1:30 hours.", "It runs 1"),
        ("It costs .5 million.", "5 million"),
        ("It is -5 degrees.", "5 degrees"),
        ("It is −5 degrees.", "5 degrees"),
        ("It is (-5 degrees).", "5 degrees"),
        ("-5 degrees.", "5 degrees"),
        ("On June 7th, they met.", "On June 7"),
        ("This isn’t so.", "This is"),
        ("This isn’t so.", "This isn"),
        ("We can’t complain.", "We can"),
        ("WE CAN’T COMPLAIN.", "WE CAN"),
        ("We can’t complain.", "t complain"),
    ],
)
def test_a_quote_may_not_begin_or_end_inside_a_word_or_a_number(text: str, quote: str) -> None:
    assert refusal(quote, source_of(text)).rule.code == "Q401"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It is Reeves’s part.", "It is Reeves"),
        ("It opens on June 6, 2025.", "It opens on June 6"),
        ("It costs 5. No more.", "It costs 5"),
        ("In 2023-24 it opened.", "2023"),
        ("the jam-packed film", "packed film"),
        ("a long—and dull—film", "and dull"),
        ("(Shutterstock)", "Shutterstock"),
    ],
)
def test_whole_words_may_be_quoted_without_the_marks_beside_them(text: str, quote: str) -> None:
    assert words(quote, source_of(text)) == [quote]


def test_a_cut_word_does_not_count_as_a_second_place() -> None:
    assert words("likely", source_of("unlikely, but likely")) == ["likely"]


def test_words_are_found_in_any_case_whole_and_once_a_part() -> None:
    text = "Unlikely. LIKELY it is, likely."
    source = source_of(text)
    assert find_words("likely", source, (Span(0, 22), Span(22, len(text)))) == (Span(10, 16), Span(24, 30))
    assert find_words("like", source, (Span(0, len(text)),)) == ()
    assert find_words(" ", source, (Span(0, len(text)),)) == ()


def test_words_are_found_beside_letters_whose_lower_case_is_longer() -> None:
    source = source_of("Die Straße von Reeves")
    assert find_words("Reeves", source, (Span(0, 21),)) == (Span(15, 21),)
