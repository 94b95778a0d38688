"""Checks a question while it is being written, as ``quiz check`` would check it in its pack."""

import os
from pathlib import Path

import msgspec

from quiz.author.append_question import append_to_file
from quiz.author.question_draft import QuestionDraft
from quiz.author.question_yaml import question_yaml
from quiz.author.slug import slug, unused_id
from quiz.bank.atomic_write import WriteError
from quiz.bank.bank import Bank
from quiz.bank.pack import Pack
from quiz.bank.pack_loader import id_retired, id_taken, load_pack
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


class CheckResult(msgspec.Struct, frozen=True):
    """The result of checking a draft."""

    question: Question | None
    """The question as it would be played; None if it has an error."""
    problems: tuple[Problem, ...]
    """Errors before warnings."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Problems that must be fixed before the question can be saved."""
        return tuple(problem for problem in self.problems if problem.is_error)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Problems that do not prevent saving."""
        return tuple(problem for problem in self.problems if not problem.is_error)


class DraftChecker:
    """Checks drafts against one pack, which is loaded once, and saves them there."""

    def __init__(self, root: Path) -> None:
        """Load the pack at ``root``. Problems in its files raise no exception."""
        self.root = root
        loaded = load_pack(root, drafts=True)
        self.pack: Pack = loaded.pack
        self._sources = {source.id: source for source in self.pack.sources}
        self._sources_file = SourcesFile(self.pack.name, self._sources, frozenset(self._sources), {})
        self._topics = loaded.topics
        self._problems_before = {(problem.rule.code, problem.question) for problem in self._lint_pack(None)}

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the pack's question files."""
        return tuple(self._topics)

    @property
    def topics(self) -> tuple[str, ...]:
        """Every topic of the pack's questions, each once."""
        return tuple(dict.fromkeys(question.topic for question in self.pack.questions))

    def topic_of(self, file: str) -> str:
        """The topic of a file: that of its questions that have no topic of their own."""
        return self._topics.get(file) or topic_by_name(Path(file))

    def matching_source(self, source: Source) -> Source | None:
        """The source of this pack that has the same text, perhaps under another id; None if there is none."""
        same_text = [own for own in self.pack.sources if own.text == source.text]
        return next((own for own in same_text if own.id == source.id), same_text[0] if same_text else None)

    def propose_id(self, prompt: str) -> str:
        """An id made from a prompt that no question of the pack has yet; empty for an empty prompt."""
        return unused_id(slug(prompt), self.pack.taken_ids) if prompt.strip() else ""

    def check(self, new: QuestionDraft, file: str) -> CheckResult:
        """Turn the draft into YAML, then load and lint that as `quiz check` does."""
        topic, shown = self._topic_for(new, file), f"questions/{file}"
        if not new.id and not new.prompt.strip():  # report the missing prompt only, since the id is made from it
            new = msgspec.structs.replace(new, id=unused_id("question", self.pack.taken_ids))
        root, problems = parse_yaml(_HEAD + question_yaml(new.entry(topic)), shown)
        node = root.find("questions", 0) if root is not None else None
        if node is None:
            return CheckResult(None, tuple(problems))
        written = Resolver(self._sources_file, shown, topic).read(node)
        question = written.question if written.is_valid else None
        problems += [*written.problems, *lint_question(written)]
        if new.id in self.pack.ids:
            problems.append(id_taken(new.id, node.place(shown, "id"), "another question of the pack"))
        if new.id in self.pack.retired:
            problems.append(id_retired(new.id, node.place(shown, "id")))
        if question is not None:
            problems += (problem for problem in self._lint_pack(question) if self._is_new(problem))
        problems.sort(key=lambda problem: (not problem.is_error, problem.place))
        return CheckResult(None if any(problem.is_error for problem in problems) else question, tuple(problems))

    def save(self, new: QuestionDraft, file: str) -> None:
        """Append the question to a file of the pack, after checking it against the pack as it is on disk now.

        Raises:
            WriteError: the question cannot be saved; the message says why, in one line. Nothing is changed then.

        """
        reason = read_only_reason(self.root)
        if reason is not None:
            raise WriteError(reason)
        current = DraftChecker(self.root)
        errors = current.check(new, file).errors
        if errors:
            raise WriteError(f"{errors[0].message} {errors[0].hint}")
        topic = current._topic_for(new, file)
        append_to_file(self.root, file, new.entry(topic), topic)

    def _topic_for(self, new: QuestionDraft, file: str) -> str:
        """The topic of an existing file, or the one that a new file for this question gets."""
        return self.topic_of(file) if file in self.files or not new.topic else new.topic

    def _lint_pack(self, question: Question | None) -> list[Problem]:
        """The problems that the pack checks find, with one more question at the end of its file."""
        questions = list(self.pack.questions)
        if question is not None:
            file = question.place.file
            after_file = (index for index, other in enumerate(questions, start=1) if other.place.file == file)
            questions.insert(max(after_file, default=len(questions)), question)
        return run_pack_checks(PACK_CHECKS, questions, self.pack.sources, Place("questions/"))

    def _is_new(self, problem: Problem) -> bool:
        return problem.question is not None and (problem.rule.code, problem.question) not in self._problems_before


def read_only_reason(root: Path, builtin: Path | None = None) -> str | None:
    """Why no question can be saved in the pack at ``root``, in one line; None if one can.

    ``builtin`` is the folder of the built-in pack.
    """
    if root.resolve() == (builtin or builtin_pack()) and root.resolve().name == "builtin":
        return "This pack came with the game: an update would delete your question."
    folder = root / "questions"
    try:
        while not folder.exists() and folder != root:
            folder = folder.parent
        if folder.stat().st_mode & 0o222 and os.access(folder, os.W_OK):
            return None
    except OSError:
        pass
    return f"The pack {root.resolve().name} is read-only."


def writable_packs(bank: Bank, source: Source) -> tuple[Pack, ...]:
    """The packs in which a question about a source can be saved, the source's own pack first."""
    packs = sorted(bank.packs, key=lambda pack: pack.name != source.pack)
    return tuple(
        pack
        for pack in packs
        if read_only_reason(pack.root) is None and any(own.text == source.text for own in pack.sources)
    )
