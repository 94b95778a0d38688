"""Messages from screens to the app, which passes each of them to a controller.

The dataclasses have no ``eq`` and no ``repr``: nothing uses them, and generating them slows down the start.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.message import Message

from quiz.bank.question import Question
from quiz.bank.source import Source, Span
from quiz.game.game import Setup
from quiz.records.game_setup import GameRequest
from quiz.records.session import Session


@dataclass(eq=False, repr=False)
class StartGame(Message):
    """Start a game with these questions, in this order."""

    setup: Setup
    questions: tuple[Question, ...]


@dataclass(eq=False, repr=False)
class RequestGame(Message):
    """Start a game of a mode, if there are questions for it."""

    request: GameRequest


@dataclass(eq=False, repr=False)
class ResumeGame(Message):
    """Resume an interrupted game."""

    game: str
    """Its id in the records."""


@dataclass(eq=False, repr=False)
class DiscardGame(Message):
    """Discard an interrupted game."""

    game: str


@dataclass(eq=False, repr=False)
class GameOver(Message):
    """A game has ended: it was completed or stopped."""

    session: Session


@dataclass(eq=False, repr=False)
class PrintAtExit(Message):
    """Print a text when the app has ended."""

    text: str


class GoHome(Message):
    """Go back to the home screen."""


class HomeShown(Message):
    """The home screen has become the active screen."""


@dataclass(eq=False, repr=False)
class ChoosePacks(Message):
    """Play the packs in these folders."""

    roots: tuple[Path, ...]


@dataclass(eq=False, repr=False)
class ChangeSetting(Message):
    """Change a setting."""

    key: str
    value: Any


@dataclass(eq=False, repr=False)
class ChangeKeys(Message):
    """Change the keys of a binding. None restores its default keys."""

    id: str
    keys: str | None


@dataclass(eq=False, repr=False)
class ReadSource(Message):
    """Open the article reader to write a question. If the source is None, the author chooses one."""

    source: Source | None


@dataclass(eq=False, repr=False)
class WriteQuestion(Message):
    """Write a question about some sentences of a source."""

    source: Source
    picked: tuple[Span, ...]


@dataclass(eq=False, repr=False)
class QuestionWritten(Message):
    """A question was saved to a file of a pack."""

    file: str
