"""Fingerprints: whether the files of packs have changed, without reading them."""

import os
from collections.abc import Sequence
from pathlib import Path

from quiz.bank.files import is_temporary

Stamp = tuple[int, int, int, int]
"""A file's inode, its size in bytes, and when its content and its inode last changed, in nanoseconds."""
Fingerprint = dict[str, Stamp]
"""The stamp of each file by its name: the pack's number, from 0, and the path in the pack."""


def fingerprint(roots: Sequence[Path]) -> Fingerprint:
    """The fingerprint of packs: it differs once a file was saved, added or deleted. Missing folders have no files."""
    found: Fingerprint = {}
    for number, root in enumerate(roots):
        for name in ("seeds", "questions"):
            # a Path for each file would be most of the work
            _look_into(os.path.join(root, name), f"{number}/{name}", found)  # noqa: PTH118
    return found


def path_of(name: str, roots: Sequence[Path]) -> Path:
    """The file that has a name in the fingerprint of some packs."""
    number, _, inside = name.partition("/")
    return roots[int(number)] / inside


def stamps(folder: Path, suffix: str) -> Fingerprint:
    """The stamps of the files in one folder whose names end with ``suffix``, by their paths there."""
    found: Fingerprint = {}
    _look_into(str(folder), "", found)
    return {name: seen for name, seen in found.items() if name.endswith(suffix)}


def _look_into(folder: str, called: str, found: Fingerprint) -> None:
    try:
        with os.scandir(folder) as entries:
            listed = [entry for entry in entries if not is_temporary(entry.name)]
    except OSError:  # it does not exist, or nobody may look into it
        return
    for entry in listed:
        name = f"{called}/{entry.name}"
        try:
            if entry.is_dir(follow_symlinks=False):
                _look_into(entry.path, name, found)
                continue
            what = entry.stat()
        except OSError:  # a link that leads nowhere, or a file that went in this moment
            continue
        found[name] = (what.st_ino, what.st_size, what.st_mtime_ns, what.st_ctime_ns)
