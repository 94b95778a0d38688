"""Progress: how far the reading of packs has come, told to whoever wants to show it."""

from typing import Protocol


class Told(Protocol):
    """Hears how far the reading of a pack has come."""

    def __call__(self, files: int, of: int, questions: int) -> None:
        """So many of its files are read, with so many questions; it comes for every question."""


def untold(files: int, of: int, questions: int) -> None:
    """Nobody wants to know."""
