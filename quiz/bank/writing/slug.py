"""Slugs: ids made from words."""

import re
import unicodedata
from collections.abc import Container

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
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
