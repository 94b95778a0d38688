"""The bank browser without its screen: every question, also those that cannot be played, searched and sorted."""

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
        """Whether it has all of these words, as ``searched`` gives them."""
        return all(word in self._text for word in words)

    @property
    def _text(self) -> str:
        text: str | None = self.__dict__.get("text")
        if text is None:
            said = [problem.rule.severity for problem in self.problems] + [one.rule.name for one in self.problems]
            fields = (self.pack, self.id, self.prompt, self.answer, self.topic, self.difficulty, self.kind)
            whole = " \n".join((*fields, *self.sources, self.also_known_as, *said))
            text = self.__dict__["text"] = normalize(whole).casefold()
        return text


def find_same_entry(entry: BrowserEntry, among: Sequence[BrowserEntry]) -> int | None:
    """The index of an entry among others that were loaded later; None where it is gone."""
    same = [index for index, one in enumerate(among) if one.key == entry.key]
    return min(same, key=lambda index: abs(among[index].place.line - entry.place.line), default=None)


def searched(typed: str) -> tuple[str, ...]:
    """The words that are looked for, as they are compared."""
    return tuple(normalize(typed).casefold().split())


def in_order(entries: Iterable[BrowserEntry], column: Column | None, *, reverse: bool = False) -> list[BrowserEntry]:
    """Entries sorted by a column; ties, and without a column all of them, stay in their order."""
    if column is None:
        return list(entries)[:: -1 if reverse else 1]
    return sorted(entries, key=lambda one: _rank(one, column), reverse=reverse)


def _rank(one: BrowserEntry, column: Column) -> Any:
    if column == "problems":
        return -one.errors, -len(one.problems)
    if column == "difficulty":
        return DIFFICULTIES.index(one.difficulty) if one.difficulty in DIFFICULTIES else -1
    return one.sources if column == "sources" else normalize(getattr(one, column)).casefold()


def browse(loaded: "LoadedPacks") -> list[BrowserEntry]:
    """Everything in the files of some packs, with every problem that loading or the linter finds."""
    from quiz.lint.linter import lint  # the table of what can be played appears without waiting for the rules

    return [entry for one in loaded.packs for entry in _PackBrowser(one, lint(one).problems).entries()]


def browse_playable(bank: Bank) -> list[BrowserEntry]:
    """The questions that can be played, without their problems: all that is known of a bank out of the cache."""
    return [_playable(pack, question) for pack in bank.packs for question in pack.questions]


class _PackBrowser:
    """Assigns the problems of a pack to what they are about."""

    def __init__(self, loaded: "LoadedPack", problems: Iterable[Problem]) -> None:
        self.pack = loaded.pack
        playable = {question.place: question for question in self.pack.questions}
        self.written: dict[str, list[BrowserEntry]] = {}
        """The questions of each file, whether or not they can be played."""
        for one in loaded.written:
            question = playable.get(one.place)
            entry = self._unplayable(one) if question is None else _playable(self.pack, question)
            self.written.setdefault(one.place.file, []).append(entry)
        self.problems: dict[str, list[Problem]] = {}
        """The problems of each file, by place."""
        for problem in sorted(problems, key=lambda one: one.place):
            self.problems.setdefault(problem.place.file, []).append(problem)

    def entries(self) -> list[BrowserEntry]:
        played = (question.place.file for question in self.pack.questions)
        files = dict.fromkeys((*played, *sorted(self.problems)))
        return [entry for file in files for entry in self._of_file(file)]

    def _of_file(self, file: str) -> list[BrowserEntry]:
        """The entries of a file: the file itself where something is wrong with it, then its questions."""
        known = sorted(self.written.get(file, []), key=lambda entry: entry.place)
        starts = [entry.place for entry in known]
        of_file: list[Problem] = []
        of_entry: dict[int, list[Problem]] = {}
        for problem in self.problems.get(file, []):
            index = bisect_right(starts, problem.place) - 1
            is_about_entry = index >= 0 and _is_about(problem, known[index])
            (of_entry.setdefault(index, []) if is_about_entry else of_file).append(problem)
        found = [
            msgspec.structs.replace(entry, problems=tuple(of_entry.get(index, ())))
            for index, entry in enumerate(known)
            if entry.question is not None or index in of_entry
        ]
        return ([self._file(file, of_file)] if of_file else []) + found

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

    def _unplayable(self, one: "WrittenQuestion") -> BrowserEntry:
        """A question as its author wrote it, as far as it can be read."""
        node = one.node
        cited = node.find("citations")
        citations = cited.value if cited is not None and isinstance(cited.value, list) else []
        return BrowserEntry(
            pack=self.pack.name,
            id=one.id or "",
            place=one.place,
            path=file_of(self.pack, one.place),
            prompt=node.text("prompt") or "",
            answer=node.text("answer") or "",
            topic=node.text("topic") or "",
            difficulty=node.text("difficulty") or "",
            kind=node.text("kind") or "",
            sources=tuple(dict.fromkeys(filter(None, (citation.text("source") for citation in citations)))),
        )


def _playable(pack: Pack, one: Question) -> BrowserEntry:
    cited = {passage.source.id: passage.source for passage in one.citations}
    return BrowserEntry(
        pack=pack.name,
        id=one.id,
        place=one.place,
        path=file_of(pack, one.place),
        question=one,
        prompt=one.prompt,
        answer=answer_line(one),
        topic=one.topic,
        difficulty=one.difficulty,
        kind=one.kind,
        sources=one.sources,
        also_known_as=" ".join(f"{source.name} {source.publisher or ''}" for source in cited.values()),
    )


def _is_about(problem: Problem, entry: BrowserEntry) -> bool:
    """Whether a problem below the beginning of an entry is about it, not about what follows the list."""
    return problem.question == entry.id if problem.question else entry.question is None
