"""Progress of loading packs."""

import time
from collections.abc import Callable
from typing import Protocol


class ProgressCallback(Protocol):
    """Called as a pack is loaded."""

    def __call__(self, files: int, of: int, questions: int) -> None:
        """Take the number of files read, of all files, and of questions; called for every question."""


def no_progress(files: int, of: int, questions: int) -> None:
    """Ignore progress."""


class ProgressThrottle:
    """Shows progress in words once loading takes long, and not too often."""

    def __init__(self, show: Callable[[str], object], patience: float = 0.5, interval: float = 0.1) -> None:
        """``show`` is called with the words; never, where loading is quick.

        It is first called after ``patience`` seconds, and then every ``interval`` seconds.
        """
        self._show = show
        self._interval = interval
        self._due = time.monotonic() + patience
        self.shown = False
        """Whether anything was shown."""

    def __call__(self, files: int, of: int, questions: int) -> None:
        """Show it, if it is time."""
        last = self.shown and files == of  # what comes after it, comparing them, may take as long again
        if time.monotonic() < self._due and not last:
            return
        done = f"{files:,} of {of:,} files, " if of > 1 else ""
        doing = "Comparing" if files == of else "Reading"
        self._show(f"{doing}: {done}{questions:,} questions …")
        self._due = time.monotonic() + self._interval
        self.shown = True
