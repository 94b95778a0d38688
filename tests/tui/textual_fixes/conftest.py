"""These tests paint every frame, unlike the other tests of the screens."""

import pytest


@pytest.fixture(autouse=True)
def textual_as_it_is(every_frame: None) -> None:
    """Paint every frame: some bugs appear only then."""
