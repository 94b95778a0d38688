"""Progress of loading packs."""

import time
from collections.abc import Callable
from typing import Protocol


class ProgressCallback(Protocol):
    """A function that is called while packs are loaded."""

    def __call__(self, files: int, of: int, questions: int) -> None:
        """Receive the numbers of files read, of all files, and of questions read. Called for every question."""


def no_progress(files: int, of: int, questions: int) -> None:
    """Ignore progress."""


class ProgressThrottle:
    """Shows progress as text if loading takes long, and not too often."""

    def __init__(self, show: Callable[[str], object], patience: float = 0.5, interval: float = 0.1) -> None:
        """``show`` is called with the text, first after ``patience`` seconds and then every ``interval`` seconds.

        If loading is quicker than ``patience``, it is never called.
        """
        self._show = show
        self._interval = interval
        self._due = time.monotonic() + patience
        self.shown = False
        """Whether anything was shown."""

    def __call__(self, files: int, of: int, questions: int) -> None:
        """Show the progress if it is time."""
        last = self.shown and files == of  # comparing questions follows, and may take as long again
        if time.monotonic() < self._due and not last:
            return
        done = f"{files:,} of {of:,} files, " if of > 1 else ""
        doing = "Comparing" if files == of else "Reading"
        self._show(f"{doing}: {done}{questions:,} questions …")
        self._due = time.monotonic() + self._interval
        self.shown = True
