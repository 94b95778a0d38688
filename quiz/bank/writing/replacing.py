"""Replacing a file whole: whoever reads it sees the old one or the new one, never a half."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from quiz.bank.files import read_bytes


class NotWrittenError(Exception):
    """A file could not be written, and is as it was; the message says which and why, in one line."""


def replace_file(path: Path, data: bytes, was: bytes) -> None:
    """Put ``data`` in the place of ``was``, which the file held when it was read. Its mode stays.

    Raises:
        NotWrittenError: the file may not be written, or holds something else by now.

    """
    path = Path(os.path.realpath(path))  # a link stays a link
    if not _may_be_written(path):
        raise NotWrittenError(f"{path.name} is read-only: nothing was written.")
    draft: Path | None = None
    try:
        draft = _draft(path, data)
        now, _ = read_bytes(path, path.name)
        if now != was:
            raise NotWrittenError(f"{path.name} was changed meanwhile: nothing was written. Run the command again.")
        draft.replace(path)
    except OSError as error:
        raise NotWrittenError(f"{path.name} cannot be written: {error.strerror or error}.") from error
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)


def new_file(path: Path, data: bytes) -> None:
    """Make a file that was not there.

    Raises:
        NotWrittenError: there is one, or none can be made; none is left behind.

    """
    try:
        with path.open("xb") as stream:
            try:
                stream.write(data)
                stream.flush()
            except OSError:
                path.unlink()
                raise
    except OSError as error:
        raise NotWrittenError(f"{path.name} cannot be written: {error.strerror or error}.") from error


def _may_be_written(path: Path) -> bool:
    """Whether a file's own permissions allow it: to replace a file, its folder's are enough."""
    with contextlib.suppress(OSError):
        return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)
    return False


def _draft(path: Path, data: bytes) -> Path:
    """A file with the new content beside the old one, with the old one's mode, on the disk to stay."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(stat.S_IMODE(path.stat().st_mode))
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)
