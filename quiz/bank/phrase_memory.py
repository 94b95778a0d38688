"""Recognizes questions of phrase memory: those that ask for the words that somebody used, not for a fact.

They are judged by the question alone: by its prompt in English, or by options that all stand in quotation marks, in
any language.
"""

import re
from functools import lru_cache

_ASKS_FOR_WORDS = re.compile(
    r"""
    \b(?:what|which|whose)\b[^.?!]*\b(?:words?|phrases?|terms?|adjectives?|verbs?|nouns?|expressions?|metaphors?)\b
    | \bin\ (?:what|which|whose)\ words\b
    | \bwhat\ (?:did|does|do)\b[^.?!]*\b(?:call|describe|liken|compare|say\ (?:of|about))\b
    | \bhow\ (?:did|does|do)\b[^.?!]*\b(?:put\ (?:it|this|that)|describe|word|phrase|sum\ up)\b
    | \bas\b[^.?!]*\bput\ it\?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_IN_QUOTATION_MARKS = re.compile(r"\s*(?:“.*”|„.*“|\".*\"|«.*»|‘.*’|'.*'|「.*」)\s*", re.DOTALL)


@lru_cache(maxsize=4096)
def asks_for_words(prompt: str, options: tuple[str, ...]) -> bool:
    """Whether a question asks which words were used."""
    return _ASKS_FOR_WORDS.search(prompt) is not None or (
        bool(options) and all(_IN_QUOTATION_MARKS.fullmatch(option) for option in options)
    )
