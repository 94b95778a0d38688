"""Watches the files of packs and reports every save."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from quiz.bank.files import is_temporary
from quiz.bank.fingerprint import fingerprint

Folder = tuple[Path, int, int]
"""A path, device and inode: a folder that is deleted and created again under the same name differs."""

_QUIET_MS = 20
"""Milliseconds without a change after which a file counts as saved."""


def watch_saves(roots: Sequence[Path], poll_ms: int = 300) -> Iterator[None]:
    """Yield at once, and again whenever a file in the packs' folders was saved, created or deleted.

    This includes files that are saved while the caller works. The generator never ends. Every ``poll_ms``
    milliseconds, it compares the files even if the system reports no change, as happens on some network disks.
    """
    import watchfiles  # late, for start-up; before the first yield, since an import may swallow a Ctrl-C

    seen = fingerprint(roots)
    yield
    while True:
        folders = _folders(roots)
        for is_change in _events(watchfiles.watch, [path for path, _, _ in folders], poll_ms):
            now = fingerprint(roots)
            if is_change or now != seen:
                seen = now
                yield
            if _folders(roots) != folders:
                break


def _events(watch: Callable[..., Iterator[set[Any]]], folders: Sequence[Path], poll_ms: int) -> Iterator[bool]:
    """Yield True whenever the system reports a change, and False from time to time without one."""
    try:
        if folders:
            for changes in watch(
                *folders, watch_filter=_is_relevant, debounce=10 * _QUIET_MS, step=_QUIET_MS, rust_timeout=poll_ms,
                yield_on_timeout=True,
            ):  # fmt: skip
                yield bool(changes)
            return
    except OSError:  # the folder was just deleted, or the system cannot watch more folders
        pass
    threading.Event().wait(poll_ms / 1000)
    yield False


def _is_relevant(_: object, path: str) -> bool:
    """Whether a changed file matters. The temporary files of editors do not."""
    return not is_temporary(Path(path).name)


def _folders(roots: Sequence[Path]) -> list[Folder]:
    folders = []
    for root in roots:
        for name in ("seeds", "questions"):
            try:
                status = (root / name).stat()
            except OSError:
                continue
            folders.append((root / name, status.st_dev, status.st_ino))
    return folders
