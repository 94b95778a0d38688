"""Appending a question to a question file: every byte stays as it is, and the new item has the same layout."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from quiz.author.question_yaml import Value, question_yaml
from quiz.author.yaml_edits import Edit, apply
from quiz.author.yaml_insertion import append_item, end_of_list, in_brackets, indented, insert_lines
from quiz.author.yaml_scalar import inline
from quiz.bank.atomic_write import WriteError, create_file, encode_text, replace_file
from quiz.bank.files import decode_text, is_inside, is_question_file, question_files, read_bytes
from quiz.bank.yaml_nodes import Node, parse_yaml

Entry = Mapping[str, Value]

FILE_NAME = re.compile(r"[^\W_][\w .-]{0,60}\.ya?ml")
"""The names that a new question file may have."""
_MODELINE = re.compile(r"# yaml-language-server: \$schema=\S+")


def append_to_file(root: Path, name: str, entry: Entry, topic: str = "") -> None:
    """Append a question to the file ``name`` of the pack at ``root``; a new file gets the ``topic``.

    Raises:
        WriteError: it cannot be written, and the message says why in one line; no file is changed then.

    """
    path = root / "questions" / name
    file = f"questions/{name}"
    if Path(name).name != name or not (is_inside(root, path) and is_inside(path.parent, path)):
        raise WriteError(f"{file} is outside the pack: nothing was written.")
    if not os.path.lexists(path) or not is_question_file(name):
        _begin(path, entry, topic)
        return
    was, problems = read_bytes(path, file)
    if was is None:
        raise WriteError(f"{file}: {problems[0].message}")
    text, _ = decode_text(was, file)
    if text is None:
        raise WriteError(f"{file} is not UTF-8: save it as UTF-8 first.")
    replace_file(path, encode_text(append_question(text, entry, file), like=was), was)


def append_question(text: str, entry: Entry, file: str) -> str:
    """The text of a question file with one more question, and every other value as before.

    Raises:
        WriteError: it is not the text of a question file, or no question can be added to it.

    """
    root, problems = parse_yaml(text, file)
    if problems:
        raise WriteError(f"{problems[0].place}: {problems[0].message} Fix the file first.")
    was = root.plain() if root is not None and root.value is not None else {}
    items = root.find("questions") if root is not None else None
    if not isinstance(was, dict) or not isinstance(was.get("questions"), list | None):
        raise WriteError(f"{file} has no list under `questions:`. Fix the file first.")
    expected = {**was, "questions": [*(was.get("questions") or []), _as_read(entry)]}
    for edits in _edits(text, items, entry):
        after = apply(text, edits)
        found, problems = parse_yaml(after, file)
        if found is not None and not problems and found.plain() == expected:
            return after
    raise WriteError(f"{file} has a layout to which nothing can be added: add the question by hand.")


def _begin(path: Path, entry: Entry, topic: str) -> None:
    """Write a new question file with one question. Its first line names the schema if other files do so."""
    if not FILE_NAME.fullmatch(path.name):
        raise WriteError(f"{path.name!r} cannot be the name of a question file: write one like cast.yaml.")
    lines = (_modeline(path.parent.parent), f"topic: {inline(topic)}" if topic else "", "questions:", "")
    written = append_question("\n".join(line for line in lines if line) + "\n", entry, f"questions/{path.name}")
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise WriteError(f"questions/ cannot be made: {error.strerror or error}.") from error
    create_file(path, written.encode())


def _modeline(root: Path) -> str:
    """The line with which other files of the pack name their schema to editors; empty if none does."""
    for path in question_files(root)[0]:
        data, _ = read_bytes(path, path.name)
        found = _MODELINE.match(data[:200].decode("utf-8-sig", "replace")) if data is not None else None
        if found:
            return found[0]
    return ""


def _edits(text: str, items: Node | None, entry: Entry) -> Iterator[list[Edit]]:
    """Ways to add the question, the likeliest first."""
    lines = [line.removeprefix("  ") for line in question_yaml(entry).rstrip("\n").split("\n")]
    if items is None:  # a file without questions, or an empty one
        yield [insert_lines(text, len(text), ["questions:", *indented(lines, "  ")])]
        return
    yield append_item(text, items, lines, {key: value for key, value in entry.items() if value is not None})
    if not in_brackets(text, items):  # empty lines at the end of a block of text belong to it
        yield [insert_lines(text, items.end, indented(lines, end_of_list(text, items)[1]))]


def _as_read(value: Value) -> object:
    """A value as it is read back: every scalar is a string, and keys without a value are left out."""
    if isinstance(value, Mapping):
        return {key: _as_read(one) for key, one in value.items() if one is not None}
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) or value is None:
        return value
    return [_as_read(one) for one in value]
