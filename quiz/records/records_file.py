"""The file that records are kept in: opened, brought to the current version, and begun anew where it is damaged."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from quiz.records.records_schema import NewerSchemaError, migrate, refuse_newer
from quiz.records.recovery import SUSPECTS, alone, inode_of, is_damage, set_aside, whereabouts

FILE = "records.sqlite3"
PATIENCE = 5.0
"""Seconds to wait for another program that is busy with the file or its folder."""

Done = TypeVar("Done")


class RecordsError(Exception):
    """The records cannot be read or written; the message says why and where, in one sentence for the player."""


class RecordsFile:
    """An open records file. Several processes may have the same one open."""

    def __init__(self, folder: Path, patience: float = PATIENCE) -> None:
        """Open the file of a data folder, making both where they are missing.

        ``patience`` is how many seconds to wait for another program that is busy with the file or its folder.

        Raises:
            RecordsError: the folder or the file cannot be used.
        """
        self.path = folder / FILE
        self._patience = patience
        self.set_aside: str | None = None
        """What became of a damaged file, in words for the player; None while all is well."""
        self.tell: Callable[[str], object] | None = None
        """Who wants to hear those words at once."""
        is_link = os.path.islink(self.path)  # noqa: PTH114 - Path.is_symlink raises for a name that is too long
        self._real = Path(os.path.realpath(self.path)) if is_link else self.path
        with self._told():
            self._open()

    def close(self) -> None:
        """Close the file; what was written is safe already."""
        self.connection.close()

    def run(self, work: Callable[[sqlite3.Connection], Done]) -> Done:
        """Do some work on the file and return what it returns.

        Where the file turns out to be damaged, it is set aside, and the work is done on a new one. So it is where
        another process has set the file aside.

        Raises:
            RecordsError: the work cannot be done.
        """
        with self._told():
            try:
                if not self._has_moved():
                    done = work(self.connection)
                    if not self._has_moved():
                        return done
                self._say_moved(whereabouts(self._real, self._seen))
            except SUSPECTS as error:
                if self._has_moved():  # whatever the error is, it is no longer one of these records
                    self._say_moved(whereabouts(self._real, self._seen))
                else:
                    with alone(self._real.parent, self._patience) as is_alone:
                        self._put_aside(self.connection, error, work, is_alone=is_alone)
            self.connection.close()
            self._open()
            return work(self.connection)

    def _open(self) -> None:
        """Open the file; where it is damaged, set it aside and begin a new one."""
        folder = self.path.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordsError(f"The data folder {folder} cannot be made: {error.strerror}.") from error
        with alone(self._real.parent, self._patience) as is_alone, ExitStack() as unusable:
            connection = unusable.enter_context(closing(self._connect()))
            try:
                _prepare(connection)
            except SUSPECTS as error:
                self._put_aside(connection, error, _prepare, is_alone=is_alone)
                unusable.close()  # not before it has been set aside: closing it may write to it
                connection = unusable.enter_context(closing(self._connect()))
                _prepare(connection)
            unusable.pop_all()
        self.connection = connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=self._patience, isolation_level=None)
        self._seen = inode_of(self._real)
        return connection

    def _has_moved(self) -> bool:
        """Whether the path leads to another file by now, or to none: what is written here, nobody would find."""
        try:
            return inode_of(self._real) != self._seen
        except OSError:
            return False

    def _put_aside(
        self,
        connection: sqlite3.Connection,
        error: Exception,
        work: Callable[[sqlite3.Connection], object],
        *,
        is_alone: bool,
    ) -> None:
        """Set the file aside if it is damaged, and say so.

        Raises:
            Exception: the ``error``, where it is no sign of damage.
            NewerSchemaError: the file belongs to a newer version by now.
            RecordsError: it is damaged and cannot be set aside.
        """
        refuse_newer(connection)
        if not is_damage(error, work):
            raise error
        try:
            if not is_alone:
                raise OSError(None, "another process is busy with the folder")
            where = set_aside(self._real, self._seen, datetime.now(UTC).astimezone().date())
        except OSError as failure:
            why = f"They are damaged, and cannot be set aside: {failure.strerror}."
            raise RecordsError(f"The records {self.path} cannot be used: {error}. {why}") from error
        self._say_moved(where, f" ({error})" if hasattr(error, "sqlite_errorcode") else "")

    def _say_moved(self, where: Path | None, why: str = "") -> None:
        if where is None:
            said = f"The records {self.path} were taken away while they were open. A new file has been begun."
        else:
            said = f"The records were damaged{why}: they are now {where}. A new file has been begun."
        self.set_aside = said
        if self.tell is not None:
            self.tell(said)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite raises into one sentence."""
        try:
            yield
        except NewerSchemaError as error:
            hint = "Use the newer game, or another --data-dir."
            raise RecordsError(f"The records {self.path} were written by a newer Quiz ({error}). {hint}") from error
        except SUSPECTS as error:
            raise RecordsError(f"The records {self.path} cannot be used: {error}.") from error


def _prepare(connection: sqlite3.Connection) -> None:
    """Make a file that was opened ready to be used."""
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    migrate(connection)  # before anything is written: the file of a newer version stays as it is
    _write_ahead(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let windows read while one writes; where another is busy with the file just now, it works as it is."""
    [(patience,)] = connection.execute("PRAGMA busy_timeout").fetchall()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")
