"""What the tests of the bank share: a good pack to spoil."""

from pathlib import Path

import pytest

from tests.bank.packs import PackFolder, entry, question


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    """A pack with one article and one question, and nothing wrong."""
    folder = PackFolder(tmp_path / "pack")
    folder.article()
    folder.catalogue(entry())
    folder.questions(question())
    return folder
