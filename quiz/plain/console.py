"""Where a plain game is played: lines from standard input, text to standard output, a terminal or not."""

import os
import select
import sys
import time
from collections.abc import Callable, Iterable
from typing import Protocol

from quiz.bank.printable import printable

_ROOM = 4096


class Talk(Protocol):
    """A talk with the player: something is said, a line is asked for."""

    def say(self, lines: Iterable[str]) -> None:
        """Say lines."""

    def ask(self, prompt: str, patience: float | None = None) -> str | None:
        """The line that is typed after a prompt; None where none has come in so many seconds.

        Raises:
            EOFError: no line will come any more.
        """

    def wait(self, seconds: float) -> None:
        """Let time pass."""


class Console:
    """The talk over the streams of the process. What is written is only ever added to, and nothing in it acts."""

    def __init__(self, source: int | None, write: Callable[[str], object], *, echoes: bool) -> None:
        """Read from the file descriptor ``source``, if there is one, and ``write`` at once.

        ``echoes`` says that whatever is typed shows among what is written, as on a terminal.
        """
        self._source = source
        self._write = write
        self._echoes = echoes
        self._read = b""

    def say(self, lines: Iterable[str]) -> None:
        """Write lines."""
        self._write("".join(f"{printable(line)}\n" for line in lines))

    def ask(self, prompt: str, patience: float | None = None) -> str | None:
        """Write a prompt and read a line; whatever comes of it, what is written next begins a line of its own."""
        ended = False
        try:
            self._write(printable(prompt))  # Ctrl-C may come before there is a line to wait for
            line = self._line(patience)
            ended = line is not None and self._echoes
        finally:
            if not ended:
                self._write("\n")
        return line

    def wait(self, seconds: float) -> None:
        """Sleep."""
        time.sleep(max(0.0, seconds))

    def _line(self, patience: float | None) -> str | None:
        end = None if patience is None else time.monotonic() + patience
        while b"\n" not in self._read:
            if not self._is_ready(end):
                return None
            if data := self._more():
                self._read += data
            elif self._read:
                self._read += b"\n"  # the last line need not have an end
            else:
                raise EOFError
        line, _, self._read = self._read.partition(b"\n")
        return line.decode(errors="replace")

    def _is_ready(self, end: float | None) -> bool:
        """Wait until there is something to read, at longest until ``end``."""
        if self._source is None or sys.platform == "win32":  # there, only sockets can be waited for
            return True
        left = None if end is None else max(0.0, end - time.monotonic())
        return bool(select.select([self._source], [], [], left)[0])

    def _more(self) -> bytes:
        """What can be read now; nothing where the input has ended or its terminal has gone."""
        if self._source is None:
            return b""
        try:
            return os.read(self._source, _ROOM)
        except OSError:
            return b""
