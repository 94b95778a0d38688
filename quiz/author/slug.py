"""Slugs: ids made from words."""

import re
import unicodedata
from collections.abc import Container, Iterable

_LONGEST = 48


def slug(words: str, otherwise: str = "question") -> str:
    """An id made from words: their letters and digits in lower case, joined by hyphens, cut at a whole word.

    ``otherwise`` stands for words of which no letter can be kept.
    """
    bare = unicodedata.normalize("NFKD", words[: 8 * _LONGEST]).replace("'", "").replace("\u2019", "")
    kept = re.findall("[a-z0-9]+", bare.encode("ascii", "ignore").decode().lower())
    made = "-".join(kept)
    if len(made) > _LONGEST:
        made = made[: _LONGEST + 1].rpartition("-")[0] or made[:_LONGEST]
    return otherwise if made in ("", "null") else made  # a plain null is no word in YAML


def unused(name: str, taken: Container[str]) -> str:
    """An id that is not taken yet: the one given, or the first that is free with a number after it."""
    return _numbered(name, _first_free(name, taken, 1))


class Names:
    """Ids as they are given out, none twice. It remembers its numbers, so that many equal ones cost no more each."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def give(self, name: str) -> str:
        """The id given, or the first that is free with a number after it; from now on it is taken."""
        number = _first_free(name, self._taken, self._next.get(name, 1))
        self._next[name] = number + 1
        given = _numbered(name, number)
        self._taken.add(given)
        return given


def _first_free(name: str, taken: Container[str], number: int) -> int:
    while _numbered(name, number) in taken:
        number += 1
    return number


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"
