"""Typography: what a keyboard cannot type is taken over from the article, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.quote_typography import describe_changes, typography_edits
from quiz.author.yaml_edits import Edit, apply_edits
from quiz.bank.quote import Located, locate
from tests.bank.pack_folder import source_of

ARTICLE = "He said “it’s\u00a0new” – not old… at\u200b all  twice.\nCafe\u0301 O’Hara\tand 5\u202fkm — done."


def mended(quote: str, article: str = ARTICLE) -> str:
    source = source_of(article)
    located = locate(quote, source)
    assert isinstance(located, Located)
    return apply_edits(quote, typography_edits(quote, located, source))


@pytest.mark.parametrize(
    ("quote", "after"),
    [
        ('He said "it\'s new" - not old... at', "He said “it’s\u00a0new” – not old… at"),
        ("He said “it’s\u00a0new”", "He said “it’s\u00a0new”"),
        ("at all twice", "at all twice"),  # nobody could see what was changed
        ("Café O'Hara and 5 km - done", "Cafe\u0301 O’Hara and 5\u202fkm — done"),
        ('said "it\'s new" [...] old...', "said “it’s\u00a0new” [...] old…"),
        ('  said "it\'s new" […] old...  ', "  said “it’s\u00a0new” […] old…  "),
    ],
)
def test_a_quote_gets_the_articles_own_characters(quote: str, after: str) -> None:
    assert mended(quote) == after
    assert mended(after) == after


def test_an_article_that_was_typed_plainly_makes_the_quote_plain() -> None:
    assert mended("“it’s”\u00a0new — or…", '"it\'s" new - or... ') == '"it\'s" new - or...'


def test_what_was_changed_is_told_once_with_spaces_by_their_names() -> None:
    source = source_of(ARTICLE)
    quote = 'said "it\'s new"'
    located = locate(quote, source)
    assert isinstance(located, Located)
    assert (
        describe_changes(quote, typography_edits(quote, located, source))
        == '“ for ", ’ for \', no-break space for space, ” for "'
    )
    assert describe_changes("''", [Edit(0, 1, "’"), Edit(1, 2, "’")]) == "’ for ' (2 times)"


TYPED = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "})


@given(st.text(alphabet="ab “”‘’–—…\u00a0\u202f.", min_size=3, max_size=30))
def test_a_quote_typed_on_a_keyboard_becomes_the_articles_words(words: str) -> None:
    words = " ".join(f"x{words}x".split(" ")).replace("  ", " ")
    article = f"Begin {words} end."
    source = source_of(article)
    quote = words.translate(TYPED).replace("…", "...")
    located = locate(quote, source)
    if isinstance(located, Located):
        after = apply_edits(quote, typography_edits(quote, located, source))
        again = locate(after, source)
        assert again == located
        assert typography_edits(after, located, source) == []
