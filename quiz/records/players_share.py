"""Shares: how often each question was answered by all players of the records, and how often right."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from quiz.bank.measured_difficulty import Share, measured_difficulty
from quiz.bank.question import Difficulty, Question
from quiz.game.modes import MODES
from quiz.records.records_file import FILE
from quiz.records.recovery import POSSIBLE_DAMAGE

_PROOF_MODES = ", ".join(f"'{mode.id}'" for mode in MODES.values() if mode.find_proof)
ARTICLE_WAS_OPEN = f"((outcome = 'right' AND answers.looked_up) OR mode IN ({_PROOF_MODES}))"
"""The condition for answers that do not show what the player knows, over the tables ``answers`` and ``games``."""
_SHARES = (
    # a skip, and a question on which the clock of the whole game runs out, do not show what players know either
    "SELECT question, SUM(outcome = 'right'), COUNT(*)"  # noqa: S608 - constants
    " FROM answers JOIN games ON games.id = answers.game"
    " WHERE outcome != 'skipped' AND NOT (outcome = 'timed out' AND games.seconds IS NOT NULL)"
    f" AND NOT {ARTICLE_WAS_OPEN}"
)
_MAX_VALUES = 500
"""How many values a statement may have; SQLite's limit depends on how it was built."""


def read_shares(connection: sqlite3.Connection, keys: Sequence[str] | None = None) -> dict[str, Share]:
    """Return the shares by the keys of the questions; of at least those with ``keys``, or else of all.

    Raises:
        sqlite3.Error: the file cannot be read.
        TypeError: a value has another type than was written.
    """
    chosen = () if keys is None or len(keys) > _MAX_VALUES else tuple(keys)
    only = f" AND question IN ({', '.join('?' * len(chosen))})" if chosen else ""
    shares = {}
    for question, right, answers in connection.execute(f"{_SHARES}{only} GROUP BY question", chosen):
        if not isinstance(question, str):
            raise TypeError(f"{question!r} is not a string")
        shares[question] = Share(right, answers)
    return shares


def shares_without_records(folder: Path) -> dict[str, Share]:
    """Return the shares from the records in a folder, which are only read; none if there are no readable records."""
    path = folder / FILE
    try:
        if not path.is_file():
            return {}
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return read_shares(connection)
    except (*POSSIBLE_DAMAGE, OSError):
        return {}


def shown_difficulties(questions: Sequence[Question], shares: dict[str, Share]) -> dict[str, Difficulty]:
    """Return how hard each question is for its players, by its key, where enough of them answered it."""
    measured = ((question.key, measured_difficulty(question, shares.get(question.key))) for question in questions)
    return {key: difficulty for key, difficulty in measured if difficulty is not None}
