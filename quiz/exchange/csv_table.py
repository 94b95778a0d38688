"""CSV: a header with the names of the columns, and a question a row, as spreadsheets have them."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from quiz.bank.files import MOST_BYTES
from quiz.bank.kinds.registry import kind_of as kind_of_question
from quiz.bank.question import Question
from quiz.exchange.item import Item, LossNote, NotTakenError, Trouble, difficulty, doubts, kind_of
from quiz.exchange.item_collector import ItemCollector
from quiz.exchange.item_kinds import ITEM_KINDS
from quiz.exchange.lossy_export import PARTS, sort_out

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
"""What a column may be called, in any case; answers and distractors may have several, with numbers."""
_NAMES = {name: column for column, names in _COLUMNS.items() for name in names}
_SEVERAL = ("answer", "distractor")
_DELIMITERS = (",", ";", "\t")
_CARRIED = PARTS.keys() - {
    *("citations", "disputes", "sources that a question follows", "further keys of their kind"),
    *("white space around words", "control characters"),
}
_HEAD = 10_000
"""Characters in which a header ends."""
_MOST_AGAIN = 1_000_000
"""Lines that are read a second time, since a row did not end where it should have, before that takes too long."""
_Row = tuple[int, list[str]]


def read(text: str) -> tuple[list[Item], list[Trouble]]:
    """Read the rows below the header."""
    reading = ItemCollector()
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, reading.troubles)
    line, header = next(((line, cells) for line, cells in rows if not _is_separator_line(cells)), (1, []))
    columns = [_column(cell) for cell in header]
    missing = [name for name in ("prompt", "answer") if name not in columns]
    if missing:
        return [], [*reading.troubles, Trouble(line, f"the header has no column {' and no column '.join(missing)}")]
    for cell, column in _unused(header, columns):
        reading.troubles.append(Trouble(line, f"the column {cell!r} is {column}", taken=True))
    for line, cells in rows:
        reading.take(line, partial(_item, line, header, columns, cells))
    return reading.result()


def is_table(text: str) -> bool:
    """Whether a text begins with a header that has the columns without which nothing can be read."""
    columns = {_column(cell) for _, cells in islice(_rows(text[:_HEAD], _delimiter(text), []), 2) for cell in cells}
    return columns >= {"prompt", "answer"}


def write(questions: Sequence[Question]) -> tuple[str, list[LossNote]]:
    """Questions as rows below a header, with commas between the cells."""
    kept, lost = sort_out(questions, ITEM_KINDS, _CARRIED)
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
    """The wrong options, where its author wrote them."""
    return question.distractors if kind_of_question(question).has_distractors else ()


def _filled(cells: Sequence[str], count: int) -> list[str]:
    return [*cells, *[""] * (count - len(cells))]


def _delimiter(text: str) -> str:
    """What stands between the cells: that by which the first line has the most columns that are known."""
    first = text.lstrip("\r\n")[:_HEAD]
    said = re.match(r'"?sep=([,;\t])', first, re.IGNORECASE)  # a spreadsheet's own way of saying it
    if said:
        return said[1]

    def known(delimiter: str) -> int:
        header = next(_rows(first, delimiter, []), (1, []))[1]
        return sum(_column(cell) is not None for cell in header)

    return max(_DELIMITERS, key=known)


def _rows(text: str, delimiter: str, troubles: list[Trouble]) -> Iterator[_Row]:
    """The rows that are not empty, each with its first line; what cannot be read is added to ``troubles``.

    Below a row that cannot be read, the next is looked for in the line after its first: a quotation mark that was
    never closed must not take the rows with it that it swallowed.
    """
    csv.field_size_limit(MOST_BYTES)  # for all that read CSV; no cell is longer than a file may be
    lines = list(io.StringIO(text, newline=""))
    start = again = 0
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
            again += end - start
            if again > _MOST_AGAIN:
                troubles.append(Trouble(start, f"from here to line {len(lines)} no row can be read: {error}"))
                return
            where = f" in line {end}; reading goes on in line {start + 1}" if end > start else ""
            troubles.append(Trouble(start, f"the row cannot be read: {error}{where}"))
        else:
            return


def _is_separator_line(cells: list[str]) -> bool:
    return cells[0].casefold().startswith("sep=") and not any(cells[1:])


def _column(cell: str) -> str | None:
    words = " ".join(re.sub(r"[_-]", " ", cell).casefold().split())
    base = words.rstrip("0123456789").rstrip()
    return _NAMES.get(words) or (_NAMES[base] if _NAMES.get(base) in _SEVERAL else None)


def _unused(header: list[str], columns: list[str | None]) -> Iterator[tuple[str, str]]:
    for index, (cell, column) in enumerate(zip(header, columns, strict=True)):
        if column is None and cell.strip():
            yield cell, "not known; what stands in it is not taken over"
        elif column not in (None, *_SEVERAL) and column in columns[:index]:
            yield cell, "there a second time; what stands in it is not taken over"


def _item(line: int, header: list[str], columns: list[str | None], cells: list[str]) -> Item:
    if any(cell.strip() for cell in cells[len(header) :]):
        raise NotTakenError(f"the row has {len(cells)} cells, the header {len(header)}")
    row: dict[str, list[str]] = {}
    for name, column, cell in zip(header, columns, cells, strict=False):
        if column is not None and cell.strip():
            row.setdefault(column, []).extend(_split(name, cell))
    answer, distractors = row.get("answer", []), row.get("distractor", [])
    kind, level = _one(row, "kind"), _one(row, "difficulty") or "medium"
    return Item(
        line=line,
        kind=kind_of(answer, distractors) if kind is None else _kind(kind),
        prompt=_one(row, "prompt") or "",
        answer=tuple(answer),
        distractors=tuple(distractors),
        topic=_one(row, "topic"),
        difficulty=difficulty(level),
        explanation=_one(row, "explanation"),
        id=_one(row, "id"),
        notes=doubts(level),
    )


def _split(name: str, cell: str) -> list[str]:
    """The options in a cell: several where the column's name is in the plural."""
    if not name.strip().casefold().endswith("s"):
        return [cell]
    parts = cell.split("|" if "|" in cell else ";")
    return [part for part in parts if part.strip()]


def _one(row: dict[str, list[str]], column: str) -> str | None:
    return row[column][0] if column in row else None


def _kind(word: str) -> str:
    kind = word.strip().casefold().replace(" ", "-").replace("_", "-")
    kind = {"boolean": "true-false", "multiple-choice": "choice"}.get(kind, kind)
    if kind not in ITEM_KINDS:
        raise NotTakenError(f"there is no kind of question called {word!r}")
    return kind
