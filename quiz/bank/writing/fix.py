"""What ``quiz check --fix`` mends: what has exactly one right answer, changing only those characters.

Every mended text is read again before it counts: it must say what the old one said, but for what was mended.
"""

import copy
import difflib
import hashlib
import re
from pathlib import Path
from typing import Any

import msgspec

from quiz.bank.catalogue import Catalogue, read_catalogue
from quiz.bank.files import control_characters, read_bytes
from quiz.bank.printable import printable
from quiz.bank.problem import Place
from quiz.bank.quote import Located, locate
from quiz.bank.source import Source
from quiz.bank.writing.edits import Edit, apply, edit_scalar
from quiz.bank.writing.insertion import insert_first
from quiz.bank.writing.replacing import replace_file
from quiz.bank.writing.slug import slug, unused
from quiz.bank.writing.typography import told, typography
from quiz.bank.yaml_nodes import Node, parse_yaml

_BOM = b"\xef\xbb\xbf"


class Mend(msgspec.Struct, frozen=True):
    """One thing that is mended in a file."""

    place: Place
    what: str
    """What is mended, in one sentence."""
    edits: tuple[Edit, ...]
    path: tuple[str | int, ...]
    """Where the file says something else afterwards …"""
    value: str
    """… and what it says there."""


class Left(msgspec.Struct, frozen=True):
    """Something that should be mended and cannot be without an author."""

    place: Place
    why: str


class FileFix(msgspec.Struct, frozen=True):
    """What is mended in one file, and what is left."""

    path: Path
    file: str
    """What the file is called in problems."""
    before: bytes
    after: bytes
    mends: tuple[Mend, ...]
    left: tuple[Left, ...]

    def diff(self) -> str:
        """The difference as a unified diff that may be shown in a terminal."""
        old, new = (data.decode("utf-8-sig").splitlines() for data in (self.before, self.after))
        lines = difflib.unified_diff(old, new, f"a/{self.file}", f"b/{self.file}", lineterm="")
        return "".join(f"{printable(line)}\n" for line in lines)

    def write(self) -> None:
        """Write what is mended. Raises ``NotWrittenError`` where that cannot be, and then nothing is written."""
        replace_file(self.path, self.after, self.before)


class _File:
    """A file of the pack as text and nodes; the nodes are None where it is not wholly YAML."""

    def __init__(self, path: Path, file: str) -> None:
        self.path = path
        self.file = file
        data, _ = read_bytes(path, file)
        self.data = data or b""
        self.bom = _BOM if self.data.startswith(_BOM) else b""
        self.root: Node | None = None
        self.readable = False
        """Whether it is YAML from its first line to its last."""
        self.mends: list[Mend] = []
        self.left: list[Left] = []
        self.text = self.data[len(self.bom) :].decode("utf-8", "replace")
        if self.bom + self.text.encode() == self.data and not control_characters(self.text, file):
            root, problems = parse_yaml(self.text, file)
            self.readable = not problems
            self.root = root if self.readable else None

    def items(self, key: str) -> list[tuple[int, Node]]:
        """The entries of the file's list, with their numbers."""
        found = self.root.find(key) if self.root is not None else None
        return list(enumerate(found.value)) if found is not None and isinstance(found.value, list) else []

    def mend(self, node: Node, what: str, edits: list[Edit], path: tuple[str | int, ...], value: str) -> None:
        self.mends.append(Mend(node.place(self.file), what, tuple(edits), path, value))

    def leave(self, node: Node, why: str) -> None:
        self.left.append(Left(node.place(self.file), why))

    def fixed(self) -> FileFix:
        """The file with every mend that keeps the rest as it is: all together if possible, else one by one."""
        kept: list[Mend] = []
        text = self._with(self.mends)
        if text is not None:
            kept = self.mends
        else:
            text = self.text
            for mend in self.mends:
                tried = self._with([*kept, mend])
                if tried is None:
                    self.left.append(Left(mend.place, "It cannot be mended without changing what stands beside it."))
                else:
                    kept, text = [*kept, mend], tried
        after = self.bom + text.encode()
        return FileFix(self.path, self.file, self.data, after, tuple(kept), tuple(self.left))

    def _with(self, mends: list[Mend]) -> str | None:
        """The text with some mends; None where it would not say just what it should."""
        if self.root is None or not mends:
            return self.text
        wanted: Any = copy.deepcopy(self.root.plain())
        for mend in mends:
            inner = wanted
            for step in mend.path[:-1]:
                inner = inner[step]
            inner[mend.path[-1]] = mend.value
        text = apply(self.text, (edit for mend in mends for edit in mend.edits))
        root, problems = parse_yaml(text, self.file)
        return text if root is not None and not problems and root.plain() == wanted else None


def find_fixes(root: Path, shown: str = "") -> list[FileFix]:
    """What can be mended in the pack at ``root``, file by file; files in which nothing is found are left out."""
    catalogue, _ = read_catalogue(root, shown)
    paths = sorted(path for path in (root / "questions").glob("*") if path.suffix in (".yaml", ".yml"))
    files = [_File(path, f"{shown}questions/{path.name}") for path in paths]
    taken = _ids(files)
    standing = _Standing(catalogue)
    for file in files:
        standing.whole &= file.readable
        for index, item in file.items("questions"):
            _mend_id(file, index, item, taken)
            for path in _citations(item):
                citation = item.find(*path)
                if citation is not None:
                    _mend_quote(file, ("questions", index, *path, "quote"), citation, standing)
    seeds = _File(root / "seeds" / "sources.yaml", f"{shown}seeds/sources.yaml")
    for index, item in seeds.items("sources"):
        _mend_digest(seeds, index, item, standing, root)
    return [one for one in (file.fixed() for file in (seeds, *files)) if one.mends or one.left]


class _Standing:
    """Which sources have quotes that do not stand, as far as the pack's files could be read."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.whole = True
        """Whether every question file could be read."""
        self.fallen: set[str] = set()


def _ids(files: list[_File]) -> set[str]:
    """Every id that a pack's questions have, also those of files that cannot be read."""
    found: set[str] = set()
    for file in files:
        found |= {item.text("id") or "" for _, item in file.items("questions")}
        if not file.readable:
            found |= set(re.findall(r"""\bid["']?\s*:\s*["']?([\w.-]+)""", file.text))
    return found


def _mend_id(file: _File, index: int, item: Node, taken: set[str]) -> None:
    prompt, there = item.text("prompt"), item.find("id")
    if not prompt or not prompt.strip() or (there is not None and there.value not in (None, "")):
        return
    name = unused(slug(prompt), taken)
    if there is None:
        edits = [insert_first(file.text, item, "id", name)]
    else:
        gap = " " if file.text[there.start - 1 : there.start] == ":" else ""
        edits = [Edit(there.start, there.end, gap + name)]
    taken.add(name)
    file.mend(item, f"It has an id now: {name}.", edits, ("questions", index, "id"), name)


def _citations(item: Node) -> list[tuple[str | int, ...]]:
    """The paths of a question's citations."""
    paths: list[tuple[str | int, ...]] = []
    for key, inner in (("citations", ()), ("disputes", ("citation",))):
        found = item.find(key)
        if found is not None and isinstance(found.value, list):
            paths += [(key, index, *inner) for index in range(len(found.value))]
    return paths


def _mend_quote(file: _File, path: tuple[str | int, ...], citation: Node, standing: _Standing) -> None:
    name, quote, node = citation.text("source") or "", citation.text("quote"), citation.find("quote")
    source = standing.catalogue.sources.get(name)
    located = locate(quote, source, citation.text("after")) if quote and source is not None else None
    if quote is None or node is None or source is None or not isinstance(located, Located):
        standing.fallen.add(name)
        return
    changes = typography(quote, located, source)
    edits, complete = edit_scalar(file.text, node, changes)
    if edits:
        made = [change for change in changes if complete or edit_scalar(file.text, node, [change])[0]]
        value = apply(quote, (Edit(*change) for change in made))
        file.mend(node, f"The quote has the article's own characters now: {told(quote, made)}.", edits, path, value)
    if not complete:
        why = "The quote's typography is not the article's; written with escapes or folded there, it is left to you."
        file.leave(node, why)


def _catalogue_stands(item: Node, source: Source) -> bool:
    """Whether the words that the catalogue itself copies from an article stand there."""
    copied = [item.text("inferred_from")]
    exempt = item.find("exempt")
    for group in exempt.value if exempt is not None and isinstance(exempt.value, list) else ():
        sentences = group.find("sentences")
        if sentences is not None and isinstance(sentences.value, list):
            copied += [one.value for one in sentences.value if isinstance(one.value, str)]
    return all(isinstance(locate(words, source), Located) for words in copied if words is not None)


def _mend_digest(file: _File, index: int, item: Node, standing: _Standing, root: Path) -> None:
    name, node, article = item.text("id") or "", item.find("sha256"), item.text("file") or ""
    if name not in standing.catalogue.changed or node is None or not isinstance(node.value, str):
        return
    if not standing.whole:
        file.leave(node, "The article changed; whether its quotes stand cannot be told while a file is not YAML.")
        return
    source = standing.catalogue.sources.get(name)
    if source is None or name in standing.fallen or not _catalogue_stands(item, source):
        file.leave(node, "The article changed, and not every quote from it stands: see to them first.")
        return
    data, _ = read_bytes(root / "seeds" / article, article)
    if data is None or data.decode("utf-8-sig", "replace") != source.text:  # it changed again while it was read
        return
    digest = hashlib.sha256(data).hexdigest()
    edits, complete = edit_scalar(file.text, node, [(0, len(node.value), digest)])
    if complete:
        what = "The SHA-256 is that of the article as it is now; every quote from it stands."
        file.mend(node, what, edits, ("sources", index, "sha256"), digest)
