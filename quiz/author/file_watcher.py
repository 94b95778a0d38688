"""Watches the files of packs and reports when one is saved."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from quiz.bank.files import is_temporary
from quiz.bank.fingerprint import fingerprint

Folder = tuple[Path, int, int]
"""A folder with its device and inode, so that a new one with the same name is noticed."""

_SETTLE = 20
"""Milliseconds without a change after which a file counts as saved."""


def saves(roots: Sequence[Path], glance: int = 300) -> Iterator[None]:
    """Yield at once, and again whenever a file in the packs' folders was saved, made or deleted.

    This includes files that are saved while the caller reads. It never ends by itself. Every ``glance`` milliseconds,
    files are compared even if the system reports nothing, as on some network disks.
    """
    import watchfiles  # late, for start-up; before the first yield, since an import may swallow a Ctrl-C

    seen = fingerprint(roots)
    yield
    while True:
        folders = _folders(roots)
        for is_change in _events(watchfiles.watch, [path for path, _, _ in folders], glance):
            now = fingerprint(roots)
            if is_change or now != seen:
                seen = now
                yield
            if _folders(roots) != folders:
                break


def _events(watch: Callable[..., Iterator[set[Any]]], folders: Sequence[Path], glance: int) -> Iterator[bool]:
    """Yield True whenever the system reports a change, and False from time to time without one."""
    try:
        if folders:
            for changes in watch(
                *folders, watch_filter=_counts, debounce=10 * _SETTLE, step=_SETTLE, rust_timeout=glance,
                yield_on_timeout=True,
            ):  # fmt: skip
                yield bool(changes)
            return
    except OSError:  # the folder was just deleted, or the system cannot watch more folders
        pass
    threading.Event().wait(glance / 1000)
    yield False


def _counts(_: object, path: str) -> bool:
    """Whether a change of a file matters: temporary files of editors do not."""
    return not is_temporary(Path(path).name)


def _folders(roots: Sequence[Path]) -> list[Folder]:
    found = []
    for root in roots:
        for name in ("seeds", "questions"):
            try:
                what = (root / name).stat()
            except OSError:
                continue
            found.append((root / name, what.st_dev, what.st_ino))
    return found
