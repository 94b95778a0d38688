"""Locates quotes: a quote must occur once in its source, in one paragraph, outside the off-limits ranges.

Both texts are normalized before they are compared (see ``normalize``). A near miss is never accepted.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from quiz.bank.normalize import NormalizedText, normalize
from quiz.bank.problem import Rule
from quiz.bank.source import Paragraph, Source, Span

QUOTE_NOT_FOUND = Rule(
    "Q401",
    "quote-not-found",
    "A quote must be in its source, word for word. Only quotation marks, dashes and white space may differ. A quote"
    " may not begin or end inside a word or a number.",
    wrong="quote: The movie is scheduled to arrive in theaters on June 6, 2024",
    right="quote: The movie is currently scheduled to arrive in theaters on June 6, 2025",
)
QUOTE_NOT_UNIQUE = Rule(
    "Q402",
    "quote-not-unique",
    "A quote must be in its source exactly once, or `after:` must say which place is meant.",
    wrong="quote: June 7th, 2024",
    right="quote: June 7th, 2024\nafter: The latter has now received a release date.",
)
QUOTE_OFF_LIMITS = Rule(
    "Q403",
    "quote-off-limits",
    "Page headers, picture credits and navigation text prove nothing. sources.yaml marks them as off limits.",
    wrong="quote: Screenshot via Lionsgate",
    right="quote: Lionsgate — the production company behind the movie",
)
QUOTE_CROSSES_PARAGRAPHS = Rule(
    "Q404",
    "quote-crosses-paragraphs",
    "A quote is in one paragraph. To quote two paragraphs, write two citations.",
    wrong="quote: has now received a release date. [...] de Armas admitted that the process had been grueling.",
    right="quote: de Armas admitted that the process had been grueling.",
)
AFTER_NOT_FOUND = Rule(
    "Q405",
    "after-not-found",
    "The words of `after:` must be in the source exactly once, before the quote.",
    wrong="after: words that the article does not have",
    right="after: The latter has now received a release date.",
)
EMPTY_QUOTE = Rule(
    "Q410",
    "empty-quote",
    "A quote, and each of its parts around `[...]`, must have words.",
    wrong='quote: "[...] June 7, 2024"',
    right="quote: it’ll finally hit theaters on June 7, 2024",
)

OMISSION = re.compile(r"\s*\[\.\.\.\]\s*")


class Located(msgspec.Struct, frozen=True):
    """The location of a quote: the number of its paragraph and the span of each of its parts."""

    paragraph: int
    parts: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """From the first quoted character to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


class NotLocated(msgspec.Struct, frozen=True):
    """Why a quote is not valid, and a hint."""

    rule: Rule
    message: str
    hint: str
    marked: str = ""
    """The nearest passage as a diff, if there is one."""


def quote_parts(quote: str) -> list[str]:
    """The normalized parts of a quote between its ``[...]``."""
    return [part.strip() for part in OMISSION.split(normalize(quote))]


def locate(quote: str, source: Source, after: str | None = None) -> Located | NotLocated:
    """Find the one occurrence of a quote in a source.

    ``after`` has words that occur once in the source. Then the first occurrence after them counts.
    """
    parts = quote_parts(quote)
    if not all(parts):
        return NotLocated(
            EMPTY_QUOTE, "The quote, or a part of it, is empty.", "Copy the words that prove the answer."
        )
    begin = 0
    if after is not None:
        anchors = list(_occurrences([normalize(after)], source)) if normalize(after) else []
        if len(anchors) != 1:
            problem = "is not in" if not anchors else "occurs more than once in"
            hint = "Copy words that occur once in the article, before the quote."
            return NotLocated(AFTER_NOT_FOUND, f"The text of `after:` {problem} {source.id}.", hint)
        begin = anchors[0].span.end
    allowed = list(_occurrences(parts, source, begin, source.off_limits))
    if len(allowed) == 1 or (allowed and after is not None):
        return allowed[0]
    if allowed:
        where = ", ".join(dict.fromkeys(f"¶ {place.paragraph}" for place in allowed[:4]))
        message = f"The quote occurs more than once in {source.id} ({where})."
        return NotLocated(
            QUOTE_NOT_UNIQUE, message, "Quote more words, or add `after:` with words that come before it."
        )
    return _reason_not_found(parts, source, begin)


def _occurrences(
    parts: list[str], source: Source, begin: int = 0, banned: tuple[Span, ...] = ()
) -> Iterator[Located]:
    """Occurrences of the parts in order, paragraph by paragraph: the first and, if it differs, the last of each.

    Two show that there is more than one. Finding all of them could take exponential time.
    """
    for paragraph, normalized in zip(source.paragraphs, source.normalized_paragraphs, strict=True):
        if parts[0] not in normalized.text:  # a fast test, which rules out most paragraphs
            continue
        if paragraph.span.end <= begin or any(part not in normalized.text for part in parts):
            continue
        positions: dict[str, list[int]] = {}
        for part in parts:
            if part not in positions:
                positions[part] = list(_positions(part, normalized, paragraph, begin, banned))
            if not positions[part]:
                break
        else:
            for spans in _in_order(parts, positions):
                parts_in_source = tuple(_in_article(start, end, normalized, paragraph) for start, end in spans)
                yield Located(paragraph.number, parts_in_source)


def _positions(
    part: str, normalized: NormalizedText, paragraph: Paragraph, begin: int, banned: tuple[Span, ...]
) -> Iterator[int]:
    """The positions of a part in a normalized paragraph, after ``begin`` and outside the ``banned`` spans."""
    for start in _whole_words(part, normalized.text, 0):
        span = _in_article(start, start + len(part), normalized, paragraph)
        if span.start >= begin and not any(span.overlaps(ban) for ban in banned):
            yield start


def _in_order(parts: list[str], positions: dict[str, list[int]]) -> list[list[tuple[int, int]]]:
    """The first and the last way to place the parts in order without overlap, as (start, end) pairs."""
    first: list[tuple[int, int]] = []
    end = 0
    for part in parts:
        index = bisect_left(positions[part], end)
        if index == len(positions[part]):
            return []
        end = positions[part][index] + len(part)
        first.append((positions[part][index], end))
    last: list[tuple[int, int]] = []
    start = positions[parts[-1]][-1] + len(parts[-1])
    for part in reversed(parts):
        start = positions[part][bisect_right(positions[part], start - len(part)) - 1]
        last.append((start, start + len(part)))
    last.reverse()
    return [first] if first == last else [first, last]


def _whole_words(part: str, text: str, begin: int) -> Iterator[int]:
    start = text.find(part, begin)
    while start >= 0:
        if not _splits_word(text, start) and not _splits_word(text, start + len(part)):
            yield start
        start = text.find(part, start + 1)


def _splits_word(text: str, index: int) -> bool:
    """Whether a cut before ``index`` would split a word, a number or its sign, or separate a verb from its n't."""
    if not 0 < index < len(text):
        return False
    before, here = text[index - 1], text[index]
    earlier, later = text[index - 2] if index > 1 else " ", text[index + 1 : index + 2]
    if here.isalnum():
        if before.isalnum() or (before == "'" and earlier.isalnum()):
            return True
        if here.isdigit() and before in ".,:" and earlier.isdigit():
            return True
        return here.isdigit() and before in ".-+" and (earlier.isspace() or earlier in "([{'\"")
    if here == "'":
        return before in "nN" and later in ("t", "T")
    return here in ".,:" and before.isdigit() and later.isdigit()


def _in_article(start: int, end: int, normalized: NormalizedText, paragraph: Paragraph) -> Span:
    first, last = normalized.original_span(start, end)
    return Span(paragraph.span.start + first, paragraph.span.start + last)


def _reason_not_found(parts: list[str], source: Source, begin: int) -> NotLocated:
    """The reason why parts do not occur after ``begin`` outside the off-limits ranges."""
    banned = (NormalizedText(source.words(ban)).text for ban in source.off_limits)
    if any(True for _ in _occurrences(parts, source, begin)) or any(_occur_in(parts, text) for text in banned):
        message = f"The quote uses words of {source.id} that sources.yaml marks as off limits."
        return NotLocated(QUOTE_OFF_LIMITS, message, "Quote the article's own text.")
    if begin and any(True for _ in _occurrences(parts, source)):
        message = f"The quote is in {source.id}, but only before the text of `after:`."
        return NotLocated(AFTER_NOT_FOUND, message, "Copy words that occur once in the article, before the quote.")
    return _missing(parts, source)


def _occur_in(parts: list[str], text: str) -> bool:
    positions = {part: list(_whole_words(part, text, 0)) for part in parts}
    return all(positions.values()) and bool(_in_order(parts, positions))


def _missing(parts: list[str], source: Source) -> NotLocated:
    if len(parts) > 1 and all(any(True for _ in _occurrences([part], source)) for part in dict.fromkeys(parts)):
        message = f"The parts of the quote are in {source.id}, but not in this order in one paragraph."
        return NotLocated(QUOTE_CROSSES_PARAGRAPHS, message, "Make it two citations, or put the parts in order.")
    if next(_whole_words(" ".join(parts), normalize(source.text), 0), None) is not None:
        message = f"The quote crosses the end of a paragraph in {source.id}."
        return NotLocated(QUOTE_CROSSES_PARAGRAPHS, message, "Make it two citations, one for each paragraph.")
    from quiz.bank.near_miss import find_near_miss  # rapidfuzz is needed only if a quote is not found

    message, hint, marked = find_near_miss(" ".join(parts), source)
    return NotLocated(QUOTE_NOT_FOUND, message, hint, marked)


def find_words(words: str, source: Source, within: tuple[Span, ...]) -> tuple[Span, ...]:
    """The first occurrence of ``words`` in each of some spans of a source, as whole words, ignoring case."""
    folded_words = normalize(words).casefold()
    spans = []
    for span in within:
        normalized = NormalizedText(source.words(span))
        text = normalized.text.casefold()
        if not folded_words or len(text) != len(
            normalized.text
        ):  # casefolding changed the length, so positions would not match
            text, target = normalized.text, normalize(words)
        else:
            target = folded_words
        start = next(_whole_words(target, text, 0), None) if target else None
        if start is not None:
            first, last = normalized.original_span(start, start + len(target))
            spans.append(Span(span.start + first, span.start + last))
    return tuple(spans)
