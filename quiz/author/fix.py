"""What ``quiz check --fix`` fixes: whatever has only one possible fix, changing only those characters."""

import hashlib
import re
from collections.abc import Iterator, Set
from pathlib import Path

from quiz.author.file_fix import FileFix, FixedFile, NodePath
from quiz.author.quote_typography import describe_changes, typography
from quiz.author.slug import slug, unused
from quiz.author.yaml_edits import Edit, apply, edit_scalar
from quiz.author.yaml_insertion import insert_first
from quiz.bank.files import question_files, read_bytes
from quiz.bank.quote import Located, locate
from quiz.bank.source import Source
from quiz.bank.sources_file import SourcesFile, read_sources_file
from quiz.bank.yaml_nodes import Node


def find_fixes(root: Path, shown: str = "") -> list[FileFix]:
    """What can be fixed in the pack at ``root``, file by file, for the files in which there is something."""
    sources_file, _ = read_sources_file(root, shown)
    paths, unreadable = question_files(root, shown)
    files = [FixedFile(path, f"{shown}questions/{path.name}") for path in paths]
    closed = next((file.file for file in files if not file.opens), None)
    taken = _ids(files)
    status = _QuoteStatus(sources_file)
    for problem in unreadable:
        status.cannot_tell(f"{problem.place.file} cannot be read")
    for file in files:
        if not file.readable:
            status.cannot_tell(f"{file.file} {'is not YAML' if file.opens else 'cannot be read'}")
        for index, item in file.items("questions"):
            _fix_id(file, index, item, taken, closed)
        _fix_quotes(file, status)
    seeds = FixedFile(root / "seeds" / "sources.yaml", f"{shown}seeds/sources.yaml")
    for index, item in seeds.items("sources"):
        _fix_digest(seeds, index, item, status, root)
    return [one for one in (file.fixed() for file in (seeds, *files)) if one.fixes or one.unfixed]


class _QuoteStatus:
    """Which sources have quotes that are not found, as far as the pack's citations could be read."""

    def __init__(self, sources_file: SourcesFile) -> None:
        self.sources_file = sources_file
        self.doubt: str | None = None
        """Why some citation could not be read, if one could not."""
        self.unproven: set[str] = set()

    def cannot_tell(self, why: str) -> None:
        self.doubt = self.doubt or why


def _ids(files: list[FixedFile]) -> set[str]:
    """Every id that a pack's questions have, also those of files that are not YAML."""
    found: set[str] = set()
    for file in files:
        found |= {item.text("id") or "" for _, item in file.items("questions")}
        if not file.readable:
            found |= set(re.findall(r"""\bid["']?\s*:\s*["']?([\w.-]+)""", file.text))
    return found


def _fix_id(file: FixedFile, index: int, item: Node, taken: set[str], closed: str | None) -> None:
    """Give a question an id, unless a file that cannot be read, ``closed``, may use the same."""
    prompt, there = item.text("prompt"), item.find("id")
    if not prompt or not prompt.strip() or (there is not None and there.value not in (None, "")):
        return
    if closed is not None:
        file.leave(
            ("questions", index), f"It has no id, and gets none while {closed} cannot be read: see to it first."
        )
        return
    name = unused(slug(prompt), taken)
    if there is None:
        edits = [insert_first(file.text, item, "id", name)]
    else:
        gap = " " if file.text[there.start - 1 : there.start] == ":" else ""
        edits = [Edit(there.start, there.end, gap + name)]
    taken.add(name)
    file.fix(f"It has an id now: {name}.", edits, ("questions", index, "id"), name)


def _fix_quotes(file: FixedFile, status: _QuoteStatus) -> None:
    """Fix the quotes of a file, and note where a citation cannot be read."""
    paths = [("questions", index, *path) for index, item in file.items("questions") for path in _citations(item)]
    for path in paths:
        _fix_quote(file, path, status)
    for path, keys in _mappings(file.root) if file.root is not None else ():
        if path not in paths and not keys.isdisjoint({"source", "quote"}):
            status.cannot_tell(f"what is cited at {file.place(path)} cannot be read")


def _citations(item: Node) -> list[NodePath]:
    """The paths of a question's citations."""
    paths: list[NodePath] = []
    for key, inner in (("citations", ()), ("disputes", ("citation",))):
        found = item.find(key)
        if found is not None and isinstance(found.value, list):
            paths += [(key, index, *inner) for index in range(len(found.value))]
    return paths


def _mappings(node: Node, path: NodePath = ()) -> Iterator[tuple[NodePath, Set[str]]]:
    """The paths of all mappings inside a node, with their keys."""
    if isinstance(node.value, dict):
        yield path, node.value.keys()
    inner = enumerate(node.value) if isinstance(node.value, list) else ()
    for step, one in node.value.items() if isinstance(node.value, dict) else inner:
        yield from _mappings(one, (*path, step))


def _fix_quote(file: FixedFile, path: NodePath, status: _QuoteStatus) -> None:
    """Give a quote the article's characters, or note that it is not found or cannot be read."""
    citation = file.root.find(*path) if file.root is not None else None
    name = citation.text("source") if citation is not None else None
    if citation is None or name not in status.sources_file.ids:
        status.cannot_tell(f"the citation at {file.place(path)} names no source of the catalogue")
        return
    quote, node, source = citation.text("quote"), citation.find("quote"), status.sources_file.sources.get(name)
    located = locate(quote, source, citation.text("after")) if quote and source is not None else None
    if quote is None or node is None or source is None or not isinstance(located, Located):
        status.unproven.add(name)
        return
    there = (*path, "quote")
    changes = typography(quote, located, source)
    edits, complete = edit_scalar(file.text, node, changes)
    if edits:
        made = [change for change in changes if complete or edit_scalar(file.text, node, [change])[0]]
        value = apply(quote, made)
        file.fix(
            f"The quote has the article's own characters now: {describe_changes(quote, made)}.", edits, there, value
        )
    if not complete:
        why = "The quote's typography is not the article's; written with escapes or folded there, it is left to you."
        file.leave(there, why)


def _catalogue_is_proven(item: Node, source: Source) -> bool:
    """Whether the words that the catalogue itself copies from an article are found there."""
    copied = [item.text("inferred_from")]
    exempt = item.find("exempt")
    for group in exempt.value if exempt is not None and isinstance(exempt.value, list) else ():
        sentences = group.find("sentences")
        if sentences is not None and isinstance(sentences.value, list):
            copied += [one.value for one in sentences.value if isinstance(one.value, str)]
    return all(isinstance(locate(words, source), Located) for words in copied if words is not None)


def _fix_digest(file: FixedFile, index: int, item: Node, status: _QuoteStatus, root: Path) -> None:
    name, node, article = item.text("id") or "", item.find("sha256"), item.text("file") or ""
    path = ("sources", index, "sha256")
    if name not in status.sources_file.changed or node is None or not isinstance(node.value, str):
        return
    if status.doubt is not None:
        why = f"The article changed; whether its quotes stand cannot be told while {status.doubt}: see to it first."
        file.leave(path, why)
        return
    source = status.sources_file.sources.get(name)
    if source is None or name in status.unproven or not _catalogue_is_proven(item, source):
        file.leave(path, "The article changed, and not every quote from it stands: see to them first.")
        return
    data, _ = read_bytes(root / "seeds" / article, article)
    if data is None or data.decode("utf-8-sig", "replace") != source.text:  # it changed again while it was read
        return
    digest = hashlib.sha256(data).hexdigest()
    edits, complete = edit_scalar(file.text, node, [Edit(0, len(node.value), digest)])
    if complete:
        file.fix("The SHA-256 is that of the article as it is now; every quote from it stands.", edits, path, digest)
