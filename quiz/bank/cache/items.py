"""Many things in one section of a cache, each of which can be read without the others."""

from array import array
from collections.abc import Iterable
from typing import TypeVar

import msgspec

from quiz.bank.cache.container import Container, DamagedError, checksum_of

T = TypeVar("T")
_NUMBER = "Q"
"""Eight bytes for a place, and as many for a checksum: plenty for both, and read in one go."""


def item_sections(name: str, items: Iterable[bytes]) -> dict[str, bytes]:
    """The sections that keep some items: themselves one after another, and where each ends, with its checksum."""
    listed = list(items)
    index = array(_NUMBER)
    end = 0
    for item in listed:
        end += len(item)
        index.append(end)
        index.append(checksum_of(item))
    return {name: b"".join(listed), f"{name} index": index.tobytes()}


class Items:
    """The items of a section, read one by one."""

    def __init__(self, container: Container, name: str) -> None:
        """Find them.

        Raises:
            DamagedError: they are not there, or the index is not as it was written.
        """
        self._container = container
        self._name = name
        self._index = array(_NUMBER)
        try:
            self._index.frombytes(container.section(f"{name} index"))
        except ValueError as error:  # no whole number of numbers
            raise DamagedError(name) from error

    def __len__(self) -> int:
        return len(self._index) // 2

    def __getitem__(self, number: int) -> bytes:
        """The item of a number, from 0.

        Raises:
            DamagedError: it is not there, or not as it was written.
        """
        if not 0 <= number < len(self):
            raise DamagedError(f"{self._name} {number}")
        start = self._index[2 * number - 2] if number else 0
        return self._container.part(self._name, start, self._index[2 * number], self._index[2 * number + 1])


def trusted(data: bytes, kind: type[T]) -> T:
    """What some bytes stand for.

    Raises:
        DamagedError: they stand for nothing of that kind.
    """
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except msgspec.DecodeError as error:
        raise DamagedError(str(error)) from error
