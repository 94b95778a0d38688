"""From picked sentences to quotes: the article's own characters, and `after:` where they stand twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.sentence_quotes import quote_at, quotes_of_sentences
from quiz.bank.bank import Bank
from quiz.bank.quote import Located, locate
from quiz.bank.sentences import sentences
from quiz.bank.source import Source, Span
from tests.bank.pack_folder import source_of


def spans(source: Source) -> list[Span]:
    return [span for _, span in sentences(source)]


def places(source: Source, words: str, after: str | None) -> tuple[Span, ...]:
    located = locate(words, source, after)
    assert isinstance(located, Located), located
    return located.parts


ARTICLE = "One “is” here.  Two is — here. Three is here. Four is here.\n\nFive is here. Six is here.\n"


@pytest.mark.parametrize(
    ("picked", "quotes"),
    [
        ([0], ["One “is” here."]),
        ([1, 0], ["One “is” here.  Two is — here."]),
        ([0, 2], ["One “is” here. [...] Three is here."]),
        ([0, 1, 3], ["One “is” here.  Two is — here. [...] Four is here."]),
        ([3, 4], ["Four is here.", "Five is here."]),
        ([], []),
    ],
)
def test_one_quote_a_paragraph_in_its_own_characters(picked: list[int], quotes: list[str]) -> None:
    source = source_of(ARTICLE)
    found = quotes_of_sentences(source, [spans(source)[number] for number in picked])
    assert [one.words for one in found] == quotes
    assert all(one.after is None for one in found)


def test_what_is_off_limits_is_left_out_between_two_sentences() -> None:
    text = "One is here. (Advertisement) Two is here."
    source = source_of(text, (13, 28))
    (found,) = quotes_of_sentences(source, spans(source))
    assert found.words == "One is here. [...] Two is here."
    assert places(source, found.words, found.after) == tuple(spans(source))


REPEATED = "Yes. Ana said so on Monday. No.\nBen said so on Tuesday. No.\n\nNo. Yes. The end of it. No. No."


def test_words_that_stand_twice_get_an_after_that_says_which() -> None:
    source = source_of(REPEATED)
    for span in spans(source):
        (found,) = quotes_of_sentences(source, [span])
        if span.start == 0:  # nothing stands before it: the check says what to do
            assert found.after is None
        else:
            assert places(source, found.words, found.after) == (span,), found
    last = quotes_of_sentences(source, [spans(source)[4]])[0]
    assert last.after is not None
    assert last.after.endswith("said so on Tuesday.")


def test_no_after_where_the_words_stand_once() -> None:
    source = source_of(REPEATED)
    assert quotes_of_sentences(source, [spans(source)[1]])[0].after is None


def test_words_of_a_quote_that_was_made_shorter_are_looked_for_in_its_place() -> None:
    source = source_of("Ana was here in May. Ben was here in June. Cleo was here in July.")
    second = spans(source)[1]
    found = quote_at(source, "was here in", second)
    assert places(source, found.words, found.after)[0].start in range(second.start, second.end)
    assert quote_at(source, "was never here", second).after is None
    assert quote_at(source, "", second).after is None


def test_what_no_after_can_say_is_left_to_the_check() -> None:
    source = source_of("Yes. No. No. No.")
    known = spans(source)
    (found,) = quotes_of_sentences(source, [known[1], known[3]])  # the first and the third of three
    assert (found.words, found.after) == ("No. [...] No.", None)


def test_every_sentence_of_the_articles_can_be_quoted(builtin: Bank) -> None:
    for source in builtin.sources:
        for span in spans(source):
            (found,) = quotes_of_sentences(source, [span])
            assert places(source, found.words, found.after) == (span,), found


@given(
    st.lists(st.sampled_from(["Yes.", "No.", "Ana came.", "Ben left “it”.", "\n\n"]), max_size=12).map(" ".join),
    st.data(),
)
def test_whatever_is_picked_the_quotes_are_those_sentences_or_are_refused(text: str, data: st.DataObject) -> None:
    source = source_of(text)
    known = spans(source)
    picked = data.draw(st.sets(st.sampled_from(known))) if known else set()
    letters = 0
    for found in quotes_of_sentences(source, list(picked)):
        located = locate(found.words, source, found.after)
        if isinstance(located, Located):
            assert located.span == found.span
            letters += sum(len(source.words(part).replace(" ", "")) for part in located.parts)
        else:
            assert located.rule.name == "quote-not-unique"
            letters = -10_000
    assert letters < 0 or letters == sum(len(source.words(span).replace(" ", "")) for span in picked)
