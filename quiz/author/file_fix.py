"""Fixes in one file: some values change, and every other character stays as it is.

A fixed text is parsed again before it is used: no value may differ from before but those that were fixed.
"""

import difflib
import re
from pathlib import Path
from typing import Any

import msgspec

from quiz.author.yaml_edits import Edit, apply
from quiz.author.yaml_scalar import inline
from quiz.bank.atomic_write import as_bytes, replace_file
from quiz.bank.files import read_bytes
from quiz.bank.printable import printable
from quiz.bank.problem import Place
from quiz.bank.yaml_nodes import Node, parse_yaml

Way = tuple[str | int, ...]
"""The keys and indexes that lead to a value in a file."""
_LINE = re.compile("[^\n]*\n|[^\n]+")


class Fix(msgspec.Struct, frozen=True):
    """One value that is fixed in a file."""

    place: Place
    """Where it is once the file is fixed."""
    what: str
    """What is fixed, in one sentence."""
    edits: tuple[Edit, ...]
    path: Way
    """The value that changes."""
    value: str
    """The new value."""


class Unfixed(msgspec.Struct, frozen=True):
    """Something that only an author can fix."""

    place: Place
    why: str
    mended: Place
    """Where it is once the rest of the file is fixed."""


class FileFix(msgspec.Struct, frozen=True):
    """The fixes in one file, and what is left to its author."""

    path: Path
    file: str
    """The name of the file in problems."""
    before: bytes
    after: bytes
    mends: tuple[Fix, ...]
    left: tuple[Unfixed, ...]

    def diff(self) -> str:
        """The difference as a unified diff that can be applied; it may contain control characters."""
        old, new = (_LINE.findall(data.decode()) if self.mends else [] for data in (self.before, self.after))
        name = printable(self.file) + ("\t" if " " in self.file else "")  # else a name ends at its first space
        lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)

    def write(self) -> None:
        """Write the fixed file. Raises ``WriteError`` if that fails; nothing is changed then."""
        replace_file(self.path, self.after, self.before)


class FixedFile:
    """A file that is being fixed, as text and nodes; the nodes are None if it is not valid YAML."""

    def __init__(self, path: Path, file: str) -> None:
        self.path = path
        self.file = file
        data, _ = read_bytes(path, file)
        self.opens = data is not None
        """Whether the file could be read, whatever is in it."""
        self.data = data or b""
        self.text = self.data.decode("utf-8-sig", "replace")
        self.root: Node | None = None
        self.readable = False
        """Whether all of it is valid YAML."""
        self._fixes: list[Fix] = []
        self._left: list[tuple[Way, str]] = []
        if self.opens and as_bytes(self.text, like=self.data) == self.data:
            root, problems = parse_yaml(self.text, file)
            self.readable = not problems
            self.root = root if self.readable else None

    def items(self, key: str) -> list[tuple[int, Node]]:
        """The items of the file's list, with their indexes."""
        found = self.root.find(key) if self.root is not None else None
        return list(enumerate(found.value)) if found is not None and isinstance(found.value, list) else []

    def place(self, path: Way, root: Node | None = None) -> Place:
        """The place of a value in the file as it is; with another ``root``, in the file that it is from."""
        found = root or self.root
        return Place(self.file) if found is None else found.place(self.file, *path)

    def mend(self, what: str, edits: list[Edit], path: Way, value: str) -> None:
        """Change the value at ``path``; ``what`` says so in one sentence."""
        self._fixes.append(Fix(self.place(path), what, tuple(edits), path, value))

    def leave(self, path: Way, why: str) -> None:
        """Report that the value at ``path`` is left as it is."""
        self._left.append((path, why))

    def fixed(self) -> FileFix:
        """The file with every fix that keeps the rest as it is: all together if possible, else one by one."""
        fixes, left = list(self._fixes), list(self._left)
        if self._with(fixes) is None:
            fixes = []
            for fix in self._fixes:
                ways = (fix, *self._rewritten(fix))
                possible = next((one for one in ways if self._with([*fixes, one]) is not None), None)
                if possible is None:
                    left.append((fix.path, "It cannot be mended without changing what stands beside it."))
                else:
                    fixes.append(possible)
        text, root = self._with(fixes) or (self.text, self.root)
        mends = tuple(msgspec.structs.replace(one, place=self.place(one.path, root)) for one in fixes)
        lefts = tuple(Unfixed(self.place(path), why, self.place(path, root)) for path, why in left)
        return FileFix(self.path, self.file, self.data, as_bytes(text, like=self.data), mends, lefts)

    def _rewritten(self, fix: Fix) -> list[Fix]:
        """The same fix by writing the whole value again: it may need quotation marks now."""
        node = self.root.find(*fix.path) if self.root is not None else None
        if node is None or self.text.startswith(("|", ">"), node.start):  # a block has no end of its own
            return []
        written = inline(fix.value, in_flow=True)  # which is valid anywhere
        return [msgspec.structs.replace(fix, edits=(Edit(node.start, node.end, written),))]

    def _with(self, fixes: list[Fix]) -> tuple[str, Node | None] | None:
        """The text with some fixes, and its nodes; None if its values are not the expected ones."""
        if self.root is None or not fixes:
            return self.text, self.root
        expected: Any = self.root.plain()
        for fix in fixes:
            inner = expected
            for step in fix.path[:-1]:
                inner = inner[step]
            inner[fix.path[-1]] = fix.value
        text = apply(self.text, (edit for fix in fixes for edit in fix.edits))
        root, problems = parse_yaml(text, self.file)
        return (text, root) if root is not None and not problems and root.plain() == expected else None
