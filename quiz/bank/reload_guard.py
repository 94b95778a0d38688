"""Guards a running game against files that are being edited: whether newly loaded packs may replace the old."""

from pathlib import Path

from quiz.bank.bank import Bank
from quiz.bank.pack import Pack
from quiz.bank.pack_loader import NO_QUESTIONS
from quiz.bank.problem import Place, Problem
from quiz.bank.yaml_rules import YAML_SYNTAX


def reload_error(old: Bank, new: Bank) -> str | None:
    """What makes a new reading worse than the old one, in a line; None where it can be taken up.

    It is worse where a file of questions is no longer YAML, where questions are gone while there is an error that was
    not there before, or where the file in which they stood is empty: it is being written, or was saved with a mistake
    in it.
    """
    known = {_identity(problem) for problem in old.problems}
    errors = [problem for problem in new.problems if problem.is_error and _identity(problem) not in known]
    files = {question.place.file for question in old.questions}
    broken = [problem for problem in errors if problem.rule == YAML_SYNTAX and problem.place.file in files]
    lost = [question for question in old.questions if question.key not in new.by_key]
    if not lost:
        return f"{broken[0].place}: {broken[0].message}" if broken else None
    telling = [problem for problem in errors if problem.rule != NO_QUESTIONS] or errors
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
    """The file on disk that a place in a pack is in."""
    return pack.root / place.file.removeprefix(f"{pack.root}/")
