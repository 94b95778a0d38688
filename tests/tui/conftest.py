"""What the tests of the screens share: the bank that comes with the game, and a records file of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.bank.bank import Bank, load_bank
from quiz.records.records import Records


@pytest.fixture(scope="session")
def builtin() -> Bank:
    """The bank of the pack that comes with the game."""
    return load_bank()


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    """An open records file, closed again after the test."""
    opened = Records(tmp_path / "data")
    yield opened
    opened.close()
