"""The ghost: the best run with the same setup, shown as text, on a line and in a chart."""

import pytest

from quiz.bank.bank import Bank
from quiz.game.deal import Filters
from quiz.game.game import Setup
from quiz.records.records import Records
from quiz.tui.screens.play.race_line import RaceLine
from tests import sample
from tests.tui.app_player import Player, bank_of, playing
from tests.tui.mode_games import give, keep, setup_of, tick, to_the_end

TALL = (80, 40)


@pytest.fixture
def bank() -> Bank:
    return bank_of([sample.question(f"q{n}", topic="Crew" if n % 2 else "Cast") for n in range(6)])


def timed(bank: Bank, *, seed: str = "8", seconds: int = 60, filters: Filters | None = None) -> Setup:
    return setup_of("timed", bank, seconds=seconds, seed=seed, filters=filters)


def first_run(records: Records, bank: Bank) -> None:
    """100 after 5 seconds, 67 after 10, 167 after 15."""
    keep(records, bank, timed(bank, seed="7"), "right", "wrong", "right", "timed out", seconds=5)


def marks(player: Player) -> list[str]:
    """Return the marks on the race line, from left to right."""
    (line,) = [row for row in player.rows if set(row.strip()) <= set("─◆◇") and row.strip()]
    return [char for char in line if char in "◆◇"]


async def test_a_first_game_has_no_ghost(bank: Bank, records: Records) -> None:
    async with playing(bank, records, setup=timed(bank)) as player:
        await tick(player, after=6)
        for words in ("level", "ahead", "behind", "◇", "◆"):
            assert words not in player.shown
        await to_the_end(player)
        assert "new best" not in player.shown
        assert "runs" not in player.shown
        assert "your best" not in player.shown
        assert "Score over time" in player.shown


async def test_it_follows_the_scores_of_the_first_run(bank: Bank, records: Records) -> None:
    first_run(records, bank)
    async with playing(bank, records, setup=timed(bank)) as player:
        await tick(player, after=4.9)
        assert "level" in player.shown
        assert marks(player) == ["◆"]
        await tick(player, after=0.1)
        assert "100 behind" in player.shown
        assert marks(player) == ["◆", "◇"]
        await tick(player, after=5)
        assert "67 behind" in player.shown
        await give(player, "right", after=1)
        assert "33 ahead" in player.shown
        await tick(player)
        assert marks(player) == ["◇", "◆"]
        await tick(player, after=4)
        assert "67 behind" in player.shown
        assert player.rows[1].index("67 behind") < player.rows[1].index("+100")


async def test_it_stands_still_while_an_answer_is_explained(bank: Bank, records: Records) -> None:
    first_run(records, bank)
    async with playing(bank, records, setup=timed(bank)) as player:
        await player.press("x", after=2)
        await tick(player, after=100)
        assert "level" in player.shown
        await player.press("enter", after=100)
        await tick(player, after=3)
        assert "100 behind" in player.shown


async def test_it_is_shown_in_a_narrow_terminal(bank: Bank, records: Records) -> None:
    first_run(records, bank)
    async with playing(bank, records, setup=timed(bank), size=(40, 12)) as player:
        await tick(player, after=6)
        assert "100 behind" in player.shown
        assert marks(player) == ["◆", "◇"]


@pytest.mark.parametrize("change", [{"seconds": 30}, {"filters": Filters(topics=("Cast",))}])
async def test_another_setup_has_no_ghost_and_no_rank(
    bank: Bank, records: Records, change: dict[str, object]
) -> None:
    first_run(records, bank)
    async with playing(bank, records, setup=timed(bank, **change), size=TALL) as player:  # type: ignore[arg-type]
        await tick(player, after=6)
        assert "behind" not in player.shown
        assert not player.app.screen.query_one(RaceLine).display
        await to_the_end(player)
        assert "runs" not in player.shown
        assert "your best" not in player.shown


async def test_a_run_that_was_stopped_is_no_ghost(bank: Bank, records: Records) -> None:
    keep(records, bank, timed(bank), "right", "right")
    async with playing(bank, records, setup=timed(bank)) as player:
        await tick(player, after=6)
        assert "behind" not in player.shown


async def test_a_better_run_is_a_new_best_and_the_next_ghost(bank: Bank, records: Records) -> None:
    first_run(records, bank)
    async with playing(bank, records, setup=timed(bank), size=TALL) as player:
        await give(player, "right", "right", after=3)
        await to_the_end(player)
        assert "+200" in player.shown
        assert "★ A new best, by 33!" in player.shown
        for words in ("Score over time", "this run", "your best"):
            assert words in player.shown
        await player.press("a")
        await tick(player, after=6)
        assert "200 behind" in player.shown


async def test_a_worse_run_shows_its_rank(bank: Bank, records: Records) -> None:
    first_run(records, bank)
    keep(records, bank, timed(bank), "right", "right", "timed out")
    async with playing(bank, records, setup=timed(bank), size=TALL) as player:
        await give(player, "right")
        await to_the_end(player)
        assert "3rd of your 3 runs" in player.shown
        assert "new best" not in player.shown
        assert "your best" in player.shown
