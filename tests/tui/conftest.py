"""What the tests of the screens share: a records file of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.records.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    """An open records file, closed again after the test."""
    opened = Records(tmp_path / "data")
    yield opened
    opened.close()
