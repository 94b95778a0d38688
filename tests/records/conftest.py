"""An open records file, closed again after each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.records.records import Records


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    opened = Records(tmp_path)
    yield opened
    opened.close()
