"""The line that shows the progress of reading packs, on a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from quiz.bank.progress import ProgressCallback, ProgressThrottle, no_progress


@contextmanager
def progress() -> Iterator[ProgressCallback]:
    """Show the progress that the callback gets, once it takes long; the line is removed at the end."""
    if sys.stderr is None or not sys.stderr.isatty():  # None if the process was started without one
        yield no_progress
        return
    line = ProgressThrottle(_write)
    try:
        yield line
    finally:
        if line.shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def _write(words: str) -> None:
    """Overwrite the line."""
    click.echo(f"\r{words}  ", nl=False, err=True)
