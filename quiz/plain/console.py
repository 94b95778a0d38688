"""Line input and output of the plain mode: over standard input and output, whether or not they are a terminal."""

import os
import select
import sys
import time
from collections.abc import Callable, Iterable
from typing import Protocol

from quiz.bank.printable import printable

_READ_BYTES = 4096


class LineIO(Protocol):
    """Line input and output."""

    def say(self, lines: Iterable[str]) -> None:
        """Write lines."""

    def ask(self, prompt: str, timeout: float | None = None) -> str | None:
        """Write a prompt and return the line that is typed; None if there is none after ``timeout`` seconds.

        Raises:
            EOFError: the input has ended.
        """

    def wait(self, seconds: float) -> None:
        """Wait for some seconds."""


class Console:
    """Line input and output over file descriptors. Control characters in the output are replaced."""

    def __init__(self, source: int | None, write: Callable[[str], object], *, echoes: bool) -> None:
        """Read from the file descriptor ``source``; None for no input.

        ``write`` must write a text at once. ``echoes`` means that typed text appears in the output, as on a terminal.
        """
        self._source = source
        self._write = write
        self._echoes = echoes
        self._buffer = b""

    def say(self, lines: Iterable[str]) -> None:
        """Write lines."""
        self._write("".join(f"{printable(line)}\n" for line in lines))

    def ask(self, prompt: str, timeout: float | None = None) -> str | None:
        """Write a prompt and read a line. Without an echoed line, write a line end after the prompt."""
        has_line_end = False
        try:
            self._write(printable(prompt))  # inside, since Ctrl-C may come before there is a line to wait for
            line = self._read_line(timeout)
            has_line_end = line is not None and self._echoes
        finally:
            if not has_line_end:
                self._write("\n")
        return line

    def wait(self, seconds: float) -> None:
        """Sleep."""
        time.sleep(max(0.0, seconds))

    def _read_line(self, timeout: float | None) -> str | None:
        deadline = None if timeout is None else time.monotonic() + timeout
        while b"\n" not in self._buffer:
            if not self._is_readable(deadline):
                return None
            if data := self._read_bytes():
                self._buffer += data
            elif self._buffer:
                self._buffer += b"\n"  # the last line may have no line end
            else:
                raise EOFError
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line.decode(errors="replace")

    def _is_readable(self, deadline: float | None) -> bool:
        """Wait until there is something to read, but not beyond ``deadline``; return whether there is."""
        if self._source is None or sys.platform == "win32":  # on Windows, select works for sockets only
            return True
        timeout = None if deadline is None else max(0.0, deadline - time.monotonic())
        return bool(select.select([self._source], [], [], timeout)[0])

    def _read_bytes(self) -> bytes:
        """Read what is there; empty if the input has ended or its terminal was closed."""
        if self._source is None:
            return b""
        try:
            return os.read(self._source, _READ_BYTES)
        except OSError:
            return b""
