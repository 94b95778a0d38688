"""Checks a question while it is being written, as ``quiz check`` would check it in its pack."""

import os
from pathlib import Path

import msgspec

from quiz.author.append_question import append_to_file
from quiz.author.question_draft import QuestionDraft
from quiz.author.question_yaml import question_yaml
from quiz.author.slug import slug, unused
from quiz.bank.atomic_write import WriteError
from quiz.bank.bank import Bank
from quiz.bank.files import question_files
from quiz.bank.pack import Pack
from quiz.bank.pack_loader import id_taken, load_pack
from quiz.bank.pack_paths import builtin_pack
from quiz.bank.problem import Place, Problem
from quiz.bank.question import Question
from quiz.bank.question_file import topic_by_name
from quiz.bank.resolver import Resolver
from quiz.bank.source import Source
from quiz.bank.sources_file import SourcesFile
from quiz.bank.yaml_nodes import parse_yaml
from quiz.lint.linter import lint_question
from quiz.lint.pack_check import run_pack_checks
from quiz.lint.rules import PACK_CHECKS

_HEAD = "questions:\n"


class Checked(msgspec.Struct, frozen=True):
    """What the check finds in a question that is being written."""

    question: Question | None
    """As it would be played; None where an error keeps it out of the game."""
    problems: tuple[Problem, ...]
    """The errors first."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What must be corrected before the question can be saved."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What should be looked at."""
        return tuple(problem for problem in self.problems if not problem.is_error)


class DraftChecker:
    """A pack, loaded once, to which a question is added."""

    def __init__(self, root: Path) -> None:
        """Read the pack at ``root``. Never raises for what it holds."""
        self.root = root
        loaded = load_pack(root, drafts=True)
        self.pack: Pack = loaded.pack
        self._sources = {source.id: source for source in self.pack.sources}
        self._sources_file = SourcesFile(self.pack.name, self._sources, frozenset(self._sources), {})
        self._topics = loaded.topics
        self._found_before = {(one.rule.code, one.question) for one in self._lint_together(None)}

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its question files."""
        return tuple(path.name for path in question_files(self.root)[0])

    @property
    def topics(self) -> tuple[str, ...]:
        """Every topic that a question has."""
        return tuple(dict.fromkeys(question.topic for question in self.pack.questions))

    def topic_of(self, file: str) -> str:
        """The topic of all questions of a file that have none of their own."""
        return self._topics.get(file) or topic_by_name(Path(file))

    def source_like(self, source: Source) -> Source | None:
        """The pack's own source with the very same article, which may have another id than in another pack."""
        same = [one for one in self.pack.sources if one.text == source.text]
        return next((one for one in same if one.id == source.id), same[0] if same else None)

    def propose_id(self, prompt: str) -> str:
        """An id made from a prompt, which no question of the pack has."""
        return unused(slug(prompt), self.pack.ids) if prompt.strip() else ""

    def check(self, new: QuestionDraft, file: str) -> Checked:
        """Write the question as it would be in a file, then load and lint that as `quiz check` does."""
        topic, shown = self._topic_for(new, file), f"questions/{file}"
        if not new.id and not new.prompt.strip():  # the id is made from the prompt, which is what is missing
            new = msgspec.structs.replace(new, id=unused("question", self.pack.ids))
        root, problems = parse_yaml(_HEAD + question_yaml(new.entry(topic)), shown)
        node = root.find("questions", 0) if root is not None else None
        if node is None:
            return Checked(None, tuple(problems))
        written = Resolver(self._sources_file, shown, topic).read(node)
        question = written.question if written.is_valid else None
        problems += [*written.problems, *lint_question(written)]
        if new.id in self.pack.ids:
            problems.append(id_taken(new.id, node.place(shown, "id"), "another question of the pack"))
        if question is not None:
            problems += (one for one in self._lint_together(question) if self._is_new(one))
        problems.sort(key=lambda one: (not one.is_error, one.place))
        return Checked(None if any(one.is_error for one in problems) else question, tuple(problems))

    def save(self, new: QuestionDraft, file: str) -> None:
        """Append the question to a file of the pack, as the pack is now.

        Raises:
            WriteError: it cannot be saved, and the message says why in one line; nothing is changed then.

        """
        why = why_not_written(self.root)
        if why is not None:
            raise WriteError(why)
        now = DraftChecker(self.root)
        errors = now.check(new, file).errors
        if errors:
            raise WriteError(f"{errors[0].message} {errors[0].hint}")
        topic = now._topic_for(new, file)
        append_to_file(self.root, file, new.entry(topic), topic)

    def _topic_for(self, new: QuestionDraft, file: str) -> str:
        """The topic that the file has, or gets if it is made for the question."""
        return self.topic_of(file) if file in self.files or not new.topic else new.topic

    def _lint_together(self, question: Question | None) -> list[Problem]:
        """What the rules of a pack's questions together find, with one more question at the end of its file."""
        asked = list(self.pack.questions)
        if question is not None:
            file = question.place.file
            at = max((n for n, one in enumerate(asked, start=1) if one.place.file == file), default=len(asked))
            asked.insert(at, question)
        return run_pack_checks(PACK_CHECKS, asked, self.pack.sources, Place("questions/"))

    def _is_new(self, problem: Problem) -> bool:
        return problem.question is not None and (problem.rule.code, problem.question) not in self._found_before


def why_not_written(root: Path, builtin: Path | None = None) -> str | None:
    """Why no question can be written to the pack at ``root``, in one line; None where it can.

    ``builtin`` is where the pack that comes with the game is.
    """
    if root.resolve() == (builtin or builtin_pack()) and root.resolve().name == "builtin":
        return "This pack came with the game: an update would take your question away."
    folder = root / "questions"
    try:
        while not folder.exists() and folder != root:
            folder = folder.parent
        if folder.stat().st_mode & 0o222 and os.access(folder, os.W_OK):
            return None
    except OSError:
        pass
    return f"The pack {root.resolve().name} is read-only."


def packs_to_write(bank: Bank, source: Source) -> tuple[Pack, ...]:
    """The packs of the bank to which a question about a source can be written, its own first."""
    packs = sorted(bank.packs, key=lambda pack: pack.name != source.pack)
    return tuple(
        pack
        for pack in packs
        if why_not_written(pack.root) is None and any(one.text == source.text for one in pack.sources)
    )
