"""Typography: where an author's copy of a quote differs from the article in what a keyboard folds."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from quiz.author.yaml_edits import Change
from quiz.bank.normalize import NormalizedText
from quiz.bank.quote import LEFT_OUT, Located
from quiz.bank.source import Source


def typography(quote: str, located: Located, source: Source) -> list[Change]:
    """The changes that make a quote's characters the article's own.

    Invisible characters and runs of white space are left as they are: nobody could see what was changed.
    """
    folded = NormalizedText(quote)
    changes: list[Change] = []
    for (start, end), span in zip(_parts(folded.text), located.parts, strict=True):
        words = source.words(span)
        original = NormalizedText(words)
        if original.text != folded.text[start:end]:  # a part that begins inside what is folded as one
            continue
        for mine, its in _pairs(folded, start, original):
            typed, printed = quote[mine[0] : mine[1]], words[its[0] : its[1]]
            if typed != printed and _can_be_seen(typed) and _can_be_seen(printed):
                changes.append((*mine, printed))
    return changes


def describe_changes(quote: str, changes: Sequence[Change]) -> str:
    """Some changes in words, each once: what stands for what now."""
    counted = Counter((_named(new), _named(quote[start:end])) for start, end, new in changes)
    return ", ".join(f"{new} for {old}{f' ({n} times)' if n > 1 else ''}" for (new, old), n in counted.items())


def _named(piece: str) -> str:
    """A piece as it can be told apart in print: spaces of other widths by their names."""
    return unicodedata.name(piece, piece).lower() if len(piece) == 1 and piece.isspace() else piece


def _parts(text: str) -> list[tuple[int, int]]:
    """Where the parts of a folded quote around its ``[...]`` stand, without the white space at their ends."""
    ends = [0]
    for match in LEFT_OUT.finditer(text):
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
    """The smallest pieces of two texts that fold to the same: spans in the one and in the other."""
    here: tuple[int, int] | None = None
    there = (0, 0)
    for index in range(len(its.text)):
        one, other = mine.origin(start + index, start + index + 1), its.origin(index, index + 1)
        if here is not None and (one[0] < here[1] or other[0] < there[1]):  # still inside what folds as one
            here, there = (here[0], max(here[1], one[1])), (there[0], max(there[1], other[1]))
            continue
        if here is not None:
            yield here, there
        here, there = one, other
    if here is not None:
        yield here, there


def _can_be_seen(piece: str) -> bool:
    """Whether a piece is one space of any width, or characters that can be seen."""
    if len(piece) == 1 and unicodedata.category(piece) == "Zs":
        return True
    return piece.isprintable() and not re.search(r"\s", piece)
