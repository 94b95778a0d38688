"""Fixes one file: some values change, and every other character stays as it is.

Every fixed text is parsed before it counts: it must say what the old one said, except for what was fixed.
"""

import copy
import difflib
import re
from pathlib import Path
from typing import Any

import msgspec

from quiz.author.yaml_edits import Edit, apply
from quiz.author.yaml_scalar import inline
from quiz.bank.atomic_write import encode_text, replace_file
from quiz.bank.files import read_bytes
from quiz.bank.printable import printable
from quiz.bank.problem import Place
from quiz.bank.yaml_nodes import Node, parse_yaml

NodePath = tuple[str | int, ...]
"""The keys and indexes that lead to a value of a file."""
_LINE = re.compile("[^\n]*\n|[^\n]+")


class Fix(msgspec.Struct, frozen=True):
    """One change to a file."""

    place: Place
    """Its place once the file is fixed."""
    what: str
    """What changes, in one sentence."""
    edits: tuple[Edit, ...]
    path: NodePath
    """Where the file says something else afterwards …"""
    value: str
    """… and what it says there."""


class Unfixed(msgspec.Struct, frozen=True):
    """Something that should be fixed, which only an author can do."""

    place: Place
    why: str
    place_after: Place
    """Its place once the rest of the file is fixed."""


class FileFix(msgspec.Struct, frozen=True):
    """What is fixed in one file, and what is not."""

    path: Path
    file: str
    """What the file is called in problems."""
    before: bytes
    after: bytes
    fixes: tuple[Fix, ...]
    unfixed: tuple[Unfixed, ...]

    def diff(self) -> str:
        """The difference as a unified diff, to the last line end: a patch, which may hold what acts on a terminal."""
        old, new = (_LINE.findall(data.decode()) if self.fixes else [] for data in (self.before, self.after))
        name = printable(self.file) + ("\t" if " " in self.file else "")  # else a name ends at its first space
        lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)

    def write(self) -> None:
        """Write what is fixed. Raises ``WriteError`` where that cannot be, and then nothing is written."""
        replace_file(self.path, self.after, self.before)


class _Planned(msgspec.Struct, frozen=True):
    """A fix that is not made yet: its sentence, its edits, and what the file should say afterwards."""

    what: str
    edits: tuple[Edit, ...]
    path: NodePath
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
        self._planned: list[_Planned] = []
        self._unfixed: list[tuple[NodePath, str]] = []
        if self.opens and encode_text(self.text, like=self.data) == self.data:
            root, problems = parse_yaml(self.text, file)
            self.readable = not problems
            self.root = root if self.readable else None

    def items(self, key: str) -> list[tuple[int, Node]]:
        """The entries of the file's list, with their numbers."""
        found = self.root.find(key) if self.root is not None else None
        return list(enumerate(found.value)) if found is not None and isinstance(found.value, list) else []

    def place(self, path: NodePath, root: Node | None = None) -> Place:
        """The place of what stands at a path, in the file as it is or, with its ``root``, as it will be."""
        found = root or self.root
        return Place(self.file) if found is None else found.place(self.file, *path)

    def fix(self, what: str, edits: list[Edit], path: NodePath, value: str) -> None:
        """Let the file say ``value`` at ``path``."""
        self._planned.append(_Planned(what, tuple(edits), path, value))

    def leave(self, path: NodePath, why: str) -> None:
        """Leave the value at ``path`` to the author, and say why."""
        self._unfixed.append((path, why))

    def fixed(self) -> FileFix:
        """The file with every fix that changes nothing else: all together if possible, else one by one."""
        made, unfixed = list(self._planned), list(self._unfixed)
        if self._with(made) is None:
            made = []
            for planned in self._planned:
                ways = (planned, *self._rewritten(planned))
                possible = next((one for one in ways if self._with([*made, one]) is not None), None)
                if possible is None:
                    unfixed.append((planned.path, "It cannot be mended without changing what stands beside it."))
                else:
                    made.append(possible)
        text, root = self._with(made) or (self.text, self.root)
        return FileFix(
            path=self.path,
            file=self.file,
            before=self.data,
            after=encode_text(text, like=self.data),
            fixes=tuple(Fix(self.place(one.path, root), one.what, one.edits, one.path, one.value) for one in made),
            unfixed=tuple(Unfixed(self.place(path), why, self.place(path, root)) for path, why in unfixed),
        )

    def _rewritten(self, planned: _Planned) -> list[_Planned]:
        """The same fix by writing the whole value anew, for characters that plain words may not have."""
        node = self.root.find(*planned.path) if self.root is not None else None
        if node is None or self.text.startswith(("|", ">"), node.start):  # their lines have no end of their own
            return []
        written = inline(planned.value, in_flow=True)  # which stands anywhere
        return [msgspec.structs.replace(planned, edits=(Edit(node.start, node.end, written),))]

    def _with(self, planned: list[_Planned]) -> tuple[str, Node | None] | None:
        """The text with some fixes, and its nodes; None where it would not say just what it should."""
        if self.root is None or not planned:
            return self.text, self.root
        wanted: Any = copy.deepcopy(self.root.plain())
        for one in planned:
            inner = wanted
            for step in one.path[:-1]:
                inner = inner[step]
            inner[one.path[-1]] = one.value
        text = apply(self.text, (edit for one in planned for edit in one.edits))
        root, problems = parse_yaml(text, self.file)
        return (text, root) if root is not None and not problems and root.plain() == wanted else None
