"""Convert rows of the database to games and answers. Invalid rows raise an exception: the file is then damaged."""

import re
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any, cast, get_args

import msgspec

from quiz.game.deal import Filters
from quiz.game.game import Outcome, Verdict
from quiz.records.models import AnswerRecord, GameRecord, State

Row = tuple[Any, ...]

GAME_COLUMNS = (
    "id, state, mode, seed, filters, length, seconds, bank, questions, started_at, ended_at, player, scored, picked,"
    " postponed, rules_version, looked_up"
)
"""The columns of a row for ``read_game``."""
ANSWER_COLUMNS = "question, outcome, chosen, points, seconds, looked_up"
"""The columns of a row for ``read_verdict``."""
_STATES = frozenset(get_args(State))
_OUTCOMES = frozenset(get_args(Outcome))
_STRINGS = msgspec.json.Decoder(tuple[str, ...])
_FILTERS = msgspec.json.Decoder(Filters)
_POINTS = re.compile(r"-?\d{1,9}(/\d{1,9})?", re.ASCII)
_YEARS = range(1970, 9000)
"""The valid years. At the ends of the calendar, times cannot be converted to other time zones."""
_MAX_SECONDS = 1e9
"""The largest valid time of an answer."""
_MAX_NUMBER = 1_000_000
"""The largest valid number of questions of a game, or of seconds of its clock."""


def utc_text(at: datetime) -> str:
    """Return a time as it is stored: in UTC, in ISO 8601 format."""
    return at.astimezone(UTC).isoformat()


def read_game(row: Row, verdicts: tuple[Verdict, ...]) -> GameRecord:
    """Return a game from its row and its verdicts.

    Raises:
        ValueError: a value is out of range.
        TypeError: a value has another type than was written.
    """
    if row[1] not in _STATES:
        raise ValueError(f"{row[1]!r} is not a state of a game")
    return GameRecord(
        id=_text(row[0]),
        state=cast(State, row[1]),
        mode=_text(row[2]),
        seed=_text(row[3]),
        filters=_FILTERS.decode(row[4]),
        length=_number(row[5]),
        seconds=_number(row[6]),
        bank=_text(row[7]),
        questions=_STRINGS.decode(row[8]),
        started_at=read_time(row[9]),
        ended_at=read_time(row[10]) if row[10] else None,
        player=_text(row[11]),
        scored=bool(row[12]),
        picked=_STRINGS.decode(row[13]) if row[13] else None,
        postponed=_STRINGS.decode(row[14]),
        rules_version=_number(row[15]) or 0,
        looked_up=_position(row[16]),
        verdicts=verdicts,
    )


def read_verdict(row: Row) -> Verdict:
    """Return a verdict from a row of the answers.

    Raises:
        ValueError: a value is out of range.
        TypeError: a value has another type than was written.
    """
    return Verdict(
        question=_text(row[0]),
        outcome=_outcome(row[1]),
        chosen=_STRINGS.decode(row[2]),
        points=_points(row[3]),
        seconds=_seconds(row[4]),
        looked_up=bool(row[5]),
    )


def read_answer(row: Row) -> AnswerRecord:
    """Return an answer from a row of the query in ``quiz.records.records``.

    It has question, outcome, seconds, time, whether the game's clock ran out, game, and whether the article was open.

    Raises:
        ValueError: a value is out of range.
        TypeError: a value has another type than was written.
    """
    return AnswerRecord(
        _text(row[0]),
        _outcome(row[1]),
        _seconds(row[2]),
        read_time(row[3]),
        bool(row[4]),
        _text(row[5]),
        bool(row[6]),
    )


def read_name(row: Row) -> str:
    """Return a player's name from a row.

    Raises:
        TypeError: it is not a string.
    """
    return _text(row[0])


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a string")
    return value


def _outcome(value: Any) -> Outcome:
    if value not in _OUTCOMES:
        raise ValueError(f"{value!r} is not an outcome")
    return cast(Outcome, value)


def _number(value: Any) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or not 0 <= value <= _MAX_NUMBER:
        raise ValueError(f"{value!r} is not a valid number of questions or seconds")
    return value


def _position(value: Any) -> int:
    return -1 if value == -1 else _number(value) or 0


def _points(value: str) -> Fraction:
    if not _POINTS.fullmatch(value):
        raise ValueError(f"{value!r} is not a valid number of points")
    return Fraction(value)


def _seconds(value: float) -> float:
    if not 0 <= value <= _MAX_SECONDS:  # false for NaN too
        raise ValueError(f"{value!r} is not a valid number of seconds")
    return float(value)


def read_time(value: str) -> datetime:
    """Return a time from the text that ``utc_text`` returned.

    Raises:
        ValueError: it is not such a text, or out of range.
        TypeError: it is not a text.
    """
    time = datetime.fromisoformat(value)
    if time.tzinfo != UTC or time.year not in _YEARS:
        raise ValueError(f"{value!r} is not a valid time")
    return time
