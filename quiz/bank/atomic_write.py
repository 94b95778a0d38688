"""Atomic writes: a program that reads the file sees the old content or the new one, never a mixture."""

import codecs
import contextlib
import os
import secrets
import stat
from pathlib import Path

from quiz.bank.files import read_bytes


class WriteError(Exception):
    """A file could not be written and is unchanged. The message names the file and the reason, in one line."""


def replace_file(path: Path, data: bytes, expected: bytes) -> None:
    """Replace the content of a file. The file keeps its mode.

    ``expected`` is the content when the file was read; if it has changed since, nothing is written.

    Raises:
        WriteError: the file cannot be written, or its content is not ``expected``.

    """
    given_path, path = path, Path(os.path.realpath(path))  # a symbolic link stays a link
    if not _is_writable(path):
        raise WriteError(f"{path.name} is read-only: nothing was written.")
    temporary = _temporary_path(path)
    try:
        _write(temporary, data)
        temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        now, _ = read_bytes(path, path.name)
        if now != expected:
            raise WriteError(f"{path.name} was changed meanwhile: nothing was written. Run the command again.")
        temporary.replace(path)
    except OSError as error:
        raise WriteError(f"{given_path} cannot be written: {error.strerror or error}.") from error
    finally:
        _delete(temporary)


def create_file(path: Path, data: bytes) -> None:
    """Create a file.

    Raises:
        WriteError: the file exists, or cannot be created. Nothing is left behind.

    """
    temporary = _temporary_path(path)
    try:
        _write(temporary, data)
        _publish(temporary, path)
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {error.strerror or error}.") from error
    finally:
        _delete(temporary)


def encode_text(text: str, like: bytes = b"") -> bytes:
    """Encode a text as UTF-8, with a byte order mark if the bytes ``like`` begin with one."""
    return (codecs.BOM_UTF8 if like.startswith(codecs.BOM_UTF8) else b"") + text.encode()


def _is_writable(path: Path) -> bool:
    """Whether the file's own permissions allow writing. Without this check, those of its folder would be enough."""
    with contextlib.suppress(OSError):
        return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK)
    return False


def _temporary_path(path: Path) -> Path:
    """A new temporary name in the same folder, so that renaming it is atomic."""
    return path.with_name(f".{secrets.token_hex(8)}.tmp")


def _write(temporary: Path, data: bytes) -> None:
    """Create a file and wait until its content is on the disk."""
    with os.fdopen(
        os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), "wb"
    ) as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def _publish(temporary: Path, path: Path) -> None:
    """Give a complete temporary file its name; fail if the name exists."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links: create the name first, so that no other file is overwritten
        path.touch(exist_ok=False)
        try:
            temporary.replace(path)
        except OSError:
            path.unlink()
            raise


def _delete(temporary: Path) -> None:
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)
