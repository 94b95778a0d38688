"""All formats by name, and how to recognise the format of a file."""

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
    """The endings of file names."""
    read: Callable[[str], tuple[list[ImportedQuestion], list[ImportMessage]]] | None = None
    """From a file's text to its questions and messages; None if the format can only be exported."""
    write: Callable[[Sequence[Question]], tuple[str | bytes, list[LossNote]]]
    """From questions to a file's content and what the format cannot express."""


FORMATS: dict[str, Format] = {
    format_.name: format_
    for format_ in (
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
"""To add a format, write a module that reads or writes it, and add an entry here."""

_RESULTS = re.compile(r'\s*(?:\{|\[\s*\{)\s*"')
_ANSWER = re.compile(r"^[ \t]*ANSWER:[ \t]*[A-Z][ \t]*$", re.MULTILINE | re.IGNORECASE)
_BRACES = re.compile(r"^(?:[ \t]*::|\$CATEGORY:)|(?<!\\)\{[^{}]*(?<!\\)[=~TF#}]", re.MULTILINE)
_DETECTORS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("opentdb", _RESULTS.match),
    ("csv", csv_table.is_table),
    ("aiken", _ANSWER.search),
    ("gift", _BRACES.search),
)
"""How to recognise each format by its content, the most reliable test first."""


def by_name(file: str) -> Format | None:
    """The format that belongs to the ending of a file's name; None if the ending is unknown."""
    return next((format_ for format_ in FORMATS.values() if file.casefold().endswith(format_.suffixes)), None)


def by_content(text: str) -> Format | None:
    """The format that a text seems to be in; None if it is not recognised."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return next((FORMATS[name] for name, matches in _DETECTORS if matches(text)), None)
