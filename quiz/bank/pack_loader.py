"""Loads one pack: reads a folder with ``seeds/`` and ``questions/`` into questions, sources and problems."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from quiz.bank.files import question_files, read_text
from quiz.bank.pack import Pack
from quiz.bank.problem import Place, Problem, Rule
from quiz.bank.progress import ProgressCallback, no_progress
from quiz.bank.question import Question
from quiz.bank.question_file import parse_question_file, topic_by_name
from quiz.bank.resolver import Resolver
from quiz.bank.sources_file import SourcesFile, read_sources_file
from quiz.bank.suppression import Suppression
from quiz.bank.written_question import WrittenQuestion

PACK_NOT_FOUND = Rule(
    "Q101",
    "pack-not-found",
    "A pack is a folder that exists.",
    wrong="quiz --pack no-such-folder",
    right="quiz --pack my-pack",
)
NO_QUESTIONS = Rule(
    "Q103",
    "no-questions",
    "A pack has at least one question that can be played, in a .yaml file in questions/.",
    wrong="an empty questions/ folder",
    right="questions/cast.yaml with one question",
)
DUPLICATE_ID = Rule(
    "Q501",
    "duplicate-id",
    "Every question of a pack has its own id. If two have the same id, only the first is played.",
    wrong="two questions with id: director",
    right="director and director-of-photography",
)

RETIRED_ID = Rule(
    "Q505",
    "retired-id",
    "No question has an id that is listed under `retired:`. Records have answers to the question that had it before. "
    "A question with such an id is not played.",
    wrong="retired: [theme-song] in one file, and a question with id: theme-song",
    right="id: composer-of-the-theme",
)


class LoadedPack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack with everything that its authors and the linter need."""

    pack: Pack
    questions_place: Place
    """The place of problems that are about all its questions."""
    written: tuple[WrittenQuestion, ...] = ()
    """Every question of its files, also those that cannot be played."""
    questions: tuple[Question, ...] = ()
    """The questions that could be played, even if the pack cannot be played because its name is taken."""
    suppressions: tuple[Suppression, ...] = ()
    """The warnings that are suppressed for the pack as a whole."""
    topics: dict[str, str] = {}
    """The default topic of each question file, by the name of the file. Files of retired ids alone are left out."""


def load_pack(
    root: Path, prefix: str = "", *, drafts: bool = False, progress: ProgressCallback = no_progress
) -> LoadedPack:
    """Load the pack at ``root`` with everything that authors need. Mistakes in it are problems, not exceptions.

    ``prefix`` is put before the names of files in problems, for packs that are not in the current folder. With
    ``drafts``, drafts can be played too. ``progress`` is called for every question.
    """
    loader = _PackLoader(root, prefix, drafts, progress)
    written = [loader.with_retirement(one) for one in tuple(loader.read())]
    return LoadedPack(
        pack=loader.pack(),
        questions_place=Place(f"{prefix}questions/"),
        written=tuple(written),
        questions=loader.playable,
        suppressions=loader.sources_file.suppressions,
        topics=loader.topics,
    )


def read_pack(
    root: Path, prefix: str = "", *, drafts: bool = False, progress: ProgressCallback = no_progress
) -> Pack:
    """Load the pack at ``root`` like ``load_pack``, but without what only authors need, to save memory."""
    loader = _PackLoader(root, prefix, drafts, progress)
    for _ in loader.read():
        pass
    return loader.pack()


def _missing(root: Path) -> Problem:
    message = f"There is no folder {str(root)!r}."
    hint = "Give the folder that holds seeds/ and questions/."
    return Problem(rule=PACK_NOT_FOUND, place=Place(str(root)), message=message, hint=hint)


def _empty(prefix: str, *, others: bool) -> Problem:
    hint = "Fix the other problems first." if others else "Write your first one in questions/first.yaml."
    message = "The pack has no question that can be played."
    return Problem(rule=NO_QUESTIONS, place=Place(f"{prefix}questions/"), message=message, hint=hint)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # the name is too long, or no permission for a folder above it
        return False


def id_taken(name: str, place: Place, by: str) -> Problem:
    """The problem of a question whose id is already used."""
    message = f"The id {name!r} is taken by {by}."
    return Problem(rule=DUPLICATE_ID, place=place, message=message, hint="Choose another id.", question=name)


def id_retired(name: str, place: Place) -> Problem:
    """The problem of a question with the id of an earlier question."""
    message = f"The id {name!r} is retired: an earlier question had it."
    hint = "Choose another id, or delete it under `retired:` if it is the same question."
    return Problem(rule=RETIRED_ID, place=place, message=message, hint=hint, question=name)


class _PackLoader:
    """Reads the files of a pack one by one, so that a mistake in one does not stop the others."""

    def __init__(self, root: Path, prefix: str, drafts: bool, progress: ProgressCallback) -> None:
        self.root = root
        self.prefix = prefix
        self.drafts = drafts
        self.progress = progress
        self.sources_file = SourcesFile(root.name, {}, frozenset(), {})
        self.problems: list[Problem] = []
        self.topics: dict[str, str] = {}
        self.retired: set[str] = set()
        self._reused: dict[Place, Problem] = {}
        self._valid: dict[str, Question] = {}
        self._paths: list[Path] = []
        self._read = 0
        self._places: dict[str, Place] = {}
        self._unproven: dict[str, list[str]] = {}

    def read(self) -> Iterator[WrittenQuestion]:
        """Read the pack, and yield each question of its files once it is read."""
        if not _is_folder(self.root):
            self.problems.append(_missing(self.root))
            return
        self.sources_file, self.problems = read_sources_file(self.root, self.prefix)
        self._paths, unreadable = question_files(self.root, self.prefix)
        self.problems += unreadable
        for path in self._paths:
            yield from self._read_file(path)
        self._reject_retired()
        if not self._valid and not unreadable:  # a folder that cannot be read may have questions
            self.problems.append(_empty(self.prefix, others=bool(self._paths)))

    @property
    def playable(self) -> tuple[Question, ...]:
        """The questions that can be played."""
        return tuple(question for question in self._valid.values() if self.drafts or not question.draft)

    def pack(self) -> Pack:
        """The pack. Call it after ``read``."""
        return Pack(
            name=self.sources_file.pack,
            root=self.root,
            questions=self.playable,
            sources=tuple(self.sources_file.sources.values()),
            problems=(*self._changed_sources(), *self.problems),
            files=len(self.topics),
            ids=frozenset(self._places),
            retired=frozenset(self.retired),
        )

    def _read_file(self, path: Path) -> Iterator[WrittenQuestion]:
        file = f"{self.prefix}questions/{path.name}"
        topic = self.topics[path.name] = topic_by_name(path)
        text, problems = read_text(path, file)
        self.problems += problems
        if text is None:
            return
        parsed = parse_question_file(text, file)
        self.problems += parsed.problems
        self.retired.update(parsed.retired)
        if parsed.is_list_of_retired:
            del self.topics[path.name]
        elif parsed.topic:
            topic = self.topics[path.name] = parsed.topic
        resolver = Resolver(self.sources_file, file, topic)
        yield from (self._add(resolver.read(node)) for node in parsed.nodes)
        yield from (WrittenQuestion(node, node.place(file)) for node in parsed.unreadable)
        for source, question in resolver.unproven:
            self._unproven.setdefault(source, []).append(question)
        self._read += 1
        self._report_progress()

    def _add(self, written: WrittenQuestion) -> WrittenQuestion:
        """Add a question to the pack if it is valid and its id is free. Returns it with all its problems."""
        self.problems += written.problems
        name = written.id
        if name is not None and name in self._places:
            taken = id_taken(
                name, written.node.place(written.place.file, "id"), f"the question at {self._places[name]}"
            )
            self.problems.append(taken)
            return written._replace(problems=(*written.problems, taken))
        if name is not None:
            self._places[name] = written.node.place(written.place.file, "id")
        if written.question is not None and written.is_valid:
            self._valid[written.question.id] = written.question
            self._report_progress()
        return written

    def _reject_retired(self) -> None:
        """Report the questions whose ids are retired, once all files are read: any of them can list the id."""
        for name in [name for name in self._places if name in self.retired]:
            place = self._places[name]
            self._reused[place] = id_retired(name, place)
            self._valid.pop(name, None)
        self.problems += self._reused.values()

    def with_retirement(self, written: WrittenQuestion) -> WrittenQuestion:
        """A question with the problem that its id is retired, if it is. Call it after ``read``."""
        problem = self._reused.get(written.node.place(written.place.file, "id"))
        return written if problem is None else written._replace(problems=(*written.problems, problem))

    def _report_progress(self) -> None:
        self.progress(self._read, len(self._paths), len(self._valid))

    def _changed_sources(self) -> list[Problem]:
        """The problem of each changed article, with the questions whose quotes are no longer in it."""
        problems = []
        for source, problem in self.sources_file.changed.items():
            names = ", ".join(dict.fromkeys(self._unproven.get(source, [])))
            message = f"{problem.message} Quotes that are no longer in it: {names or 'none'}."
            problems.append(msgspec.structs.replace(problem, message=message))
        return problems
