"""The line that shows how far a long reading has come, on a terminal that waits for it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from quiz.bank.progress import ProgressCallback, ProgressThrottle, no_progress


@contextmanager
def progress() -> Iterator[ProgressCallback]:
    """Show what is told, once it takes long; the line is gone in the end."""
    if sys.stderr is None or not sys.stderr.isatty():  # None where the process was begun without one
        yield no_progress
        return
    line = ProgressThrottle(_write)
    try:
        yield line
    finally:
        if line.shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def _write(words: str) -> None:
    """Write the line over itself."""
    click.echo(f"\r{words}  ", nl=False, err=True)
