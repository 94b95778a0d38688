"""Textual is tried as it is: these tests paint every frame."""

import pytest


@pytest.fixture(autouse=True)
def textual_as_it_is(every_frame: None) -> None:
    """Paint every frame, as a fault may only show when it is painted."""
