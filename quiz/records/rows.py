"""Rows of the records file, read as games and answers; a row that makes no sense is refused, never passed on."""

import re
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any, cast, get_args

import msgspec

from quiz.game.deal import Filters
from quiz.game.game import Outcome, Verdict
from quiz.records.models import Answered, GameRecord, State

Row = tuple[Any, ...]

GAME = (
    "id, state, mode, seed, filters, length, seconds, bank, questions, started_at, ended_at, player, scored, picked"
)
"""The columns of a row that ``read_game`` takes."""
ANSWER = "question, outcome, chosen, points, seconds"
"""The columns of a row that ``read_verdict`` takes."""
_STATES = frozenset(get_args(State))
_OUTCOMES = frozenset(get_args(Outcome))
_WORDS = msgspec.json.Decoder(tuple[str, ...])
_FILTERS = msgspec.json.Decoder(Filters)
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


def read_game(row: Row, verdicts: tuple[Verdict, ...]) -> GameRecord:
    """A game from its row and the verdicts of its answers.

    Raises:
        ValueError: it makes no sense.
        TypeError: it is of other types than were written.
    """
    if row[1] not in _STATES:
        raise ValueError(f"{row[1]!r} is no state of a game")
    return GameRecord(
        id=_text(row[0]),
        state=cast(State, row[1]),
        mode=_text(row[2]),
        seed=_text(row[3]),
        filters=_FILTERS.decode(row[4]),
        length=_number(row[5]),
        seconds=_number(row[6]),
        bank=_text(row[7]),
        questions=_WORDS.decode(row[8]),
        started_at=_moment(row[9]),
        ended_at=_moment(row[10]) if row[10] else None,
        player=_text(row[11]),
        scored=bool(row[12]),
        picked=_WORDS.decode(row[13]) if row[13] else None,
        verdicts=verdicts,
    )


def read_verdict(row: Row) -> Verdict:
    """A verdict from the row of its answer.

    Raises:
        ValueError: it makes no sense.
        TypeError: it is of other types than were written.
    """
    return Verdict(
        question=_text(row[0]),
        outcome=_outcome(row[1]),
        chosen=_WORDS.decode(row[2]),
        points=_points(row[3]),
        seconds=_seconds(row[4]),
    )


def read_answered(row: Row) -> Answered:
    """That a question was asked, from its key, outcome, seconds and moment.

    Raises:
        ValueError: it makes no sense.
        TypeError: it is of other types than were written.
    """
    return Answered(_text(row[0]), _outcome(row[1]), _seconds(row[2]), _moment(row[3]))


def read_name(row: Row) -> str:
    """A player's name.

    Raises:
        TypeError: it is none.
    """
    return _text(row[0])


def _text(written: Any) -> str:
    if not isinstance(written, str):
        raise TypeError(f"{written!r} is no text")
    return written


def _outcome(written: Any) -> Outcome:
    if written not in _OUTCOMES:
        raise ValueError(f"{written!r} is no outcome")
    return cast(Outcome, written)


def _number(written: Any) -> int | None:
    if written is None:
        return None
    if not isinstance(written, int) or not 0 <= written <= _MOST:
        raise ValueError(f"{written!r} is no number of questions or seconds")
    return written


def _points(written: str) -> Fraction:
    if not _POINTS.fullmatch(written):
        raise ValueError(f"{written!r} is no number of points")
    return Fraction(written)


def _seconds(written: float) -> float:
    if not 0 <= written <= _LONGEST:  # which what is no number at all is not either
        raise ValueError(f"{written!r} is no number of seconds")
    return float(written)


def _moment(written: str) -> datetime:
    found = datetime.fromisoformat(written)
    if found.tzinfo != UTC or found.year not in _YEARS:
        raise ValueError(f"{written!r} is no moment")
    return found
