"""Excerpts: the line of a file with a problem, and a caret under the place.

Widths are in terminal cells: a wide character has two, a combining mark none, and a tab is shown as one space.
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
"""Cells before the line: its number and a bar."""


class Excerpts:
    """Reads the lines with the problems of some packs. Every file is read once."""

    def __init__(self, packs: Iterable[tuple[Path, str]], width: int = 100) -> None:
        """``packs`` has the folder of each pack and the prefix of its file names; ``width`` is in terminal cells."""
        self._packs = list(packs)
        self._width = max(width - _MARGIN, 20)
        self._files: dict[str, list[str]] = {}

    def of(self, problem: Problem) -> list[str]:
        """The line of a problem, the caret, and the diff with the article, each if there is one."""
        shown: list[str] = []
        place = problem.place
        lines = self._lines(place.file)
        if place.line <= len(lines):
            line, caret = excerpt(lines[place.line - 1], place.column, self._width)
            if line.strip():
                shown = [f"{place.line:>6} | {line}", f"{'':>6} | {' ' * caret}^"]
        if problem.marked:
            diff = textwrap.wrap(printable(problem.marked), self._width, break_long_words=False) or [""]
            shown += [f"{'nearest' if number == 0 else '':>7}: {line}" for number, line in enumerate(diff)]
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
    """The printable form of a line in ``width`` cells, and the number of cells before ``column`` (from 1).

    A longer line is cut to the part around the column.
    """
    at = min(column - 1, len(line))
    before, after = line[max(at - 8 * width, 0) : at], line[at : at + 8 * width]
    shown_before, shown_after = printable(before), printable(after)
    if at == len(before) and len(after) == len(line) - at and cells(shown_before) + cells(shown_after) <= width:
        return shown_before + shown_after, cells(shown_before)
    room = width - 2 * len(_CUT)
    before_cut = _take(shown_before[::-1], room // 2 + max(room // 2 - cells(shown_after), 0))[::-1]
    after_cut = _take(shown_after, room - cells(before_cut))
    left = "" if len(before_cut) == at else _CUT
    right = "" if len(after_cut) == len(line) - at else _CUT
    return f"{left}{before_cut}{after_cut}{right}", cells(left + before_cut)


def cells(text: str) -> int:
    """The width of a text in terminal cells."""
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _take(text: str, room: int) -> str:
    """The beginning of a text that fits in ``room`` cells."""
    for index, char in enumerate(text):
        room -= _cells(char)
        if room < 0:
            return text[:index]
    return text
