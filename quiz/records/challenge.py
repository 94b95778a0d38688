"""A challenge code taken up: the game it stands for, as far as this bank has it."""

from quiz.bank.bank import Bank
from quiz.game.game import Setup, questions_of


class MisuseError(Exception):
    """What was asked for cannot be had; the message says what can."""


def challenge(bank: Bank, code: str) -> tuple[Setup, str | None]:
    """The setup of a code, and a warning where it was made with another bank.

    Raises:
        MisuseError: the code cannot be read, or nothing in the bank matches it.
    """
    from quiz.game.challenge_code import BadCodeError, decode  # most games are begun without a code

    try:
        setup, same_bank = decode(code, bank.question_summaries, bank.digest)
    except BadCodeError as error:
        raise MisuseError(str(error)) from error
    if not questions_of(setup, bank):
        raise MisuseError("This code was made with another bank, and nothing in yours matches it.")
    warning = None if same_bank else "This code was made with another bank: the questions are not your friend's."
    return setup, warning
