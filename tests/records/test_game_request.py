"""From what a player asks for to a game, with or without records."""

from pathlib import Path

import pytest

from quiz.game.deal import Filters
from quiz.game.modes import CLASSIC
from quiz.records.challenge import GameRequestError
from quiz.records.game_request import records_or_none, request_for, setup_for
from quiz.records.records import Records, RecordsError
from tests import sample

BANK = sample.bank(*sample.questions(3))


def test_a_wish_has_the_modes_own_length_the_banks_spelling_and_a_seed() -> None:
    wish = request_for(BANK, "classic", Filters(topics=("cREW",)), None, None, None)
    assert (wish.mode, wish.length, wish.seconds, wish.filters) == (CLASSIC, 10, None, Filters(topics=("Crew",)))
    assert wish.seed
    assert request_for(BANK, "timed", Filters(), None, 90, "7").seconds == 90


def test_what_cannot_be_had_is_misuse() -> None:
    with pytest.raises(GameRequestError, match="There is no mode 'chess'"):
        request_for(BANK, "chess", Filters(), None, None, None)
    with pytest.raises(GameRequestError, match="The bank has no question"):
        setup_for(sample.bank(), None, request_for(BANK, "classic", Filters(), None, None, None))


def test_records_are_at_hand_while_a_game_is_played_and_closed_after_it(tmp_path: Path) -> None:
    with records_or_none(lambda: Records(tmp_path)) as (records, trouble):
        assert records is not None
        assert (records.history(), trouble) == ((), None)
    with pytest.raises(RecordsError):
        records.history()


def test_records_that_cannot_be_opened_are_none_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with records_or_none(lambda: Records(tmp_path / "file")) as (records, trouble):
        assert records is None
        assert trouble is not None
        assert "cannot be made" in trouble
