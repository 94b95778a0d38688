"""Guesses the grammar of an option from its letters: its article, and singular or plural."""

import re

from quiz.bank.words import ARTICLES, cased_words, stem, word_set, words

_VOWEL_SOUND = re.compile(r"(?!eu|uni|use|usu|one\b|once)[aeiou]|hour|honest|honou?r|heir")
_PLURALS = frozenset(("men", "women", "children", "people", "feet", "teeth", "mice"))
_SINGULARS = word_set(
    """
    always perhaps besides across towards afterwards overseas indoors outdoors sometimes nowadays this has was does
    its his hers ours theirs yours themselves ourselves as gas news series species means headquarters lens less chaos
    atlas canvas alias goes says
    """
)
_CLAUSES = word_set("he she it they we you i who that to there")
"""An option that begins with one of these is a clause; its last word may be a verb in -s."""


def has_article(option: str) -> bool:
    """Whether an option begins with a, an or the."""
    return not ARTICLES.isdisjoint(words(option)[:1])


def takes_an(option: str) -> bool:
    """Whether an option takes "an", not "a", before it."""
    return _VOWEL_SOUND.match("".join(words(option)[:1])) is not None


def is_plural(option: str) -> bool | None:
    """Whether the last word of an option is a plural noun; None for names and clauses, which cannot be judged."""
    option_words = cased_words(option)
    if (
        not option_words
        or not (option_words[-1].isalpha() and option_words[-1].islower())
        or option_words[0].casefold() in _CLAUSES
    ):
        return None
    last = option_words[-1]
    return last in _PLURALS or (len(last) > 3 and last not in _SINGULARS and last != stem(last))
