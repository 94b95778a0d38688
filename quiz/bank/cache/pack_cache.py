"""The caches in a folder: what was read of packs, valid as long as none of their files changes.

A cache belongs to some packs, to where they are, and to the code that read them. It lists every file of the packs
with its SHA-256 and its stamp: which file it is, its size and its dates. While the stamp is the same, the file is not
read. As in Git's index, the stamp of a file that had changed just before is not trusted: a second change in the same
moment might leave the dates as they are.
"""

import sys
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from quiz import __version__
from quiz.bank.cache.database import CacheDatabase, DamagedError, Tables, encode, write
from quiz.bank.files import resolved
from quiz.bank.fingerprint import Fingerprint, Stamp, fingerprint, path_of, stamps

PackLocations = Sequence[tuple[Path, str]]
"""Packs, each with what stands before its file names in problems."""

_LIFETIMES = {"*.cache": 30 * 24 * 3600, "*.cache.*.tmp": 3600}
"""Seconds after which files are deleted: caches that were not written again, and what a stopped program left."""


class _File(msgspec.Struct, frozen=True, array_like=True):
    """A file as it was read."""

    digest: bytes
    stamp: Stamp | None
    """None where the file had changed just before."""


class _Origin(msgspec.Struct, frozen=True, array_like=True):
    """What a cache was made from."""

    key: str
    files: dict[str, _File]


class PackCache:
    """The caches in a folder. Whatever is wrong with the folder or a cache, packs can be read without it."""

    def __init__(self, folder: Path, *, version: str = __version__, timestamp_margin: float = 2.0) -> None:
        """The folder is made when something is stored; it may be deleted at any time.

        A file system gives two changes within ``timestamp_margin`` seconds the same date, at worst. The default is
        right for every common file system.
        """
        self.folder = folder
        self._version = version
        self._timestamp_margin = int(timestamp_margin * 1e9)

    def find(self, what: str, places: PackLocations) -> CacheDatabase | None:
        """The cache of some packs, if their files are as they were when it was made."""
        key = self._key(what, places)
        with suppress(OSError, DamagedError):
            database = CacheDatabase(self._path(key))
            if self._is_valid(database, key, [root for root, _ in places]):
                return database
        return None

    def store(self, what: str, places: PackLocations, tables: Callable[[], Tables], before: Fingerprint) -> None:
        """Store what was read of some packs, unless their files have changed since the fingerprint ``before``.

        Nothing is stored where that is impossible: the disk is full, say, or the folder is read-only.
        """
        roots, began = [root for root, _ in places], time.time_ns()
        with suppress(OSError, UnicodeEncodeError):
            digests = {name: _digest(path_of(name, roots)) for name in before}
            if fingerprint(roots) == before:
                key = self._key(what, places)
                origin = _Origin(key, self._files(digests, before, began))
                write(self._path(key), {"origin": [encode(origin)], **tables()})
                self._tidy()

    def _is_valid(self, database: CacheDatabase, key: str, roots: Sequence[Path]) -> bool:
        """Whether a cache was made from these packs as they are now."""
        origin = database.read("origin", _Origin)
        now, began = fingerprint(roots), time.time_ns()
        if origin.key != key or now.keys() != origin.files.keys():
            return False
        changed = [name for name, file in origin.files.items() if file.stamp != now[name]]
        if any(_digest(path_of(name, roots)) != origin.files[name].digest for name in changed):
            return False
        files = self._files({name: file.digest for name, file in origin.files.items()}, now, began)
        if changed and files != origin.files:
            with suppress(OSError):  # if it cannot be written, the same files are read the next time
                database.replace("origin", [encode(_Origin(key, files))])
        return True

    def _files(self, digests: Mapping[str, bytes], now: Fingerprint, began: int) -> dict[str, _File]:
        """Files with their stamps, where these can be trusted at the time ``began``."""
        return {
            name: _File(digest, now[name] if began - max(now[name][2:]) > self._timestamp_margin else None)
            for name, digest in digests.items()
        }

    def _key(self, what: str, places: PackLocations) -> str:
        """Everything that tells one cache from another: what it holds, of which packs, and which code read them."""
        code = sorted(stamps(Path(__file__).parents[2], ".py").items())
        where = [(str(root), str(resolved(root)), prefix) for root, prefix in places]
        return repr((what, where, self._version, sys.version, msgspec.__version__, code))

    def _path(self, key: str) -> Path:
        return self.folder / f"{zlib.crc32(key.encode('utf-8', 'surrogatepass')):08x}.cache"

    def _tidy(self) -> None:
        """Delete files that are too old."""
        for pattern, lifetime in _LIFETIMES.items():
            for path in self.folder.glob(pattern):
                with suppress(OSError):
                    if time.time() - path.stat().st_mtime > lifetime:
                        path.unlink()


def _digest(path: Path) -> bytes:
    """The SHA-256 of a file; nothing for what is no plain file, which is not read."""
    import hashlib  # only needed where a file has changed

    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
