"""Slugs: ids made from words."""

import re
import unicodedata
from collections.abc import Container, Iterable

_LONGEST = 48


def slug(words: str, otherwise: str = "question") -> str:
    """An id made from words: their letters and digits in lower case, joined by hyphens, cut at a whole word.

    ``otherwise`` is the id of words without any such letter or digit.
    """
    bare = unicodedata.normalize("NFKD", words[: 8 * _LONGEST]).replace("'", "").replace("\u2019", "")
    kept = re.findall("[a-z0-9]+", bare.encode("ascii", "ignore").decode().lower())
    found = "-".join(kept)
    if len(found) > _LONGEST:
        found = found[: _LONGEST + 1].rpartition("-")[0] or found[:_LONGEST]
    return otherwise if found in ("", "null") else found  # null is not a string in YAML


def unused(name: str, taken: Container[str]) -> str:
    """An id that is not taken yet: the name itself, or with the first free number after it."""
    return _numbered(name, _first_free(name, taken, 1))


class UniqueIds:
    """Gives out ids, none twice. It remembers its numbers, so that many equal ones cost no more each."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def claim(self, name: str) -> str:
        """The id itself, or with the first number after it that makes it unique; from now on it is taken."""
        number = _first_free(name, self._taken, self._next.get(name, 1))
        self._next[name] = number + 1
        unique = _numbered(name, number)
        self._taken.add(unique)
        return unique


def _first_free(name: str, taken: Container[str], number: int) -> int:
    while _numbered(name, number) in taken:
        number += 1
    return number


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"
