"""The packs of a bank as a cache keeps them: their questions and sources by number, their problems by rule."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from quiz.bank.cache.container import DamagedError
from quiz.bank.cache.items import trusted
from quiz.bank.load_rules import LOAD_RULES
from quiz.bank.pack import Pack
from quiz.bank.problem import Place, Problem
from quiz.bank.question import Question
from quiz.bank.source import Source

_RULES = {rule.code: rule for rule in LOAD_RULES}


class _Problem(msgspec.Struct, frozen=True, array_like=True):
    code: str
    place: Place
    message: str
    hint: str
    marked: str
    question: str | None


class _Pack(msgspec.Struct, frozen=True, array_like=True):
    name: str
    root: str
    questions: int
    sources: int
    problems: tuple[_Problem, ...]
    files: int
    ids: frozenset[str]


def packs_kept(packs: Sequence[Pack]) -> bytes:
    """Packs in bytes, without their questions and sources.

    Raises:
        UnicodeEncodeError: they hold half of a character, which no file can hold.
    """
    return msgspec.msgpack.encode([_kept(pack) for pack in packs])


def _kept(pack: Pack) -> _Pack:
    return _Pack(
        name=pack.name,
        root=str(pack.root),
        questions=len(pack.questions),
        sources=len(pack.sources),
        problems=tuple(map(_problem_kept, pack.problems)),
        files=pack.files,
        ids=pack.ids,
    )


def packs_of(data: bytes, questions: Sequence[Question], sources: Sequence[Source]) -> tuple[Pack, ...]:
    """The packs that were kept, with the questions and sources of all of them.

    Raises:
        DamagedError: they are none.
    """
    found = []
    asked, cited = 0, 0
    for one in trusted(data, tuple[_Pack, ...]):
        found.append(
            Pack(
                name=one.name,
                root=Path(one.root),
                questions=tuple(questions[asked : asked + one.questions]),
                sources=tuple(sources[cited : cited + one.sources]),
                problems=tuple(map(_problem, one.problems)),
                files=one.files,
                ids=one.ids,
            )
        )
        asked, cited = asked + one.questions, cited + one.sources
    return tuple(found)


def _problem_kept(one: Problem) -> _Problem:
    return _Problem(one.rule.code, one.place, one.message, one.hint, one.marked, one.question)


def _problem(kept: _Problem) -> Problem:
    if kept.code not in _RULES:
        raise DamagedError(kept.code)
    return Problem(
        rule=_RULES[kept.code],
        place=kept.place,
        message=kept.message,
        hint=kept.hint,
        marked=kept.marked,
        question=kept.question,
    )
