"""What a person can intend that concerns the whole app; one small message each."""

from dataclasses import dataclass

from textual.message import Message

from quiz.bank.question import Question
from quiz.game.game import Setup
from quiz.records.opening import Wish
from quiz.records.session import Session


@dataclass
class StartGame(Message):
    """Begin a game of questions, in their order."""

    setup: Setup
    questions: tuple[Question, ...]


@dataclass
class WantGame(Message):
    """Begin a game of a mode, as far as there is something to ask."""

    wish: Wish


@dataclass
class ResumeGame(Message):
    """Take up an interrupted game."""

    game: str
    """Its id in the records."""


@dataclass
class DropGame(Message):
    """Give an interrupted game up."""

    game: str


@dataclass
class GameOver(Message):
    """A game has come to its end or was stopped."""

    session: Session


@dataclass
class Parting(Message):
    """Print something when the app has ended."""

    words: str


@dataclass
class GoHome(Message):
    """Back to the home screen."""
