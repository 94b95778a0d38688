"""Explains why a quote is not found: the nearest passage of the source, and how the quote differs from it."""

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.Levenshtein import opcodes

from quiz.bank.normalize import normalize
from quiz.bank.source import Source, Span

_NEAR_ENOUGH = 60.0
"""The least similarity, in per cent of ``rapidfuzz.fuzz.partial_ratio``, at which a passage is worth showing."""
_NEGATIONS = frozenset({"not", "no", "never", "none", "nothing", "nobody", "without", "cannot", "neither", "nor"})
_MOST_WORDS_SHOWN = 12
_MOST_COMPARED = 1000
"""Characters of a quote that are compared. They are enough to find its passage; a whole book would take minutes."""
_PUNCTUATION = " .,;:!?\"'()"


def find_near_miss(quote: str, source: Source) -> tuple[str, str, str]:
    """Explain why a normalized quote is not in a source: a message, a hint with the nearest passage, and a diff.

    The diff is the passage with words only of the quote as {-these-} and words only of the passage as {+these+}.
    """
    quote = quote[:_MOST_COMPARED]
    words, paragraph = _nearest(quote, source)
    if words is None:
        return f"The quote is not in {source.id}, nor anything like it.", "Copy the words from the article.", ""
    wrote, has = quote.split(), normalize(words).split()
    changes = _changes(wrote, has, opcodes(wrote, has))
    message = f"The quote is not in {source.id}{_warnings(changes)}."
    differences = "; ".join(_difference(quoted, actual) for quoted, actual in changes[:3]) or "punctuation"
    hint = f"The nearest passage (¶ {paragraph}): “{words}”. What differs: {differences}."
    return message, hint, _diff(wrote, has)


def _diff(wrote: list[str], has: list[str]) -> str:
    """The passage as a diff. Extra words at its ends are cut off, since a quote need not have them."""
    codes = list(opcodes(wrote, has))
    begin = codes[0].dest_end if codes[0].tag == "insert" else 0
    has = has[begin : codes[-1].dest_start if codes[-1].tag == "insert" else len(has)]
    if has and not has[-1].removeprefix(wrote[-1]).strip(_PUNCTUATION):
        has = [*has[:-1], wrote[-1]]
    if has and not has[0].removesuffix(wrote[0]).strip(_PUNCTUATION):
        has = [wrote[0], *has[1:]]
    pieces = []
    for code in opcodes(wrote, has):
        quoted, actual = (
            " ".join(wrote[code.src_start : code.src_end]),
            " ".join(has[code.dest_start : code.dest_end]),
        )
        if code.tag == "equal":
            pieces.append(actual)
            continue
        pieces += [f"{{-{quoted}-}}"] if quoted else []
        pieces += [f"{{+{actual}+}}"] if actual else []
    return " ".join(pieces)


def _difference(quoted: str, actual: str) -> str:
    if not quoted:
        return f"you left out “{actual}”"
    return f"you wrote “{quoted}” for “{actual}”" if actual else f"you added “{quoted}”"


def _nearest(quote: str, source: Source) -> tuple[str | None, int]:
    """The words of the article that are most similar to the quote, and the number of their paragraph."""
    best_score, best, number = _NEAR_ENOUGH, None, 0
    for paragraph, normalized in zip(source.paragraphs, source.normalized_paragraphs, strict=True):
        aligned = fuzz.partial_ratio_alignment(quote, normalized.text, score_cutoff=best_score)
        if aligned is None or aligned.score <= best_score:
            continue
        start, end = aligned.dest_start, aligned.dest_end
        if len(quote) > len(normalized.text):
            start, end = 0, len(normalized.text)
        best_score, number = aligned.score, paragraph.number
        first, last = normalized.original_span(*_whole_words(normalized.text, start, end))
        best = source.words(Span(paragraph.span.start + first, paragraph.span.start + last)).strip()
    return best, number


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _changes(wrote: list[str], has: list[str], codes: Opcodes) -> list[tuple[str, str]]:
    """The words that differ by more than punctuation: pairs of (words of the quote, words of the article)."""
    changes: list[tuple[str, str]] = []
    for code in codes:
        if code.tag != "equal":
            quoted = " ".join(wrote[code.src_start : code.src_end][:_MOST_WORDS_SHOWN])
            actual = " ".join(has[code.dest_start : code.dest_end][:_MOST_WORDS_SHOWN])
            if _strip_punctuation(quoted) != _strip_punctuation(actual):
                changes.append((_strip_punctuation(quoted), _strip_punctuation(actual)))
    return changes


def _strip_punctuation(words: str) -> str:
    """Words without the punctuation around them, except the point at the start of a decimal fraction."""
    bare = words.strip(_PUNCTUATION)
    return f".{bare}" if bare[:1].isdigit() and f" .{bare}" in f" {words}" else bare


def _warnings(changes: list[tuple[str, str]]) -> str:
    """Warnings about different digits and negations, which can turn a quote into its opposite."""
    warnings = []
    for quoted, actual in changes:
        if _numbers(quoted) != _numbers(actual):
            warnings.append(f"digits differ ({_difference(quoted, actual)})")
        elif _negated(quoted) != _negated(actual):
            warnings.append(f"a negation differs ({_difference(quoted, actual)})")
    return f": {'; '.join(warnings)}" if warnings else ""


def _numbers(words: str) -> list[str]:
    return re.findall(r"[-+.]?\d", words)


def _negated(words: str) -> bool:
    return any(word.strip(_PUNCTUATION) in _NEGATIONS or "n't" in word for word in words.lower().split())
