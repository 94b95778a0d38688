"""Damaged records: the player is told where the file was moved, and games are saved in a new file."""

from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.records.records import FILE, Records
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.records.records_screen import RecordsScreen
from tests import sample
from tests.records.test_recovery import SCRAP, damaged_in, spoil
from tests.tui.app_player import bank_of, classic, playing


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(5))


def assert_told(prose: str, records: Records) -> None:
    """Remove white space: a long path is wrapped at any character."""
    (moved,) = damaged_in(records.path.parent)
    for said in ("The records were damaged (", f"): they are now {moved}. A new file has been started."):
        assert said.replace(" ", "") in prose.replace(" ", "")
    assert "not saved" not in prose


async def test_home_reports_damage_found_when_the_records_are_opened(bank: Bank, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(SCRAP)
    records = Records(tmp_path)
    async with playing(bank, records, size=(80, 40)) as player:
        assert_told(player.prose, records)
        assert player.toasts == ""
        await player.press("p")
        await player.answer()
        (found,) = records.interrupted()
        assert len(found.verdicts) == 1
        await player.press("escape", "l")
        assert_told(player.prose, records)
    records.close()


async def test_without_the_home_screen_a_notification_reports_it(bank: Bank, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(SCRAP)
    records = Records(tmp_path)
    async with playing(bank, records, setup=classic(bank, length=3)) as player:
        assert isinstance(player.app.screen, PlayScreen)
        assert_told(player.toasts, records)
    async with playing(bank, None, records_error="The disk is full.", setup=classic(bank, length=3)) as player:
        assert "Games are not saved. The disk is full." in player.toasts
    records.close()


async def test_a_game_is_saved_completely_when_damage_is_found_in_the_middle(bank: Bank, records: Records) -> None:
    async with playing(bank, records, setup=classic(bank, length=3), size=(80, 40)) as player:
        await player.answer()
        assert player.toasts == ""
        await player.press("enter")
        spoil(records)
        await player.answer(right=False)
        assert_told(player.toasts, records)
        assert "Not saved" not in player.shown
        (found,) = records.interrupted()
        assert [one.outcome for one in found.verdicts] == ["right", "wrong"]
        await player.press("escape", "l")
        assert_told(player.prose, records)
        assert "Interrupted: Classic, 2 of 3" in player.prose
        await player.press("r")
        await player.answer()
        await player.press("enter")
        assert "2 of 3 right" in player.shown
    assert [(game.state, len(game.verdicts)) for game in records.history()] == [("finished", 3)]


async def test_damage_found_at_home_is_reported_there(bank: Bank, records: Records) -> None:
    async with playing(bank, records, setup=classic(bank, length=3)) as player:
        await player.answer()
        await player.press("escape", "e", "h")
        spoil(records)
        await player.press("b")
        assert isinstance(player.app.screen, RecordsScreen)
        assert_told(player.toasts, records)
        assert "No finished games yet." in player.shown
