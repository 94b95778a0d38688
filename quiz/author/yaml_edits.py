"""Edits: changes to a few characters of a YAML file that leave every other one as it is."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec

from quiz.bank.yaml_nodes import Node

Change: TypeAlias = tuple[int, int, str]
"""Characters of a value, from and up to, and what is to stand for them."""

_BLANK = " \t\r\n\x85\u2028\u2029"
"""What YAML takes for white space or the end of a line; a no-break space is a character like others."""
_BLANKS = re.compile(f"[{_BLANK}]+")
_HEADER = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])")
_SINGLE = re.compile("''|.", re.DOTALL)
_DOUBLE = re.compile(r'\\["\\/]|[^\\]', re.DOTALL)
_PLAIN = re.compile(".", re.DOTALL)


class Edit(msgspec.Struct, frozen=True, order=True):
    """Characters of a text, from and up to, and what is to stand for them."""

    start: int
    end: int
    new: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """A text with some edits made, which may not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def edit_scalar(text: str, node: Node, changes: Sequence[Change]) -> tuple[list[Edit], bool]:
    """The edits that change a scalar's value, and whether they are all that was asked for.

    What was written with escapes, or stands where a line is folded, is left alone.
    """
    written = text[node.start : node.end]
    value = node.value if isinstance(node.value, str) else ""
    spots = _spots(written, value)
    edits = []
    for start, end, new in changes:
        there = [spot for spot in spots[start:end] if spot is not None]
        if there and len(there) == end - start:
            edits.append(Edit(node.start + there[0][0], node.start + there[-1][1], _escaped(new, written)))
    return edits, len(edits) == len(changes)


def _spots(written: str, value: str) -> Sequence[tuple[int, int] | None]:
    """Where in a scalar as it is written each character of its value stands; None where that cannot be told."""
    begin, end, token = 0, len(written), _PLAIN
    if written[:1] in ("'", '"'):
        begin, end, token = 1, len(written) - 1, _SINGLE if written[0] == "'" else _DOUBLE
    elif written[:1] in ("|", ">"):
        header = _HEADER.match(written)
        begin = header.end() if header else end
    found = [match for match in token.finditer(written, begin, end) if match[0] not in _BLANK]
    if [match[0][-1] for match in found] != [char for char in value if char not in _BLANK]:
        return [None] * len(value)  # escapes
    spots: list[tuple[int, int] | None] = []
    seen = 0
    for run in re.finditer(f"[{_BLANK}]+|[^{_BLANK}]", value):
        if not _BLANKS.fullmatch(run[0]):
            spots.append(found[seen].span())
            seen += 1
            continue
        after = found[seen - 1].end() if seen else begin
        before = found[seen].start() if seen < len(found) else end
        plain = written[after:before] == run[0] and not run[0].strip(" \t")
        spots += [(after + n, after + n + 1) if plain else None for n in range(len(run[0]))]
    return spots


def _escaped(new: str, written: str) -> str:
    if written[:1] == "'":
        return new.replace("'", "''")
    return new.replace("\\", "\\\\").replace('"', '\\"') if written[:1] == '"' else new
