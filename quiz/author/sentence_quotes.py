"""Turns the sentences that an author selects in an article into quotes."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from quiz.bank.quote import Located, NotLocated, locate
from quiz.bank.sentences import sentences
from quiz.bank.source import Source, Span

_LEFT_OUT = " [...] "
_FEWEST = 4
"""The least number of words for `after:`, if there are so many: fewer tell a reader of the file little."""
_MOST = 60


class SentenceQuote(msgspec.Struct, frozen=True):
    """A quote, with its place in the article."""

    words: str
    span: Span
    after: str | None = None
    """Words before the quote that identify its place, if the quote occurs several times."""


def quotes_of_sentences(source: Source, selected: Sequence[Span]) -> tuple[SentenceQuote, ...]:
    """The quotes of some sentences, one for each paragraph. ``[...]`` stands for sentences that were not selected."""
    selected_spans = set(selected)
    quotes = []
    for _, group in groupby(sentences(source), key=lambda item: item[0].number):
        parts: list[Span] = []
        joined = False
        for _, span in group:
            if span not in selected_spans:
                joined = False
                continue
            if joined and not any(ban.overlaps(Span(parts[-1].end, span.start)) for ban in source.off_limits):
                parts[-1] = Span(parts[-1].start, span.end)
            else:
                parts.append(span)
            joined = True
        if parts:
            words = _LEFT_OUT.join(source.words(part) for part in parts)
            quotes.append(quote_at(source, words, Span(parts[0].start, parts[-1].end), exact=True))
    return tuple(quotes)


def quote_at(source: Source, words: str, span: Span, *, exact: bool = False) -> SentenceQuote:
    """A quote at ``span``, with ``after`` if the same words occur elsewhere, too.

    With ``exact``, the quote is the whole span. Without, it may be a part of it, as when an author shortens a quote.
    """
    located = locate(words, source)
    if isinstance(located, Located) or not _is_repeated(located):
        return SentenceQuote(words, span)
    for after in _preceding_words(source, span.start):
        located = locate(words, source, after)
        if isinstance(located, Located) and (located.span == span if exact else located.span.overlaps(span)):
            return SentenceQuote(words, span, after)
    return SentenceQuote(words, span)


def _is_repeated(not_located: NotLocated) -> bool:
    return not_located.rule.name == "quote-not-unique"


def _preceding_words(source: Source, start: int) -> Iterator[str]:
    """Words before a place that could be ``after``: nearest paragraph first, and fewest words first in each."""
    for paragraph in reversed(source.paragraphs):
        end = min(start, paragraph.span.end)
        text = source.text[paragraph.span.start : end].rstrip()
        if paragraph.span.start >= start or not text:
            continue
        ends = [index for index in range(1, len(text)) if text[index].isspace() != text[index - 1].isspace()]
        begins = [index for index in [0, *ends] if not text[index].isspace()][::-1]
        for begin in begins[_FEWEST - 1 : _MOST] or begins[-1:]:
            yield text[begin:]
