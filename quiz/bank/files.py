"""Finds and reads a pack's files. Whatever goes wrong is returned as a problem."""

import os
import re
from pathlib import Path

from quiz.bank.problem import Place, Problem, Rule

FILE_UNREADABLE = Rule(
    "Q104",
    "file-unreadable",
    "Every file of a pack must be a regular file that can be read.",
    wrong="questions/crew.yaml without permission to read it",
    right="questions/crew.yaml, readable",
)
NOT_UTF8 = Rule(
    "Q105",
    "not-utf8",
    "Question files, sources.yaml and articles are UTF-8 text.",
    wrong="a file saved as windows-1252",
    right="the same file saved as UTF-8",
)
FILE_TOO_LARGE = Rule(
    "Q106",
    "file-too-large",
    "A file of a pack has at most 16 MiB, and one in YAML at most 500,000 keys and values, so that a mistaken file "
    "cannot fill the memory.",
    wrong="questions/everything.yaml of 100 MB",
    right="questions/cast.yaml, questions/crew.yaml, …",
)
CONTROL_CHARACTER = Rule(
    "Q107",
    "control-character",
    "Question files and sources.yaml have no control characters. Neither YAML nor terminals accept them.",
    wrong="a prompt with a NUL byte in it",
    right="the prompt without it",
)

MOST_BYTES = 16 * 1024 * 1024
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""The line ends of YAML."""
_FIRST_READ = 64 * 1024
_NOT_IN_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def question_files(root: Path, prefix: str = "") -> tuple[list[Path], list[Problem]]:
    """The question files of the pack at ``root``, by name. Problems name them with ``prefix`` in front.

    A missing folder has no files; a folder that cannot be read is a problem.
    """
    folder = root / "questions"
    try:
        return [folder / name for name in sorted(os.listdir(folder)) if is_question_file(name)], []  # noqa: PTH208
    except FileNotFoundError:
        return [], []
    except OSError as error:
        message = f"The folder cannot be read: {error.strerror or error}."
        hint = "Check that it is a folder, and its permissions."
        return [], [_problem(FILE_UNREADABLE, Place(f"{prefix}questions/"), message, hint)]


def is_question_file(name: str) -> bool:
    """Whether a file in ``questions/`` is a question file, by its name."""
    return name.endswith((".yaml", ".yml")) and not is_temporary(name)


def is_temporary(name: str) -> bool:
    """Whether a file is not part of a pack but a hidden, backup or temporary file of an editor or system."""
    return name.startswith(".") or name.endswith(("~", ".swp", ".tmp"))


def resolved(path: Path) -> Path | None:
    """The absolute path without symbolic links; None if it cannot be resolved."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):  # a link to itself (before Python 3.13), or a NUL in the name
        return None


def is_inside(folder: Path, path: Path) -> bool:
    """Whether a path is inside a folder after symbolic links are resolved."""
    outer, inner = resolved(folder), resolved(path)
    return outer is not None and inner is not None and inner.is_relative_to(outer)


def read_text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Read a UTF-8 file, with or without a byte order mark; ``file`` is its name in problems.

    The text keeps the line ends of the file. It is None if the file cannot be read.
    """
    data, problems = read_bytes(path, file)
    return (None, problems) if data is None else decode_text(data, file)


def decode_text(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """Decode the content of a UTF-8 file, as ``read_text`` does."""
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        message = f"The byte 0x{data[error.start]:02x} is not UTF-8."
        return None, [_problem(NOT_UTF8, Place(file, line, column), message, "Save the file as UTF-8.")]


def is_file(path: Path) -> bool:
    """Whether there is a regular file that can be accessed."""
    try:
        return path.is_file()
    except OSError:  # no permission for a folder above it
        return False


def read_bytes(path: Path, file: str) -> tuple[bytes | None, list[Problem]]:
    """Read a regular file of at most ``MOST_BYTES`` bytes; None and a problem if that fails."""
    try:
        if not path.is_file():
            reason = "it does not exist" if not path.exists() else "it is not a regular file"
            return None, [_problem(FILE_UNREADABLE, Place(file), f"The file cannot be read: {reason}.", "")]
        with path.open("rb") as stream:
            data = stream.read(_FIRST_READ)
            if (
                len(data) == _FIRST_READ
            ):  # most files end here; only for larger ones, memory for the largest is allocated
                data += stream.read(MOST_BYTES + 1 - len(data))
    except OSError as error:
        message = f"The file cannot be read: {error.strerror or error}."
        return None, [_problem(FILE_UNREADABLE, Place(file), message, "Check its name and its permissions.")]
    if len(data) > MOST_BYTES:
        message = f"The file is larger than {MOST_BYTES // 1024 // 1024} MiB."
        return None, [_problem(FILE_TOO_LARGE, Place(file), message, "Split it into several files.")]
    return data, []


def control_characters(text: str, file: str, *, first_line: int = 1) -> list[Problem]:
    """A problem for the first control character that YAML does not allow, if there is one.

    ``first_line`` is the line of ``file`` at which ``text`` begins.
    """
    match = _NOT_IN_YAML.search(text)
    if match is None:
        return []
    line = text.count("\n", 0, match.start()) + first_line
    place = Place(file, line, match.start() - text.rfind("\n", 0, match.start()))
    message = f"The character U+{ord(match[0]):04X} is not allowed here."
    return [_problem(CONTROL_CHARACTER, place, message, "Delete it. Other lines of the file may have more.")]


def _problem(broken: Rule, place: Place, message: str, hint: str) -> Problem:
    return Problem(rule=broken, place=place, message=message, hint=hint)
