"""Browsing: everything that a bank holds in a list, what is kept out of play included, searched and sorted."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.entry_parser import read_list
from quiz.bank.files import read_text
from quiz.bank.kinds.registry import answer_line
from quiz.bank.normalize import normalize
from quiz.bank.pack import Pack
from quiz.bank.partial_parse import split_items
from quiz.bank.problem import Place, Problem
from quiz.bank.question import DIFFICULTIES, Question
from quiz.bank.reload_guard import file_of
from quiz.bank.yaml_nodes import Node, parse_yaml

Column = Literal["problems", "id", "prompt", "topic", "difficulty", "kind", "sources"]
COLUMNS: tuple[Column, ...] = get_args(Column)
"""What is known of an entry, in the order in which it is shown."""


class BrowserEntry(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One entry: a question, one that an error keeps out of play, or a file that something is wrong with."""

    pack: str
    id: str
    """Empty where the author gave none; of a file, its name."""
    place: Place
    path: Path
    """The file on disk."""
    question: Question | None = None
    """None for what cannot be played."""
    is_file: bool = False
    prompt: str = ""
    answer: str = ""
    topic: str = ""
    difficulty: str = ""
    kind: str = ""
    sources: tuple[str, ...] = ()
    also_known_as: str = ""
    """What the sources are called, to be found by."""
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What finds the entry again when its file has been changed; a second question with its id has the same."""
        return self.pack, self.id, "" if self.id and not self.is_file else self.place.file

    @property
    def errors(self) -> int:
        """How many of its problems are errors."""
        return sum(problem.is_error for problem in self.problems)

    def says(self, words: Iterable[str]) -> bool:
        """Whether all of these words, as ``searched`` gives them, stand in it."""
        return all(word in self._text for word in words)

    @property
    def _text(self) -> str:
        kept: str | None = self.__dict__.get("text")
        if kept is None:
            said = [problem.rule.severity for problem in self.problems] + [one.rule.name for one in self.problems]
            fields = (self.pack, self.id, self.prompt, self.answer, self.topic, self.difficulty, self.kind)
            whole = " \n".join((*fields, *self.sources, self.also_known_as, *said))
            kept = self.__dict__["text"] = normalize(whole).casefold()
        return kept


def find_same_entry(entry: BrowserEntry, among: Sequence[BrowserEntry]) -> int | None:
    """Where an entry stands among others that were read later; None where it is gone."""
    same = [index for index, one in enumerate(among) if one.key == entry.key]
    return min(same, key=lambda index: abs(among[index].place.line - entry.place.line), default=None)


def searched(typed: str) -> tuple[str, ...]:
    """The words that are looked for, as they are compared."""
    return tuple(normalize(typed).casefold().split())


def in_order(entries: Iterable[BrowserEntry], column: Column | None, *, reverse: bool = False) -> list[BrowserEntry]:
    """Entries by what stands in a column; the rest of their order, and without a column all of it, stays."""
    if column is None:
        return list(entries)[:: -1 if reverse else 1]
    return sorted(entries, key=lambda one: _rank(one, column), reverse=reverse)


def _rank(one: BrowserEntry, column: Column) -> Any:
    if column == "problems":
        return -one.errors, -len(one.problems)
    if column == "difficulty":
        return DIFFICULTIES.index(one.difficulty) if one.difficulty in DIFFICULTIES else -1
    return one.sources if column == "sources" else normalize(getattr(one, column)).casefold()


def browse(bank: Bank) -> list[BrowserEntry]:
    """Everything that the packs in play hold, as it stands in their files."""
    return [entry for pack in bank.packs for entry in _PackBrowser(pack).entries()]


class _PackBrowser:
    """Lays the problems of a pack beside what they are about."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.playable: dict[str, list[BrowserEntry]] = {}
        """The questions of each file."""
        for question in pack.questions:
            self.playable.setdefault(question.place.file, []).append(self._playable(question))

    def entries(self) -> list[BrowserEntry]:
        problems: dict[str, list[Problem]] = {}
        for problem in sorted(self.pack.problems, key=lambda one: one.place):
            problems.setdefault(problem.place.file, []).append(problem)
        files = dict.fromkeys((*self.playable, *sorted(problems)))
        return [entry for file in files for entry in self._of_file(file, problems.get(file, []))]

    def _of_file(self, file: str, problems: list[Problem]) -> list[BrowserEntry]:
        known = self.playable.get(file, [])
        ids = {entry.id for entry in known}
        if any(problem.is_error or (problem.question and problem.question not in ids) for problem in problems):
            lines = {entry.place.line for entry in known}
            known = known + [one for one in self._written(file) if one.place.line not in lines]
        known = sorted(known, key=lambda entry: entry.place.line)
        starts = [entry.place.line for entry in known]
        of_entry: dict[int, list[Problem]] = {}
        for problem in problems:
            index = bisect_right(starts, problem.place.line) - 1
            of_entry.setdefault(index if index >= 0 and _is_about(problem, known[index]) else -1, []).append(problem)
        found = [
            msgspec.structs.replace(entry, problems=tuple(of_entry.get(index, ())))
            for index, entry in enumerate(known)
            if entry.question is not None or index in of_entry
        ]
        about_file = of_entry.get(-1)
        return ([self._file(file, about_file)] if about_file else []) + found

    def _playable(self, one: Question) -> BrowserEntry:
        cited = {passage.source.id: passage.source for passage in one.citations}
        return BrowserEntry(
            pack=self.pack.name,
            id=one.id,
            place=one.place,
            path=file_of(self.pack, one.place),
            question=one,
            prompt=one.prompt,
            answer=answer_line(one),
            topic=one.topic,
            difficulty=one.difficulty,
            kind=one.kind,
            sources=one.sources,
            also_known_as=" ".join(f"{source.name} {source.publisher or ''}" for source in cited.values()),
        )

    def _file(self, file: str, problems: Sequence[Problem]) -> BrowserEntry:
        place = problems[0].place
        told = problems[0].message
        path = file_of(self.pack, place)
        inside = file.removeprefix(f"{self.pack.root}/")
        return BrowserEntry(
            pack=self.pack.name,
            id=inside,
            place=place,
            path=path,
            is_file=True,
            prompt=told,
            problems=tuple(problems),
        )

    def _written(self, file: str) -> list[BrowserEntry]:
        """The questions of a file as far as they can be read, whether or not they can be played."""
        path = file_of(self.pack, Place(file))
        text, _ = read_text(path, file)
        if text is None or path.suffix not in (".yaml", ".yml") or path.parent != self.pack.root / "questions":
            return []
        root, _ = parse_yaml(text, file)
        items = read_list(root, "questions", ("topic",), file)[0] if root is not None else _salvaged(text, file)
        return [self._unplayable(item, file, path) for item in items]

    def _unplayable(self, item: Node, file: str, path: Path) -> BrowserEntry:
        cited = item.find("citations")
        nodes = cited.value if cited is not None and isinstance(cited.value, list) else []
        return BrowserEntry(
            pack=self.pack.name,
            id=item.text("id") or "",
            place=item.place(file),
            path=path,
            prompt=item.text("prompt") or "",
            answer=item.text("answer") or "",
            topic=item.text("topic") or "",
            difficulty=item.text("difficulty") or "",
            kind=item.text("kind") or "",
            sources=tuple(dict.fromkeys(filter(None, (node.text("source") for node in nodes)))),
        )


def _salvaged(text: str, file: str) -> list[Node]:
    """The items that can be read of a file that is not YAML; one that cannot keeps its place."""
    found: list[Node] = []
    for line, chunk in split_items(text, "questions"):
        root, _ = parse_yaml(chunk, file, first_line=line)
        found += root.value if root is not None and isinstance(root.value, list) else [Node({}, line, 1)]
    return found


def _is_about(problem: Problem, entry: BrowserEntry) -> bool:
    """Whether a problem that stands below the beginning of an entry is about it, not about what follows the list."""
    return problem.question == entry.id if problem.question else entry.question is None
