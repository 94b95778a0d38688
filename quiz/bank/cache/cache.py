"""The cache: what was read of packs, kept for as long as none of their files changes.

One is found by what was read, where the packs are, and the code that read them. With it stands the SHA-256 of every
file, and what the system said of the file; where it still says the same, the file need not be read to know that its
content is the same. (Git's index works so; a file that was changed just before it was read is read again, since a
second change in the same moment would leave no sign.)
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from quiz import __version__
from quiz.bank.cache.container import Container, DamagedError, checksum_of, write
from quiz.bank.cache.items import trusted
from quiz.bank.files import resolved
from quiz.bank.fingerprint import Fingerprint, fingerprint, path_of, stamps

Places = Sequence[tuple[Path, str]]
"""Packs, each with what stands before its file names in problems."""
Seen = tuple[int, int, int, int]

_SETTLED = 2_000_000_000
"""Nanoseconds after which another change of a file has another date, on any file system that there is."""
_KEPT = 30 * 24 * 3600
"""Seconds for which what was not written again is kept: its packs may be gone, and what is missed is made anew."""
_BEGUN = 3600
"""Seconds after which nobody writes any more at what was begun: the program was ended in the middle of it."""
_SUFFIX = ".cache"


class _File(msgspec.Struct, frozen=True, array_like=True):
    """A file as it was read."""

    digest: bytes
    seen: Seen | None
    """What the system said of it; None where it had changed just before."""


class _Origin(msgspec.Struct, frozen=True, array_like=True):
    """What a cache was made of."""

    key: str
    files: dict[str, _File]


class Cache:
    """The caches in a folder. Whatever is wrong with it, packs are read as if there were none."""

    def __init__(self, folder: Path) -> None:
        """``folder`` need not be there; it can be deleted at any time."""
        self.folder = folder

    def find(self, what: str, places: Places) -> Container | None:
        """What is kept under a name of some packs, if their files are as they were when it was made."""
        key = _key(what, places)
        try:
            container = Container(self._path(key))
        except (OSError, DamagedError):
            return None
        try:
            if self._holds(container, key, _roots(places)):
                return container
        except (OSError, DamagedError):
            pass
        container.close()
        return None

    def keep(self, what: str, places: Places, made: Callable[[], Mapping[str, bytes]], before: Fingerprint) -> None:
        """Keep what was made of some packs, unless their files are no longer as they were ``before`` they were read.

        What cannot be kept is not: the folder is full, say, or nobody may write to it.
        """
        roots, began = _roots(places), time.time_ns()
        try:
            digests = {name: _digest(path_of(name, roots)) for name in before}
            if fingerprint(roots) == before:
                key = _key(what, places)
                files = {name: _file(digests[name], seen, began) for name, seen in before.items()}
                origin = msgspec.msgpack.encode(_Origin(key, files))
                write(self._path(key), {"origin": origin, **made()})
                self._tidy()
        except (OSError, UnicodeEncodeError):
            return

    def _holds(self, container: Container, key: str, roots: Sequence[Path]) -> bool:
        """Whether what is kept is of these packs as they are now."""
        origin = trusted(container.section("origin"), _Origin)
        now, began = fingerprint(roots), time.time_ns()
        if origin.key != key or now.keys() != origin.files.keys():
            return False
        changed = [name for name, file in origin.files.items() if file.seen != now[name]]
        if any(_digest(path_of(name, roots)) != origin.files[name].digest for name in changed):
            return False
        files = {name: _file(file.digest, now[name], began) for name, file in origin.files.items()}
        if changed and files != origin.files:  # the next time, nothing need be read
            origin = _Origin(key, files)
            write(self._path(key), {**container.sections, "origin": msgspec.msgpack.encode(origin)})
        return True

    def _path(self, key: str) -> Path:
        return self.folder / f"{checksum_of(key.encode('utf-8', 'surrogatepass')):08x}{_SUFFIX}"

    def _tidy(self) -> None:
        """Take away what nobody has written for long."""
        kept = {_SUFFIX: _KEPT, ".tmp": _BEGUN}
        for path in self.folder.iterdir():
            if path.suffix in kept and time.time() - path.stat().st_mtime > kept[path.suffix]:
                path.unlink(missing_ok=True)


def _roots(places: Places) -> list[Path]:
    return [root for root, _ in places]


def _key(what: str, places: Places) -> str:
    """All that tells one cache from another: what, where, and by which code."""
    code = sorted(stamps(Path(__file__).parents[2], ".py").items())
    where = [(str(root), str(resolved(root)), shown) for root, shown in places]
    return repr((what, where, __version__, sys.version, msgspec.__version__, code))


def _file(digest: bytes, seen: Seen, began: int) -> _File:
    return _File(digest, seen if began - max(seen[2:]) > _SETTLED else None)


def _digest(path: Path) -> bytes:
    """The SHA-256 of a file; nothing of what is no plain file, which is not read."""
    import hashlib  # not wanted where no file has changed

    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
