"""Grammar: an option's article and number, as far as its letters show them."""

import re

from quiz.bank.words import ARTICLES, cased_words, stem, word_set, words

_VOWEL_SOUND = re.compile(r"(?!eu|uni|use|usu|one\b|once)[aeiou]|hour|honest|honou?r|heir")
_PLURALS = frozenset(("men", "women", "children", "people", "feet", "teeth", "mice"))
_NO_PLURALS = word_set(
    """
    always perhaps besides across towards afterwards overseas indoors outdoors sometimes nowadays this has was does
    its his hers ours theirs yours themselves ourselves as gas news series species means headquarters lens less chaos
    atlas canvas alias goes says
    """
)
_CLAUSES = word_set("he she it they we you i who that to there")
"""An option that begins so has a verb, and a verb may end in -s."""


def has_article(option: str) -> bool:
    """Whether it begins with a, an or the."""
    return not ARTICLES.isdisjoint(words(option)[:1])


def takes_an(option: str) -> bool:
    """Whether "an" goes before it rather than "a"."""
    return _VOWEL_SOUND.match("".join(words(option)[:1])) is not None


def is_plural(option: str) -> bool | None:
    """Whether its last word is a noun in the plural; None for names and clauses, where the letters do not say."""
    said = cased_words(option)
    if not said or not (said[-1].isalpha() and said[-1].islower()) or said[0].casefold() in _CLAUSES:
        return None
    last = said[-1]
    return last in _PLURALS or (len(last) > 3 and last not in _NO_PLURALS and last != stem(last))
