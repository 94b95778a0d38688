"""Freshness: whether packs are still as they were read, and whether a new reading of them may be taken up."""

import os
from collections.abc import Sequence
from pathlib import Path

from quiz.bank.bank import Bank
from quiz.bank.files import is_makeshift
from quiz.bank.pack import NO_QUESTIONS, Pack
from quiz.bank.problem import Place, Problem
from quiz.bank.yaml_nodes import YAML_SYNTAX

Fingerprint = dict[str, tuple[int, int, int, int]]
"""Which file it is, its size, and when it was changed last, of every file of some packs."""


def fingerprint(roots: Sequence[Path]) -> Fingerprint:
    """What tells whether a file was saved, made or taken away since. It reads none; a folder may be missing."""
    found: Fingerprint = {}
    for root in roots:
        for name in ("seeds", "questions"):
            _look_into(os.path.join(root, name), found)  # noqa: PTH118 - a Path for each file would be most of the work
    return found


def _look_into(folder: str, found: Fingerprint) -> None:
    try:
        with os.scandir(folder) as entries:
            listed = [entry for entry in entries if not is_makeshift(entry.name)]
    except OSError:  # it is not there, or nobody may look into it
        return
    for entry in listed:
        try:
            if entry.is_dir(follow_symlinks=False):
                _look_into(entry.path, found)
                continue
            what = entry.stat()
        except OSError:  # a link that leads nowhere, or a file that went in this moment
            continue
        found[entry.path] = (what.st_ino, what.st_size, what.st_mtime_ns, what.st_ctime_ns)


def setback(old: Bank, new: Bank) -> str | None:
    """What makes a new reading worse than the old one, in a line; None where it can be taken up.

    It is worse where a file of questions is no longer YAML, where questions are gone while there is an error that was
    not there before, or where the file in which they stood is empty: it is being written, or was saved with a mistake
    in it.
    """
    known = {_identity(problem) for problem in old.problems}
    errors = [problem for problem in new.problems if problem.is_error and _identity(problem) not in known]
    files = {question.place.file for question in old.questions}
    broken = [problem for problem in errors if problem.rule is YAML_SYNTAX and problem.place.file in files]
    lost = [question for question in old.questions if question.key not in new.by_key]
    if not lost:
        return f"{broken[0].place}: {broken[0].message}" if broken else None
    telling = [problem for problem in errors if problem.rule is not NO_QUESTIONS] or errors
    for question in lost:
        if any(_is_empty(file_of(pack, question.place)) for pack in old.packs if question in pack.questions):
            return f"{question.place.file}: The file is empty."
    return f"{telling[0].place}: {telling[0].message}" if telling else None


def _identity(problem: Problem) -> tuple[str, ...]:
    """What stays of a problem when lines are added above it."""
    return problem.place.file, problem.rule.code, problem.question or "", problem.message


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:  # it was taken away: that is no mistake
        return False


def file_of(pack: Pack, place: Place) -> Path:
    """The file on disk in which a place of a pack stands."""
    return pack.root / place.file.removeprefix(f"{pack.root}/")
