"""Edits that insert a key or a list item into a YAML file, in the layout of its neighbours."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from quiz.author.question_yaml import Value
from quiz.author.yaml_edits import Edit
from quiz.author.yaml_scalar import as_json, inline
from quiz.bank.yaml_nodes import Node

_LINE_END = re.compile(r"\r\n|[\r\n]")


def line_end(text: str) -> str:
    """The line end that a file uses."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def insert_first(text: str, mapping: Node, key: str, value: str) -> Edit:
    """The edit that inserts a key at the beginning of a mapping. Neither key nor value may need quotation marks."""
    at = mapping.start
    if text[at : at + 1] != "{":
        margin = re.sub(r"\S", " ", text[text.rfind("\n", 0, at) + 1 : at].rpartition("\r")[2])
        return Edit(at, at, f"{key}: {value}{line_end(text)}{margin}")
    gap = re.compile(r"\s*").match(text, at + 1)
    space = gap[0] if gap else ""
    follows = text[at + 1 + len(space) : at + 2 + len(space)]
    pair = f"{json.dumps(key)}: {json.dumps(value)}" if follows == '"' else f"{key}: {value}"
    comma = "" if follows == "}" else "," if space else ", "
    return Edit(at + 1, at + 1, f"{space}{pair}{comma}")


def append_mapping(text: str, items: Node, entry: Mapping[str, str | None]) -> list[Edit]:
    """The edits that append a mapping of keys to strings or null to a list."""
    pairs = (f"{key}: {'null' if value is None else inline(value)}" for key, value in entry.items())
    return append_item(text, items, [f"{'  ' if number else '- '}{pair}" for number, pair in enumerate(pairs)], entry)


def append_item(text: str, items: Node, lines: Sequence[str], entry: Mapping[str, Value]) -> list[Edit]:
    """The edits that append an item to a list, in the layout of its other items.

    ``lines`` are the item as YAML, with the dash in the first column. ``entry`` has the same values, for a list in
    brackets.
    """
    if in_brackets(text, items):
        return [_append_in_brackets(text, items, entry)]
    at, margin, has_empty_lines = end_of_list(text, items)
    empty = [""] if has_empty_lines else []
    return [*_without_null(text, items), insert_lines(text, at, [*empty, *indented(lines, margin)])]


def indented(lines: Iterable[str], margin: str) -> list[str]:
    """Lines with a margin before each, except empty ones."""
    return [f"{margin}{line}" if line else "" for line in lines]


def insert_lines(text: str, at: int, lines: Sequence[str]) -> Edit:
    """The edit that inserts lines where a line begins or the text ends."""
    end = line_end(text)
    is_new_line = text[at - 1 : at] in ("\n", "\r", "")
    return Edit(at, at, f"{'' if is_new_line else end}{end.join(lines)}{end}")


def in_brackets(text: str, items: Node) -> bool:
    """Whether a list is written in brackets, not line by line."""
    return text[items.start : items.start + 1] == "["


def _append_in_brackets(text: str, items: Node, entry: Mapping[str, Value]) -> Edit:
    """The edit that appends an item to a list in brackets, as JSON."""
    written = as_json(entry)
    entries = items.value if isinstance(items.value, list) else []
    if not entries:
        return Edit(items.start + 1, items.start + 1, written)
    before = entries[-2].end if len(entries) > 1 else items.start + 1
    gap = text[before : entries[-1].start].lstrip(",")
    return Edit(entries[-1].end, entries[-1].end, f",{gap if gap.isspace() else ' '}{written}")


def _without_null(text: str, items: Node) -> list[Edit]:
    """The edit that removes ``null`` or ``~`` where a list is expected, if it is there."""
    if items.value is not None or items.start == items.end:
        return []
    return [Edit(len(text[: items.start].rstrip(" \t")), items.end, "")]


def end_of_list(text: str, items: Node) -> tuple[int, str, bool]:
    """Where to append an item to a list, the margin before its dash, and whether an empty line precedes it."""
    entries = items.value if isinstance(items.value, list) else []
    if not entries:
        return _after_line(text, items.end), "  ", False
    dash = text.rfind("-", 0, entries[-1].start)
    margin = text[max(text.rfind("\n", 0, dash), text.rfind("\r", 0, dash)) + 1 : dash]
    at = _after_comments(text, _after_line(text, items.end), len(margin))
    has_empty_lines = any(not line.strip() for line in text[entries[0].start : entries[-1].start].splitlines())
    return at, margin, has_empty_lines


def _after_line(text: str, at: int) -> int:
    """The start of the line after a value that ends at ``at``."""
    while text[at - 1 : at] in ("\n", "\r"):  # a block scalar includes its line end, and perhaps empty lines
        at -= 1
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)


def _after_comments(text: str, at: int, margin: int) -> int:
    """The position after comments that belong to an item: they are indented more than its dash."""
    while (found := re.compile(r"( *)#[^\r\n]*(?:\r\n|[\r\n]|$)").match(text, at)) and len(found[1]) > margin:
        at = found.end()
    return at
