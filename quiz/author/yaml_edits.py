"""Edits: changes to a few characters of a YAML file that leave every other one as it is."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from quiz.bank.yaml_nodes import Node

_BLANK = " \t\r\n\x85\u2028\u2029"
"""White space and line ends in YAML; a no-break space is an ordinary character."""
_BLANKS = re.compile(f"[{_BLANK}]+")
_HEADER = re.compile("[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])")
_SINGLE = re.compile("''|.", re.DOTALL)
_DOUBLE = re.compile(r'\\["\\/]|[^\\]', re.DOTALL)
_PLAIN = re.compile(".", re.DOTALL)


class Edit(msgspec.Struct, frozen=True, order=True):
    """Replaces the characters of a text from ``start`` up to ``end``."""

    start: int
    end: int
    new: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made, which must not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def edit_scalar(text: str, node: Node, changes: Sequence[Edit]) -> tuple[list[Edit], bool]:
    """The edits of ``text`` that make ``changes`` to a scalar's value, and whether they make all of them.

    Characters that are escaped, or at which a line is folded, are not changed.
    """
    written = text[node.start : node.end]
    value = node.value if isinstance(node.value, str) else ""
    spots = _spots(written, value)
    edits = []
    for change in changes:
        found = [spot for spot in spots[change.start : change.end] if spot is not None]
        if found and len(found) == change.end - change.start:
            edits.append(Edit(node.start + found[0][0], node.start + found[-1][1], _escaped(change.new, written)))
    return edits, len(edits) == len(changes)


def _spots(written: str, value: str) -> Sequence[tuple[int, int] | None]:
    """Where each character of a value is in the scalar as written; None for those that cannot be located."""
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
