"""The data of the bank browser: every question, playable or not, with its problems; searching and sorting."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.kinds.registry import answer_line
from quiz.bank.normalize import normalize
from quiz.bank.pack import Pack
from quiz.bank.problem import Place, Problem
from quiz.bank.question import DIFFICULTIES, Question
from quiz.bank.reload_guard import file_of

if TYPE_CHECKING:
    from quiz.bank.load import LoadedPacks
    from quiz.bank.pack_loader import LoadedPack
    from quiz.bank.written_question import WrittenQuestion

Column = Literal["problems", "id", "prompt", "topic", "difficulty", "kind", "sources"]
COLUMNS: tuple[Column, ...] = get_args(Column)
"""The columns of the table, in their order on the screen."""


class BrowserEntry(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A row of the browser: a playable question, one with errors, or a file with problems of its own."""

    pack: str
    id: str
    """Empty if the author gave none; for a file, its name."""
    place: Place
    path: Path
    """The file on disk."""
    question: Question | None = None
    """None if it cannot be played, and for a file."""
    is_file: bool = False
    prompt: str = ""
    answer: str = ""
    topic: str = ""
    difficulty: str = ""
    kind: str = ""
    sources: tuple[str, ...] = ()
    source_titles: str = ""
    """Titles and publishers of the sources, for the search."""
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """Identifies the entry after its file has changed. Questions with the same id have the same key."""
        return self.pack, self.id, "" if self.id and not self.is_file else self.place.file

    @property
    def errors(self) -> int:
        """How many of its problems are errors."""
        return sum(problem.is_error for problem in self.problems)

    def matches(self, words: Iterable[str]) -> bool:
        """Whether the entry contains all of these words, which come from ``search_words``."""
        return all(word in self._text for word in words)

    @property
    def _text(self) -> str:
        text: str | None = self.__dict__.get("text")
        if text is None:
            rules: list[str] = [problem.rule.severity for problem in self.problems]
            rules += [problem.rule.name for problem in self.problems]
            fields = (self.pack, self.id, self.prompt, self.answer, self.topic, self.difficulty, self.kind)
            joined = " \n".join((*fields, *self.sources, self.source_titles, *rules))
            text = self.__dict__["text"] = normalize(joined).casefold()
        return text


def find_same_entry(entry: BrowserEntry, among: Sequence[BrowserEntry]) -> int | None:
    """The index of the same entry in a list that was loaded later; None if it is no longer there."""
    same = [index for index, one in enumerate(among) if one.key == entry.key]
    return min(same, key=lambda index: abs(among[index].place.line - entry.place.line), default=None)


def search_words(typed: str) -> tuple[str, ...]:
    """The words to search for, normalized for comparison."""
    return tuple(normalize(typed).casefold().split())


def sort_entries(
    entries: Iterable[BrowserEntry], column: Column | None, *, reverse: bool = False
) -> list[BrowserEntry]:
    """Entries sorted by a column. The sort is stable; without a column, the order does not change."""
    if column is None:
        return list(entries)[:: -1 if reverse else 1]
    return sorted(entries, key=lambda entry: _sort_key(entry, column), reverse=reverse)


def _sort_key(entry: BrowserEntry, column: Column) -> Any:
    if column == "problems":
        return -entry.errors, -len(entry.problems)
    if column == "difficulty":
        return DIFFICULTIES.index(entry.difficulty) if entry.difficulty in DIFFICULTIES else -1
    return entry.sources if column == "sources" else normalize(getattr(entry, column)).casefold()


def browse(loaded: "LoadedPacks") -> list[BrowserEntry]:
    """An entry for everything in some packs, with the problems of loading and of the linter."""
    from quiz.lint.linter import lint  # imported late: playable questions are shown before the rules run

    return [entry for one in loaded.packs for entry in _PackBrowser(one, lint(one).problems).entries()]


def browse_playable(bank: Bank) -> list[BrowserEntry]:
    """An entry for each playable question, without problems: a bank from the cache has nothing else."""
    return [_playable(pack, question) for pack in bank.packs for question in pack.questions]


class _PackBrowser:
    """Assigns the problems of a pack to its questions and files."""

    def __init__(self, loaded: "LoadedPack", problems: Iterable[Problem]) -> None:
        self.pack = loaded.pack
        playable = {question.place: question for question in self.pack.questions}
        self.written: dict[str, list[BrowserEntry]] = {}
        """The questions of each file, whether or not they can be played."""
        for written in loaded.written:
            question = playable.get(written.place)
            entry = self._unplayable(written) if question is None else _playable(self.pack, question)
            self.written.setdefault(written.place.file, []).append(entry)
        self.problems: dict[str, list[Problem]] = {}
        """The problems of each file, by place."""
        for problem in sorted(problems, key=lambda problem: problem.place):
            self.problems.setdefault(problem.place.file, []).append(problem)

    def entries(self) -> list[BrowserEntry]:
        """The entries of all files, those with playable questions first."""
        played = (question.place.file for question in self.pack.questions)
        files = dict.fromkeys((*played, *sorted(self.problems)))
        return [entry for file in files for entry in self._of_file(file)]

    def _of_file(self, file: str) -> list[BrowserEntry]:
        """The entries of a file: the file itself if it has problems of its own, then its questions."""
        known = sorted(self.written.get(file, []), key=lambda entry: entry.place)
        starts = [entry.place for entry in known]
        of_file: list[Problem] = []
        of_entry: dict[int, list[Problem]] = {}
        for problem in self.problems.get(file, []):
            index = bisect_right(starts, problem.place) - 1
            is_about_entry = index >= 0 and _is_about(problem, known[index])
            (of_entry.setdefault(index, []) if is_about_entry else of_file).append(problem)
        with_problems = [
            msgspec.structs.replace(entry, problems=tuple(of_entry.get(index, ())))
            for index, entry in enumerate(known)
            if entry.question is not None or index in of_entry
        ]
        return ([self._file(file, of_file)] if of_file else []) + with_problems

    def _file(self, file: str, problems: Sequence[Problem]) -> BrowserEntry:
        place = problems[0].place
        return BrowserEntry(
            pack=self.pack.name,
            id=file.removeprefix(f"{self.pack.root}/"),
            place=place,
            path=file_of(self.pack, place),
            is_file=True,
            prompt=problems[0].message,
            problems=tuple(problems),
        )

    def _unplayable(self, written: "WrittenQuestion") -> BrowserEntry:
        """A question that cannot be played, with the values that can be read."""
        node = written.node
        cited = node.find("citations")
        citations = cited.value if cited is not None and isinstance(cited.value, list) else []
        return BrowserEntry(
            pack=self.pack.name,
            id=written.id or "",
            place=written.place,
            path=file_of(self.pack, written.place),
            prompt=node.text("prompt") or "",
            answer=node.text("answer") or "",
            topic=node.text("topic") or "",
            difficulty=node.text("difficulty") or "",
            kind=node.text("kind") or "",
            sources=tuple(dict.fromkeys(filter(None, (citation.text("source") for citation in citations)))),
        )


def _playable(pack: Pack, question: Question) -> BrowserEntry:
    cited = {passage.source.id: passage.source for passage in question.citations}
    return BrowserEntry(
        pack=pack.name,
        id=question.id,
        place=question.place,
        path=file_of(pack, question.place),
        question=question,
        prompt=question.prompt,
        answer=answer_line(question),
        topic=question.topic,
        difficulty=question.difficulty,
        kind=question.kind,
        sources=question.sources,
        source_titles=" ".join(f"{source.name} {source.publisher or ''}" for source in cited.values()),
    )


def _is_about(problem: Problem, entry: BrowserEntry) -> bool:
    """Whether a problem at or after the start of an entry is about it, not about what follows the list."""
    return problem.question == entry.id if problem.question else entry.question is None
