"""Splits text into words for the checks, and recognizes words without content, such as articles."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quiz.bank.normalize import normalize

_WORD = re.compile(r"(?:(?<![\w.])[-+](?=\d))?[^\W_]+(?:[.,:](?=\d)[^\W_]+|['-][^\W_]+)*[+#]*")
"""A sign belongs to its number, a hyphen and an apostrophe to the word around them: −2, 1.2, 4–6, Comic-Con, C++."""
_QUOTED = re.compile(
    r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|‘[^‘]*?’(?!\w)|(?<!\w)'[^']*'(?!\w)",
)
_SENTENCE_END = re.compile(r"[.?!:]\s+")


def word_set(text: str) -> frozenset[str]:
    """The set of the words in a text."""
    return frozenset(text.split())


ARTICLES = frozenset({"a", "an", "the"})
STOP_WORDS = ARTICLES | word_set(
    """
    about above after again against all along also although am among and any are around as at back be became because
    become been before being below between both but by came can cannot come could did do does doing done down during
    each either else even ever every few first for from gave get give given gives go goes got had has have having he
    her here hers herself him himself his how however i if in into is it its itself just keep kind last later least
    less let like made make makes many may me might mine more most much must my neither never no none nor not now of
    off often on once one only onto or other others our ours out over own part per put said same say says see seem
    seen she should since so some such take taken takes tell tells than that their theirs them themselves then there
    these they thing things this those though three through till to told too took toward towards two under until up
    upon us very via was way we well went were what when where whether which while who whom whose why will with within
    without would yes yet you your yours
    """
)
"""Words that are common in any text, whatever its subject."""


@lru_cache(maxsize=4096)
def cased_words(text: str) -> tuple[str, ...]:
    """The words of a text in order, normalized, in their original case."""
    return tuple(_WORD.findall(text if text.isascii() else normalize(text)))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, casefolded, without the ``’s`` of a possessive."""
    return tuple([_base_form(word) for word in cased_words(text)])


def _base_form(word: str) -> str:
    """A word, casefolded, without the ``’s`` of a possessive."""
    return word.casefold().removesuffix("'s")


def stem(word: str) -> str:
    """A word of ``words`` without a plural ending: a rough stem, enough to match singular and plural."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _is_content(word: str) -> bool:
    """Whether a word of ``words`` has content: it is neither a stop word nor a single letter."""
    return word not in STOP_WORDS and (len(word) > 1 or word.isdigit())


@lru_cache(maxsize=4096)
def content_words(text: str) -> frozenset[str]:
    """The stems of the words that have content."""
    return frozenset([stem(word) for word in words(text) if _is_content(word)])


def contains_phrase(text: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether ``text`` contains the words of ``phrase`` in sequence."""
    length = len(phrase)
    if not length or not set(phrase).issubset(text):
        return False
    return any(text[start : start + length] == phrase for start in range(len(text) - length + 1))


@lru_cache(maxsize=1024)
def without_quotations(text: str) -> str:
    """A text without its quotations and titles in quotation marks."""
    return _QUOTED.sub(" ", text)


@lru_cache(maxsize=4096)
def words_without_names(text: str) -> tuple[str, ...]:
    """The words of a text in lower case. A word of a name or a title becomes an empty string, to keep positions.

    A capital at the beginning of a sentence marks a name only if another capital or a digit follows: "All Quiet" and
    "May 2023", but not "All of it".
    """
    return tuple(word for sentence in _SENTENCE_END.split(text) for word in _lower_words(cased_words(sentence)))


def _lower_words(sentence: tuple[str, ...]) -> Iterator[str]:
    for index, word in enumerate(sentence):
        if word[0].islower():
            yield _base_form(word)
        elif index == 0 and (len(sentence) == 1 or sentence[1][0].islower()):
            yield _base_form(word)
        else:
            yield ""
