"""What all tests share: the bank that comes with the game, read once."""

import pytest

from quiz.bank.bank import Bank, load_bank


@pytest.fixture(scope="session")
def builtin() -> Bank:
    """The bank of the pack that comes with the game."""
    return load_bank()
