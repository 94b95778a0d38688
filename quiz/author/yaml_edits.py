"""Edits of single characters in a YAML file. All other characters, comments included, stay the same."""

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


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after the edits, which must not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def edit_scalar(text: str, node: Node, changes: Sequence[Edit]) -> tuple[list[Edit], bool]:
    """The edits of ``text`` that make ``changes`` to a scalar's value, and whether they make all changes.

    A change of an escaped character, or of one where a line is folded, is left out.
    """
    written = text[node.start : node.end]
    value = node.value if isinstance(node.value, str) else ""
    positions = _positions(written, value)
    edits = []
    for change in changes:
        located = [span for span in positions[change.start : change.end] if span is not None]
        if located and len(located) == change.end - change.start:
            edits.append(Edit(node.start + located[0][0], node.start + located[-1][1], _escaped(change.new, written)))
    return edits, len(edits) == len(changes)


def _positions(written: str, value: str) -> Sequence[tuple[int, int] | None]:
    """The span of each character of a value in the scalar as written; None for those that cannot be located."""
    begin, end, token = 0, len(written), _PLAIN
    if written[:1] in ("'", '"'):
        begin, end, token = 1, len(written) - 1, _SINGLE if written[0] == "'" else _DOUBLE
    elif written[:1] in ("|", ">"):
        header = _HEADER.match(written)
        begin = header.end() if header else end
    tokens = [match for match in token.finditer(written, begin, end) if match[0] not in _BLANK]
    if [match[0][-1] for match in tokens] != [char for char in value if char not in _BLANK]:
        return [None] * len(value)  # it has escapes
    positions: list[tuple[int, int] | None] = []
    seen = 0
    for run in re.finditer(f"[{_BLANK}]+|[^{_BLANK}]", value):
        if not _BLANKS.fullmatch(run[0]):
            positions.append(tokens[seen].span())
            seen += 1
            continue
        after = tokens[seen - 1].end() if seen else begin
        before = tokens[seen].start() if seen < len(tokens) else end
        plain = written[after:before] == run[0] and not run[0].strip(" \t")
        positions += [(after + n, after + n + 1) if plain else None for n in range(len(run[0]))]
    return positions


def _escaped(new: str, written: str) -> str:
    if written[:1] == "'":
        return new.replace("'", "''")
    return new.replace("\\", "\\\\").replace('"', '\\"') if written[:1] == '"' else new
