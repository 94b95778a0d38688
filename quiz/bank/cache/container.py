"""The file of a cache: named sections, each with a checksum that is looked at before anything in it is believed.

It is written whole beside its place and then put there, so that whoever reads it, and whoever else writes it at the
same time, has all of one version.
"""

import os
import threading
import weakref
import zlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

_MAGIC = b"quiz cache 1\n"
_HEAD = len(_MAGIC) + 8
"""Bytes before the table: the magic words, then the length of the table and its checksum, four bytes each."""


class DamagedError(Exception):
    """The file is not as it was written."""


class _Section(msgspec.Struct, frozen=True, array_like=True):
    """Where a section stands, counted from the end of the table."""

    start: int
    length: int
    checksum: int


class Container:
    """An open cache file. One that is replaced or taken away meanwhile stays readable as it was."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            OSError: it cannot be read.
            DamagedError: it is no cache file, or not a whole one.
        """
        self._file = path.open("rb", buffering=0)
        self._turn = threading.Lock()
        self.close = weakref.finalize(self, self._file.close)
        """Let go of the file, which is done at the latest when nobody has this any more."""
        try:
            head = self.read(0, _HEAD)
            length, checksum = int.from_bytes(head[-8:-4], "little"), int.from_bytes(head[-4:], "little")
            if not head.startswith(_MAGIC):
                raise DamagedError(path)
            table = _trusted(self.read(_HEAD, length), checksum)
            self._sections = msgspec.msgpack.decode(table, type=dict[str, _Section])
            self._body = _HEAD + length
        except msgspec.DecodeError as error:
            self.close()
            raise DamagedError(path) from error
        except BaseException:
            self.close()
            raise

    def section(self, name: str) -> bytes:
        """A section whole.

        Raises:
            DamagedError: it is not there, or not as it was written.
        """
        place = self._place(name)
        return _trusted(self.read(self._body + place.start, place.length), place.checksum)

    def part(self, name: str, start: int, end: int, checksum: int) -> bytes:
        """Some bytes of a section, whose checksum is known from elsewhere.

        Raises:
            DamagedError: they are not there, or not as they were written.
        """
        place = self._place(name)
        if not 0 <= start <= end <= place.length:
            raise DamagedError(name)
        return _trusted(self.read(self._body + place.start + start, end - start), checksum)

    def read(self, start: int, length: int) -> bytes:
        """Bytes of the file.

        Raises:
            DamagedError: it has not so many, or they cannot be read.
        """
        try:
            with self._turn:
                self._file.seek(start)
                data = self._file.read(length)
        except OSError as error:
            raise DamagedError(str(error)) from error
        if data is None or len(data) != length:
            raise DamagedError("it ends before")
        return data

    def _place(self, name: str) -> _Section:
        if name not in self._sections:
            raise DamagedError(name)
        return self._sections[name]

    @property
    def sections(self) -> dict[str, bytes]:
        """Every section.

        Raises:
            DamagedError: one is not as it was written.
        """
        return {name: self.section(name) for name in self._sections}


def checksum_of(data: bytes) -> int:
    """The checksum of some bytes (CRC-32): against damage, not against forgers, who could write the pack itself."""
    return zlib.crc32(data)


def write(path: Path, sections: Mapping[str, bytes]) -> None:
    """Write a cache file.

    Raises:
        OSError: it cannot be written; what was there before is still there.
    """
    places, start = {}, 0
    for name, data in sections.items():
        places[name] = _Section(start, len(data), checksum_of(data))
        start += len(data)
    table = msgspec.msgpack.encode(places)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.urandom(8).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(_MAGIC + len(table).to_bytes(4, "little") + checksum_of(table).to_bytes(4, "little") + table)
            for data in sections.values():
                file.write(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _trusted(data: bytes, checksum: int) -> bytes:
    if checksum_of(data) != checksum:
        raise DamagedError("the checksum differs")
    return data
