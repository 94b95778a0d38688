"""Ways on from a game that is over: the same rules again, or the questions that were missed."""

import secrets

import msgspec

from quiz.bank.bank import Bank
from quiz.game.game import Game
from quiz.game.result import summarise
from quiz.game.selection import draw, matching
from quiz.tui.messages import StartGame


def new_seed() -> str:
    """A seed nobody knows yet, short enough to be read out."""
    return secrets.token_hex(4)


def play_again(game: Game, bank: Bank) -> StartGame:
    """The same rules and filters with a new seed."""
    setup = msgspec.structs.replace(game.setup, seed=new_seed())
    return StartGame(setup, draw(matching(bank.questions, setup.filters), setup.seed, setup.length))


def play_missed(game: Game) -> StartGame:
    """The questions that were not answered rightly, in a new order."""
    setup = msgspec.structs.replace(game.setup, seed=new_seed())
    missed = set(summarise(game.verdicts).missed)
    return StartGame(setup, draw([one for one in game.questions if one.key in missed], setup.seed, None))
