"""What all tests share: the bank that comes with the game, read once."""

import pytest
from hypothesis import settings

from quiz.bank.bank import Bank, load_bank

# Properties are tried shortly in every run; `pytest --hypothesis-profile=long` tries them at length.
settings.register_profile("short", max_examples=40, deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile("short")


@pytest.fixture(scope="session")
def builtin() -> Bank:
    """The bank of the pack that comes with the game."""
    return load_bank()
