"""Recognizes questions of phrase memory: those that ask for the words that somebody used, not for a fact.

They are judged by the question alone: by its prompt in English, or by options that all stand in quotation marks, in
any language.
"""

import re
from functools import cache, lru_cache

_ASKS_FOR_WORDS = r"""
    \b(?:what|which|whose)\b[^.?!]*\b(?:words?|phrases?|terms?|adjectives?|verbs?|nouns?|expressions?|metaphors?)\b
    | \bin\ (?:what|which|whose)\ words\b
    | \bwhat\ (?:did|does|do)\b[^.?!]*\b(?:call|describe|liken|compare|say\ (?:of|about))\b
    | \bhow\ (?:did|does|do)\b[^.?!]*\b(?:put\ (?:it|this|that)|describe|word|phrase|sum\ up)\b
    | \bas\b[^.?!]*\bput\ it\?
"""
_IN_QUOTATION_MARKS = r"\s*(?:“.*”|„.*“|\".*\"|«.*»|‘.*’|'.*'|「.*」)\s*"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The compiled patterns. A bank from the cache does not need them."""
    return re.compile(_ASKS_FOR_WORDS, re.IGNORECASE | re.VERBOSE), re.compile(_IN_QUOTATION_MARKS, re.DOTALL)


@lru_cache(maxsize=4096)
def asks_for_words(prompt: str, options: tuple[str, ...]) -> bool:
    """Whether a question asks which words were used."""
    asking, quoted = _patterns()
    return asking.search(prompt) is not None or (bool(options) and all(map(quoted.fullmatch, options)))
