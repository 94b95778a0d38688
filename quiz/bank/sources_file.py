"""Reads ``seeds/sources.yaml``, the list of a pack's sources, and the articles that it names."""

import hashlib
import shlex
from pathlib import Path

import msgspec

from quiz.bank.entry_parser import WRONG_VALUE, read_entry, read_list
from quiz.bank.files import decode_text, is_file, is_inside, is_temporary, read_bytes, read_text, resolved
from quiz.bank.normalize import normalize
from quiz.bank.problem import Place, Problem, Rule
from quiz.bank.question_entry import SilenceEntry
from quiz.bank.quote import Located, locate
from quiz.bank.source import Exemption, Source, Span
from quiz.bank.source_entry import (
    BAD_DATE,
    DUPLICATE_SOURCE,
    EXEMPT_NOT_FOUND,
    INFERRED_UNPROVEN,
    NO_SOURCES_FILE,
    NOT_IN_SOURCES_FILE,
    OFF_LIMITS_NOT_FOUND,
    SOURCE_CHANGED,
    SOURCE_OUTSIDE_PACK,
    SourceEntry,
    is_date,
)
from quiz.bank.suppression import Suppression
from quiz.bank.yaml_nodes import Node, parse_yaml


class SourcesFile(msgspec.Struct, frozen=True):
    """The content of ``seeds/sources.yaml`` and its articles."""

    pack: str
    """The value of ``pack:``, else the name of the folder. Records are stored under it."""
    sources: dict[str, Source]
    """The sources that could be read, by id."""
    ids: frozenset[str]
    """The id of every entry, also of those that could not be read."""
    changed: dict[str, Problem]
    """The problem of each source whose SHA-256 has changed, by id."""
    suppressions: tuple[Suppression, ...] = ()
    """Warnings that are suppressed for the pack as a whole."""


def read_sources_file(root: Path, prefix: str) -> tuple[SourcesFile, list[Problem]]:
    """Read the sources file of the pack at ``root``, and every article that it names.

    ``prefix`` is put before the names of files in problems.
    """
    file = f"{prefix}seeds/sources.yaml"
    name = _folder_name(root)
    nothing = SourcesFile(name, {}, frozenset(), {})
    if not is_file(root / "seeds" / "sources.yaml"):
        hint = "Make the folder seeds/ with the articles and a sources.yaml that names them."
        missing = Problem(
            rule=NO_SOURCES_FILE, place=Place(file), message="There is no seeds/sources.yaml.", hint=hint
        )
        return nothing, [missing]
    text, problems = read_text(root / "seeds" / "sources.yaml", file)
    if text is None:
        return nothing, problems
    node, problems = parse_yaml(text, file)
    if node is None:
        return nothing, problems or [_empty(file)]
    items, more = read_list(node, "sources", ("pack",), file, lists=("silence",))
    name = node.text("pack") or name
    reader = _SourcesReader(root / "seeds", name, file, prefix, problems + more)
    for item in items:
        reader.read(item)
    reader.find_unlisted_articles()
    reader.read_suppressions(node.find("silence"))
    suppressions = tuple(reader.suppressions)
    return SourcesFile(name, reader.sources, frozenset(reader.ids), reader.changed, suppressions), reader.problems


def _empty(file: str) -> Problem:
    return Problem(
        rule=NO_SOURCES_FILE,
        place=Place(file),
        message="seeds/sources.yaml is empty.",
        hint="Write `sources:` and an entry for each article.",
    )


def _folder_name(root: Path) -> str:
    """The name of the folder of a pack, without characters that UTF-8 cannot encode."""
    folder = resolved(root) or root  # the current folder may have been deleted
    return folder.name.encode("utf-8", "replace").decode() or "pack"


class _SourcesReader:
    """Reads the entries one by one, so that a mistake in one does not hide those in others."""

    def __init__(self, seeds: Path, pack: str, file: str, prefix: str, problems: list[Problem]) -> None:
        self.seeds = seeds
        self.pack = pack
        self.file = file
        self.prefix = prefix
        self.problems = problems
        self.sources: dict[str, Source] = {}
        self.ids: set[str] = set()
        self.files: set[str] = {"sources.yaml"}
        self.articles: set[Path | None] = set()
        self.changed: dict[str, Problem] = {}
        self.suppressions: list[Suppression] = []

    def read(self, node: Node) -> None:
        """Read one entry and its article."""
        self.ids.add(node.text("id") or "")
        self.files.add(node.text("file") or "")
        entry, problems = read_entry(node, SourceEntry, self.file)
        self.problems += problems
        if entry is None:
            return
        if entry.id in self.sources:
            self._report(
                DUPLICATE_SOURCE,
                node,
                "id",
                f"The id {entry.id!r} is taken by another source.",
                "Change one.",
            )
            return
        text = self._article(entry, node)
        source = None if text is None else self._source(entry, node, text)
        if source is not None:
            self.sources[entry.id] = source

    def read_suppressions(self, node: Node | None) -> None:
        """Read which warnings are suppressed for the pack as a whole."""
        if node is None:
            return
        if not isinstance(node.value, list):
            hint = "Write `silence: [{rule: …, reason: …}]`."
            place = node.place(self.file)
            self.problems.append(Problem(rule=WRONG_VALUE, place=place, message="silence must be a list.", hint=hint))
            return
        for item in node.value:
            entry, problems = read_entry(item, SilenceEntry, self.file)
            self.problems += problems
            if entry is not None:
                self.suppressions.append(Suppression(None, entry.rule, entry.reason, item.place(self.file)))

    def find_unlisted_articles(self) -> None:
        """Report articles in seeds/ that have no entry."""
        for path in sorted(self.seeds.glob("*.txt")):
            if path.name in self.files or is_temporary(path.name):
                continue
            file = f"{self.prefix}seeds/{path.name}"
            message = f"seeds/{path.name} has no entry in sources.yaml."
            pack_option = f"--pack {shlex.quote(self.prefix.removesuffix('/'))} " if self.prefix else ""
            hint = f"Write one with `quiz add-source {pack_option}{shlex.quote(file)}`."
            self.problems.append(Problem(rule=NOT_IN_SOURCES_FILE, place=Place(file), message=message, hint=hint))

    def _article(self, entry: SourceEntry, node: Node) -> str | None:
        path, file = self.seeds / entry.file, f"{self.prefix}seeds/{entry.file}"
        if not is_inside(self.seeds, path):
            message = f"{entry.file!r} is outside the pack's seeds/ folder."
            self._report(SOURCE_OUTSIDE_PACK, node, "file", message, "Copy the article pack_option seeds/.")
            return None
        if resolved(path) in self.articles:
            message = f"Another source already has the article {entry.file}."
            self._report(DUPLICATE_SOURCE, node, "file", message, "Delete one of the two entries.")
            return None
        self.articles.add(resolved(path))
        data, problems = read_bytes(path, file)
        text, more = decode_text(data, file) if data is not None else (None, [])
        self.problems += problems + more
        if data is not None and hashlib.sha256(data).hexdigest() != entry.sha256.lower():
            message = f"The article {entry.file} has changed: its SHA-256 is not the one in sources.yaml."
            hint = f"If every quote is still in it, write sha256: {hashlib.sha256(data).hexdigest()}"
            self.changed[entry.id] = self._problem(SOURCE_CHANGED, node, "sha256", message, hint)
        return text

    def _source(self, entry: SourceEntry, node: Node, text: str) -> Source | None:
        """The source of an entry; None if an off-limits range is not found."""
        off_limits = self._off_limits(entry, node, text)
        if off_limits is None:
            return None
        dated = entry.published is None or is_date(entry.published)
        if not dated:
            self._report(BAD_DATE, node, "published", f"{entry.published!r} is not a date.", "Write YYYY-MM-DD.")
        source = Source(
            id=entry.id,
            pack=self.pack,
            file=f"seeds/{entry.file}",
            title=entry.title,
            label=entry.label or entry.title or entry.id,
            publisher=entry.publisher,
            published=entry.published if dated else None,
            published_inferred=entry.published_inferred and dated,
            inferred_from=entry.inferred_from,
            text=text,
            off_limits=off_limits,
            paragraph_break=entry.paragraphs,
        )
        source = msgspec.structs.replace(source, exempt=self._exempt(entry, node, source))
        if self._is_proven(entry, source):
            return source
        message = f"The date of {entry.id} is inferred, but not from words that occur once in the article."
        self._report(
            INFERRED_UNPROVEN, node, "inferred_from", message, "Copy the words pack_option `inferred_from:`."
        )
        return msgspec.structs.replace(source, published=None, published_inferred=False)

    def _is_proven(self, entry: SourceEntry, source: Source) -> bool:
        if not entry.published_inferred:
            return True
        return entry.inferred_from is not None and isinstance(locate(entry.inferred_from, source), Located)

    def _exempt(self, entry: SourceEntry, node: Node, source: Source) -> tuple[Exemption, ...]:
        exemptions = []
        for index, group in enumerate(entry.exempt):
            for number, words in enumerate(group.sentences):
                located = locate(words, source)
                if isinstance(located, Located):
                    exemptions.append(Exemption(located.span, group.why))
                    continue
                place = node.place(self.file, "exempt", index, "sentences", number)
                self.problems.append(
                    Problem(rule=EXEMPT_NOT_FOUND, place=place, message=located.message, hint=located.hint)
                )
        return tuple(exemptions)

    def _off_limits(self, entry: SourceEntry, node: Node, text: str) -> tuple[Span, ...] | None:
        spans = []
        for index, limits in enumerate(entry.off_limits):
            start = text.find(limits.from_)
            last = limits.to or limits.from_
            end = text.find(last, start)
            if start < 0 or end < 0 or not normalize(limits.from_):
                message = "The words of this range are not in the article, or not in this order."
                place = node.place(self.file, "off_limits", index)
                hint = "Copy them character for character."
                self.problems.append(Problem(rule=OFF_LIMITS_NOT_FOUND, place=place, message=message, hint=hint))
            else:
                spans.append(Span(start, end + len(last)))
        return tuple(sorted(spans)) if len(spans) == len(entry.off_limits) else None

    def _problem(self, broken: Rule, node: Node, key: str, message: str, hint: str) -> Problem:
        return Problem(rule=broken, place=node.place(self.file, key), message=message, hint=hint)

    def _report(self, broken: Rule, node: Node, key: str, message: str, hint: str) -> None:
        self.problems.append(self._problem(broken, node, key, message, hint))
