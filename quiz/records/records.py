"""The records of games. Each answer is committed to the database before its verdict is shown."""

import json
import sqlite3
import uuid
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from quiz.bank.measured_difficulty import Share
from quiz.game.game import Game, Verdict
from quiz.records.models import AnswerRecord, GameRecord, State
from quiz.records.players_share import ARTICLE_WAS_OPEN, read_shares
from quiz.records.reaction_store import ReactionStore
from quiz.records.records_file import FILE, LOCK_TIMEOUT, RecordsError, RecordsFile
from quiz.records.rows import (
    ANSWER_COLUMNS,
    GAME_COLUMNS,
    read_answer,
    read_game,
    read_name,
    read_verdict,
    utc_text,
)

__all__ = ["FILE", "GameNotFoundError", "Records", "RecordsError"]

Value = str | int | float | None
"""A value of a column."""

_ALL_ANSWERS = (
    f"SELECT question, CASE WHEN {ARTICLE_WAS_OPEN} THEN 'skipped' ELSE outcome END,"  # noqa: S608 - a constant
    f" answers.seconds, answered_at, outcome = 'timed out' AND games.seconds IS NOT NULL, game, {ARTICLE_WAS_OPEN}"
    " FROM answers JOIN games ON games.id = answers.game WHERE player = ? ORDER BY answered_at"
)
_MET = (
    "SELECT question FROM answers JOIN games ON games.id = answers.game WHERE player = ?"
    " GROUP BY question ORDER BY MAX(answered_at) DESC, question"
)
_ANSWERS = f"SELECT {ANSWER_COLUMNS} FROM answers WHERE game = ? ORDER BY position"  # noqa: S608 - column names only


class GameNotFoundError(RecordsError):
    """The game is no longer in the records, because a damaged file was replaced by a new one."""


class Records:
    """Open records of one player. Several processes can have the same file open."""

    def __init__(self, folder: Path, player: str = "", *, timeout: float = LOCK_TIMEOUT) -> None:
        """Open the records in a data folder. Create the folder and the file if they are missing.

        ``player`` is the name of the player whose games are written and returned; several players share one file.
        ``timeout`` is how many seconds to wait for another program that has locked the file.

        Raises:
            RecordsError: the folder or the file cannot be used.
        """
        self.player = player
        self._owner = uuid.uuid4().hex
        self._file = RecordsFile(folder, timeout)
        self.reactions = ReactionStore(self._file)
        """What players think of questions."""

    @property
    def path(self) -> Path:
        """The path of the file."""
        return self._file.path

    @property
    def damage_notice(self) -> str | None:
        """A message for the player if the file was damaged and replaced; None if it was not."""
        return self._file.damage_notice

    def on_damage(self, callback: Callable[[str], object]) -> None:
        """Call ``callback`` with the message whenever the file is replaced from now on."""
        self._file.on_damage = callback

    @property
    def _connection(self) -> sqlite3.Connection:
        return self._file.connection

    def close(self) -> None:
        """Close the file. Everything is already committed."""
        self._file.close()

    def begin(self, game: Game, at: datetime) -> str:
        """Add a game that starts, and return its id.

        Raises:
            RecordsError: it cannot be written.
        """
        setup, game_id = game.setup, uuid.uuid4().hex

        def insert(connection: sqlite3.Connection) -> None:
            row = (
                game_id,
                self._owner,
                setup.mode.id,
                setup.seed,
                msgspec.json.encode(setup.filters).decode(),
                setup.length,
                setup.seconds,
                setup.bank,
                json.dumps([question.key for question in game.questions]),
                utc_text(at),
                self.player,
                setup.scored,
                None if setup.picked is None else json.dumps(setup.picked),
                json.dumps(setup.postponed),
                setup.rules_version,
            )
            connection.execute(
                "INSERT INTO games"
                " (state, id, owner, mode, seed, filters, length, seconds, bank, questions, started_at,"
                " player, scored, picked, postponed, rules_version)"
                " VALUES ('open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )

        self._file.run(insert)
        return game_id

    def add(self, game_id: str, position: int, verdict: Verdict, at: datetime) -> None:
        """Add the verdict on a question of a game. It is committed when this returns.

        Raises:
            GameNotFoundError: the game is no longer in the records.
            RecordsError: it cannot be written, or the game was resumed in another window.
        """
        changed = self._write(
            "INSERT INTO answers (game, position, question, outcome, chosen, points, seconds, looked_up, answered_at)"
            " SELECT id, ?, ?, ?, ?, ?, ?, ?, ? FROM games WHERE id = ? AND owner = ? AND state = 'open'",
            position,
            verdict.question,
            verdict.outcome,
            json.dumps(verdict.chosen),
            str(verdict.points),
            verdict.seconds,
            verdict.looked_up,
            utc_text(at),
            game_id,
            self._owner,
        )
        if changed != 1:
            self._check_exists(game_id)
            raise RecordsError("This game was resumed in another window and is no longer saved here.")

    def look_up(self, game_id: str, position: int) -> None:
        """Note that the open question of a game was looked up, so that it is worth half after resuming the game, too.

        Raises:
            GameNotFoundError: the game is no longer in the records.
            RecordsError: it cannot be written.
        """
        changed = self._write(
            "UPDATE games SET looked_up = ? WHERE id = ? AND state = 'open' AND owner = ?",
            position,
            game_id,
            self._owner,
        )
        if changed != 1:
            self._check_exists(game_id)

    def end(self, game_id: str, state: State, at: datetime) -> None:
        """End a game with one of the states ``finished``, ``stopped`` and ``dropped``.

        Raises:
            GameNotFoundError: the game is no longer in the records.
            RecordsError: it cannot be written.
        """
        changed = self._write(
            "UPDATE games SET state = ?, ended_at = ? WHERE id = ? AND state = 'open'"
            " AND (owner = ? OR ? = 'dropped')",
            state, utc_text(at), game_id, self._owner, state,
        )  # fmt: skip
        if changed != 1:
            self._check_exists(game_id)

    def claim(self, game_id: str) -> GameRecord:
        """Make this process the owner of an interrupted game, and return it. Other processes can no longer add to it.

        Raises:
            GameNotFoundError: the game is no longer in the records.
            RecordsError: it cannot be written, or the game is no longer open.
        """
        self._write("UPDATE games SET owner = ? WHERE id = ?", self._owner, game_id)
        found = self.open_game(game_id)
        if found is None:
            self._check_exists(game_id)
            raise RecordsError("This game has been ended in another window.")
        return found

    def interrupted(self) -> tuple[GameRecord, ...]:
        """Return the player's open games that are worth resuming, the latest first.

        They include games that are being played in another window.
        """
        found = self._games("WHERE state = 'open' AND player = ? ORDER BY started_at DESC", self.player)
        return tuple(game for game in found if game.is_worth_resuming)

    def open_game(self, game_id: str) -> GameRecord | None:
        """Return an open game by its id; None if it has ended or does not exist."""
        found = self._games("WHERE state = 'open' AND id = ?", game_id)
        return found[0] if found else None

    def history(self) -> tuple[GameRecord, ...]:
        """Return the player's games that are over and have at least one verdict, the latest first."""
        games = self._games("WHERE state != 'open' AND player = ? ORDER BY started_at DESC", self.player)
        return tuple(game for game in games if game.verdicts)

    def all_history(self) -> tuple[GameRecord, ...]:
        """Return what ``history`` returns, but of all players."""
        games = self._games("WHERE state != 'open' ORDER BY started_at DESC")
        return tuple(game for game in games if game.verdicts)

    def players(self) -> tuple[str, ...]:
        """Return the names of all players that have a game in the records, sorted."""
        query = "SELECT DISTINCT player FROM games ORDER BY player"
        return self._file.run(lambda connection: tuple(read_name(row) for row in connection.execute(query)))

    def answers(self) -> tuple[AnswerRecord, ...]:
        """Return all answers of the player in all modes, the earliest first.

        One that does not show what the player knows counts as skipped.
        """
        values = (self.player,)
        return self._file.run(
            lambda connection: tuple(read_answer(row) for row in connection.execute(_ALL_ANSWERS, values))
        )

    def met(self) -> tuple[str, ...]:
        """Return the keys of the questions that the player has been asked, the latest first, each once."""
        values = (self.player,)
        return self._file.run(lambda connection: tuple(read_name(row) for row in connection.execute(_MET, values)))

    def shares(self, keys: Sequence[str] | None = None) -> dict[str, Share]:
        """Return how often each question was answered by all players, and how often right.

        With ``keys``, it may leave out all others, which is quicker.
        """
        return self._file.run(lambda connection: read_shares(connection, keys))

    def attempted(self, mode: str, seed: str) -> bool:
        """Whether the player has started a game of a mode with a seed, such as today's daily."""
        return bool(self._games("WHERE mode = ? AND seed = ? AND player = ?", mode, seed, self.player))

    def _write(self, statement: str, *values: Value) -> int:
        """Execute a statement and return the number of changed rows."""
        return self._file.run(lambda connection: connection.execute(statement, values).rowcount)

    def _games(self, clauses: str, *values: str) -> list[GameRecord]:
        def read(connection: sqlite3.Connection) -> list[GameRecord]:
            rows = connection.execute(f"SELECT {GAME_COLUMNS} FROM games {clauses}", values)  # noqa: S608 - constants of this class
            return [read_game(row, _verdicts(connection, row[0])) for row in rows.fetchall()]

        return self._file.run(read)

    def _check_exists(self, game_id: str) -> None:
        """Check that a game is in the records, in any state.

        Raises:
            GameNotFoundError: it is not.
        """
        if not self._games("WHERE id = ?", game_id):
            raise GameNotFoundError(f"This game is no longer in the records {self.path}.")


def _verdicts(connection: sqlite3.Connection, game_id: str) -> tuple[Verdict, ...]:
    return tuple(read_verdict(row) for row in connection.execute(_ANSWERS, (game_id,)))
