"""The reactions in the records: what each player thinks of a question. The latest one counts."""

import sqlite3
from datetime import datetime
from typing import Any

import msgspec

from quiz.game.reaction import REASONS, Reaction
from quiz.records.records_file import RecordsFile
from quiz.records.rows import read_name, read_time, utc_text


class ReactionRecord(msgspec.Struct, frozen=True):
    """What a player thinks of a question, as the records have it."""

    player: str
    """The player's name; empty for a guest."""
    question: str
    """The question's key."""
    reaction: Reaction
    at: datetime
    """When the player said so, in UTC."""


class ReactionStore:
    """Reads and writes the reactions of a records file. Every method raises ``RecordsError`` if it cannot."""

    def __init__(self, file: RecordsFile) -> None:
        self._file = file

    def put(self, player: str, question: str, reaction: Reaction | None, at: datetime) -> None:
        """Save what a player thinks of a question, instead of what they thought before; None takes that back."""
        self._file.run(lambda connection: _put(connection, player, question, reaction, at))

    def all(self) -> tuple[ReactionRecord, ...]:
        """Return the reactions of all players, the earliest first."""
        query = (
            "SELECT player, question, likes, reason, reacted_at FROM reactions ORDER BY reacted_at, player, question"
        )
        return self._file.run(lambda connection: tuple(_read(row) for row in connection.execute(query)))

    def of(self, player: str) -> dict[str, Reaction]:
        """Return the reactions of a player by the keys of the questions."""
        return {one.question: one.reaction for one in self.all() if one.player == player}


def _put(connection: sqlite3.Connection, player: str, question: str, reaction: Reaction | None, at: datetime) -> None:
    if reaction is None:
        connection.execute("DELETE FROM reactions WHERE player = ? AND question = ?", (player, question))
    else:
        row = (player, question, reaction.likes, reaction.reason, utc_text(at))
        connection.execute("INSERT OR REPLACE INTO reactions VALUES (?, ?, ?, ?, ?)", row)


def _read(row: tuple[Any, ...]) -> ReactionRecord:
    """Return a reaction from its row.

    Raises:
        ValueError: a value is out of range.
        TypeError: a value has another type than was written.
    """
    player, question, likes, reason, at = row
    if likes not in (0, 1) or (reason is not None and reason not in REASONS):
        raise ValueError(f"{likes!r}, {reason!r} is not a reaction")
    return ReactionRecord(read_name((player,)), read_name((question,)), Reaction(bool(likes), reason), read_time(at))
