"""The folder of caches. A cache is valid as long as no file of its packs has changed.

A cache belongs to certain packs, their folders, and the version of the code that read them. It lists every file of
the packs with its SHA-256 and its stamp: inode, size and dates. A file is only read again if its stamp differs. As in
Git's index, the stamp of a file that has just changed is not trusted, because a second change at the same time might
not change the dates.
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
"""The folder of each pack, and the prefix of its file names in problems."""

_NAME = "[0-9a-f]" * 8 + ".cache"
"""What the file of a cache is called, as a pattern: other files in the folder are left alone."""
_LIFETIMES = {_NAME: 30 * 24 * 3600, f"{_NAME}.*.tmp": 3600}
"""Seconds after which files are deleted: unused caches, and temporary files of a program that was stopped."""


class _File(msgspec.Struct, frozen=True, array_like=True):
    """A file of a pack when it was read."""

    digest: bytes
    stamp: Stamp | None
    """None if the file had just changed."""


class _Origin(msgspec.Struct, frozen=True, array_like=True):
    """The packs and files from which a cache was made."""

    key: str
    files: dict[str, _File]


class PackCache:
    """The caches in a folder. An unusable folder or cache raises no error; packs are loaded without it."""

    def __init__(self, folder: Path, *, version: str = __version__, timestamp_margin: float = 2.0) -> None:
        """The folder is created when something is stored. It may be deleted at any time.

        A file system gives two changes within ``timestamp_margin`` seconds the same date, at worst. The default is
        right for every common file system.
        """
        self.folder = folder
        self._version = version
        self._timestamp_margin = int(timestamp_margin * 1e9)

    def find(self, content: str, places: PackLocations) -> CacheDatabase | None:
        """The valid cache of some packs, or None. ``content`` names what it has, such as "bank" or "report"."""
        key = self._key(content, places)
        with suppress(OSError, DamagedError):
            database = CacheDatabase(self._path(key))
            if self._is_valid(database, key, [root for root, _ in places]):
                return database
        return None

    def store(self, content: str, places: PackLocations, tables: Callable[[], Tables], before: Fingerprint) -> None:
        """Store tables for some packs, unless their files have changed since the fingerprint ``before``.

        Nothing is stored if that is impossible, for example if the disk is full or the folder is read-only.
        """
        roots, began = [root for root, _ in places], time.time_ns()
        with suppress(OSError, UnicodeEncodeError):
            digests = {name: _digest(path_of(name, roots)) for name in before}
            if fingerprint(roots) == before:
                key = self._key(content, places)
                origin = _Origin(key, self._files(digests, before, began))
                write(self._path(key), {"origin": [encode(origin)], **tables()})
                self._delete_old_files()

    def _is_valid(self, database: CacheDatabase, key: str, roots: Sequence[Path]) -> bool:
        """Whether a cache was made from these packs with their current files."""
        origin = database.read("origin", _Origin)
        now, began = fingerprint(roots), time.time_ns()
        if origin.key != key or now.keys() != origin.files.keys():
            return False
        changed = [name for name, file in origin.files.items() if file.stamp != now[name]]
        if any(_digest(path_of(name, roots)) != origin.files[name].digest for name in changed):
            return False
        files = self._files({name: file.digest for name, file in origin.files.items()}, now, began)
        if changed and files != origin.files:
            with suppress(OSError):  # if it cannot be written, the same files are read again next time
                database.replace("origin", [encode(_Origin(key, files))])
        return True

    def _files(self, digests: Mapping[str, bytes], now: Fingerprint, began: int) -> dict[str, _File]:
        """Files with their digests, and stamps if these could be trusted at the time ``began`` (nanoseconds)."""
        return {
            name: _File(digest, now[name] if began - max(now[name][2:]) > self._timestamp_margin else None)
            for name, digest in digests.items()
        }

    def _key(self, content: str, places: PackLocations) -> str:
        """A key with everything that identifies a cache: its content, its packs, and the version of the code."""
        code = sorted(stamps(Path(__file__).parents[2], ".py").items())
        where = [(str(root), str(resolved(root)), prefix) for root, prefix in places]
        return repr((content, where, self._version, sys.version, msgspec.__version__, code))

    def _path(self, key: str) -> Path:
        return self.folder / f"{zlib.crc32(key.encode('utf-8', 'surrogatepass')):08x}.cache"

    def _delete_old_files(self) -> None:
        """Delete old files."""
        for pattern, lifetime in _LIFETIMES.items():
            for path in self.folder.glob(pattern):
                with suppress(OSError):
                    if time.time() - path.stat().st_mtime > lifetime:
                        path.unlink()


def _digest(path: Path) -> bytes:
    """The SHA-256 of a file; empty for what is not a regular file, which is not read."""
    import hashlib  # only needed if a file has changed

    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
