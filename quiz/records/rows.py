"""Rows of the records file, read as games and answers; a row that makes no sense is refused, never passed on."""

import math
import re
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import msgspec

from quiz.game.game import Verdict
from quiz.game.selection import Filters
from quiz.records.kept import Answered, KeptGame

Row = tuple[Any, ...]

GAME = (
    "id, state, mode, seed, filters, length, seconds, bank, questions, started_at, ended_at, player, scored, picked"
)
"""The columns of a row that ``read_game`` takes."""
ANSWER = "question, outcome, chosen, points, seconds"
"""The columns of a row that ``read_verdict`` takes."""
_POINTS = re.compile(r"-?\d{1,9}(/\d{1,9})?", re.ASCII)
_YEARS = range(1970, 9000)
"""Within which a clock may have stood; at the ends of the calendar, no time zone can be told."""
_LONGEST = 1e9
"""Seconds."""
_MOST = 1_000_000
"""Questions of a game, or seconds of its clock."""


def stamp(at: datetime) -> str:
    """A moment as it is written."""
    return at.astimezone(UTC).isoformat()


def read_game(row: Row, verdicts: tuple[Verdict, ...]) -> KeptGame:
    """A game from its row and the verdicts of its answers.

    Raises:
        ValueError: it makes no sense.
        TypeError: it is of other types than were written.
    """
    fields = {
        "id": row[0],
        "state": row[1],
        "mode": row[2],
        "seed": row[3],
        "filters": msgspec.json.decode(row[4], type=Filters),
        "length": _number(row[5]),
        "seconds": _number(row[6]),
        "bank": row[7],
        "questions": msgspec.json.decode(row[8]),
        "started_at": _moment(row[9]),
        "ended_at": _moment(row[10]) if row[10] else None,
        "player": row[11],
        "scored": bool(row[12]),
        "picked": msgspec.json.decode(row[13]) if row[13] else None,
        "verdicts": verdicts,
    }
    return msgspec.convert(fields, KeptGame)


def read_verdict(row: Row) -> Verdict:
    """A verdict from the row of its answer.

    Raises:
        ValueError: it makes no sense.
        TypeError: it is of other types than were written.
    """
    fields = {
        "question": row[0],
        "outcome": row[1],
        "chosen": msgspec.json.decode(row[2]),
        "points": _points(row[3]),
        "seconds": _seconds(row[4]),
    }
    return msgspec.convert(fields, Verdict)


def read_answered(row: Row) -> Answered:
    """That a question was asked, from its key, outcome, seconds and moment.

    Raises:
        ValueError: it makes no sense.
        TypeError: it is of other types than were written.
    """
    fields = {"question": row[0], "outcome": row[1], "seconds": _seconds(row[2]), "at": _moment(row[3])}
    return msgspec.convert(fields, Answered)


def read_name(row: Row) -> str:
    """A player's name.

    Raises:
        ValueError: it is none.
    """
    return msgspec.convert(row[0], str)


def _number(written: int | None) -> int | None:
    if written is not None and not 0 <= written <= _MOST:
        raise ValueError(f"{written!r} is no number of questions or seconds")
    return written


def _points(written: str) -> Fraction:
    if not _POINTS.fullmatch(written):
        raise ValueError(f"{written!r} is no number of points")
    return Fraction(written)


def _seconds(written: float) -> float:
    if not 0 <= written <= _LONGEST or math.isnan(written):
        raise ValueError(f"{written!r} is no number of seconds")
    return written


def _moment(written: str) -> datetime:
    found = datetime.fromisoformat(written)
    if found.tzinfo != UTC or found.year not in _YEARS:
        raise ValueError(f"{written!r} is no moment")
    return found
