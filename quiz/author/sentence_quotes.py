"""Quoting: from sentences that were picked in an article to quotes, in the article's own characters."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from quiz.bank.quote import Located, NotLocated, locate
from quiz.bank.sentences import sentences
from quiz.bank.source import Source, Span

_LEFT_OUT = " [...] "
_FEWEST = 4
"""Words that `after:` has, where there are so many: fewer say little to whoever reads the file."""
_MOST = 60


class Quoted(msgspec.Struct, frozen=True):
    """A quote, and where in its article it stands."""

    words: str
    span: Span
    after: str | None = None
    """Words before it that say which of its places is meant, where there are several."""


def quotes_of(source: Source, picked: Sequence[Span]) -> tuple[Quoted, ...]:
    """The quotes of some sentences, one a paragraph, with ``[...]`` where a sentence between them was not picked."""
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
    """A quote that is meant to stand at ``span``, with the ``after`` that it needs where it stands elsewhere too.

    ``whole`` says that it must be all of the span, else words of it will do: an author has made the quote shorter.
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
    """Words that stand before a place, the nearest first, and the fewest that can be told apart first."""
    for paragraph in reversed(source.paragraphs):
        end = min(start, paragraph.span.end)
        text = source.text[paragraph.span.start : end].rstrip()
        if paragraph.span.start >= start or not text:
            continue
        ends = [index for index in range(1, len(text)) if text[index].isspace() != text[index - 1].isspace()]
        begins = [index for index in [0, *ends] if not text[index].isspace()][::-1]
        for begin in begins[_FEWEST - 1 : _MOST] or begins[-1:]:
            yield text[begin:]
