"""From a challenge code to the setup of its game."""

import msgspec

from quiz.bank.bank import Bank
from quiz.game.game import Setup, questions_of
from quiz.game.modes import RULES_VERSION


class GameRequestError(Exception):
    """The requested game cannot be played; the message says why, and what is possible."""


def setup_from_code(bank: Bank, code: str) -> tuple[Setup, str | None]:
    """Return the setup of a code, and a warning if it gives other questions than it was made for.

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
    current = msgspec.structs.replace(setup, rules_version=RULES_VERSION)
    if not same_bank:
        return current, "This code was made with another bank: the questions are not your friend's."
    if setup.rules_version != RULES_VERSION:
        return current, "This code was made with another version of Quiz: the questions are not your friend's."
    return setup, None
