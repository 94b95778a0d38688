"""Near misses: the nearest passage is shown, and changes that reverse the meaning of a quote are named."""

from time import process_time

import pytest

from quiz.author import pack_template as template
from quiz.bank.near_miss import find_near_miss
from tests.bank.pack_folder import source_of

SOURCE = source_of(
    "The film shot in Prague for five months.\n"
    "“This is not a female John Wick,” Wiseman said, and nobody was worried on June 6, 2025."
)


def test_the_nearest_passage_is_shown_with_its_paragraph_and_the_difference() -> None:
    message, hint, _ = find_near_miss("The film shot in Paris for five months", SOURCE)
    assert message == "The quote is not in review."
    assert "(¶ 1): “The film shot in Prague for five months.”" in hint
    assert "you wrote “Paris” for “Prague”" in hint


def test_the_nearest_passage_is_the_articles_own_whole_words() -> None:
    _, hint, _ = find_near_miss('emale John Wick," Wiseman sai', SOURCE)
    assert "“female John Wick,” Wiseman said,”" in hint


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("worried on June 7, 2025.", "digits differ (you wrote “7” for “6”)"),
        ("worried on June 6, 2024.", "digits differ (you wrote “2024” for “2025”)"),
        ('"This is a female John Wick,"', "a negation differs (you left out “not”)"),
        ("The film never shot in Prague for five months.", "a negation differs (you added “never”)"),
        ("Wiseman said, and everybody was worried", "a negation differs (you wrote “everybody” for “nobody”)"),
        ("The film didn't shot in Prague for five months.", "a negation differs (you added “didn't”)"),
    ],
)
def test_changed_digits_and_negations_are_said_in_the_message(quote: str, said: str) -> None:
    message, _, _ = find_near_miss(quote, SOURCE)
    assert said in message


def test_a_mere_misspelling_raises_no_alarm() -> None:
    message, _, _ = find_near_miss("The film shot in Prag for five months.", SOURCE)
    assert "differ" not in message


def test_mere_punctuation_is_no_difference_of_words() -> None:
    message, hint, _ = find_near_miss("The film shot, in Prague for five months!", SOURCE)
    assert "differ" not in message
    assert hint.endswith("What differs: punctuation.")


def test_a_sign_or_a_decimal_point_is_more_than_punctuation() -> None:
    source = source_of("The budget was .5 million dollars.")
    message, _, _ = find_near_miss("The budget was 5 million dollars.", source)
    assert "digits differ (you wrote “5” for “.5”)" in message


def test_a_very_long_quote_is_explained_quickly() -> None:
    source = source_of("the end of it " * 1000)
    begin = process_time()
    message, _, _ = find_near_miss(" ".join(["the"] * 1000 + ["never"]), source)
    assert "not in review" in message
    assert process_time() - begin < 5  # comparing it whole takes seconds, and minutes when it is four times as long


def test_what_is_like_nothing_in_the_article_gets_no_passage() -> None:
    message, hint, _ = find_near_miss("zzz qqq xxx", SOURCE)
    assert "nor anything like it" in message
    assert "¶" not in hint


def test_a_quote_longer_than_its_paragraph_is_compared_with_all_of_it() -> None:
    _, hint, _ = find_near_miss("Yesterday the film shot in Prague for five months and more.", SOURCE)
    assert "“The film shot in Prague for five months.”" in hint


def test_long_differences_are_cut_short() -> None:
    many = " ".join(f"word{letter}" for letter in "abcdefghijklmnopqrst")
    _, hint, _ = find_near_miss(f"The film shot in Prague {many} for five months.", SOURCE)
    assert "wordl" in hint
    assert "wordm" not in hint


def test_the_words_that_differ_are_marked_in_the_passage_without_colour() -> None:
    _, _, marked = find_near_miss("The movie shot in Paris for five long months.", SOURCE)
    assert marked == "The {-movie-} {+film+} shot in {-Paris-} {+Prague+} for five {-long-} months."
    assert find_near_miss("shot in Prague for months.", SOURCE)[2] == "shot in Prague for {+five+} months."
    assert (
        find_near_miss("shot in Paris for five months", SOURCE)[2] == "shot in {-Paris-} {+Prague+} for five months"
    )
    assert find_near_miss('a female John Wick" Wiseman', SOURCE)[2] == 'a female John {-Wick"-} {+Wick,"+} Wiseman'
    assert find_near_miss("zzz qqq xxx", SOURCE)[2] == ""


def test_words_around_a_passage_that_a_quote_need_not_have_are_not_marked() -> None:
    source = source_of(template.ARTICLE)
    quote = "the baker, Ines Calloway, hung {} jam jars with candles along the quay"
    _, hint, marked = find_near_miss(quote.format("fourty"), source)
    assert "“night the baker," in hint
    assert marked == quote.format("{-fourty-} {+forty+}")
