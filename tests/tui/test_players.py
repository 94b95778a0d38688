"""Several players: chosen on the home screen, with separate records and a common list of best games."""

import pytest

from quiz.bank.bank import Bank
from quiz.records.records import Records
from quiz.tui.screens.dialogs.prompt import PromptDialog
from quiz.tui.screens.home.home_screen import HomeScreen
from tests import sample
from tests.tui.app_player import bank_of, playing
from tests.tui.mode_games import give, keep, setup_of


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(2))


async def test_games_of_a_new_player_are_saved_under_the_name(bank: Bank, records: Records) -> None:
    async with playing(bank, records) as player:
        await player.press("n")
        assert "Who is playing?" in player.shown
        await player.burst(*"Ada", "enter")
        assert isinstance(player.app.screen, HomeScreen)
        assert "QUIZ  Ada" in player.shown
        await player.press("p")
        await give(player, "right", "right")
    assert [game.player for game in records.all_history()] == ["Ada"]
    records.player = ""
    assert records.history() == ()


async def test_a_known_player_is_chosen_by_keyboard(bank: Bank, records: Records) -> None:
    for records.player in ("", "Ada", "Bob"):
        keep(records, bank, setup_of("classic", bank), "right", "right")
    async with playing(bank, records) as player:
        await player.press("n")
        for words in ("Guest", "Ada", "Bob"):
            assert words in player.prose_of("#given")
        await player.press("down", "down", "enter")
        assert "QUIZ  Bob" in player.shown
        await player.press("n", "home", "enter")
        assert "QUIZ  trivia you can check" in player.shown


async def test_a_known_player_is_chosen_by_mouse_and_escape_changes_nobody(bank: Bank, records: Records) -> None:
    for records.player in ("Bob", "Ada"):
        keep(records, bank, setup_of("classic", bank), "right", "right")
    async with playing(bank, records) as player:
        await player.press("n")
        await player.click("Bob")
        assert "QUIZ  Bob" in player.shown
        await player.press("n", "escape")
        assert "QUIZ  Bob" in player.shown


async def test_players_have_separate_records_and_common_bests(bank: Bank, records: Records) -> None:
    records.player = "Ada"
    keep(records, bank, setup_of("classic", bank), "right", "right")
    records.player = "Bob"
    keep(records, bank, setup_of("classic", bank), "wrong", "right")
    keep(records, bank, setup_of("classic", bank), "wrong", "wrong")
    async with playing(bank, records, size=(100, 50)) as player:
        await player.press("b")
        assert "Records  Bob  2 games · 1 day in a row" in player.shown
        assert "1 of 4" in player.shown
        ada, bob = (next(row for row in player.rows if row.endswith(name)) for name in ("Ada", "Bob"))
        assert "+200" in ada
        assert "+67" in bob
        await player.press("escape", "n", "home", "enter", "b")
        assert "Records  Ada  1 game · 1 day in a row" in player.shown
        assert "2 of 2" in player.shown
        assert "Hardest questions" not in player.shown


async def test_an_interrupted_game_is_offered_to_its_own_player_only(bank: Bank, records: Records) -> None:
    async with playing(bank, records) as player:
        await player.press("p", "1", "escape", "l")
        assert "Interrupted" in player.shown
        await player.press("n", "tab")
        await player.burst(*"Ada", "enter")
        assert "QUIZ  Ada" in player.shown
        assert "Interrupted" not in player.shown
        await player.press("n", "home", "enter")
        assert "Interrupted" in player.shown


@pytest.mark.parametrize(("name", "size"), [("  ", (80, 24)), ("a" * 25, (40, 12))])
async def test_a_bad_name_is_refused_in_the_dialog(
    bank: Bank, records: Records, name: str, size: tuple[int, int]
) -> None:
    async with playing(bank, records, size=size) as player:
        await player.press("n")
        await player.burst(*name, "enter")
        assert isinstance(player.app.screen, PromptDialog)
        assert player.prose_of("#wrong") == "! A name has 1 to 24 letters."
        await player.press("escape")
        assert records.player == ""


async def test_an_invalid_name_is_reported_below_the_players_in_a_small_terminal(
    bank: Bank, records: Records
) -> None:
    for number in range(4):
        records.player = f"Player {number}"
        keep(records, bank, setup_of("classic", bank), "right")
    async with playing(bank, records, size=(40, 12)) as player:
        await player.press("n", "tab", "enter")
        assert isinstance(player.app.screen, PromptDialog)
        assert "a new name" in player.shown
        assert "! A name has 1 to" in player.shown


async def test_the_widest_name_leaves_room_at_home(bank: Bank, records: Records) -> None:
    records.player = "[/Zoë] Q. Wolf-Ferrari ✨"
    async with playing(bank, records) as player:
        assert f"QUIZ  {records.player}" in player.shown
        assert "2 questions · 1 source · 1 topic" in player.shown


async def test_without_records_there_are_no_players(bank: Bank) -> None:
    async with playing(bank, None, records_error="The disk is full.") as player:
        await player.press("n")
        assert isinstance(player.app.screen, HomeScreen)
        assert "The disk is full." in player.toasts
