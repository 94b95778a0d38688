"""New games after a finished one: with the same setup, or with the missed questions."""

from quiz.bank.bank import Bank
from quiz.game.deal import Filters
from quiz.game.game import Game, Setup, questions_of
from quiz.game.modes import MISSED
from quiz.game.result import summarise
from quiz.records.game_request import new_seed
from quiz.records.game_setup import GameRequest
from quiz.tui.messages import RequestGame, StartGame


def play_again(game: Game) -> RequestGame:
    """Return a request for a game with the same mode, filters and limits, and a new seed."""
    setup = game.setup
    return RequestGame(
        GameRequest(
            mode=setup.mode,
            seed=new_seed(),
            filters=setup.filters,
            length=setup.length,
            seconds=setup.seconds,
            is_personal=True,
        )
    )


def play_missed(game: Game, bank: Bank) -> StartGame:
    """Return a game of the questions that were not answered correctly, in a new order and without a clock."""
    keys = dict.fromkeys(summarise(game.verdicts).missed)
    setup = Setup(mode=MISSED, seed=new_seed(), filters=Filters(), bank=game.setup.bank, picked=tuple(sorted(keys)))
    return StartGame(setup, questions_of(setup, bank))
