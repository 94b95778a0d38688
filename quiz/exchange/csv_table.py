"""CSV: a header with the names of the columns, and one question in each row."""

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
"""The names of each column, in any case. Answers and distractors may have several, numbered columns."""
_NAMES = {name: column for column, names in _COLUMNS.items() for name in names}
_SEVERAL = ("answer", "distractor")
_DELIMITERS = (",", ";", "\t")
_SUPPORTED = FEATURES.keys() - {
    *("citations", "disputes", "sources that a question follows", "further keys of their kind"),
    *("white space around words", "control characters"),
}
_HEAD = 10_000
"""Characters within which a header must end."""
_MOST_REREAD = 1_000_000
"""The most lines to read again after rows whose quotation marks are not closed; more would take too long."""
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
    """Whether a text begins with a header that has columns for prompt and answer."""
    columns = {_column(cell) for _, cells in islice(_rows(text[:_HEAD], _delimiter(text), []), 2) for cell in cells}
    return columns >= {"prompt", "answer"}


def write(questions: Sequence[Question]) -> tuple[str, list[LossNote]]:
    """Questions as comma-separated rows below a header."""
    exported, losses = exportable(questions, IMPORTABLE_KINDS, _SUPPORTED)
    answers = max((len(question.answer) for question in exported), default=1)
    distractors = max((len(_wrong(question)) for question in exported), default=0)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    numbered = [f"answer {number}" for number in range(2, answers + 1)]
    numbered += [f"distractor {number}" for number in range(1, distractors + 1)]
    writer.writerow(["id", "kind", "prompt", "answer", *numbered, "topic", "difficulty", "explanation"])
    for question in exported:
        options = [*_padded(question.answer, answers), *_padded(_wrong(question), distractors)]
        start, end = [question.id, question.kind, question.prompt], [question.topic, question.difficulty]
        writer.writerow([*start, *options, *end, question.explanation or ""])
    return stream.getvalue(), losses


def _wrong(question: Question) -> tuple[str, ...]:
    """The wrong options, if the kind has any of its own."""
    return question.distractors if kind_of(question).has_distractors else ()


def _padded(cells: Sequence[str], count: int) -> list[str]:
    return [*cells, *[""] * (count - len(cells))]


def _delimiter(text: str) -> str:
    """The delimiter with which the first line has the most known columns, unless a ``sep=`` line names it."""
    first = text.lstrip("\r\n")[:_HEAD]
    declared = re.match(r'"?sep=([,;\t])', first, re.IGNORECASE)  # spreadsheet programs write it
    if declared:
        return declared[1]

    def known_columns(delimiter: str) -> int:
        header = next(_rows(first, delimiter, []), (1, []))[1]
        return sum(_column(cell) is not None for cell in header)

    return max(_DELIMITERS, key=known_columns)


def _rows(text: str, delimiter: str, messages: list[ImportMessage]) -> Iterator[_Row]:
    """The rows that are not empty, each with the number of its first line. Unreadable rows are added to ``messages``.

    After an unreadable row, reading continues with its second line: a quotation mark that is never closed must not
    hide the rows below it.
    """
    csv.field_size_limit(MOST_BYTES)  # a setting of the whole csv module; no cell is longer than a file may be
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
            where = f" in line {end}; reading continues in line {start + 1}" if end > start else ""
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
            yield f"the column {cell!r} occurs a second time and was ignored"


def _question(line: int, header: list[str], columns: list[str | None], cells: list[str]) -> ImportedQuestion:
    if any(cell.strip() for cell in cells[len(header) :]):
        raise CannotImportError(f"the row has {len(cells)} cells, the header {len(header)}")
    row: dict[str, list[str]] = {}
    for name, column, cell in zip(header, columns, cells, strict=False):
        if column is not None and cell.strip():
            row.setdefault(column, []).extend(_split(name, cell))
    answer, distractors = row.get("answer", []), row.get("distractor", [])
    kind = _first(row, "kind")
    difficulty, warnings = parse_difficulty(_first(row, "difficulty") or "medium")
    draft = QuestionDraft(
        id=_first(row, "id"),
        kind=_kind(kind) if kind else guess_kind(answer, distractors),
        prompt=_first(row, "prompt"),
        answer=tuple(answer),
        distractors=tuple(distractors),
        topic=_first(row, "topic"),
        difficulty=difficulty,
        explanation=_first(row, "explanation"),
    )
    return ImportedQuestion(line=line, draft=draft, warnings=warnings)


def _split(name: str, cell: str) -> list[str]:
    """The options in a cell: several if the column's name is plural."""
    if not name.strip().casefold().endswith("s"):
        return [cell]
    parts = cell.split("|" if "|" in cell else ";")
    return [part for part in parts if part.strip()]


def _first(row: dict[str, list[str]], column: str) -> str:
    return row[column][0] if column in row else ""


def _kind(name: str) -> str:
    kind = name.strip().casefold().replace(" ", "-").replace("_", "-")
    kind = {"boolean": "true-false", "multiple-choice": "choice"}.get(kind, kind)
    if kind not in IMPORTABLE_KINDS:
        raise CannotImportError(f"there is no kind of question called {name!r}")
    return kind
