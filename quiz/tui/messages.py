"""What a person can intend that concerns the whole app; one small message each.

Each is only itself and is not printed: what else a dataclass can have made would take its time at every start.
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
    """Begin a game of questions, in their order."""

    setup: Setup
    questions: tuple[Question, ...]


@dataclass(eq=False, repr=False)
class RequestGame(Message):
    """Begin a game of a mode, as far as there is something to ask."""

    request: GameRequest


@dataclass(eq=False, repr=False)
class ResumeGame(Message):
    """Take up an interrupted game."""

    game: str
    """Its id in the records."""


@dataclass(eq=False, repr=False)
class DiscardGame(Message):
    """Give an interrupted game up."""

    game: str


@dataclass(eq=False, repr=False)
class GameOver(Message):
    """A game has come to its end or was stopped."""

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
    """Let a setting have another value from now on."""

    key: str
    value: Any


@dataclass(eq=False, repr=False)
class ChangeKeys(Message):
    """Let a binding have another key; with None, those of its own."""

    id: str
    keys: str | None


@dataclass(eq=False, repr=False)
class ReadSource(Message):
    """Open the source reader to write a question; where no source is named, one is asked for."""

    source: Source | None


@dataclass(eq=False, repr=False)
class WriteQuestion(Message):
    """Write a question about some sentences of a source."""

    source: Source
    picked: tuple[Span, ...]


@dataclass(eq=False, repr=False)
class QuestionWritten(Message):
    """A question was written into a file of a pack."""

    file: str
