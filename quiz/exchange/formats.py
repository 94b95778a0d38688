"""The formats by their names, and which one a file is likely in."""

import re
from collections.abc import Callable

from quiz.exchange import aiken, anki, csv_table, gift, open_trivia
from quiz.exchange.item import Format

FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format(
            name="opentdb",
            title="Open Trivia DB",
            suffixes=(".json",),
            read=open_trivia.read,
            write=open_trivia.write,
        ),
        Format(name="gift", title="GIFT", suffixes=(".gift",), read=gift.read, write=gift.write),
        Format(name="aiken", title="Aiken", suffixes=(".aiken",), read=aiken.read, write=aiken.write),
        Format(name="csv", title="CSV", suffixes=(".csv", ".tsv"), read=csv_table.read, write=csv_table.write),
        Format(name="anki", title="Anki", suffixes=(".apkg",), write=anki.write),
    )
}
"""A new format is an entry here and a module that reads or writes it."""

_RESULTS = re.compile(r'\s*(?:\{|\[\s*\{)\s*"')
_ANSWER = re.compile(r"^[ \t]*ANSWER:[ \t]*[A-Z][ \t]*$", re.MULTILINE | re.IGNORECASE)
_BRACES = re.compile(r"^(?:[ \t]*::|\$CATEGORY:)|(?<!\\)\{[^{}]*(?<!\\)[=~TF#}]", re.MULTILINE)
_LIKELY: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("opentdb", _RESULTS.match),
    ("csv", csv_table.is_table),
    ("aiken", _ANSWER.search),
    ("gift", _BRACES.search),
)
"""How each format looks, the one that is told most surely first."""


def by_name(file: str) -> Format | None:
    """The format that a file's name says; None where it says none."""
    return next((one for one in FORMATS.values() if file.casefold().endswith(one.suffixes)), None)


def by_contents(text: str) -> Format | None:
    """The format that a file's text looks like; None where it looks like none."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return next((FORMATS[name] for name, looks in _LIKELY if looks(text)), None)
