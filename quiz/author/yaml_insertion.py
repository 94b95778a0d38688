"""Insertion: a new key or a new entry in a YAML file, laid out as its neighbours are."""

import json
import re
from collections.abc import Mapping

from quiz.author.question_yaml import Value
from quiz.author.yaml_edits import Edit
from quiz.author.yaml_scalar import inline
from quiz.bank.yaml_nodes import Node

_LINE_END = re.compile(r"\r\n|[\r\n]")
_NOT_IN_JSON = re.compile("[\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]")


def line_end(text: str) -> str:
    """The line end that a file uses."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def insert_first(text: str, mapping: Node, key: str, value: str) -> Edit:
    """A new first key of a mapping, whose value needs no quotation marks."""
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


def append_entry(text: str, items: Node, entry: Mapping[str, str | None]) -> list[Edit]:
    """A new last entry of a list under a top-level key, laid out as the others are."""
    if in_brackets(text, items):
        return [append_in_brackets(text, items, entry)]
    at, margin, apart = end_of_list(text, items)
    block = Edit(at, at, _block(text, at, entry, margin, line_end(text), apart=apart))
    return [*without_null(text, items), block]


def in_brackets(text: str, items: Node) -> bool:
    """Whether a list stands in brackets, not line by line."""
    return text[items.start : items.start + 1] == "["


def append_in_brackets(text: str, items: Node, entry: Mapping[str, Value]) -> Edit:
    """A new last entry of a list in brackets, in JSON, which is YAML too; what YAML refuses is escaped."""
    written = json.dumps(entry, ensure_ascii=False)
    written = _NOT_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
    entries = items.value if isinstance(items.value, list) else []
    if not entries:
        return Edit(items.start + 1, items.start + 1, written)
    before = entries[-2].end if len(entries) > 1 else items.start + 1
    gap = text[before : entries[-1].start].lstrip(",")
    return Edit(entries[-1].end, entries[-1].end, f",{gap if gap.isspace() else ' '}{written}")


def without_null(text: str, items: Node) -> list[Edit]:
    """What takes away the word for nothing, ``null`` or ``~``, where the lines of a list are to stand instead."""
    if items.value is not None or items.start == items.end:
        return []
    return [Edit(len(text[: items.start].rstrip(" \t")), items.end, "")]


def end_of_list(text: str, items: Node) -> tuple[int, str, bool]:
    """Where a new last entry of a list of lines goes, what its dash is indented by, and if after a gap."""
    entries = items.value if isinstance(items.value, list) else []
    if not entries:
        return _after_line(text, items.end), "  ", False
    dash = text.rfind("-", 0, entries[-1].start)
    margin = text[max(text.rfind("\n", 0, dash), text.rfind("\r", 0, dash)) + 1 : dash]
    at = _after_comments(text, _after_line(text, items.end), len(margin))
    apart = any(not line.strip() for line in text[entries[0].start : entries[-1].start].splitlines())
    return at, margin, apart


def _block(text: str, at: int, entry: Mapping[str, str | None], margin: str, end: str, *, apart: bool = False) -> str:
    """An entry in lines of its own, to stand at a place where a line begins or the text ends."""
    lines = [f"{key}: {'null' if value is None else inline(value)}" for key, value in entry.items()]
    written = f"{margin}- " + f"{end}{margin}  ".join(lines) + end
    broken = text[at - 1 : at] in ("\n", "\r", "")
    return f"{'' if broken else end}{end if apart else ''}{written}"


def _after_line(text: str, at: int) -> int:
    """The beginning of the line after the one that ends what was read up to ``at``."""
    while text[at - 1 : at] in ("\n", "\r"):  # a block of text ends with its line, or with the empty ones after it
        at -= 1
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)


def _after_comments(text: str, at: int, margin: int) -> int:
    """The place behind comments that still belong to an entry, since they stand farther in than its dash."""
    while (found := re.compile(r"( *)#[^\r\n]*(?:\r\n|[\r\n]|$)").match(text, at)) and len(found[1]) > margin:
        at = found.end()
    return at
