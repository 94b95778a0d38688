"""A pack: a folder with ``seeds/`` and ``questions/``, read into questions, sources and problems."""

from collections.abc import Callable
from pathlib import Path

import msgspec

from quiz.bank.entry_parser import read_list
from quiz.bank.files import FILE_TOO_LARGE, question_files, read_text
from quiz.bank.partial_parse import split_items
from quiz.bank.problem import Place, Problem, SuppressedProblem, rule
from quiz.bank.progress import ProgressCallback, no_progress
from quiz.bank.question import Question
from quiz.bank.resolver import Resolver
from quiz.bank.source import Source
from quiz.bank.sources_file import SourcesFile, read_sources_file
from quiz.bank.yaml_nodes import Allowance, Node, parse_yaml
from quiz.lint.registry import run_pack_checks
from quiz.lint.suppressions import Suppression, set_aside

PACK_NOT_FOUND = rule(
    "Q101",
    "pack-not-found",
    "A pack is a folder that exists.",
    wrong="quiz --pack no-such-folder",
    right="quiz --pack my-pack",
)
NO_QUESTIONS = rule(
    "Q103",
    "no-questions",
    "A pack has at least one question that can be played, in a .yaml file in questions/.",
    wrong="an empty questions/ folder",
    right="questions/cast.yaml with one question",
)
DUPLICATE_ID = rule(
    "Q501",
    "duplicate-id",
    "Every question of a pack has an id of its own; the one that stands first keeps it.",
    wrong="two questions with id: director",
    right="director and director-of-photography",
)


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder holds: the questions that can be played, their sources, and everything wrong."""

    name: str
    """What its catalogue calls it under ``pack:``, else the folder's name; records are kept under it."""
    root: Path
    questions: tuple[Question, ...] = ()
    sources: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()
    silenced: tuple[SuppressedProblem, ...] = ()
    """Warnings that the pack's authors set aside."""
    files: int = 0
    """How many question files were read."""
    ids: frozenset[str] = frozenset()
    """Every id that a question of the pack has, whether or not it can be played."""


def read_pack(
    root: Path, shown: str = "", *, thorough: bool = False, drafts: bool = False, told: ProgressCallback = no_progress
) -> Pack:
    """Read the pack at ``root``. Never raises for what a folder may hold.

    ``shown`` goes before the pack's own file names in the places of problems, for packs that are not in the
    current folder. ``thorough`` asks for every warning: a game can do without, since they keep nothing out of it.
    ``drafts`` lets drafts be played with the other questions. ``told`` hears how far it has come.
    """
    if thorough:
        import quiz.lint.rules.warnings  # noqa: F401 - a game need not wait for what it does not use
    if not _is_folder(root):
        return Pack(name=root.name, root=root, problems=(_missing(root),))
    catalogue, problems = read_sources_file(root, shown, thorough=thorough)
    paths, unreadable = question_files(root, shown)
    reader = _QuestionReader(catalogue, shown, thorough, lambda done, count: told(done, len(paths), count))
    reader.problems += unreadable
    for path in paths:
        reader.read(path)
    if not reader.questions and not unreadable:  # what a closed folder holds is not known
        reader.problems.append(_empty(shown, others=bool(paths)))
    asked = tuple(question for question in reader.questions.values() if drafts or not question.draft)
    found: list[Problem] = [*problems, *reader.problems]
    silenced: list[SuppressedProblem] = []
    if thorough:
        sources = tuple(catalogue.sources.values())
        together = run_pack_checks(asked, sources, Place(f"{shown}questions/"))
        found, silenced = set_aside([*problems, *reader.problems, *together], [*catalogue.silences, *reader.silences])
    return Pack(
        name=catalogue.pack,
        root=root,
        questions=asked,
        sources=tuple(catalogue.sources.values()),
        problems=(*reader.changed_sources(), *found),
        silenced=tuple(silenced),
        files=len(paths),
        ids=reader.ids,
    )


def _missing(root: Path) -> Problem:
    message = f"There is no folder {str(root)!r}."
    hint = "Give the folder that holds seeds/ and questions/."
    return Problem(rule=PACK_NOT_FOUND, place=Place(str(root)), message=message, hint=hint)


def _empty(shown: str, *, others: bool) -> Problem:
    hint = "Mend what is wrong with the others." if others else "Write your first one in questions/first.yaml."
    message = "The pack has no question that can be played."
    return Problem(rule=NO_QUESTIONS, place=Place(f"{shown}questions/"), message=message, hint=hint)


def topic_by_name(path: Path) -> str:
    """The topic of a question file that names none, in characters that can be written."""
    name = path.stem.encode("utf-8", "replace").decode()
    return name.replace("-", " ").replace("_", " ").capitalize()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long, or a folder above it that nobody may enter
        return False


def id_taken(name: str, place: Place, by: str) -> Problem:
    """The problem of a question whose id another one has."""
    message = f"The id {name!r} is taken by {by}."
    return Problem(rule=DUPLICATE_ID, place=place, message=message, hint="Choose another id.", question=name)


class _QuestionReader:
    """Reads a pack's question files, so that nothing wrong in one keeps another from being read."""

    def __init__(self, catalogue: SourcesFile, shown: str, thorough: bool, told: Callable[[int, int], None]) -> None:
        """``told`` hears of how many files are read, with how many questions."""
        self._told = told
        self._files = 0
        self.catalogue = catalogue
        self.shown = shown
        self.thorough = thorough
        self.silences: list[Suppression] = []
        self.questions: dict[str, Question] = {}
        self.problems: list[Problem] = []
        self._places: dict[str, Place] = {}
        self._unproven: dict[str, list[str]] = {}

    def read(self, path: Path) -> None:
        """Read one file."""
        file = f"{self.shown}questions/{path.name}"
        text, problems = read_text(path, file)
        self.problems += problems
        if text is None:
            return
        root, problems = parse_yaml(text, file)
        topic = topic_by_name(path)
        if root is not None:
            items, more = read_list(root, "questions", ("topic",), file)
            problems += more
        else:
            is_broken = bool(problems) and problems[-1].rule is not FILE_TOO_LARGE
            root, items, more = self._salvage(text, file) if is_broken else (None, [], [])
            problems = more or problems
        self.problems += problems
        topic = (root.text("topic") if root else None) or topic
        resolver = Resolver(self.catalogue, file, topic, self._unproven, thorough=self.thorough)
        for item in items:
            self._take(item, resolver)
        self.silences += resolver.silences
        self._files += 1
        self._told(self._files, len(self.questions))

    @property
    def ids(self) -> frozenset[str]:
        """Every id that was read, of whatever question."""
        return frozenset(self._places)

    def changed_sources(self) -> list[Problem]:
        """The problem of each article that changed, naming the questions whose quotes no longer stand."""
        told = []
        for source, problem in self.catalogue.changed.items():
            names = ", ".join(dict.fromkeys(self._unproven.get(source, [])))
            message = f"{problem.message} Quotes that no longer stand: {names or 'none'}."
            told.append(msgspec.structs.replace(problem, message=message))
        return told

    def _salvage(self, text: str, file: str) -> tuple[Node | None, list[Node], list[Problem]]:
        """What stands around the items, the items that can be read, and the problems of a file that is not YAML.

        What the parser said of the whole file is dropped: an open quotation mark is told in a later question.
        """
        items: list[Node] = []
        found: list[Problem] = []
        rest = text.splitlines(keepends=True)
        allowance = Allowance()
        for line, chunk in split_items(text, "questions"):
            root, problems = parse_yaml(chunk, file, first_line=line, allowance=allowance)
            found += problems
            if allowance.left <= 0:
                break
            if root is not None and isinstance(root.value, list):
                items += root.value
            count = len(chunk.splitlines())
            rest[line - 1 : line - 1 + count] = ["\n"] * count
        root, problems = parse_yaml("".join(rest), file)
        return root, items, [*problems, *found]

    def _take(self, item: Node, resolver: Resolver) -> None:
        name, place = item.text("id"), item.place(resolver.file, "id")
        question, problems = resolver.resolve(item)
        self.problems += problems
        if name is not None and name in self._places:
            self.problems.append(id_taken(name, place, f"the question at {self._places[name]}"))
            return
        if name is not None:
            self._places[name] = place
        if question is not None:
            self.questions[question.id] = question
            self._told(self._files, len(self.questions))
