"""Imports a file: decodes it, recognises its format and reads its questions."""

from pathlib import Path

import msgspec

from quiz.author.slug import UniqueIds
from quiz.bank.files import read_bytes
from quiz.exchange.draft_file import with_unique_ids
from quiz.exchange.formats import FORMATS, Format, by_content, by_name
from quiz.exchange.imported_question import ImportedQuestion, ImportMessage
from quiz.exchange.text_decoding import UndecodableError, decode


class ReadError(Exception):
    """A file cannot be read; the message names it and says why, in one line."""


class ImportResult(msgspec.Struct, frozen=True, kw_only=True):
    """The questions of a file, and the messages about it."""

    file: str
    """The name of the file in messages."""
    format: Format
    questions: tuple[ImportedQuestion, ...]
    messages: tuple[ImportMessage, ...]
    encoding: str | None
    """The encoding if it was guessed, else None."""

    @property
    def skipped(self) -> int:
        """How many questions or parts of the file were not imported at all."""
        return sum(not message.is_warning for message in self.messages)


def import_file(path: Path, name: str | None = None) -> ImportResult:
    """Read a file in the format called ``name``. Without it, the file's name or content decides the format.

    Raises:
        ReadError: the file cannot be read, is not text, or its format is unknown.

    """
    data, problems = read_bytes(path, str(path))
    if data is None:
        raise ReadError(f"{path}: {problems[0].message} {problems[0].hint}".rstrip())
    form = by_name(path.name) if name is None else FORMATS[name]
    if form is not None and form.read is None:
        raise ReadError(f"{path}: {form.title} can only be exported, not imported.")
    try:
        decoded = decode(data)
    except UndecodableError as error:
        raise ReadError(f"{path}: {error}.") from error
    form = form or by_content(decoded.text)
    if form is None or form.read is None:
        known = ", ".join(name for name, readable in FORMATS.items() if readable.read is not None)
        raise ReadError(f"{path}: its format is not known; name one with --format: {known}.")
    questions, messages = form.read(decoded.text)
    if not questions and not messages:
        messages = [ImportMessage(1, "the file has no question")]
    return ImportResult(
        file=str(path), format=form, questions=tuple(questions), messages=tuple(messages), encoding=decoded.guessed
    )


def assign_ids(result: ImportResult, ids: UniqueIds) -> ImportResult:
    """The result with unique ids for its questions, and with a message for each id that changed."""
    questions, messages = with_unique_ids(result.questions, ids)
    in_order = sorted((*result.messages, *messages), key=lambda message: message.line)
    return msgspec.structs.replace(result, questions=tuple(questions), messages=tuple(in_order))


def report_lines(result: ImportResult) -> list[str]:
    """The report for the user: a line for each message, and one with the counts."""
    lines = [
        f"{result.file}:{message.line}: {f'{message.question}: ' if message.question else ''}"
        f"{'imported, but ' if message.is_warning else 'skipped: '}{message.text}."
        for message in result.messages
    ]
    if result.encoding is not None:
        lines.append(
            f"{result.file}: read as {result.encoding}; if letters look wrong, save it as UTF-8 and try again."
        )
    count = len(result.questions)
    imported = f"{count} question{'' if count == 1 else 's'} imported, {result.skipped} skipped"
    return [*lines, f"{result.file} ({result.format.title}): {imported}."]
