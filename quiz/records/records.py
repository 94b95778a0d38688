"""The records file: games are written to it while they are played, each answer before its verdict is shown."""

import json
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import cast

import msgspec

from quiz.game.game import Game, Outcome, Verdict
from quiz.game.selection import Filters
from quiz.records.kept import Answered, KeptGame, State
from quiz.records.schema import NewerSchemaError, migrate

FILE = "records.sqlite3"
_BUSY_SECONDS = 5.0
_COLUMNS = (
    "id, state, mode, seed, filters, length, seconds, bank, questions, started_at, ended_at, player, scored, picked"
)
_ALL_ANSWERS = (
    # on whichever question the clock of a whole game runs out, that says nothing of what the player knows
    "SELECT question, CASE WHEN outcome = 'timed out' AND games.seconds IS NOT NULL THEN 'skipped' ELSE outcome END,"
    " answers.seconds, answered_at FROM answers JOIN games ON games.id = answers.game"
    " WHERE player = ? ORDER BY answered_at"
)
_ANSWERS = "SELECT question, outcome, chosen, points, seconds FROM answers WHERE game = ? ORDER BY position"


class RecordsError(Exception):
    """The records cannot be read or written; the message says why and where, in one sentence for the player."""


class Records:
    """An open records file. Several processes may have the same one open."""

    def __init__(self, folder: Path, player: str = "") -> None:
        """Open the records in a data folder, making both where they are missing.

        ``player`` is whose games are kept and given back; several share one file.

        Raises:
            RecordsError: the folder or the file cannot be used.
        """
        self.path = folder / FILE
        self.player = player
        self._owner = uuid.uuid4().hex
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordsError(f"The data folder {folder} cannot be made: {error.strerror}.") from error
        with self._told():
            self._connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None)
            try:
                self._connection.execute("PRAGMA synchronous = NORMAL")
                self._connection.execute("PRAGMA foreign_keys = ON")
                migrate(self._connection)  # before anything is written: the file of a newer version stays as it is
                self._write_ahead()
            except BaseException:
                self._connection.close()
                raise

    def _write_ahead(self) -> None:
        """Let windows read while one writes; where another is busy with the file just now, it works as it is."""
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            self._connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {int(_BUSY_SECONDS * 1000)}")

    def close(self) -> None:
        """Close the file; what was written is safe already."""
        self._connection.close()

    def begin(self, game: Game, at: datetime) -> str:
        """Keep a game that begins, and return its id."""
        setup = game.setup
        with self._told():
            row = (
                uuid.uuid4().hex,
                self._owner,
                setup.mode.id,
                setup.seed,
                msgspec.json.encode(setup.filters).decode(),
                setup.length,
                setup.seconds,
                setup.bank,
                json.dumps([question.key for question in game.questions]),
                _stamp(at),
                self.player,
                setup.scored,
                None if setup.only is None else json.dumps(setup.only),
            )
            self._connection.execute(
                "INSERT INTO games"
                " (state, id, owner, mode, seed, filters, length, seconds, bank, questions, started_at,"
                " player, scored, picked) VALUES ('open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
        return str(row[0])

    def add(self, game: str, position: int, verdict: Verdict, at: datetime) -> None:
        """Keep what became of a game's question; when this returns, no kill of the process can lose it.

        Raises:
            RecordsError: it could not be written, or the game has been taken up in another window.
        """
        row = (
            position,
            verdict.question,
            verdict.outcome,
            json.dumps(verdict.chosen),
            str(verdict.points),
            verdict.seconds,
            _stamp(at),
            game,
            self._owner,
        )
        with self._told():
            written = self._connection.execute(
                "INSERT INTO answers (game, position, question, outcome, chosen, points, seconds, answered_at)"
                " SELECT id, ?, ?, ?, ?, ?, ?, ? FROM games WHERE id = ? AND owner = ? AND state = 'open'",
                row,
            )
        if written.rowcount != 1:
            raise RecordsError("This game was taken up in another window; from here on it is not kept here.")

    def end(self, game: str, state: State, at: datetime) -> None:
        """Close a game that is over, was stopped, or is dropped after an interruption."""
        with self._told():
            self._connection.execute(
                "UPDATE games SET state = ?, ended_at = ? WHERE id = ? AND state = 'open'"
                " AND (owner = ? OR ? = 'dropped')",
                (state, _stamp(at), game, self._owner, state),
            )

    def take_up(self, game: str) -> KeptGame:
        """Make an interrupted game this window's own, as far as it has come; another window can no longer add to it.

        Raises:
            RecordsError: it cannot be written, or the game is no longer open.
        """
        with self._told():
            self._connection.execute("UPDATE games SET owner = ? WHERE id = ?", (self._owner, game))
        found = self.open_game(game)
        if found is None:
            raise RecordsError("This game has been ended in another window.")
        return found

    def interrupted(self) -> tuple[KeptGame, ...]:
        """The player's games that were begun and neither ended nor dropped, the latest first.

        A game in which nothing was answered is none; one that is being played in another window is one.
        """
        found = self._games("WHERE state = 'open' AND player = ? ORDER BY started_at DESC", self.player)
        return tuple(game for game in found if game.verdicts)

    def open_game(self, game: str) -> KeptGame | None:
        """A game by its id, if it has neither ended nor been dropped."""
        found = self._games("WHERE state = 'open' AND id = ?", game)
        return found[0] if found else None

    def history(self) -> tuple[KeptGame, ...]:
        """The player's games that are over, the latest first; those in which nothing was answered are left out."""
        games = self._games("WHERE state != 'open' AND player = ? ORDER BY started_at DESC", self.player)
        return tuple(game for game in games if game.verdicts)

    def everyone(self) -> tuple[KeptGame, ...]:
        """The games of all players that are over, the latest first."""
        games = self._games("WHERE state != 'open' ORDER BY started_at DESC")
        return tuple(game for game in games if game.verdicts)

    def players(self) -> tuple[str, ...]:
        """Everyone who has a game in the records, by name."""
        with self._told():
            rows = self._connection.execute("SELECT DISTINCT player FROM games ORDER BY player").fetchall()
        return tuple(str(row[0]) for row in rows)

    def answers(self) -> tuple[Answered, ...]:
        """Every answer of the player, in any game and mode, the earliest first."""
        with self._told():
            rows = self._connection.execute(_ALL_ANSWERS, (self.player,)).fetchall()
            return tuple(
                Answered(question, outcome, seconds, datetime.fromisoformat(at))
                for question, outcome, seconds, at in rows
            )

    def attempted(self, mode: str, seed: str) -> bool:
        """Whether the player has begun a game of a mode with a seed: today's daily, say."""
        return bool(self._games("WHERE mode = ? AND seed = ? AND player = ?", mode, seed, self.player))

    def _games(self, which: str, *values: str) -> list[KeptGame]:
        with self._told():
            rows = self._connection.execute(
                f"SELECT {_COLUMNS} FROM games {which}",  # noqa: S608 - only the clauses above
                values,
            ).fetchall()
            return [self._game(row) for row in rows]

    def _game(self, row: tuple[str, ...]) -> KeptGame:
        answers = self._connection.execute(_ANSWERS, (row[0],))
        return KeptGame(
            id=row[0],
            state=cast(State, row[1]),
            mode=row[2],
            seed=row[3],
            filters=msgspec.json.decode(row[4], type=Filters),
            length=cast("int | None", row[5]),
            seconds=cast("int | None", row[6]),
            bank=row[7],
            questions=msgspec.json.decode(row[8], type=tuple[str, ...]),
            started_at=datetime.fromisoformat(row[9]),
            ended_at=datetime.fromisoformat(row[10]) if row[10] else None,
            player=row[11],
            scored=bool(row[12]),
            picked=msgspec.json.decode(row[13], type=tuple[str, ...]) if row[13] else None,
            verdicts=tuple(_verdict(answer) for answer in answers),
        )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite raises into one sentence."""
        try:
            yield
        except NewerSchemaError as error:
            hint = "Use the newer game, or another --data-dir."
            raise RecordsError(f"The records {self.path} were written by a newer Quiz ({error}). {hint}") from error
        except (sqlite3.Error, msgspec.DecodeError, ValueError, ZeroDivisionError) as error:
            raise RecordsError(f"The records {self.path} cannot be used: {error}.") from error


def _verdict(row: tuple[str, str, str, str, float]) -> Verdict:
    return Verdict(
        question=row[0],
        outcome=cast(Outcome, row[1]),
        chosen=msgspec.json.decode(row[2], type=tuple[str, ...]),
        points=Fraction(row[3]),
        seconds=row[4],
    )


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()
