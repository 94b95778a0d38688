"""From a challenge code to the setup of its game."""

from quiz.bank.bank import Bank
from quiz.game.game import Setup, questions_of


class GameRequestError(Exception):
    """The requested game cannot be played; the message says why, and what is possible."""


def setup_from_code(bank: Bank, code: str) -> tuple[Setup, str | None]:
    """Return the setup of a code, and a warning if the code was made with another bank.

    Raises:
        GameRequestError: the code is not valid, or no question of the bank matches it.
    """
    from quiz.game.challenge_code import BadCodeError, decode  # most games are started without a code

    try:
        setup, same_bank = decode(code, bank.question_summaries, bank.digest)
    except BadCodeError as error:
        raise GameRequestError(str(error)) from error
    if not questions_of(setup, bank):
        raise GameRequestError("This code was made with another bank, and nothing in yours matches it.")
    warning = None if same_bank else "This code was made with another bank: the questions are not your friend's."
    return setup, warning
