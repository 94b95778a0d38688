"""The catalogue: ``seeds/sources.yaml``, which says what is known of every article, and the articles it names."""

import hashlib
import re
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from quiz.bank.entry import read_entry, read_list
from quiz.bank.files import control_characters, read_bytes, read_text
from quiz.bank.folding import fold
from quiz.bank.problem import Place, Problem, Rule, rule
from quiz.bank.quote import NotLocated, locate
from quiz.bank.source import Source, Span
from quiz.bank.yaml_nodes import Node, parse_yaml

NO_CATALOGUE = rule(
    "Q102",
    "no-catalogue",
    "A pack has its articles in seeds/ and their catalogue in seeds/sources.yaml.",
    wrong="a folder with questions/ alone",
    right="the folder with seeds/sources.yaml and the articles that it names",
)
SOURCE_OUTSIDE_PACK = rule(
    "Q302",
    "source-outside-pack",
    "An article lies in the pack's seeds/ folder, whatever the catalogue says.",
    wrong="file: ../../etc/hosts",
    right="file: featurette.txt",
)
SOURCE_CHANGED = rule(
    "Q303",
    "source-changed",
    "An article is kept byte for byte: its SHA-256 must be the one in the catalogue.",
    wrong="sha256: of the article before somebody corrected a word in it",
    right="sha256: of the article as it lies in seeds/",
)
OFF_LIMITS_NOT_FOUND = rule(
    "Q305",
    "off-limits-not-found",
    "The words that begin and end an off-limits range must stand in the article, the end after the beginning.",
    wrong="off_limits: [{from: words that are not there, why: site furniture}]",
    right="off_limits: [{from: Screenshot via Lionsgate, why: picture credit}]",
)
DUPLICATE_SOURCE = rule(
    "Q306",
    "duplicate-source",
    "Every source has an id of its own.",
    wrong="two sources with id: featurette-2024",
    right="featurette-2024 and trailer-2024",
)
BAD_DATE = rule(
    "Q307",
    "bad-date",
    "A date is YYYY, YYYY-MM or YYYY-MM-DD, or null where it is not known.",
    wrong="published: 9 December 2024",
    right="published: 2024-12-09",
)
INFERRED_UNPROVEN = rule(
    "Q308",
    "inferred-unproven",
    "A date that the text only implies names the words that imply it, and they must stand in the article.",
    wrong="published: 2023\npublished_inferred: true",
    right="published: 2023\npublished_inferred: true\ninferred_from: a work in progress for about six years",
)
NOT_IN_CATALOGUE = rule(
    "Q310",
    "not-in-catalogue",
    "An article that lies in seeds/ should have an entry in the catalogue, or nobody can cite it.",
    wrong="seeds/review.txt without an entry",
    right="an entry with file: review.txt",
    severity="warning",
)

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class RangeEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A range of the article that no quote may use, given by the words it begins and ends with."""

    from_: str
    to: str | None = None
    """Where it ends; the words of ``from`` are the whole range where this is left out."""
    why: str


class SourceEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the catalogue says of one article."""

    id: Annotated[str, Meta(description="Short and stable; citations use it.")]
    file: str
    title: str | None = None
    label: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_inferred: bool = False
    inferred_from: str | None = None
    sha256: str
    paragraphs: Literal["line", "blank-line"] = "line"
    off_limits: tuple[RangeEntry, ...] = ()


class Catalogue(msgspec.Struct, frozen=True):
    """A pack's sources by id, and which of them could not be read or have changed."""

    pack: str
    """What the pack calls itself under ``pack:``, else its folder's name; records are kept under it."""
    sources: dict[str, Source]
    known: frozenset[str]
    """Every id that the catalogue names, also of sources that could not be read."""
    changed: dict[str, Problem]
    """Sources whose SHA-256 is another one now, with the problem that says so."""


def read_catalogue(root: Path, shown: str) -> tuple[Catalogue, list[Problem]]:
    """Read the catalogue of the pack at ``root`` and every article it names; ``shown`` is what problems call root."""
    file = f"{shown}seeds/sources.yaml"
    name = root.resolve().name or "pack"
    nothing = Catalogue(name, {}, frozenset(), {})
    if not (root / "seeds" / "sources.yaml").exists():
        hint = "Make the folder seeds/ with the articles and a sources.yaml that names them."
        missing = Problem(rule=NO_CATALOGUE, place=Place(file), message="There is no seeds/sources.yaml.", hint=hint)
        return nothing, [missing]
    text, problems = read_text(root / "seeds" / "sources.yaml", file)
    problems += control_characters(text, file) if text else []
    if text is None or problems:
        return nothing, problems
    node, problems = parse_yaml(text, file)
    if node is None:
        return nothing, problems or [_empty(file)]
    items, more = read_list(node, "sources", ("pack",), file)
    name = node.text("pack") or name
    reader = _CatalogueReader(root / "seeds", name, file, shown, problems + more)
    for item in items:
        reader.read(item)
    reader.look_for_strangers()
    return Catalogue(name, reader.sources, frozenset(reader.known), reader.changed), reader.problems


def _empty(file: str) -> Problem:
    return Problem(
        rule=NO_CATALOGUE,
        place=Place(file),
        message="The catalogue is empty.",
        hint="Write `sources:` and an entry for each article.",
    )


class _CatalogueReader:
    """Reads the catalogue's entries one by one, so that one bad entry never hides another."""

    def __init__(self, seeds: Path, pack: str, file: str, shown: str, problems: list[Problem]) -> None:
        self.seeds = seeds
        self.pack = pack
        self.file = file
        self.shown = shown
        self.problems = problems
        self.sources: dict[str, Source] = {}
        self.known: set[str] = set()
        self.files: set[str] = {"sources.yaml"}
        self.changed: dict[str, Problem] = {}

    def read(self, node: Node) -> None:
        """Read one entry and its article."""
        self.known.add(node.text("id") or "")
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
        if text is not None:
            self.sources[entry.id] = self._source(entry, node, text)

    def look_for_strangers(self) -> None:
        """Warn of articles that lie in seeds/ and have no entry."""
        for path in sorted(self.seeds.glob("*.txt")):
            if path.name not in self.files:
                place = Place(f"{self.shown}seeds/{path.name}")
                message = f"seeds/{path.name} has no entry in the catalogue."
                self.problems.append(
                    Problem(
                        rule=NOT_IN_CATALOGUE,
                        place=place,
                        message=message,
                        hint="Add one to seeds/sources.yaml.",
                    )
                )

    def _article(self, entry: SourceEntry, node: Node) -> str | None:
        path = self.seeds / entry.file
        if "\0" in entry.file or not path.resolve().is_relative_to(self.seeds.resolve()):
            message = f"{entry.file!r} leads out of the pack's seeds/ folder."
            self._report(SOURCE_OUTSIDE_PACK, node, "file", message, "Copy the article into seeds/.")
            return None
        data, problems = read_bytes(path, f"{self.shown}seeds/{entry.file}")
        text, more = read_text(path, f"{self.shown}seeds/{entry.file}") if data is not None else (None, [])
        self.problems += problems + more
        if data is not None and hashlib.sha256(data).hexdigest() != entry.sha256.lower():
            message = f"The article {entry.file} is not the one that was catalogued: its SHA-256 differs."
            hint = f"If every quote still stands, write sha256: {hashlib.sha256(data).hexdigest()}"
            self.changed[entry.id] = self._problem(SOURCE_CHANGED, node, "sha256", message, hint)
        return text

    def _source(self, entry: SourceEntry, node: Node, text: str) -> Source:
        if entry.published is not None and not _DATE.fullmatch(entry.published):
            self._report(BAD_DATE, node, "published", f"{entry.published!r} is not a date.", "Write YYYY-MM-DD.")
        source = Source(
            id=entry.id,
            pack=self.pack,
            file=f"seeds/{entry.file}",
            title=entry.title,
            label=entry.label or entry.title or entry.id,
            publisher=entry.publisher,
            published=entry.published,
            published_inferred=entry.published_inferred,
            inferred_from=entry.inferred_from,
            text=text,
            off_limits=self._off_limits(entry, node, text),
            paragraph_break=entry.paragraphs,
        )
        self._prove_inference(entry, node, source)
        return source

    def _prove_inference(self, entry: SourceEntry, node: Node, source: Source) -> None:
        if not entry.published_inferred:
            return
        if entry.inferred_from is None or isinstance(locate(entry.inferred_from, source), NotLocated):
            message = f"The date of {entry.id} is inferred, but not from words that stand once in the article."
            self._report(INFERRED_UNPROVEN, node, "inferred_from", message, "Copy the words into `inferred_from:`.")

    def _off_limits(self, entry: SourceEntry, node: Node, text: str) -> tuple[Span, ...]:
        spans = []
        for index, limits in enumerate(entry.off_limits):
            start = text.find(limits.from_)
            last = limits.to or limits.from_
            end = text.find(last, start)
            if start < 0 or end < 0 or not fold(limits.from_):
                message = "The words of this range are not in the article, or not in this order."
                place = node.place(self.file, "off_limits", index)
                hint = "Copy them character for character."
                self.problems.append(Problem(rule=OFF_LIMITS_NOT_FOUND, place=place, message=message, hint=hint))
            else:
                spans.append(Span(start, end + len(last)))
        return tuple(sorted(spans))

    def _problem(self, broken: Rule, node: Node, key: str, message: str, hint: str) -> Problem:
        return Problem(rule=broken, place=node.place(self.file, key), message=message, hint=hint)

    def _report(self, broken: Rule, node: Node, key: str, message: str, hint: str) -> None:
        self.problems.append(self._problem(broken, node, key, message, hint))
