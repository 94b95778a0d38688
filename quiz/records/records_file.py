"""The file of the records. It is migrated when opened, and replaced by a new file if it is damaged."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from quiz.records.records_schema import NewerSchemaError, migrate, refuse_newer
from quiz.records.recovery import POSSIBLE_DAMAGE, find_moved, folder_lock, inode_of, is_damage, move_damaged

FILE = "records.sqlite3"
LOCK_TIMEOUT = 5.0
"""Seconds to wait for another program that has locked the file or its folder."""

T = TypeVar("T")


class RecordsError(Exception):
    """The records cannot be read or written. The message tells the player why, and names the file."""


class RecordsFile:
    """An open records file. Several processes can have the same file open."""

    def __init__(self, folder: Path, timeout: float = LOCK_TIMEOUT) -> None:
        """Open the file in a data folder. Create the folder and the file if they are missing.

        ``timeout`` is how many seconds to wait for another program that has locked the file or its folder.

        Raises:
            RecordsError: the folder or the file cannot be used.
        """
        self.path = folder / FILE
        self._timeout = timeout
        self.damage_notice: str | None = None
        """A message for the player if the file was damaged and replaced; None if it was not."""
        self.on_damage: Callable[[str], object] | None = None
        """Called with that message when the file is replaced."""
        is_link = os.path.islink(self.path)  # noqa: PTH114 - Path.is_symlink raises for a name that is too long
        self._real_path = Path(os.path.realpath(self.path)) if is_link else self.path
        with self._translated_errors():
            self._open()

    def close(self) -> None:
        """Close the file. Everything is already committed."""
        self.connection.close()

    def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Call ``work`` with the connection and return its result.

        If the file turns out to be damaged, rename it, start a new file and call ``work`` again on that. The same
        happens if another process has renamed the file.

        Raises:
            RecordsError: ``work`` failed for another reason.
        """
        with self._translated_errors():
            try:
                if not self._is_replaced():
                    result = work(self.connection)
                    if not self._is_replaced():
                        return result
                self._report_damage(find_moved(self._real_path, self._inode))
            except POSSIBLE_DAMAGE as error:
                if self._is_replaced():  # the error is about a file that is no longer in use
                    self._report_damage(find_moved(self._real_path, self._inode))
                else:
                    with folder_lock(self._real_path.parent, self._timeout) as is_locked:
                        self._move_if_damaged(self.connection, error, work, is_locked=is_locked)
            self.connection.close()
            self._open()
            return work(self.connection)

    def _open(self) -> None:
        """Open the file. If it is damaged, rename it and start a new one."""
        folder = self.path.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RecordsError(f"The data folder {folder} cannot be made: {error.strerror}.") from error
        with folder_lock(self._real_path.parent, self._timeout) as is_locked, ExitStack() as cleanup:
            connection = cleanup.enter_context(closing(self._connect()))
            try:
                _prepare(connection)
            except POSSIBLE_DAMAGE as error:
                self._move_if_damaged(connection, error, _prepare, is_locked=is_locked)
                cleanup.close()  # after renaming: closing the connection may write to the file
                connection = cleanup.enter_context(closing(self._connect()))
                _prepare(connection)
            cleanup.pop_all()
        self.connection = connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=self._timeout, isolation_level=None)
        self._inode = inode_of(self._real_path)
        return connection

    def _is_replaced(self) -> bool:
        """Whether the path no longer leads to the open file, so that everything written to it would be lost."""
        try:
            return inode_of(self._real_path) != self._inode
        except OSError:
            return False

    def _move_if_damaged(
        self,
        connection: sqlite3.Connection,
        error: Exception,
        work: Callable[[sqlite3.Connection], object],
        *,
        is_locked: bool,
    ) -> None:
        """Rename the file if it is damaged, and report that.

        Raises:
            Exception: ``error`` itself, if it does not mean damage.
            NewerSchemaError: a newer version of the program has migrated the file.
            RecordsError: it is damaged and cannot be renamed.
        """
        refuse_newer(connection)
        if not is_damage(error, work):
            raise error
        try:
            if not is_locked:
                raise OSError(None, "another process is busy with the folder")
            moved_to = move_damaged(self._real_path, self._inode, datetime.now(UTC).astimezone().date())
        except OSError as failure:
            why = f"They are damaged, and cannot be renamed: {failure.strerror}."
            raise RecordsError(f"The records {self.path} cannot be used: {error}. {why}") from error
        self._report_damage(moved_to, f" ({error})" if hasattr(error, "sqlite_errorcode") else "")

    def _report_damage(self, moved_to: Path | None, why: str = "") -> None:
        if moved_to is None:
            notice = f"The records {self.path} were removed while they were open. A new file has been started."
        else:
            notice = f"The records were damaged{why}: they are now {moved_to}. A new file has been started."
        self.damage_notice = notice
        if self.on_damage is not None:
            self.on_damage(notice)

    @contextmanager
    def _translated_errors(self) -> Iterator[None]:
        """Raise a ``RecordsError`` in place of the errors of SQLite and of the schema."""
        try:
            yield
        except NewerSchemaError as error:
            hint = "Use the newer game, or another --data-dir."
            raise RecordsError(f"The records {self.path} were written by a newer Quiz ({error}). {hint}") from error
        except POSSIBLE_DAMAGE as error:
            raise RecordsError(f"The records {self.path} cannot be used: {error}.") from error


def _prepare(connection: sqlite3.Connection) -> None:
    """Configure the connection, and migrate the file."""
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    migrate(connection)  # before anything is written, so that a file of a newer version is not changed
    _enable_wal(connection)


def _enable_wal(connection: sqlite3.Connection) -> None:
    """Enable write-ahead logging, so that processes can read while one writes. Skip it if the file is busy now."""
    [(timeout,)] = connection.execute("PRAGMA busy_timeout").fetchall()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
    finally:
        connection.execute(f"PRAGMA busy_timeout = {timeout}")
