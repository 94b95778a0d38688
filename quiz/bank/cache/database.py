"""The file of a cache: an SQLite database that is written once and then only read.

A new version is written to a temporary file, which then replaces the old one. So readers need no locks, never see an
incomplete version, and can continue to read the old one. Every row has a checksum, because SQLite does not detect a
changed byte in a value.
"""

import os
import sqlite3
import threading
import weakref
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
Tables = Mapping[str, Iterable[bytes]]
"""The rows of each table, which are numbered from 0."""


class DamagedError(Exception):
    """The file is missing or damaged."""


class CacheDatabase:
    """An open cache file. It can be used from several threads."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            DamagedError: there is no such file, or it cannot be opened.
        """
        self.path = path
        self._lock = threading.Lock()
        try:
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"  # no locks, no extra files
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        except (sqlite3.Error, OSError) as error:
            raise DamagedError(str(error)) from error
        self.close = weakref.finalize(self, self._connection.close)
        """Close the file. This also happens when the object is no longer used."""

    def read(self, table: str, kind: type[T], number: int = 0) -> T:
        """The value in a row of a table, decoded as ``kind``.

        Raises:
            DamagedError: the row is missing or damaged.
        """
        query = f"SELECT data, checksum FROM {table} WHERE number = ?"  # noqa: S608 - tables are named in the code
        try:
            with self._lock:
                row = self._connection.execute(query, (number,)).fetchone()
            if row is None or not isinstance(row[0], bytes) or row[1] != _checksum(table, number, row[0]):
                raise DamagedError(f"{table} {number}")
            return msgspec.msgpack.decode(row[0], type=kind, dec_hook=_from_text)
        except (sqlite3.Error, msgspec.DecodeError, UnicodeError, MemoryError) as error:
            # a damaged file can cause the last two: bytes of it in SQLite's message, or an enormous length
            raise DamagedError(f"{table} {number}: {error}") from error

    def replace(self, table: str, rows: Iterable[bytes]) -> None:
        """Write a new version of the file in which one table has other rows. This object still reads the old version.

        Raises:
            OSError: the new version cannot be written. The file is unchanged.
        """
        with _new_version(self.path) as connection:
            self._connection.backup(connection)
            connection.execute(f"DROP TABLE {table}")
            _fill(connection, table, rows)


def write(path: Path, tables: Tables) -> None:
    """Write a cache file. Its folder is created if it is missing.

    Raises:
        OSError: the file cannot be written. If it exists, it is unchanged.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _new_version(path) as connection:
        for table, rows in tables.items():
            _fill(connection, table, rows)


def encode(value: object) -> bytes:
    """Encode a value for a row.

    Raises:
        UnicodeEncodeError: a text has half of a surrogate pair, which cannot be encoded.
    """
    return msgspec.msgpack.encode(value, enc_hook=_to_text)


def _to_text(value: object) -> str:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(type(value))


def _from_text(kind: type, value: Any) -> Any:
    return kind(value)


@contextmanager
def _new_version(path: Path) -> Iterator[sqlite3.Connection]:
    """An empty temporary database, which replaces the file at the end."""
    temporary = path.with_name(f"{path.name}.{os.urandom(8).hex()}.tmp")
    try:
        with closing(sqlite3.connect(temporary)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")  # a version that fails is deleted, not rolled back
            connection.execute("PRAGMA synchronous = OFF")  # after a power cut, checksums show the damage
            yield connection
            connection.commit()
        temporary.replace(path)
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    finally:
        temporary.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, table: str, rows: Iterable[bytes]) -> None:
    connection.execute(f"CREATE TABLE {table} (number INTEGER PRIMARY KEY, data BLOB, checksum INTEGER)")
    numbered = ((number, data, _checksum(table, number, data)) for number, data in enumerate(rows))
    connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?)", numbered)  # noqa: S608 - as above


def _checksum(table: str, number: int, data: bytes) -> int:
    """The CRC-32 of a row. It protects from damage, not from people, who could change the pack itself."""
    return zlib.crc32(data, zlib.crc32(f"{table} {number}".encode()))
