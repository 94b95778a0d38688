"""Watching: telling when a file of a pack is saved."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from quiz.bank.files import is_makeshift
from quiz.bank.fingerprint import fingerprint

Folder = tuple[Path, int, int]
"""A folder and which one it is, so that another one of the same name is noticed."""

_SETTLE = 20
"""Milliseconds without a change after which a file counts as saved."""


def saves(roots: Sequence[Path], glance: int = 300) -> Iterator[None]:
    """Come back at once, and again whenever something in the packs' folders was saved, made or taken away.

    What is saved while the caller reads is told as well. It never ends by itself. Every ``glance`` milliseconds the
    files are looked at even if the system told nothing, as on some network disks.
    """
    import watchfiles  # only who watches waits for it; before anything is told, since an import may swallow a Ctrl-C

    seen = fingerprint(roots)
    yield
    while True:
        folders = _folders(roots)
        for told in _tidings(watchfiles.watch, [path for path, _, _ in folders], glance):
            now = fingerprint(roots)
            if told or now != seen:
                seen = now
                yield
            if _folders(roots) != folders:
                break


def _tidings(watch: Callable[..., Iterator[set[Any]]], folders: Sequence[Path], glance: int) -> Iterator[bool]:
    """Come back whenever the system tells of a change, and every now and then without one."""
    try:
        if folders:
            for changes in watch(
                *folders, watch_filter=_counts, debounce=10 * _SETTLE, step=_SETTLE, rust_timeout=glance,
                yield_on_timeout=True,
            ):  # fmt: skip
                yield bool(changes)
            return
    except OSError:  # the folder has just gone, or the system watches no more folders
        pass
    threading.Event().wait(glance / 1000)
    yield False


def _counts(_: object, path: str) -> bool:
    """Whether a change of a file says anything."""
    return not is_makeshift(Path(path).name)


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
