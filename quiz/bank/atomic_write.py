"""Writing a file whole: whoever reads it sees the old one or the new one, never a half."""

import codecs
import contextlib
import os
import secrets
import stat
from pathlib import Path

from quiz.bank.files import read_bytes


class WriteError(Exception):
    """A file could not be written, and is as it was; the message says which and why, in one line."""


def replace_file(path: Path, data: bytes, was: bytes) -> None:
    """Put ``data`` in the place of ``was``, which the file held when it was read. Its mode stays.

    Raises:
        WriteError: the file may not be written, or holds something else by now.

    """
    named, path = path, Path(os.path.realpath(path))  # a link stays a link
    if not _may_be_written(path):
        raise WriteError(f"{path.name} is read-only: nothing was written.")
    draft = _beside(path)
    try:
        _write(draft, data)
        draft.chmod(stat.S_IMODE(path.stat().st_mode))
        now, _ = read_bytes(path, path.name)
        if now != was:
            raise WriteError(f"{path.name} was changed meanwhile: nothing was written. Run the command again.")
        draft.replace(path)
    except OSError as error:
        raise WriteError(f"{named} cannot be written: {error.strerror or error}.") from error
    finally:
        _take_away(draft)


def create_file(path: Path, data: bytes) -> None:
    """Make a file that was not there.

    Raises:
        WriteError: there is one, or none can be made; none is left behind.

    """
    draft = _beside(path)
    try:
        _write(draft, data)
        _put(draft, path)
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {error.strerror or error}.") from error
    finally:
        _take_away(draft)


def encode_text(text: str, like: bytes = b"") -> bytes:
    """A text as a file holds it, with a byte order mark where the file had one before."""
    return (codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b"") + text.encode()


def _may_be_written(path: Path) -> bool:
    """Whether a file's own permissions allow it: to replace a file, its folder's are enough."""
    with contextlib.suppress(OSError):
        return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)
    return False


def _beside(path: Path) -> Path:
    """A name that no file has, in the folder of a file: from there it can be moved in one step."""
    return path.with_name(f".{secrets.token_hex(8)}.tmp")


def _write(draft: Path, data: bytes) -> None:
    """Make a file with some content, on the disk to stay."""
    with os.fdopen(
        os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), "wb"
    ) as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def _put(draft: Path, path: Path) -> None:
    """Let a finished file have a name that no other may have."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without links: the name is taken first, so that nobody else's file is written over
        path.touch(exist_ok=False)
        try:
            draft.replace(path)
        except OSError:
            path.unlink()
            raise


def _take_away(draft: Path) -> None:
    with contextlib.suppress(OSError):
        draft.unlink(missing_ok=True)
