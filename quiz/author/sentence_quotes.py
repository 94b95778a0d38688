"""Quotes of the sentences that an author selects in an article, in the article's own characters."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from quiz.bank.quote import Located, NotLocated, locate
from quiz.bank.sentences import sentences
from quiz.bank.source import Source, Span

_LEFT_OUT = " [...] "
_FEWEST = 4
"""Words that `after:` has if there are so many: fewer tell a reader of the file little."""
_MOST = 60


class Quoted(msgspec.Struct, frozen=True):
    """A quote, and its place in the article."""

    words: str
    span: Span
    after: str | None = None
    """Words before it that say which place is meant, if the quote occurs several times."""


def quotes_of(source: Source, picked: Sequence[Span]) -> tuple[Quoted, ...]:
    """The quotes of some sentences, one a paragraph, with ``[...]`` for sentences in between that were not picked."""
    chosen = set(picked)
    found = []
    for _, group in groupby(sentences(source), key=lambda one: one[0].number):
        parts: list[Span] = []
        joined = False
        for _, span in group:
            if span not in chosen:
                joined = False
                continue
            if joined and not any(ban.overlaps(Span(parts[-1].end, span.start)) for ban in source.off_limits):
                parts[-1] = Span(parts[-1].start, span.end)
            else:
                parts.append(span)
            joined = True
        if parts:
            words = _LEFT_OUT.join(source.words(part) for part in parts)
            found.append(quoted(source, words, Span(parts[0].start, parts[-1].end), whole=True))
    return tuple(found)


def quoted(source: Source, words: str, span: Span, *, whole: bool = False) -> Quoted:
    """A quote whose place is ``span``, with the ``after`` that it needs if it occurs elsewhere too.

    With ``whole`` it must be all of the span; else it may be a part, since an author has shortened the quote.
    """
    located = locate(words, source)
    if isinstance(located, Located) or not _is_repeated(located):
        return Quoted(words, span)
    for after in _befores(source, span.start):
        there = locate(words, source, after)
        if isinstance(there, Located) and (there.span == span if whole else there.span.overlaps(span)):
            return Quoted(words, span, after)
    return Quoted(words, span)


def _is_repeated(found: NotLocated) -> bool:
    return found.rule.name == "quote-not-unique"


def _befores(source: Source, start: int) -> Iterator[str]:
    """Words before a place: those of the nearest paragraph first, and of each the fewest first."""
    for paragraph in reversed(source.paragraphs):
        end = min(start, paragraph.span.end)
        text = source.text[paragraph.span.start : end].rstrip()
        if paragraph.span.start >= start or not text:
            continue
        ends = [index for index in range(1, len(text)) if text[index].isspace() != text[index - 1].isspace()]
        begins = [index for index in [0, *ends] if not text[index].isspace()][::-1]
        for begin in begins[_FEWEST - 1 : _MOST] or begins[-1:]:
            yield text[begin:]
