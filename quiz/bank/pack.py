"""A pack that has been loaded: its questions, its sources, and what is wrong with them."""

from pathlib import Path

import msgspec

from quiz.bank.problem import Problem
from quiz.bank.question import Question
from quiz.bank.source import Source


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """A folder with ``seeds/`` and ``questions/``, as it is played."""

    name: str
    """The name under ``pack:`` in its catalogue, else the folder's name; records are stored under it."""
    root: Path
    questions: tuple[Question, ...] = ()
    """The questions that can be played."""
    sources: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What loading found. The linter finds more."""
    files: int = 0
    """How many question files were read."""
    ids: frozenset[str] = frozenset()
    """The id of every question, whether or not it can be played."""
