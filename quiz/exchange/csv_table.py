"""CSV: a header with the names of the columns, and a question a row, as spreadsheets have them."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from quiz.author.question_draft import QuestionDraft
from quiz.bank.files import MOST_BYTES
from quiz.bank.kinds.registry import kind_of
from quiz.bank.question import Question
from quiz.exchange.importable_kinds import IMPORTABLE_KINDS
from quiz.exchange.imported_question import (
    CannotImportError,
    ImportedQuestion,
    ImportMessage,
    guess_kind,
    parse_difficulty,
)
from quiz.exchange.lossy_export import FEATURES, LossNote, exportable
from quiz.exchange.question_collector import QuestionCollector

_COLUMNS = {
    "id": ("id", "name"),
    "kind": ("kind", "type"),
    "prompt": ("prompt", "question", "question text"),
    "answer": ("answer", "answers", "correct answer", "correct answers", "right answer", "right answers"),
    "distractor": (
        *("distractor", "distractors", "wrong answer", "wrong answers", "incorrect answer", "incorrect answers"),
    ),
    "topic": ("topic", "category"),
    "difficulty": ("difficulty",),
    "explanation": ("explanation", "feedback"),
}
"""The names that a column may have, in any case; answers and distractors may have several columns, with numbers."""
_NAMES = {name: column for column, names in _COLUMNS.items() for name in names}
_SEVERAL = ("answer", "distractor")
_DELIMITERS = (",", ";", "\t")
_CARRIED = FEATURES.keys() - {
    *("citations", "disputes", "sources that a question follows", "further keys of their kind"),
    *("white space around words", "control characters"),
}
_HEAD = 10_000
"""Characters within which a header must end."""
_MOST_REREAD = 1_000_000
"""Lines that may be read again because of rows that do not end where they should; more would take too long."""
_Row = tuple[int, list[str]]


def read(text: str) -> tuple[list[ImportedQuestion], list[ImportMessage]]:
    """Read the rows below the header."""
    collector = QuestionCollector()
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, collector.messages)
    line, header = next(((line, cells) for line, cells in rows if not _is_separator_line(cells)), (1, []))
    columns = [_column(cell) for cell in header]
    missing = [name for name in ("prompt", "answer") if name not in columns]
    if missing:
        what = f"the header has no column {' and no column '.join(missing)}"
        return [], [*collector.messages, ImportMessage(line, what)]
    collector.warn(line, *_ignored(header, columns))
    for line, cells in rows:
        collector.add(line, partial(_question, line, header, columns, cells))
    return collector.result()


def is_table(text: str) -> bool:
    """Whether a text begins with a header that has the columns that every question needs."""
    columns = {_column(cell) for _, cells in islice(_rows(text[:_HEAD], _delimiter(text), []), 2) for cell in cells}
    return columns >= {"prompt", "answer"}


def write(questions: Sequence[Question]) -> tuple[str, list[LossNote]]:
    """Questions as rows below a header, with commas between the cells."""
    kept, lost = exportable(questions, IMPORTABLE_KINDS, _CARRIED)
    answers = max((len(one.answer) for one in kept), default=1)
    distractors = max((len(_wrong(one)) for one in kept), default=0)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    numbered = [f"answer {number}" for number in range(2, answers + 1)]
    numbered += [f"distractor {number}" for number in range(1, distractors + 1)]
    writer.writerow(["id", "kind", "prompt", "answer", *numbered, "topic", "difficulty", "explanation"])
    for one in kept:
        options = [*_filled(one.answer, answers), *_filled(_wrong(one), distractors)]
        row = [one.id, one.kind, one.prompt, *options, one.topic, one.difficulty, one.explanation or ""]
        writer.writerow(row)
    return stream.getvalue(), lost


def _wrong(question: Question) -> tuple[str, ...]:
    """The wrong options, if its author wrote them."""
    return question.distractors if kind_of(question).has_distractors else ()


def _filled(cells: Sequence[str], count: int) -> list[str]:
    return [*cells, *[""] * (count - len(cells))]


def _delimiter(text: str) -> str:
    """The delimiter between the cells: the one with which the first line has the most known columns."""
    first = text.lstrip("\r\n")[:_HEAD]
    stated = re.match(r'"?sep=([,;\t])', first, re.IGNORECASE)  # spreadsheets write it
    if stated:
        return stated[1]

    def known_columns(delimiter: str) -> int:
        header = next(_rows(first, delimiter, []), (1, []))[1]
        return sum(_column(cell) is not None for cell in header)

    return max(_DELIMITERS, key=known_columns)


def _rows(text: str, delimiter: str, messages: list[ImportMessage]) -> Iterator[_Row]:
    """The rows that are not empty, each with its first line; rows that cannot be read are added to ``messages``.

    After a row that cannot be read, reading goes on in its second line: a quotation mark that is never closed must
    not swallow the rows below it.
    """
    csv.field_size_limit(MOST_BYTES)  # for all that read CSV; no cell is longer than a file may be
    lines = list(io.StringIO(text, newline=""))
    start = reread = 0
    while start < len(lines):
        reader = csv.reader((lines[index] for index in range(start, len(lines))), delimiter=delimiter, strict=True)
        begin = start
        try:
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    yield begin + 1, cells
                begin = start + reader.line_num
        except csv.Error as error:
            end = start + reader.line_num
            start = begin + 1
            reread += end - start
            if reread > _MOST_REREAD:
                messages.append(ImportMessage(start, f"from here to line {len(lines)} no row can be read: {error}"))
                return
            where = f" in line {end}; reading goes on in line {start + 1}" if end > start else ""
            messages.append(ImportMessage(start, f"the row cannot be read: {error}{where}"))
        else:
            return


def _is_separator_line(cells: list[str]) -> bool:
    return cells[0].casefold().startswith("sep=") and not any(cells[1:])


def _column(cell: str) -> str | None:
    name = " ".join(re.sub(r"[_-]", " ", cell).casefold().split())
    base = name.rstrip("0123456789").rstrip()
    return _NAMES.get(name) or (_NAMES[base] if _NAMES.get(base) in _SEVERAL else None)


def _ignored(header: list[str], columns: list[str | None]) -> Iterator[str]:
    """A warning for each column that is not imported."""
    for index, (cell, column) in enumerate(zip(header, columns, strict=True)):
        if column is None and cell.strip():
            yield f"the column {cell!r} is not known and was ignored"
        elif column not in (None, *_SEVERAL) and column in columns[:index]:
            yield f"the column {cell!r} is there a second time and was ignored"


def _question(line: int, header: list[str], columns: list[str | None], cells: list[str]) -> ImportedQuestion:
    if any(cell.strip() for cell in cells[len(header) :]):
        raise CannotImportError(f"the row has {len(cells)} cells, the header {len(header)}")
    row: dict[str, list[str]] = {}
    for name, column, cell in zip(header, columns, cells, strict=False):
        if column is not None and cell.strip():
            row.setdefault(column, []).extend(_split(name, cell))
    answer, distractors = row.get("answer", []), row.get("distractor", [])
    kind = _one(row, "kind")
    difficulty, warnings = parse_difficulty(_one(row, "difficulty") or "medium")
    draft = QuestionDraft(
        id=_one(row, "id"),
        kind=_kind(kind) if kind else guess_kind(answer, distractors),
        prompt=_one(row, "prompt"),
        answer=tuple(answer),
        distractors=tuple(distractors),
        topic=_one(row, "topic"),
        difficulty=difficulty,
        explanation=_one(row, "explanation"),
    )
    return ImportedQuestion(line=line, draft=draft, warnings=warnings)


def _split(name: str, cell: str) -> list[str]:
    """The options in a cell: several where the column's name is in the plural."""
    if not name.strip().casefold().endswith("s"):
        return [cell]
    parts = cell.split("|" if "|" in cell else ";")
    return [part for part in parts if part.strip()]


def _one(row: dict[str, list[str]], column: str) -> str:
    return row[column][0] if column in row else ""


def _kind(name: str) -> str:
    kind = name.strip().casefold().replace(" ", "-").replace("_", "-")
    kind = {"boolean": "true-false", "multiple-choice": "choice"}.get(kind, kind)
    if kind not in IMPORTABLE_KINDS:
        raise CannotImportError(f"there is no kind of question called {name!r}")
    return kind
