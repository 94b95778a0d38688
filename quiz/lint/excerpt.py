"""Excerpts: the line of a file that a problem is about, with a caret under the place.

Columns are counted in cells of a terminal: a wide character has two, an accent none, a tab is shown as one space.
"""

import textwrap
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from quiz.bank.files import LINE_END, read_bytes
from quiz.bank.printable import printable
from quiz.bank.problem import Problem

_CUT = "…"
_MARGIN = 9
"""Cells before the line itself: its number and a bar."""


class Excerpts:
    """The lines that the problems of some packs are about; every file is read once."""

    def __init__(self, packs: Iterable[tuple[Path, str]], width: int = 100) -> None:
        """``packs`` has each pack's folder with what stands before its file names; ``width`` counts cells."""
        self._packs = list(packs)
        self._width = max(width - _MARGIN, 20)
        self._files: dict[str, list[str]] = {}

    def of(self, problem: Problem) -> list[str]:
        """The line of a problem, the caret, and what differs from the article, as far as there is any."""
        shown: list[str] = []
        place = problem.place
        lines = self._lines(place.file)
        if place.line <= len(lines):
            line, caret = excerpt(lines[place.line - 1], place.column, self._width)
            if line.strip():
                shown = [f"{place.line:>6} | {line}", f"{'':>6} | {' ' * caret}^"]
        if problem.marked:
            marked = textwrap.wrap(printable(problem.marked), self._width, break_long_words=False) or [""]
            shown += [f"{'nearest' if number == 0 else '':>7}: {one}" for number, one in enumerate(marked)]
        return shown

    def _lines(self, file: str) -> list[str]:
        if file not in self._files:
            data: bytes | None = None
            for root, prefix in self._packs:
                if file.startswith(prefix):
                    data, _ = read_bytes(root / file.removeprefix(prefix), file)
                    break
            self._files[file] = LINE_END.split((data or b"").decode("utf-8-sig", "replace"))
        return self._files[file]


def excerpt(line: str, column: int, width: int) -> tuple[str, int]:
    """A line as a terminal can show it in some cells, and how many cells stand before its column, from 1.

    A longer line is cut around the column.
    """
    at = min(column - 1, len(line))
    before, after = line[max(at - 8 * width, 0) : at], line[at : at + 8 * width]
    shown_before, shown_after = printable(before), printable(after)
    if at == len(before) and len(after) == len(line) - at and cells(shown_before) + cells(shown_after) <= width:
        return shown_before + shown_after, cells(shown_before)
    room = width - 2 * len(_CUT)
    kept = _take(shown_before[::-1], room // 2 + max(room // 2 - cells(shown_after), 0))[::-1]
    rest = _take(shown_after, room - cells(kept))
    left = "" if len(kept) == at else _CUT
    right = "" if len(rest) == len(line) - at else _CUT
    return f"{left}{kept}{rest}{right}", cells(left + kept)


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _take(text: str, room: int) -> str:
    """As much of a text from its beginning as there is room for."""
    for index, char in enumerate(text):
        room -= _cells(char)
        if room < 0:
            return text[:index]
    return text
