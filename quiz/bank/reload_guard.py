"""Protects a running game from files that are being edited: decides whether reloaded packs may replace the old."""

from pathlib import Path

from quiz.bank.bank import Bank
from quiz.bank.pack import Pack
from quiz.bank.pack_loader import NO_QUESTIONS
from quiz.bank.problem import Place, Problem
from quiz.bank.yaml_rules import YAML_SYNTAX


def reload_error(old: Bank, new: Bank) -> str | None:
    """The reason, in one line, why a new bank must not replace the old one; None if it may.

    It must not if a question file is no longer YAML, if questions are missing while there is a new error, or if the
    file of missing questions is empty: then the file is being written, or was saved with a mistake in it.
    """
    known = {_identity(problem) for problem in old.problems}
    errors = [problem for problem in new.problems if problem.is_error and _identity(problem) not in known]
    files = {question.place.file for question in old.questions}
    broken = [problem for problem in errors if problem.rule == YAML_SYNTAX and problem.place.file in files]
    lost = [question for question in old.questions if question.key not in new.by_key]
    if not lost:
        return f"{broken[0].place}: {broken[0].message}" if broken else None
    relevant = [problem for problem in errors if problem.rule != NO_QUESTIONS] or errors
    for question in lost:
        if any(_is_empty(file_of(pack, question.place)) for pack in old.packs if question in pack.questions):
            return f"{question.place.file}: The file is empty."
    return f"{relevant[0].place}: {relevant[0].message}" if relevant else None


def _identity(problem: Problem) -> tuple[str, ...]:
    """What identifies a problem even if lines are added above it."""
    return problem.place.file, problem.rule.code, problem.question or "", problem.message


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:  # it was deleted, which is not a mistake
        return False


def file_of(pack: Pack, place: Place) -> Path:
    """The path of the file of a place in a pack."""
    return pack.root / place.file.removeprefix(f"{pack.root}/")
