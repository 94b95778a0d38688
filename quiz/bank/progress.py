"""Progress: how far the reading of packs has come, told to whoever wants to show it."""

import time
from collections.abc import Callable
from typing import Protocol


class ProgressCallback(Protocol):
    """Hears how far the reading of a pack has come."""

    def __call__(self, files: int, of: int, questions: int) -> None:
        """So many of its files are read, with so many questions; it comes for every question."""


def no_progress(files: int, of: int, questions: int) -> None:
    """Nobody wants to know."""


class ProgressThrottle:
    """Passes what it is told on in words, once the reading takes long, and not too often."""

    def __init__(self, show: Callable[[str], object], patience: float = 0.5, interval: float = 0.1) -> None:
        """``show`` is given the words, and is not called at all where the reading is quick.

        It is first called after ``patience`` seconds, and then every ``interval`` seconds.
        """
        self._show = show
        self._interval = interval
        self._due = time.monotonic() + patience
        self.shown = False
        """Whether anything was passed on."""

    def __call__(self, files: int, of: int, questions: int) -> None:
        """Pass it on, if it is time."""
        last = self.shown and files == of  # what comes after it, comparing them, may take as long again
        if time.monotonic() < self._due and not last:
            return
        done = f"{files:,} of {of:,} files, " if of > 1 else ""
        doing = "Comparing" if files == of else "Reading"
        self._show(f"{doing}: {done}{questions:,} questions …")
        self._due = time.monotonic() + self._interval
        self.shown = True
