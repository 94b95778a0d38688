"""Fingerprints of packs: show whether files have changed, without reading them."""

import os
from collections.abc import Sequence
from pathlib import Path

from quiz.bank.files import is_temporary

Stamp = tuple[int, int, int, int]
"""A file's inode, its size in bytes, and when its content and its inode last changed, in nanoseconds."""
Fingerprint = dict[str, Stamp]
"""The stamp of each file by its name: the number of the pack, from 0, and the path in the pack."""


def fingerprint(roots: Sequence[Path]) -> Fingerprint:
    """The fingerprint of packs. It changes when a file is saved, added or deleted. A missing folder has no files."""
    result: Fingerprint = {}
    for number, root in enumerate(roots):
        for name in ("seeds", "questions"):
            # strings: creating a Path for each file would take most of the time
            _add_stamps(os.path.join(root, name), f"{number}/{name}", result)  # noqa: PTH118
    return result


def path_of(name: str, roots: Sequence[Path]) -> Path:
    """The path of a file from its name in a fingerprint of ``roots``."""
    number, _, inside = name.partition("/")
    return roots[int(number)] / inside


def stamps(folder: Path, suffix: str) -> Fingerprint:
    """The stamps of the files in a folder whose names end with ``suffix``, by their paths in the folder."""
    result: Fingerprint = {}
    _add_stamps(str(folder), "", result)
    return {name: stamp for name, stamp in result.items() if name.endswith(suffix)}


def _add_stamps(folder: str, prefix: str, result: Fingerprint) -> None:
    try:
        with os.scandir(folder) as entries:
            listed = [entry for entry in entries if not is_temporary(entry.name)]
    except OSError:  # it is missing or cannot be read
        return
    for entry in listed:
        name = f"{prefix}/{entry.name}"
        try:
            if entry.is_dir(follow_symlinks=False):
                _add_stamps(entry.path, name, result)
                continue
            stat = entry.stat()
        except OSError:  # a broken link, or a file that was deleted just now
            continue
        result[name] = (stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
