"""The home screen while a game starts, or while one is played in another window."""

from datetime import UTC, datetime
from pathlib import Path

from quiz.bank.bank import Bank
from quiz.game.events import Next, Shown, Skip
from quiz.game.game import start
from quiz.records.records import Records
from quiz.records.session import Session
from quiz.tui.screens.play.play_screen import PlayScreen
from tests import sample
from tests.tui.app_player import bank_of, playing
from tests.tui.mode_games import setup_of

BANK: Bank = bank_of(sample.questions(4))


async def test_a_key_pressed_twice_begins_one_game(records: Records) -> None:
    async with playing(BANK, records) as player:
        await player.burst("p", "p")
        assert isinstance(player.app.screen, PlayScreen)
        await player.press("1", after=1)
        await player.press("escape", "l")
        assert "Interrupted" in player.shown
        await player.press("d", "h")
    assert records.interrupted() == ()
    assert records._connection.execute("SELECT count(*) FROM games").fetchone() == (1,)


async def test_home_neither_offers_nor_ends_a_timed_game_of_another_window(records: Records, tmp_path: Path) -> None:
    now = [0.0]
    game = start(setup_of("timed", BANK), BANK.questions, 0.0)
    playing_here = Session(game, records, lambda: now[0])
    for index in range(2):
        for event in (Shown(index), Skip(index), Next(index)):
            now[0] += 1.0
            playing_here.send(event)
        other = Records(tmp_path / "data")
        async with playing(BANK, other, now=lambda: datetime.now(UTC)) as player:
            assert "Interrupted" not in player.shown
        other.close()
    assert playing_here.unsaved_reason is None
    assert len(records.interrupted()[0].verdicts) == 2
