"""Appends a question to a question file, in the layout of the file. No other byte changes."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from quiz.author.question_yaml import Value, question_yaml
from quiz.author.yaml_edits import Edit, apply_edits
from quiz.author.yaml_insertion import append_item, end_of_list, in_brackets, indented, insert_lines
from quiz.author.yaml_scalar import inline
from quiz.bank.atomic_write import WriteError, create_file, encode_text, replace_file
from quiz.bank.files import decode_text, is_inside, is_question_file, question_files, read_bytes
from quiz.bank.yaml_nodes import Node, parse_yaml

Entry = Mapping[str, Value]

FILE_NAME = re.compile(r"[^\W_][\w .-]{0,60}\.ya?ml")
"""Valid names of a new question file."""
_MODELINE = re.compile(r"# yaml-language-server: \$schema=\S+")


def append_to_file(root: Path, name: str, entry: Entry, topic: str = "") -> None:
    """Append a question to the file ``name`` of the pack at ``root``; a new file gets the ``topic``.

    Raises:
        WriteError: the file cannot be written; the message says why, in one line. No file is changed then.

    """
    path = root / "questions" / name
    file = f"questions/{name}"
    if Path(name).name != name or not (is_inside(root, path) and is_inside(path.parent, path)):
        raise WriteError(f"{file} is outside the pack: nothing was written.")
    if not os.path.lexists(path) or not is_question_file(name):
        _write_new_file(path, entry, topic)
        return
    old, problems = read_bytes(path, file)
    if old is None:
        raise WriteError(f"{file}: {problems[0].message}")
    text, _ = decode_text(old, file)
    if text is None:
        raise WriteError(f"{file} is not UTF-8: save it as UTF-8 first.")
    replace_file(path, encode_text(append_question(text, entry, file), like=old), old)


def append_question(text: str, entry: Entry, file: str) -> str:
    """The text of a question file with one more question. No other value changes.

    Raises:
        WriteError: the text is not that of a question file, or its layout does not allow adding a question.

    """
    root, problems = parse_yaml(text, file)
    if problems:
        raise WriteError(f"{problems[0].place}: {problems[0].message} Fix the file first.")
    before = root.plain() if root is not None and root.value is not None else {}
    items = root.find("questions") if root is not None else None
    if not isinstance(before, dict) or not isinstance(before.get("questions"), list | None):
        raise WriteError(f"{file} has no list under `questions:`. Fix the file first.")
    expected = {**before, "questions": [*(before.get("questions") or []), _as_read(entry)]}
    for edits in _edits(text, items, entry):
        after = apply_edits(text, edits)
        reread, problems = parse_yaml(after, file)
        if reread is not None and not problems and reread.plain() == expected:
            return after
    raise WriteError(f"The layout of {file} does not allow adding a question automatically: add it by hand.")


def _write_new_file(path: Path, entry: Entry, topic: str) -> None:
    """Write a new question file with one question, and with the schema comment that the pack's other files have."""
    if not FILE_NAME.fullmatch(path.name):
        raise WriteError(f"{path.name!r} cannot be the name of a question file: choose one like cast.yaml.")
    lines = (_modeline(path.parent.parent), f"topic: {inline(topic)}" if topic else "", "questions:", "")
    written = append_question("\n".join(line for line in lines if line) + "\n", entry, f"questions/{path.name}")
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise WriteError(f"questions/ cannot be created: {error.strerror or error}.") from error
    create_file(path, written.encode())


def _modeline(root: Path) -> str:
    """The comment that tells editors the schema, from the first file of the pack that has one; else empty."""
    for path in question_files(root)[0]:
        data, _ = read_bytes(path, path.name)
        found = _MODELINE.match(data[:200].decode("utf-8-sig", "replace")) if data is not None else None
        if found:
            return found[0]
    return ""


def _edits(text: str, items: Node | None, entry: Entry) -> Iterator[list[Edit]]:
    """Ways to add the question, the likeliest first. The caller takes the first that gives the right values."""
    lines = [line.removeprefix("  ") for line in question_yaml(entry).rstrip("\n").split("\n")]
    if items is None:  # a file without questions, or an empty one
        yield [insert_lines(text, len(text), ["questions:", *indented(lines, "  ")])]
        return
    yield append_item(text, items, lines, {key: value for key, value in entry.items() if value is not None})
    if not in_brackets(text, items):  # after a block scalar, whose empty lines are part of its value
        yield [insert_lines(text, items.end, indented(lines, end_of_list(text, items)[1]))]


def _as_read(value: Value) -> object:
    """A value as the parser returns it: every scalar is a string, and keys whose value is None are left out."""
    if isinstance(value, Mapping):
        return {key: _as_read(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) or value is None:
        return value
    return [_as_read(inner) for inner in value]
