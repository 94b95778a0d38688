"""The length and the clock of a game, as the settings have them."""

import pytest

from quiz.game.modes import CLASSIC, DAILY, MISSED, PRACTICE, PROOF, SURVIVAL, TIMED, Mode
from quiz.settings.settings import Length, Settings, usual_length, usual_seconds


@pytest.mark.parametrize(
    ("mode", "setting", "length"),
    [
        (CLASSIC, None, 10),
        (CLASSIC, 5, 5),
        (CLASSIC, "all", None),
        (PRACTICE, 5, 5),
        (DAILY, 5, 10),
        (DAILY, "all", 10),
        (MISSED, 5, None),
        (TIMED, 5, None),
        (SURVIVAL, 5, None),
    ],
)
def test_the_length_is_that_of_the_settings_where_the_mode_leaves_it_open(
    mode: Mode, setting: Length | None, length: int | None
) -> None:
    assert usual_length(mode, Settings(questions=setting)) == length


def test_the_clock_is_that_of_the_settings_where_the_mode_has_one() -> None:
    assert [usual_seconds(mode, Settings(seconds=90)) for mode in (TIMED, CLASSIC, SURVIVAL)] == [90, None, None]
    assert usual_seconds(TIMED, Settings()) == 60
    assert usual_seconds(PROOF, Settings(seconds=30)) == 120  # an article takes longer to read
