"""A loaded pack: its questions, its sources and its problems."""

from pathlib import Path

import msgspec

from quiz.bank.problem import Problem
from quiz.bank.question import Question
from quiz.bank.source import Source


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed of a pack to play it."""

    name: str
    """The value of ``pack:`` in its sources file, else the name of the folder. Records are stored under it."""
    root: Path
    questions: tuple[Question, ...] = ()
    """The questions that can be played."""
    sources: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()
    """The problems that loading found. The linter finds more."""
    files: int = 0
    """The number of question files."""
    ids: frozenset[str] = frozenset()
    """The id of every question, also of those that cannot be played."""
    retired: frozenset[str] = frozenset()
    """The ids of questions that the pack had earlier. Records may have answers to them: they are not used again."""

    @property
    def taken_ids(self) -> frozenset[str]:
        """The ids that a new question cannot have."""
        return self.ids | self.retired
