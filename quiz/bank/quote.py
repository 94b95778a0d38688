"""Locating quotes: a quote must stand in its source, once, in one paragraph, outside what is off limits.

Comparison folds what a keyboard folds (see ``folding``); a near miss is never accepted.
"""

import re
from collections.abc import Iterator
from itertools import islice

import msgspec

from quiz.bank.folding import Folded, fold
from quiz.bank.problem import Rule, rule
from quiz.bank.source import Paragraph, Source, Span

QUOTE_NOT_FOUND = rule(
    "Q401",
    "quote-not-found",
    "A quote must stand in its source, word for word; only quotation marks, dashes and white space may be typed "
    "differently. Whole words: a quote may not begin or end inside a word or a number.",
    wrong="quote: The movie is scheduled to arrive in theaters on June 6, 2024",
    right="quote: The movie is currently scheduled to arrive in theaters on June 6, 2025",
)
QUOTE_NOT_UNIQUE = rule(
    "Q402",
    "quote-not-unique",
    "A quote must stand in its source exactly once, or `after:` must say which of its places is meant.",
    wrong="quote: June 7th, 2024",
    right="quote: June 7th, 2024\nafter: The latter has now received a release date.",
)
QUOTE_OFF_LIMITS = rule(
    "Q403",
    "quote-off-limits",
    "Header matter, picture credits and site furniture prove nothing; the catalogue marks them as off limits.",
    wrong="quote: Screenshot via Lionsgate",
    right="quote: Lionsgate — the production company behind the movie",
)
QUOTE_CROSSES_PARAGRAPHS = rule(
    "Q404",
    "quote-crosses-paragraphs",
    "A quote stands in one paragraph. Two paragraphs are two citations.",
    wrong="quote: has now received a release date. [...] de Armas admitted that the process had been grueling.",
    right="quote: de Armas admitted that the process had been grueling.",
)
AFTER_NOT_FOUND = rule(
    "Q405",
    "after-not-found",
    "The words of `after:` must stand in the source exactly once, before the quote.",
    wrong="after: words that the article does not have",
    right="after: The latter has now received a release date.",
)
EMPTY_QUOTE = rule(
    "Q410",
    "empty-quote",
    "A quote, and each of its parts around `[...]`, must have words.",
    wrong='quote: "[...] June 7, 2024"',
    right="quote: it’ll finally hit theaters on June 7, 2024",
)

_MOST_PLACES = 50
_LEFT_OUT = re.compile(r"\s*\[\.\.\.\]\s*")


class Located(msgspec.Struct, frozen=True):
    """Where a quote stands: its paragraph's number and the span of each of its parts."""

    paragraph: int
    parts: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From the first quoted character to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


class NotLocated(msgspec.Struct, frozen=True):
    """Why a quote cannot be taken, and what to do about it."""

    rule: Rule
    message: str
    hint: str


def quote_parts(quote: str) -> list[str]:
    """The folded parts of a quote around its ``[...]``."""
    return [part.strip() for part in _LEFT_OUT.split(fold(quote))]


def locate(quote: str, source: Source, after: str | None = None) -> Located | NotLocated:
    """Find the one place where a quote stands in a source.

    ``after`` gives words that stand earlier in the source and say which place is meant.
    """
    parts = quote_parts(quote)
    if not all(parts):
        return NotLocated(
            EMPTY_QUOTE, "The quote, or a part of it, is empty.", "Copy the words that prove the answer."
        )
    begin = 0
    if after is not None:
        marks = list(_places([fold(after)], source)) if fold(after) else []
        if len(marks) != 1:
            often = "is not in" if not marks else f"stands {len(marks)} times in"
            hint = "Copy words that stand once in the article, before the quote."
            return NotLocated(AFTER_NOT_FOUND, f"The text of `after:` {often} {source.id}.", hint)
        begin = marks[0].span.end
    found = list(islice((place for place in _places(parts, source) if place.span.start >= begin), _MOST_PLACES))
    allowed = [place for place in found if not _is_off_limits(place, source)]
    if len(allowed) == 1 or (allowed and after is not None):
        return allowed[0]
    if allowed:
        where = ", ".join(f"¶ {place.paragraph}" for place in allowed[:4])
        message = f"The quote stands more than once in {source.id} ({where})."
        return NotLocated(
            QUOTE_NOT_UNIQUE, message, "Quote more words, or add `after:` with words that come before it."
        )
    if found:
        message = f"The quote uses words of {source.id} that the catalogue marks as off limits."
        return NotLocated(QUOTE_OFF_LIMITS, message, "Quote the article's own text.")
    return _missing(parts, source)


def _places(parts: list[str], source: Source) -> Iterator[Located]:
    """Every way in which the parts stand in order inside one paragraph."""
    for paragraph, folded in zip(source.paragraphs, source.folded, strict=True):
        for spans in _in_order(parts, folded, 0):
            yield Located(paragraph.number, tuple(_in_article(start, end, folded, paragraph) for start, end in spans))


def _in_order(parts: list[str], folded: Folded, begin: int) -> Iterator[list[tuple[int, int]]]:
    if not parts:
        yield []
        return
    for start in _whole_words(parts[0], folded.text, begin):
        end = start + len(parts[0])
        if not _fit(parts[1:], folded.text, end):
            return  # a later start leaves the rest even less room
        for rest in _in_order(parts[1:], folded, end):
            yield [(start, end), *rest]


def _fit(parts: list[str], text: str, begin: int) -> bool:
    """Whether the parts stand in order after ``begin``; without this look ahead, many parts take forever to fail."""
    for part in parts:
        start = next(_whole_words(part, text, begin), None)
        if start is None:
            return False
        begin = start + len(part)
    return True


def _whole_words(part: str, text: str, begin: int) -> Iterator[int]:
    start = text.find(part, begin)
    while start >= 0:
        if not _cuts(text, start) and not _cuts(text, start + len(part)):
            yield start
        start = text.find(part, start + 1)


def _cuts(text: str, index: int) -> bool:
    """Whether a cut before ``index`` would go through a word, a number or its sign, or part a verb from its n't."""
    if not 0 < index < len(text):
        return False
    before, here = text[index - 1], text[index]
    if before.isalnum() and here.isalnum():
        return True
    if before == "n" and text[index : index + 2].lower() == "'t":
        return True
    if here.isdigit() and before in ".,:-+" and index >= 2:
        earlier = text[index - 2]
        return earlier.isdigit() if before in ".,:" else earlier.isspace()
    return here in ".,:" and before.isdigit() and text[index + 1 : index + 2].isdigit()


def _in_article(start: int, end: int, folded: Folded, paragraph: Paragraph) -> Span:
    first, last = folded.origin(start, end)
    return Span(paragraph.span.start + first, paragraph.span.start + last)


def _is_off_limits(place: Located, source: Source) -> bool:
    return any(part.overlaps(ban) for part in place.parts for ban in source.off_limits)


def _missing(parts: list[str], source: Source) -> NotLocated:
    if all(any(True for _ in _places([part], source)) for part in parts) and len(parts) > 1:
        message = f"The parts of the quote stand in {source.id}, but not in this order in one paragraph."
        return NotLocated(QUOTE_CROSSES_PARAGRAPHS, message, "Make it two citations, or put the parts in order.")
    if next(_whole_words(" ".join(parts), fold(source.text), 0), None) is not None:
        message = f"The quote runs over a paragraph's end in {source.id}."
        return NotLocated(QUOTE_CROSSES_PARAGRAPHS, message, "Make it two citations, one for each paragraph.")
    from quiz.bank.near_miss import explain_miss  # rapidfuzz is needed only where a quote fails

    message, hint = explain_miss(" ".join(parts), source)
    return NotLocated(QUOTE_NOT_FOUND, message, hint)


def find_words(words: str, source: Source, within: tuple[Span, ...]) -> tuple[Span, ...]:
    """Where ``words`` stand, as whole words and in any case, inside spans of an article; the first place in each."""
    wanted = fold(words).casefold()
    spans = []
    for span in within:
        folded = Folded(source.words(span))
        text = folded.text.casefold()
        if not wanted or len(text) != len(folded.text):  # casefolding that changes lengths would lose the map back
            text, wanted_here = folded.text, fold(words)
        else:
            wanted_here = wanted
        start = next(_whole_words(wanted_here, text, 0), None) if wanted_here else None
        if start is not None:
            first, last = folded.origin(start, start + len(wanted_here))
            spans.append(Span(span.start + first, span.start + last))
    return tuple(spans)
