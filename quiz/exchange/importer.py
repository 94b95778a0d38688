"""Taking a file in: its bytes, its encoding, its format, and what it has to say."""

from pathlib import Path

import msgspec

from quiz.author.slug import Names
from quiz.bank.files import read_bytes
from quiz.exchange.draft_file import named
from quiz.exchange.formats import FORMATS, by_contents, by_name
from quiz.exchange.item import Format, Item, Trouble
from quiz.exchange.text_decoding import UndecodableError, decode


class ReadError(Exception):
    """A file cannot be taken in at all; the message says which and why, in one line."""


class ImportResult(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in a file."""

    file: str
    """What its troubles call it."""
    format: Format
    items: tuple[Item, ...]
    troubles: tuple[Trouble, ...]
    encoding: str | None
    """The encoding, where it had to be guessed."""


def import_file(path: Path, name: str | None = None) -> ImportResult:
    """Read a file of a format, which its name or its contents tell where ``name`` does not.

    Raises:
        NotReadError: it cannot be read, is no text, or is in no format that is known.

    """
    data, problems = read_bytes(path, str(path))
    if data is None:
        raise ReadError(f"{path}: {problems[0].message} {problems[0].hint}".rstrip())
    form = by_name(path.name) if name is None else FORMATS[name]
    if form is not None and form.read is None:
        raise ReadError(f"{path}: {form.title} is a format that is only written, not read.")
    try:
        decoded = decode(data)
    except UndecodableError as error:
        raise ReadError(f"{path}: {error}.") from error
    form = form or by_contents(decoded.text)
    if form is None or form.read is None:
        known = ", ".join(one.name for one in FORMATS.values() if one.read is not None)
        raise ReadError(f"{path}: its format cannot be told; say it with --format: {known}.")
    items, troubles = form.read(decoded.text)
    if not items and not troubles:
        troubles = [Trouble(1, "there is no question in it")]
    return ImportResult(
        file=str(path), format=form, items=tuple(items), troubles=tuple(troubles), encoding=decoded.guessed
    )


def with_ids(taken: ImportResult, names: Names) -> ImportResult:
    """What was found in a file, its questions with the ids that they have in the pack from now on."""
    items, troubles = named(taken.items, names)
    in_order = sorted((*taken.troubles, *troubles), key=lambda trouble: trouble.line)
    return msgspec.structs.replace(taken, items=tuple(items), troubles=tuple(in_order))


def told(taken: ImportResult) -> list[str]:
    """What became of a file, line by line: everything that did not go in, and how much did."""
    lines = [
        f"{taken.file}:{one.line}: {f'{one.which}: ' if one.which else ''}"
        f"{'taken, but ' if one.taken else 'not taken: '}{one.reason}."
        for one in taken.troubles
    ]
    if taken.encoding is not None:
        lines.append(
            f"{taken.file}: read as {taken.encoding}; if letters look wrong, save it as UTF-8 and try again."
        )
    lost = sum(not one.taken for one in taken.troubles)
    count = len(taken.items)
    return [
        *lines,
        f"{taken.file} ({taken.format.title}): {count} question{'' if count == 1 else 's'} taken, {lost} not.",
    ]
