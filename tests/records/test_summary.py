"""Texts about a game that is over, from the records."""

import pytest

from quiz.records.standings import Standing
from quiz.records.summary import place_text


@pytest.mark.parametrize(
    ("standing", "scored", "said"),
    [
        (None, True, ""),
        (Standing(1, 1, False), True, ""),
        (Standing(1, 1, False, is_first=True), True, "Your first game!"),
        (Standing(1, 3, True), True, "A new best!"),
        (Standing(1, 3, True, margin=120), True, "A new best, by 120!"),
        (Standing(2, 3, False), True, "2nd of your 3 runs"),
        (Standing(2, 3, False), False, ""),
    ],
)
def test_a_place_is_said_where_there_is_something_to_compare_with(
    standing: Standing | None, scored: bool, said: str
) -> None:
    assert place_text(standing, scored=scored) == said
