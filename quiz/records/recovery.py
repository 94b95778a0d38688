"""A damaged records file: what counts as damage, and how the file is set aside so that nothing of it is lost."""

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

SUSPECTS = (sqlite3.Error, ValueError, TypeError, ArithmeticError)
"""What a damaged file makes SQLite raise, or whoever reads its rows."""
_CODES = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BESIDE = ("-wal", "-shm", "-journal")
"""The endings of the files in which SQLite keeps what is not yet in the file itself."""

Inode = tuple[int, int]
"""Which file it is, whatever it is called: its device and its number there."""


def is_damage(
    error: Exception,
    work: Callable[[sqlite3.Connection], object],
    make_tables: Callable[[sqlite3.Connection], object] = migrate,
) -> bool:
    """Whether the file is to blame that some work on it failed, and not its disk, a lock or the work itself.

    The work is done once more on a new file in memory: what fails there as well is no fault of the file's.
    """
    if isinstance(error, sqlite3.ProgrammingError):  # closed, say
        return False
    if isinstance(error, sqlite3.Error):
        # text that is no text has no code
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        if code & 0xFF not in _CODES:
            return False
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
            make_tables(new)
            work(new)
    except SUSPECTS:
        return False
    return True


def set_aside(path: Path, seen: Inode | None, today: date) -> Path | None:
    """Rename a damaged file, with all that SQLite keeps beside it, to a name that says so and that is still free.

    Only whoever is ``alone`` may do so, and before closing the file: SQLite writes to it when the last one closes it.
    The file at ``path`` is left as it is where it is no longer the one that was ``seen`` to be damaged.

    Returns:
        Where the damaged file lies now; None where another process has taken it to a place that nobody knows.

    Raises:
        OSError: it cannot be renamed; then everything is called as it was.
    """
    if inode_of(path) != seen:
        return whereabouts(path, seen)
    target = _free_name(path, today)
    renamed: list[str] = []
    try:
        for ending in (*_BESIDE, ""):  # the file last: SQLite drops what it finds beside one that is not there
            if os.path.lexists(f"{path}{ending}"):
                Path(f"{path}{ending}").rename(f"{target}{ending}")
                renamed.append(ending)
    except OSError:
        for ending in renamed:
            with suppress(OSError):
                Path(f"{target}{ending}").rename(f"{path}{ending}")
        raise
    return target


def whereabouts(path: Path, seen: Inode | None) -> Path | None:
    """Where a file that was seen at ``path`` has been set aside, by whomever; None where it has not."""
    with suppress(OSError):
        for one in path.parent.iterdir():
            if one.name.startswith(f"{path.stem}.damaged-") and inode_of(one) == seen:
                return one
    return None


def inode_of(path: Path) -> Inode | None:
    """Which file a path leads to; None where there is none."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_dev, found.st_ino


@contextmanager
def alone(folder: Path, patience: float) -> Iterator[bool]:
    """Keep other processes from opening the records of a folder, and from setting them aside, in the meantime.

    Yields False where that cannot be had: on some network drives, or where another process takes longer than
    ``patience`` seconds.
    """
    if sys.platform == "win32":  # there, a file that anybody has open cannot be renamed anyway
        yield True
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        yield _locked(descriptor, patience)
    finally:
        os.close(descriptor)  # which gives the lock back


def _locked(descriptor: int, patience: float) -> bool:
    end = time.monotonic() + patience
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
    """The first name for a damaged file by which there is nothing yet."""
    number = 1
    while True:
        which = "" if number == 1 else f"-{number}"
        name = path.with_name(f"{path.stem}.damaged-{today.isoformat()}{which}{path.suffix}")
        if not any(os.path.lexists(f"{name}{ending}") for ending in (*_BESIDE, "")):
            return name
        number += 1
