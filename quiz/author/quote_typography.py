"""Finds where a quote has other quotation marks, dashes or spaces than the article it is copied from."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from quiz.author.yaml_edits import Edit
from quiz.bank.normalize import NormalizedText
from quiz.bank.quote import OMISSION, Located
from quiz.bank.source import Source


def typography_edits(quote: str, located: Located, source: Source) -> list[Edit]:
    """The edits that give a quote the article's characters.

    Invisible characters and runs of white space are not changed, since an author could not see the difference.
    """
    normalized = NormalizedText(quote)
    changes: list[Edit] = []
    for (start, end), span in zip(_parts(normalized.text), located.parts, strict=True):
        words = source.words(span)
        original = NormalizedText(words)
        if original.text != normalized.text[start:end]:  # for example, a part that begins inside a ligature
            continue
        for in_quote, in_words in _pairs(normalized, start, original):
            typed, printed = quote[in_quote[0] : in_quote[1]], words[in_words[0] : in_words[1]]
            if typed != printed and _is_visible(typed) and _is_visible(printed):
                changes.append(Edit(*in_quote, printed))
    return changes


def describe_changes(quote: str, changes: Sequence[Edit]) -> str:
    """The changes for a message, each once: the new character "for" the old one."""
    counted = Counter((_name(edit.new), _name(quote[edit.start : edit.end])) for edit in changes)
    return ", ".join(f"{new} for {old}{f' ({n} times)' if n > 1 else ''}" for (new, old), n in counted.items())


def _name(piece: str) -> str:
    """A character as a message shows it. Spaces look alike, so they go by their Unicode names."""
    return unicodedata.name(piece, piece).lower() if len(piece) == 1 and piece.isspace() else piece


def _parts(text: str) -> list[tuple[int, int]]:
    """The start and end of each part of a normalized quote between its ``[...]``, without surrounding white space."""
    ends = [0]
    for match in OMISSION.finditer(text):
        ends += match.span()
    ends.append(len(text))
    parts = []
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        part = text[start:end]
        begin = start + len(part) - len(part.lstrip())
        parts.append((begin, begin + len(part.strip())))
    return parts


def _pairs(
    quote: NormalizedText, start: int, article: NormalizedText
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The smallest pieces of two texts that normalize to the same text, as spans in the quote and in the article.

    ``start`` is where the article's text begins in the normalized quote.
    """
    first: tuple[int, int] | None = None
    second = (0, 0)
    for index in range(len(article.text)):
        one, other = quote.original_span(start + index, start + index + 1), article.original_span(index, index + 1)
        if first is not None and (one[0] < first[1] or other[0] < second[1]):  # still inside the same piece
            first, second = (first[0], max(first[1], one[1])), (second[0], max(second[1], other[1]))
            continue
        if first is not None:
            yield first, second
        first, second = one, other
    if first is not None:
        yield first, second


def _is_visible(piece: str) -> bool:
    """Whether a piece is one space of any width, or visible characters."""
    if len(piece) == 1 and unicodedata.category(piece) == "Zs":
        return True
    return piece.isprintable() and not re.search(r"\s", piece)
