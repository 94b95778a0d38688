"""What the tests of the bank share: a good pack to spoil, and the built-in bank to measure against."""

from pathlib import Path

import pytest

from quiz.bank.bank import Bank, load_bank
from tests.bank.packs import PackFolder, entry, question


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    """A pack with one article and one question, and nothing wrong."""
    folder = PackFolder(tmp_path / "pack")
    folder.article()
    folder.catalogue(entry())
    folder.questions(question())
    return folder


@pytest.fixture(scope="session")
def builtin() -> Bank:
    """The bank of the pack that comes with the game."""
    return load_bank()
