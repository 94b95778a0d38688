"""What a player or author asks of the whole app: one small message each, which the app routes to a controller.

They have no ``eq`` and no ``repr``, which nobody uses and which take time at every start.
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
    """Begin a game with these questions, in this order."""

    setup: Setup
    questions: tuple[Question, ...]


@dataclass(eq=False, repr=False)
class RequestGame(Message):
    """Begin a game of a mode, if there is something to ask."""

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
    """A game is over: it was played to its end or stopped."""

    session: Session


@dataclass(eq=False, repr=False)
class PrintAtExit(Message):
    """Print something when the app has ended."""

    words: str


class GoHome(Message):
    """Back to the home screen."""


class HomeShown(Message):
    """The home screen has come to the front."""


@dataclass(eq=False, repr=False)
class ChoosePacks(Message):
    """Play other packs."""

    roots: tuple[Path, ...]


@dataclass(eq=False, repr=False)
class ChangeSetting(Message):
    """Change a setting."""

    key: str
    value: Any


@dataclass(eq=False, repr=False)
class ChangeKeys(Message):
    """Change the keys of a binding; with None, back to its default keys."""

    id: str
    keys: str | None


@dataclass(eq=False, repr=False)
class ReadSource(Message):
    """Open the article reader to write a question; without a source, ask for one."""

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
