"""A target: one of the places where bytes from elsewhere come in, and valid files to begin with."""

import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

_MEMORY = Path("/dev/shm")  # noqa: S108 - a file system in the memory, where there is one


class Target(NamedTuple):
    """What is read, and how to tell that nothing but problems came out."""

    name: str
    run: Callable[[bytes], int]
    """Read the bytes of a file and return how much could be read of them; raises for whatever may not be."""
    make_samples: Callable[[], Iterable[bytes]]
    tokens: tuple[bytes, ...]
    """What means something in such a file."""

    @property
    def samples(self) -> tuple[bytes, ...]:
        """Valid files: what is tried are their neighbours."""
        return _made(self.make_samples)


@cache
def _made(samples: Callable[[], Iterable[bytes]]) -> tuple[bytes, ...]:
    return tuple(samples())


@cache
def folder(name: str) -> Path:
    """A new folder of this process, in memory where that can be, for files that have to lie somewhere."""
    return Path(mkdtemp(prefix=f"quiz-{name}-{os.getpid()}-", dir=_MEMORY if os.access(_MEMORY, os.W_OK) else None))


def refused(error: Exception) -> int:
    """Nothing could be read, and why is said in one line."""
    assert str(error)
    assert "\n" not in str(error)
    return 0


def tokens(*words: str) -> tuple[bytes, ...]:
    """Words as bytes."""
    return tuple(word.encode("utf-8", "surrogatepass") for word in words)
