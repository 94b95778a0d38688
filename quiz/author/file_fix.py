"""Mending one file: some values change, and every other character stays as it is.

Every mended text is read again before it counts: it must say what the old one said, but for what was mended.
"""

import copy
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
"""The keys and indexes that lead to a value of a file."""
_LINE = re.compile("[^\n]*\n|[^\n]+")


class Fix(msgspec.Struct, frozen=True):
    """One thing that is mended in a file."""

    place: Place
    """Where it stands once the file is mended."""
    what: str
    """What is mended, in one sentence."""
    edits: tuple[Edit, ...]
    path: Way
    """Where the file says something else afterwards …"""
    value: str
    """… and what it says there."""


class Unfixed(msgspec.Struct, frozen=True):
    """Something that should be mended and cannot be without an author."""

    place: Place
    why: str
    mended: Place
    """Where it stands once the rest of the file is mended."""


class FileFix(msgspec.Struct, frozen=True):
    """What is mended in one file, and what is left."""

    path: Path
    file: str
    """What the file is called in problems."""
    before: bytes
    after: bytes
    mends: tuple[Fix, ...]
    left: tuple[Unfixed, ...]

    def diff(self) -> str:
        """The difference as a unified diff, to the last line end: a patch, which may hold what acts on a terminal."""
        old, new = (_LINE.findall(data.decode()) if self.mends else [] for data in (self.before, self.after))
        name = printable(self.file) + ("\t" if " " in self.file else "")  # else a name ends at its first space
        lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)

    def write(self) -> None:
        """Write what is mended. Raises ``WriteError`` where that cannot be, and then nothing is written."""
        replace_file(self.path, self.after, self.before)


class _Wanted(msgspec.Struct, frozen=True):
    """Something to mend: what is said of it, how, and what the file should say then."""

    what: str
    edits: tuple[Edit, ...]
    path: Way
    value: str


class FixedFile:
    """A file of the pack as text and nodes; the nodes are None where it is not wholly YAML."""

    def __init__(self, path: Path, file: str) -> None:
        self.path = path
        self.file = file
        data, _ = read_bytes(path, file)
        self.opens = data is not None
        """Whether there are bytes to be read, whatever they say."""
        self.data = data or b""
        self.text = self.data.decode("utf-8-sig", "replace")
        self.root: Node | None = None
        self.readable = False
        """Whether it is YAML from its first line to its last."""
        self._wanted: list[_Wanted] = []
        self._left: list[tuple[Way, str]] = []
        if self.opens and as_bytes(self.text, like=self.data) == self.data:
            root, problems = parse_yaml(self.text, file)
            self.readable = not problems
            self.root = root if self.readable else None

    def items(self, key: str) -> list[tuple[int, Node]]:
        """The entries of the file's list, with their numbers."""
        found = self.root.find(key) if self.root is not None else None
        return list(enumerate(found.value)) if found is not None and isinstance(found.value, list) else []

    def place(self, path: Way, root: Node | None = None) -> Place:
        """The place of what stands at a path, in the file as it is or, with its ``root``, as it will be."""
        found = root or self.root
        return Place(self.file) if found is None else found.place(self.file, *path)

    def mend(self, what: str, edits: list[Edit], path: Way, value: str) -> None:
        """Let the file say ``value`` at ``path``."""
        self._wanted.append(_Wanted(what, tuple(edits), path, value))

    def leave(self, path: Way, why: str) -> None:
        """Say that what stands at ``path`` is left as it is."""
        self._left.append((path, why))

    def fixed(self) -> FileFix:
        """The file with every mend that keeps the rest as it is: all together if possible, else one by one."""
        kept, left = list(self._wanted), list(self._left)
        if self._with(kept) is None:
            kept = []
            for wanted in self._wanted:
                ways = (wanted, *self._anew(wanted))
                possible = next((one for one in ways if self._with([*kept, one]) is not None), None)
                if possible is None:
                    left.append((wanted.path, "It cannot be mended without changing what stands beside it."))
                else:
                    kept.append(possible)
        text, root = self._with(kept) or (self.text, self.root)
        mends = tuple(Fix(self.place(one.path, root), one.what, one.edits, one.path, one.value) for one in kept)
        lefts = tuple(Unfixed(self.place(path), why, self.place(path, root)) for path, why in left)
        return FileFix(self.path, self.file, self.data, as_bytes(text, like=self.data), mends, lefts)

    def _anew(self, wanted: _Wanted) -> list[_Wanted]:
        """The same with the whole value written anew: what is put in may be no more a part of plain words."""
        node = self.root.find(*wanted.path) if self.root is not None else None
        if node is None or self.text.startswith(("|", ">"), node.start):  # their lines have no end of their own
            return []
        written = inline(wanted.value, in_flow=True)  # which stands anywhere
        return [msgspec.structs.replace(wanted, edits=(Edit(node.start, node.end, written),))]

    def _with(self, mends: list[_Wanted]) -> tuple[str, Node | None] | None:
        """The text with some mends, and its nodes; None where it would not say just what it should."""
        if self.root is None or not mends:
            return self.text, self.root
        wanted: Any = copy.deepcopy(self.root.plain())
        for mend in mends:
            inner = wanted
            for step in mend.path[:-1]:
                inner = inner[step]
            inner[mend.path[-1]] = mend.value
        text = apply(self.text, (edit for mend in mends for edit in mend.edits))
        root, problems = parse_yaml(text, self.file)
        return (text, root) if root is not None and not problems and root.plain() == wanted else None
