"""Ids made from words, and ids that are not used yet."""

import re
import unicodedata
from collections.abc import Container, Iterable

_LONGEST = 48


def slug(words: str, default: str = "question") -> str:
    """An id made from words: their ASCII letters and digits in lower case, joined by hyphens, cut after a word.

    ``default`` is returned if there is no such letter or digit.
    """
    bare = unicodedata.normalize("NFKD", words[: 8 * _LONGEST]).replace("'", "").replace("\u2019", "")
    parts = re.findall("[a-z0-9]+", bare.encode("ascii", "ignore").decode().lower())
    joined = "-".join(parts)
    if len(joined) > _LONGEST:
        joined = joined[: _LONGEST + 1].rpartition("-")[0] or joined[:_LONGEST]
    return default if joined in ("", "null") else joined  # null is not a string in YAML


def unused_id(name: str, taken: Container[str]) -> str:
    """The name if it is not taken, else the name with the first free number after it."""
    return _numbered(name, _first_free(name, taken, 1))


class UniqueIds:
    """Hands out ids, each only once. It stores the last number of each name, so that repeated names stay fast."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def claim(self, name: str) -> str:
        """The name, or the name with the first free number after it. The result is taken from now on."""
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
