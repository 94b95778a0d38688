"""Reading a pack's files: bytes to text, with what can be wrong with a file said as a problem."""

import re
from pathlib import Path

from quiz.bank.problem import Place, Problem, Rule, rule

FILE_UNREADABLE = rule(
    "Q104",
    "file-unreadable",
    "Every file of a pack must be a plain file that can be read.",
    wrong="questions/crew.yaml without permission to read it",
    right="questions/crew.yaml, readable",
)
NOT_UTF8 = rule(
    "Q105",
    "not-utf8",
    "Question files, catalogues and articles are UTF-8 text.",
    wrong="a file saved as windows-1252",
    right="the same file saved as UTF-8",
)
FILE_TOO_LARGE = rule(
    "Q106",
    "file-too-large",
    "A file of a pack has at most 16 MiB, so that a mistaken file cannot fill the memory.",
    wrong="questions/everything.yaml of 100 MB",
    right="questions/cast.yaml, questions/crew.yaml, …",
)
CONTROL_CHARACTER = rule(
    "Q107",
    "control-character",
    "Question files and catalogues hold no control characters: neither YAML nor a terminal takes them.",
    wrong="a prompt with a NUL byte in it",
    right="the prompt without it",
)

MOST_BYTES = 16 * 1024 * 1024
_NOT_IN_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def read_text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """Read a UTF-8 file, with or without a byte order mark; ``file`` is what problems call it.

    The text is the file's own, line ends included. None where it cannot be read.
    """
    data, problems = read_bytes(path, file)
    if data is None:
        return None, problems
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        message = f"The byte 0x{data[error.start]:02x} is not UTF-8."
        return None, [_problem(NOT_UTF8, Place(file, line, column), message, "Save the file as UTF-8.")]


def is_file(path: Path) -> bool:
    """Whether there is a plain file that may be looked at."""
    try:
        return path.is_file()
    except OSError:  # a folder above it that nobody may enter
        return False


def read_bytes(path: Path, file: str) -> tuple[bytes | None, list[Problem]]:
    """Read a file whole, if it is one and not too large."""
    try:
        if not path.is_file():
            reason = "it is not there" if not path.exists() else "it is not a plain file"
            return None, [_problem(FILE_UNREADABLE, Place(file), f"The file cannot be read: {reason}.", "")]
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror or error}."
        return None, [_problem(FILE_UNREADABLE, Place(file), message, "Check its name and its permissions.")]
    if len(data) > MOST_BYTES:
        message = f"The file is larger than {MOST_BYTES // 1024 // 1024} MiB."
        return None, [_problem(FILE_TOO_LARGE, Place(file), message, "Split it into several files.")]
    return data, []


def control_characters(text: str, file: str) -> list[Problem]:
    """A problem for the first control character that YAML does not take, if there is one."""
    match = _NOT_IN_YAML.search(text)
    if match is None:
        return []
    line = text.count("\n", 0, match.start()) + 1
    place = Place(file, line, match.start() - text.rfind("\n", 0, match.start()))
    message = f"The character U+{ord(match[0]):04X} cannot stand here."
    return [_problem(CONTROL_CHARACTER, place, message, "Delete it; the file's other lines may hold more.")]


def _problem(broken: Rule, place: Place, message: str, hint: str) -> Problem:
    return Problem(rule=broken, place=place, message=message, hint=hint)
