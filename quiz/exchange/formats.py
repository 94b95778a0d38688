"""The formats by name, and how to recognise the format of a file."""

import re
from collections.abc import Callable, Sequence

import msgspec

from quiz.bank.question import Question
from quiz.exchange import aiken, anki, csv_table, gift, open_trivia
from quiz.exchange.imported_question import ImportedQuestion, ImportMessage
from quiz.exchange.lossy_export import LossNote


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """A file format of questions."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    """How the names of its files end."""
    read: Callable[[str], tuple[list[ImportedQuestion], list[ImportMessage]]] | None = None
    """From a file's text to its questions and what could not be imported; None if a format is only written."""
    write: Callable[[Sequence[Question]], tuple[str | bytes, list[LossNote]]]
    """From questions to a file's content and what the format could not carry."""


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
"""How to recognise each format by its contents, the surest first."""


def by_name(file: str) -> Format | None:
    """The format that a file's name ends with; None if it has no known ending."""
    return next((one for one in FORMATS.values() if file.casefold().endswith(one.suffixes)), None)


def by_contents(text: str) -> Format | None:
    """The format that a text looks like; None if it looks like none."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return next((FORMATS[name] for name, matches in _LIKELY if matches(text)), None)
