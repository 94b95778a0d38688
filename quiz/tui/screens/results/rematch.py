"""Ways on from a game that is over: the same rules again, or the questions that were missed."""

from quiz.bank.bank import Bank
from quiz.game.deal import Filters
from quiz.game.game import Game, Setup, questions_of
from quiz.game.modes import MISSED
from quiz.game.result import summarise
from quiz.records.game_request import new_seed
from quiz.records.game_setup import GameRequest
from quiz.tui.messages import RequestGame, StartGame


def play_again(game: Game) -> RequestGame:
    """The same rules and filters with a new seed."""
    setup = game.setup
    return RequestGame(
        GameRequest(
            mode=setup.mode,
            seed=new_seed(),
            filters=setup.filters,
            length=setup.length,
            seconds=setup.seconds,
        )
    )


def play_missed(game: Game, bank: Bank) -> StartGame:
    """The questions of a game that were not answered rightly, in a new order and without a clock."""
    keys = dict.fromkeys(summarise(game.verdicts).missed)
    setup = Setup(mode=MISSED, seed=new_seed(), filters=Filters(), bank=game.setup.bank, picked=tuple(sorted(keys)))
    return StartGame(setup, questions_of(setup, bank))
