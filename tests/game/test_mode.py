"""A mode is one entry of data, and every entry can be played."""

import pytest

from quiz.game.event import Skip
from quiz.game.game import Setup, advance, start
from quiz.game.mode import CLASSIC, MODES, Mode
from tests import making


def test_modes_are_found_under_their_own_ids() -> None:
    assert {key: mode.id for key, mode in MODES.items()} == {key: key for key in MODES}
    assert MODES["classic"] is CLASSIC


def test_classic_asks_ten_questions_unless_told_otherwise() -> None:
    assert CLASSIC.length == 10


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_every_mode_says_what_it_is_and_can_be_played(mode: Mode) -> None:
    assert mode.name
    assert mode.summary.endswith(".")
    assert mode.length is None or mode.length > 0
    game = start(Setup(mode=mode, seed="1", length=mode.length), making.questions(2), 0.0)
    assert advance(game, Skip(0), 1.0).verdicts[0].outcome == "skipped"


def test_a_mode_cannot_be_changed_while_it_is_played() -> None:
    with pytest.raises(AttributeError):
        CLASSIC.length = 3  # type: ignore[misc]
