"""Fixes values in one YAML file. No other character changes.

Every fixed text is parsed again. A fix is used only if no other value changes.
"""

import copy
import difflib
import re
from pathlib import Path
from typing import Any

import msgspec

from quiz.author.yaml_edits import Edit, apply_edits
from quiz.author.yaml_scalar import inline
from quiz.bank.atomic_write import encode_text, replace_file
from quiz.bank.files import read_bytes
from quiz.bank.printable import printable
from quiz.bank.problem import Place
from quiz.bank.yaml_nodes import Node, parse_yaml

NodePath = tuple[str | int, ...]
"""The keys and indexes that lead to a value in a file."""
_LINE = re.compile("[^\n]*\n|[^\n]+")


class Fix(msgspec.Struct, frozen=True):
    """One change to a file."""

    place: Place
    """The place of the value in the fixed file."""
    message: str
    """What changes, in one sentence."""
    edits: tuple[Edit, ...]
    path: NodePath
    """The path of the changed value."""
    value: str
    """The new value."""


class Unfixed(msgspec.Struct, frozen=True):
    """Something that an author must fix by hand."""

    place: Place
    reason: str
    """Why it is not fixed automatically, in one sentence."""
    place_after: Place
    """The place in the fixed file."""


class FileFix(msgspec.Struct, frozen=True):
    """The fixes of one file, and what an author must fix by hand."""

    path: Path
    file: str
    """The name of the file in messages."""
    before: bytes
    after: bytes
    fixes: tuple[Fix, ...]
    unfixed: tuple[Unfixed, ...]

    def diff(self) -> str:
        """The fixes as a unified diff, exact enough to be a patch: it may contain control characters of the file."""
        old, new = (_LINE.findall(data.decode()) if self.fixes else [] for data in (self.before, self.after))
        name = printable(self.file) + ("\t" if " " in self.file else "")  # else `patch` cuts it at the space
        lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)

    def write(self) -> None:
        """Write the fixed file.

        Raises:
            WriteError: the file cannot be written, or has changed. Nothing is written then.
        """
        replace_file(self.path, self.after, self.before)


class _PlannedFix(msgspec.Struct, frozen=True):
    """A fix that has not been tried yet. The fields are those of ``Fix``."""

    message: str
    edits: tuple[Edit, ...]
    path: NodePath
    value: str


class FixableFile:
    """A file of a pack that collects fixes. ``root`` is its YAML; None if it is not valid YAML."""

    def __init__(self, path: Path, file: str) -> None:
        self.path = path
        self.file = file
        data, _ = read_bytes(path, file)
        self.was_read = data is not None
        """Whether the file's bytes could be read."""
        self.data = data or b""
        self.text = self.data.decode("utf-8-sig", "replace")
        self.root: Node | None = None
        self.is_yaml = False
        """Whether the whole file is valid YAML."""
        self._planned: list[_PlannedFix] = []
        self._unfixed: list[tuple[NodePath, str]] = []
        if self.was_read and encode_text(self.text, like=self.data) == self.data:
            root, problems = parse_yaml(self.text, file)
            self.is_yaml = not problems
            self.root = root if self.is_yaml else None

    def items(self, key: str) -> list[tuple[int, Node]]:
        """The items of the list under a key, with their indexes."""
        node = self.root.find(key) if self.root is not None else None
        return list(enumerate(node.value)) if node is not None and isinstance(node.value, list) else []

    def place(self, path: NodePath, root: Node | None = None) -> Place:
        """The place of the value at a path: in the file as it is, or in the fixed file with that ``root``."""
        node = root or self.root
        return Place(self.file) if node is None else node.place(self.file, *path)

    def plan_fix(self, message: str, edits: list[Edit], path: NodePath, value: str) -> None:
        """Plan a fix, by which the value at ``path`` becomes ``value``."""
        self._planned.append(_PlannedFix(message, tuple(edits), path, value))

    def leave_unfixed(self, path: NodePath, reason: str) -> None:
        """Report the value at ``path`` as something that the author must fix, with the reason."""
        self._unfixed.append((path, reason))

    def result(self) -> FileFix:
        """The file with every fix that changes no other value: all together if possible, else one by one."""
        made, unfixed = list(self._planned), list(self._unfixed)
        if self._with(made) is None:
            made = []
            for planned in self._planned:
                variants = (planned, *self._rewritten(planned))
                possible = next((fix for fix in variants if self._with([*made, fix]) is not None), None)
                if possible is None:
                    unfixed.append((planned.path, "It cannot be fixed without changing another value."))
                else:
                    made.append(possible)
        text, root = self._with(made) or (self.text, self.root)
        return FileFix(
            path=self.path,
            file=self.file,
            before=self.data,
            after=encode_text(text, like=self.data),
            fixes=tuple(Fix(self.place(fix.path, root), fix.message, fix.edits, fix.path, fix.value) for fix in made),
            unfixed=tuple(Unfixed(self.place(path), reason, self.place(path, root)) for path, reason in unfixed),
        )

    def _rewritten(self, planned: _PlannedFix) -> list[_PlannedFix]:
        """The same fix, but with the whole value rewritten in quotation marks where the new characters need them."""
        node = self.root.find(*planned.path) if self.root is not None else None
        if node is None or self.text.startswith(("|", ">"), node.start):  # block scalars stay
            return []
        written = inline(planned.value, in_flow=True)  # valid in both block and flow style
        return [msgspec.structs.replace(planned, edits=(Edit(node.start, node.end, written),))]

    def _with(self, planned: list[_PlannedFix]) -> tuple[str, Node | None] | None:
        """The text with some fixes, and its YAML; None if any other value would change."""
        if self.root is None or not planned:
            return self.text, self.root
        expected: Any = copy.deepcopy(self.root.plain())
        for fix in planned:
            inner = expected
            for step in fix.path[:-1]:
                inner = inner[step]
            inner[fix.path[-1]] = fix.value
        text = apply_edits(self.text, (edit for fix in planned for edit in fix.edits))
        root, problems = parse_yaml(text, self.file)
        return (text, root) if root is not None and not problems and root.plain() == expected else None
