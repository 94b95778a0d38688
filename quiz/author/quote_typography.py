"""Typography: where an author's copy of a quote has other quotation marks, dashes or spaces than the article."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from quiz.author.yaml_edits import Edit
from quiz.bank.normalize import NormalizedText
from quiz.bank.quote import OMISSION, Located
from quiz.bank.source import Source


def typography(quote: str, located: Located, source: Source) -> list[Edit]:
    """The edits of a quote that give it the article's own characters.

    Invisible characters and runs of white space stay as they are, since an author could not see the change.
    """
    folded = NormalizedText(quote)
    changes: list[Edit] = []
    for (start, end), span in zip(_parts(folded.text), located.parts, strict=True):
        words = source.words(span)
        original = NormalizedText(words)
        if original.text != folded.text[start:end]:  # a part that begins inside a ligature, say
            continue
        for mine, its in _pairs(folded, start, original):
            typed, printed = quote[mine[0] : mine[1]], words[its[0] : its[1]]
            if typed != printed and _is_visible(typed) and _is_visible(printed):
                changes.append(Edit(*mine, printed))
    return changes


def describe_changes(quote: str, changes: Sequence[Edit]) -> str:
    """The changes in words, each once: the new character "for" the old one."""
    counted = Counter((_name(one.new), _name(quote[one.start : one.end])) for one in changes)
    return ", ".join(f"{new} for {old}{f' ({n} times)' if n > 1 else ''}" for (new, old), n in counted.items())


def _name(piece: str) -> str:
    """A piece as a message shows it: spaces, which look alike, by their names."""
    return unicodedata.name(piece, piece).lower() if len(piece) == 1 and piece.isspace() else piece


def _parts(text: str) -> list[tuple[int, int]]:
    """Where the parts of a normalized quote between its ``[...]`` begin and end, without white space around them."""
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
    mine: NormalizedText, start: int, its: NormalizedText
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The smallest pieces of two texts that normalize to the same: spans in the one and in the other."""
    here: tuple[int, int] | None = None
    there = (0, 0)
    for index in range(len(its.text)):
        one, other = mine.original_span(start + index, start + index + 1), its.original_span(index, index + 1)
        if here is not None and (one[0] < here[1] or other[0] < there[1]):  # still inside such a piece
            here, there = (here[0], max(here[1], one[1])), (there[0], max(there[1], other[1]))
            continue
        if here is not None:
            yield here, there
        here, there = one, other
    if here is not None:
        yield here, there


def _is_visible(piece: str) -> bool:
    """Whether a piece is one space of any width, or visible characters."""
    if len(piece) == 1 and unicodedata.category(piece) == "Zs":
        return True
    return piece.isprintable() and not re.search(r"\s", piece)
