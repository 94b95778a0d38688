"""The records: games are written to their file while they are played, each answer before its verdict is shown."""

import json
import sqlite3
import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec

from quiz.game.game import Game, Verdict
from quiz.records.models import Answered, GameRecord, State
from quiz.records.records_file import FILE, PATIENCE, RecordsError, RecordsFile
from quiz.records.rows import ANSWER, GAME, read_answered, read_game, read_name, read_verdict, stamp

__all__ = ["FILE", "GoneError", "Records", "RecordsError"]

Value = str | int | float | None
"""What can stand in a row."""

_ALL_ANSWERS = (
    # on whichever question the clock of a whole game runs out, that says nothing of what the player knows
    "SELECT question, CASE WHEN outcome = 'timed out' AND games.seconds IS NOT NULL THEN 'skipped' ELSE outcome END,"
    " answers.seconds, answered_at FROM answers JOIN games ON games.id = answers.game"
    " WHERE player = ? ORDER BY answered_at"
)
_ANSWERS = f"SELECT {ANSWER} FROM answers WHERE game = ? ORDER BY position"  # noqa: S608 - only names of columns


class GoneError(RecordsError):
    """A game is not in the records any more: their file was set aside, and a new one begun."""


class Records:
    """Open records. Several processes may have the same file open."""

    def __init__(self, folder: Path, player: str = "", *, patience: float = PATIENCE) -> None:
        """Open the records in a data folder, making both where they are missing.

        ``player`` is whose games are kept and given back; several share one file. ``patience`` is how many seconds to
        wait for another program that is busy with it.

        Raises:
            RecordsError: the folder or the file cannot be used.
        """
        self.player = player
        self._owner = uuid.uuid4().hex
        self._file = RecordsFile(folder, patience)

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    @property
    def set_aside(self) -> str | None:
        """What became of a file that was damaged, in words for the player; None while all is well."""
        return self._file.set_aside

    def tell(self, hear: Callable[[str], object]) -> None:
        """Let somebody hear at once of a file that is set aside from now on."""
        self._file.tell = hear

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._file.connection

    def close(self) -> None:
        """Close the file; what was written is safe already."""
        self._file.close()

    def begin(self, game: Game, at: datetime) -> str:
        """Keep a game that begins, and return its id."""
        setup, name = game.setup, uuid.uuid4().hex

        def insert(connection: sqlite3.Connection) -> None:
            row = (
                name,
                self._owner,
                setup.mode.id,
                setup.seed,
                msgspec.json.encode(setup.filters).decode(),
                setup.length,
                setup.seconds,
                setup.bank,
                json.dumps([question.key for question in game.questions]),
                stamp(at),
                self.player,
                setup.scored,
                None if setup.only is None else json.dumps(setup.only),
            )
            connection.execute(
                "INSERT INTO games"
                " (state, id, owner, mode, seed, filters, length, seconds, bank, questions, started_at,"
                " player, scored, picked) VALUES ('open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )

        self._file.run(insert)
        return name

    def add(self, game: str, position: int, verdict: Verdict, at: datetime) -> None:
        """Keep what became of a game's question; when this returns, no kill of the process can lose it.

        Raises:
            GoneError: the game is not in the records any more.
            RecordsError: it could not be written, or the game has been taken up in another window.
        """
        written = self._write(
            "INSERT INTO answers (game, position, question, outcome, chosen, points, seconds, answered_at)"
            " SELECT id, ?, ?, ?, ?, ?, ?, ? FROM games WHERE id = ? AND owner = ? AND state = 'open'",
            position,
            verdict.question,
            verdict.outcome,
            json.dumps(verdict.chosen),
            str(verdict.points),
            verdict.seconds,
            stamp(at),
            game,
            self._owner,
        )
        if written != 1:
            self._must_be_there(game)
            raise RecordsError("This game was taken up in another window; from here on it is not kept here.")

    def end(self, game: str, state: State, at: datetime) -> None:
        """Close a game that is over, was stopped, or is dropped after an interruption.

        Raises:
            GoneError: the game is not in the records any more.
            RecordsError: it could not be written.
        """
        written = self._write(
            "UPDATE games SET state = ?, ended_at = ? WHERE id = ? AND state = 'open'"
            " AND (owner = ? OR ? = 'dropped')",
            state, stamp(at), game, self._owner, state,
        )  # fmt: skip
        if written != 1:
            self._must_be_there(game)

    def take_up(self, game: str) -> GameRecord:
        """Make an interrupted game this window's own, as far as it has come; another window can no longer add to it.

        Raises:
            GoneError: the game is not in the records any more.
            RecordsError: it cannot be written, or the game is no longer open.
        """
        self._write("UPDATE games SET owner = ? WHERE id = ?", self._owner, game)
        found = self.open_game(game)
        if found is None:
            self._must_be_there(game)
            raise RecordsError("This game has been ended in another window.")
        return found

    def interrupted(self) -> tuple[GameRecord, ...]:
        """The player's games that were begun and neither ended nor dropped, the latest first.

        A game in which nothing was answered is none; one that is being played in another window is one.
        """
        found = self._games("WHERE state = 'open' AND player = ? ORDER BY started_at DESC", self.player)
        return tuple(game for game in found if game.verdicts)

    def open_game(self, game: str) -> GameRecord | None:
        """A game by its id, if it has neither ended nor been dropped."""
        found = self._games("WHERE state = 'open' AND id = ?", game)
        return found[0] if found else None

    def history(self) -> tuple[GameRecord, ...]:
        """The player's games that are over, the latest first; those in which nothing was answered are left out."""
        games = self._games("WHERE state != 'open' AND player = ? ORDER BY started_at DESC", self.player)
        return tuple(game for game in games if game.verdicts)

    def everyone(self) -> tuple[GameRecord, ...]:
        """The games of all players that are over, the latest first."""
        games = self._games("WHERE state != 'open' ORDER BY started_at DESC")
        return tuple(game for game in games if game.verdicts)

    def players(self) -> tuple[str, ...]:
        """Everyone who has a game in the records, by name."""
        query = "SELECT DISTINCT player FROM games ORDER BY player"
        return self._file.run(lambda connection: tuple(read_name(row) for row in connection.execute(query)))

    def answers(self) -> tuple[Answered, ...]:
        """Every answer of the player, in any game and mode, the earliest first."""
        values = (self.player,)
        return self._file.run(
            lambda connection: tuple(read_answered(row) for row in connection.execute(_ALL_ANSWERS, values))
        )

    def attempted(self, mode: str, seed: str) -> bool:
        """Whether the player has begun a game of a mode with a seed: today's daily, say."""
        return bool(self._games("WHERE mode = ? AND seed = ? AND player = ?", mode, seed, self.player))

    def _write(self, statement: str, *values: Value) -> int:
        """Change something; how many rows were changed."""
        return self._file.run(lambda connection: connection.execute(statement, values).rowcount)

    def _games(self, which: str, *values: str) -> list[GameRecord]:
        def read(connection: sqlite3.Connection) -> list[GameRecord]:
            rows = connection.execute(f"SELECT {GAME} FROM games {which}", values)  # noqa: S608 - only the clauses above
            return [read_game(row, _verdicts(connection, row[0])) for row in rows.fetchall()]

        return self._file.run(read)

    def _must_be_there(self, game: str) -> None:
        """Make sure that a game is in the records, whatever its state.

        Raises:
            GoneError: it is not.
        """
        if not self._games("WHERE id = ?", game):
            raise GoneError(f"This game is not in the records {self.path} any more.")


def _verdicts(connection: sqlite3.Connection, game: str) -> tuple[Verdict, ...]:
    return tuple(read_verdict(row) for row in connection.execute(_ANSWERS, (game,)))
