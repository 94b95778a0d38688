"""Finds the fixes of ``quiz check --fix``: missing ids, typography of quotes, and outdated SHA-256 digests."""

import hashlib
import re
from collections.abc import Iterator, Set
from pathlib import Path

from quiz.author.file_fix import FileFix, FixableFile, NodePath
from quiz.author.quote_typography import describe_changes, typography_edits
from quiz.author.slug import slug, unused_id
from quiz.author.yaml_edits import Edit, apply_edits, edit_scalar
from quiz.author.yaml_insertion import insert_first
from quiz.bank.files import question_files, read_bytes
from quiz.bank.question_file import parse_question_file
from quiz.bank.quote import Located, locate
from quiz.bank.source import Source
from quiz.bank.sources_file import SourcesFile, read_sources_file
from quiz.bank.yaml_nodes import Node


def find_fixes(root: Path, shown: str = "") -> list[FileFix]:
    """The fixes of each file in the pack at ``root`` that has anything to fix, whether automatically or by hand.

    ``shown`` is what the names of files begin with in messages.
    """
    sources_file, _ = read_sources_file(root, shown)
    paths, unreadable = question_files(root, shown)
    files = [FixableFile(path, f"{shown}questions/{path.name}") for path in paths]
    not_read = next((file.file for file in files if not file.was_read), None)
    taken = _ids(files)
    status = _QuoteStatus(sources_file)
    for problem in unreadable:
        status.note_unreadable(f"{problem.place.file} cannot be read")
    for file in files:
        if not file.is_yaml:
            status.note_unreadable(f"{file.file} {'is not YAML' if file.was_read else 'cannot be read'}")
        for index, item in file.items("questions"):
            _fix_id(file, index, item, taken, not_read)
        _fix_quotes(file, status)
    seeds = FixableFile(root / "seeds" / "sources.yaml", f"{shown}seeds/sources.yaml")
    for index, item in seeds.items("sources"):
        _fix_digest(seeds, index, item, status, root)
    return [result for result in (file.result() for file in (seeds, *files)) if result.fixes or result.unfixed]


class _QuoteStatus:
    """Which sources have quotes that were not found, and whether every citation could be read."""

    def __init__(self, sources_file: SourcesFile) -> None:
        self.sources_file = sources_file
        self.unreadable_reason: str | None = None
        """Why some citation could not be read; None if all could."""
        self.quotes_missing: set[str] = set()
        """The ids of sources with a quote that was not found."""

    def note_unreadable(self, reason: str) -> None:
        """Remember the first reason why some citation could not be read."""
        self.unreadable_reason = self.unreadable_reason or reason


def _ids(files: list[FixableFile]) -> set[str]:
    """Every id of a pack's questions and every retired id, including those in files that are not valid YAML."""
    ids: set[str] = set()
    for file in files:
        ids |= {item.text("id") or "" for _, item in file.items("questions")}
        if "retired" in file.text:
            ids |= set(parse_question_file(file.text, file.file).retired)
        if not file.is_yaml:
            ids |= set(re.findall(r"""\bid["']?\s*:\s*["']?([\w.-]+)""", file.text))
    return ids


def _fix_id(file: FixableFile, index: int, item: Node, taken: set[str], not_read: str | None) -> None:
    """Give a question an id if it has none. Ids are not assigned while a file, ``not_read``, may use the same one."""
    prompt, old = item.text("prompt"), item.find("id")
    if not prompt or not prompt.strip() or (old is not None and old.value not in (None, "")):
        return
    if not_read is not None:
        file.leave_unfixed(
            ("questions", index), f"It has no id, and gets none while {not_read} cannot be read: fix that first."
        )
        return
    name = unused_id(slug(prompt), taken)
    if old is None:
        edits = [insert_first(file.text, item, "id", name)]
    else:
        gap = " " if file.text[old.start - 1 : old.start] == ":" else ""
        edits = [Edit(old.start, old.end, gap + name)]
    taken.add(name)
    file.plan_fix(f"It now has an id: {name}.", edits, ("questions", index, "id"), name)


def _fix_quotes(file: FixableFile, status: _QuoteStatus) -> None:
    """Fix the quotes of a file, and record citations that cannot be read."""
    paths = [("questions", index, *path) for index, item in file.items("questions") for path in _citations(item)]
    for path in paths:
        _fix_quote(file, path, status)
    for path, keys in _mappings(file.root) if file.root is not None else ():
        if path not in paths and not keys.isdisjoint({"source", "quote"}):
            status.note_unreadable(f"the citation at {file.place(path)} cannot be read")


def _citations(item: Node) -> list[NodePath]:
    """The paths of a question's citations."""
    paths: list[NodePath] = []
    for key, inner in (("citations", ()), ("disputes", ("citation",))):
        node = item.find(key)
        if node is not None and isinstance(node.value, list):
            paths += [(key, index, *inner) for index in range(len(node.value))]
    return paths


def _mappings(node: Node, path: NodePath = ()) -> Iterator[tuple[NodePath, Set[str]]]:
    """The paths of all mappings inside a node, with their keys."""
    if isinstance(node.value, dict):
        yield path, node.value.keys()
    inner = enumerate(node.value) if isinstance(node.value, list) else ()
    for step, child in node.value.items() if isinstance(node.value, dict) else inner:
        yield from _mappings(child, (*path, step))


def _fix_quote(file: FixableFile, path: NodePath, status: _QuoteStatus) -> None:
    """Give a quote the article's characters, or record that it was not found or cannot be read."""
    citation = file.root.find(*path) if file.root is not None else None
    name = citation.text("source") if citation is not None else None
    if citation is None or name not in status.sources_file.ids:
        status.note_unreadable(f"the citation at {file.place(path)} names no source in sources.yaml")
        return
    quote, node, source = citation.text("quote"), citation.find("quote"), status.sources_file.sources.get(name)
    located = locate(quote, source, citation.text("after")) if quote and source is not None else None
    if quote is None or node is None or source is None or not isinstance(located, Located):
        status.quotes_missing.add(name)
        return
    quote_path = (*path, "quote")
    changes = typography_edits(quote, located, source)
    edits, complete = edit_scalar(file.text, node, changes)
    if edits:
        possible = [change for change in changes if complete or edit_scalar(file.text, node, [change])[0]]
        value = apply_edits(quote, possible)
        file.plan_fix(
            f"The quote now has the article's characters: {describe_changes(quote, possible)}.",
            edits,
            quote_path,
            value,
        )
    if not complete:
        reason = "The quote's typography differs from the article's where it has escapes or line breaks: edit it."
        file.leave_unfixed(quote_path, reason)


def _sources_file_is_proven(item: Node, source: Source) -> bool:
    """Whether the words that sources.yaml itself quotes from an article are found there."""
    quotes = [item.text("inferred_from")]
    exempt = item.find("exempt")
    for group in exempt.value if exempt is not None and isinstance(exempt.value, list) else ():
        sentences = group.find("sentences")
        if sentences is not None and isinstance(sentences.value, list):
            quotes += [sentence.value for sentence in sentences.value if isinstance(sentence.value, str)]
    return all(isinstance(locate(quote, source), Located) for quote in quotes if quote is not None)


def _fix_digest(file: FixableFile, index: int, item: Node, status: _QuoteStatus, root: Path) -> None:
    """Update the SHA-256 of an article that changed, if every quote from it is still found."""
    name, node, article = item.text("id") or "", item.find("sha256"), item.text("file") or ""
    path = ("sources", index, "sha256")
    if name not in status.sources_file.changed or node is None or not isinstance(node.value, str):
        return
    if status.unreadable_reason is not None:
        reason = f"The article changed, but its quotes cannot be checked: {status.unreadable_reason}. Fix that first."
        file.leave_unfixed(path, reason)
        return
    source = status.sources_file.sources.get(name)
    if source is None or name in status.quotes_missing or not _sources_file_is_proven(item, source):
        file.leave_unfixed(path, "The article changed, and some quotes are no longer in it: fix them first.")
        return
    data, _ = read_bytes(root / "seeds" / article, article)
    if data is None or data.decode("utf-8-sig", "replace") != source.text:  # it changed again after it was loaded
        return
    digest = hashlib.sha256(data).hexdigest()
    edits, complete = edit_scalar(file.text, node, [Edit(0, len(node.value), digest)])
    if complete:
        file.plan_fix(
            "The SHA-256 is now that of the article, which still contains every quote.", edits, path, digest
        )
