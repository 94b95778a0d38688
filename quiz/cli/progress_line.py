"""A line on the terminal that shows the progress of reading packs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from quiz.bank.progress import ProgressCallback, ProgressThrottle, no_progress


@contextmanager
def progress() -> Iterator[ProgressCallback]:
    """Yield a callback that shows progress if reading takes long. The line is removed at the end."""
    if sys.stderr is None or not sys.stderr.isatty():  # None if the process was started without one
        yield no_progress
        return
    line = ProgressThrottle(_write)
    try:
        yield line
    finally:
        if line.shown:
            click.echo("\r\x1b[K", nl=False, err=True)


def _write(text: str) -> None:
    """Overwrite the line."""
    click.echo(f"\r{text}  ", nl=False, err=True)
