"""Near misses: for a quote that is not found, the nearest passage and what differs, said aloud."""

import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.Levenshtein import opcodes

from quiz.bank.normalize import normalize
from quiz.bank.source import Source, Span

_NEAR_ENOUGH = 60.0
"""Below this similarity (per cent, ``rapidfuzz.fuzz.partial_ratio``) two texts share little but letters."""
_NEGATIONS = frozenset({"not", "no", "never", "none", "nothing", "nobody", "without", "cannot", "neither", "nor"})
_MOST_WORDS_SHOWN = 12
_MOST_COMPARED = 1000
"""So many characters of a quote tell where it was copied from; comparing a whole book of them takes minutes."""
_PUNCTUATION = " .,;:!?\"'()"


def find_near_miss(quote: str, source: Source) -> tuple[str, str, str]:
    """Say why a folded quote is not in a source: a message, a hint with the nearest passage, and what differs there.

    The last is the passage with the words that it has not as {-these-} and those that it has instead as {+these+}.
    """
    quote = quote[:_MOST_COMPARED]
    words, paragraph = _nearest(quote, source)
    if words is None:
        return f"The quote is not in {source.id}, nor anything like it.", "Copy the words from the article.", ""
    wrote, has = quote.split(), normalize(words).split()
    changes = _changes(wrote, has, opcodes(wrote, has))
    message = f"The quote is not in {source.id}{_said_aloud(changes)}."
    differences = "; ".join(_difference(mine, its) for mine, its in changes[:3]) or "punctuation"
    hint = f"The nearest passage (¶ {paragraph}): “{words}”. What differs: {differences}."
    return message, hint, _marked(wrote, has)


def _marked(wrote: list[str], has: list[str]) -> str:
    """The passage with the words that differ marked, without those at its ends that a quote need not have."""
    codes = list(opcodes(wrote, has))
    begin = codes[0].dest_end if codes[0].tag == "insert" else 0
    has = has[begin : codes[-1].dest_start if codes[-1].tag == "insert" else len(has)]
    if has and not has[-1].removeprefix(wrote[-1]).strip(_PUNCTUATION):
        has = [*has[:-1], wrote[-1]]
    if has and not has[0].removesuffix(wrote[0]).strip(_PUNCTUATION):
        has = [wrote[0], *has[1:]]
    pieces = []
    for code in opcodes(wrote, has):
        mine, its = " ".join(wrote[code.src_start : code.src_end]), " ".join(has[code.dest_start : code.dest_end])
        if code.tag == "equal":
            pieces.append(its)
            continue
        pieces += [f"{{-{mine}-}}"] if mine else []
        pieces += [f"{{+{its}+}}"] if its else []
    return " ".join(pieces)


def _difference(mine: str, its: str) -> str:
    if not mine:
        return f"you left out “{its}”"
    return f"you wrote “{mine}” for “{its}”" if its else f"you added “{mine}”"


def _nearest(quote: str, source: Source) -> tuple[str | None, int]:
    """The article's own words that are most like the quote, and their paragraph's number."""
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
    """The runs of words that differ by more than punctuation, as (what the author wrote, what the article has)."""
    changes: list[tuple[str, str]] = []
    for code in codes:
        if code.tag != "equal":
            mine = " ".join(wrote[code.src_start : code.src_end][:_MOST_WORDS_SHOWN])
            its = " ".join(has[code.dest_start : code.dest_end][:_MOST_WORDS_SHOWN])
            if _bare(mine) != _bare(its):
                changes.append((_bare(mine), _bare(its)))
    return changes


def _bare(words: str) -> str:
    """Words without the punctuation around them, but with the point that begins a decimal fraction."""
    bare = words.strip(_PUNCTUATION)
    return f".{bare}" if bare[:1].isdigit() and f" .{bare}" in f" {words}" else bare


def _said_aloud(changes: list[tuple[str, str]]) -> str:
    """Changed digits and negations turn a quote into its opposite: they are named before all else."""
    warnings = []
    for mine, its in changes:
        if _numbers(mine) != _numbers(its):
            warnings.append(f"digits differ ({_difference(mine, its)})")
        elif _negated(mine) != _negated(its):
            warnings.append(f"a negation differs ({_difference(mine, its)})")
    return f": {'; '.join(warnings)}" if warnings else ""


def _numbers(words: str) -> list[str]:
    return re.findall(r"[-+.]?\d", words)


def _negated(words: str) -> bool:
    return any(word.strip(_PUNCTUATION) in _NEGATIONS or "n't" in word for word in words.lower().split())
