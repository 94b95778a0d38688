"""Recovery from a damaged records file: detecting damage, and renaming the file so that nothing in it is lost."""

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from quiz.records.records_schema import migrate

if sys.platform != "win32":
    import fcntl

POSSIBLE_DAMAGE = (sqlite3.Error, ValueError, TypeError, ArithmeticError)
"""Exceptions that may mean corruption. They come from SQLite or from reading rows."""
_DAMAGE_CODES = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SUFFIXES = ("-wal", "-shm", "-journal")
"""Suffixes of the files beside a database in which SQLite keeps what is not yet in the database itself."""

Inode = tuple[int, int]
"""Device and inode number: they identify a file under any name."""


def is_damage(
    error: Exception,
    work: Callable[[sqlite3.Connection], object],
    make_tables: Callable[[sqlite3.Connection], object] = migrate,
) -> bool:
    """Whether ``error``, raised by ``work``, means that the file is damaged, not its disk, a lock or ``work`` itself.

    ``work`` is called again on a new database in memory. If it fails there too, the file is not to blame.
    """
    if isinstance(error, sqlite3.ProgrammingError):  # such as a closed connection
        return False
    if isinstance(error, sqlite3.Error):
        # the error for text that is not UTF-8 has no code
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        if code & 0xFF not in _DAMAGE_CODES:
            return False
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
            make_tables(new)
            work(new)
    except POSSIBLE_DAMAGE:
        return False
    return True


def move_damaged(path: Path, inode: Inode | None, today: date) -> Path | None:
    """Rename a damaged file, and SQLite's files beside it, to an unused name with ``damaged`` and the date.

    Hold the ``folder_lock`` and call this before closing the connection: SQLite writes to the file when its last
    connection is closed. If ``path`` no longer leads to the file with ``inode``, nothing is renamed.

    Returns:
        The new path of the damaged file; None if another process has moved it to an unknown place.

    Raises:
        OSError: the files cannot be renamed; all of them keep their names.
    """
    if inode_of(path) != inode:
        return find_moved(path, inode)
    target = _free_name(path, today)
    renamed: list[str] = []
    try:
        for suffix in (*_SUFFIXES, ""):  # the database last: SQLite deletes the other files if it is missing
            if os.path.lexists(f"{path}{suffix}"):
                Path(f"{path}{suffix}").rename(f"{target}{suffix}")
                renamed.append(suffix)
    except OSError:
        for suffix in renamed:
            with suppress(OSError):
                Path(f"{target}{suffix}").rename(f"{path}{suffix}")
        raise
    return target


def find_moved(path: Path, inode: Inode | None) -> Path | None:
    """Find the file to which any process has renamed the damaged file that was at ``path``; None if there is none."""
    with suppress(OSError):
        for other in path.parent.iterdir():
            if other.name.startswith(f"{path.stem}.damaged-") and inode_of(other) == inode:
                return other
    return None


def inode_of(path: Path) -> Inode | None:
    """Return the identity of the file that a path leads to; None if there is no file."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return status.st_dev, status.st_ino


@contextmanager
def folder_lock(folder: Path, timeout: float) -> Iterator[bool]:
    """Keep other processes from opening the records in a folder, and from renaming them, for the time of the context.

    Yields False if the folder cannot be locked: on some network drives, or if another process holds the lock for
    longer than ``timeout`` seconds.
    """
    if sys.platform == "win32":  # not needed there, since an open file cannot be renamed
        yield True
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        yield _lock(descriptor, timeout)
    finally:
        os.close(descriptor)  # releases the lock


def _lock(descriptor: int, timeout: float) -> bool:
    end = time.monotonic() + timeout
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                return False
            time.sleep(0.005)
        except OSError:
            return False
        else:
            return True


def _free_name(path: Path, today: date) -> Path:
    """Return the first unused name for a damaged file."""
    number = 1
    while True:
        ordinal = "" if number == 1 else f"-{number}"
        name = path.with_name(f"{path.stem}.damaged-{today.isoformat()}{ordinal}{path.suffix}")
        if not any(os.path.lexists(f"{name}{suffix}") for suffix in (*_SUFFIXES, "")):
            return name
        number += 1
