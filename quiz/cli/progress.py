"""The line that shows how far a long reading has come, on a terminal that waits for it."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

from quiz.bank.progress import Told, untold

_PATIENCE = 0.5
"""Seconds that anything may take without a word."""
_OFTEN = 0.1
"""Seconds from one word to the next."""


@contextmanager
def progress() -> Iterator[Told]:
    """Show what is told, once it takes long; the line is gone in the end."""
    if sys.stderr is None or not sys.stderr.isatty():  # None where the process was begun without one
        yield untold
        return
    line = _Line()
    try:
        yield line
    finally:
        line.end()


class _Line:
    """One line, written over itself."""

    def __init__(self) -> None:
        self._due = time.monotonic() + _PATIENCE
        self._shown = False

    def __call__(self, files: int, of: int, questions: int) -> None:
        last = self._shown and files == of  # what comes after it, comparing them, may take as long again
        if time.monotonic() < self._due and not last:
            return
        done = f"{files:,} of {of:,} files, " if of > 1 else ""
        doing = "Comparing" if files == of else "Reading"
        click.echo(f"\r{doing}: {done}{questions:,} questions …  ", nl=False, err=True)
        self._due = time.monotonic() + _OFTEN
        self._shown = True

    def end(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
