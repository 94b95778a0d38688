"""The player's progress at home, in the results and in the records: what is due, and which topics are mastered."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from quiz.bank.bank import Bank
from quiz.records.records import Records
from tests import sample
from tests.tui.app_player import bank_of, playing
from tests.tui.mode_games import give, keep, setup_of

AT = datetime(2026, 6, 6, 12, 0, tzinfo=UTC)


@pytest.fixture
def bank() -> Bank:
    """Seven topics, of which the first two have two questions each."""
    topics = ("Cast", "Crew", "Plot", "Trailer", "Sequel", "World", "Title", "Cast", "Crew")
    return bank_of(sample.question(f"q{number}", topic=topic) for number, topic in enumerate(topics))


def known(records: Records, bank: Bank, *names: str, outcome: str = "right", at: datetime = AT) -> None:
    """Save a game with these questions."""
    picked = tuple(f"test/{name}" for name in names)
    keep(records, bank, replace(setup_of("missed", bank), picked=picked), *[outcome] * len(names), at=at)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_practice_says_how_many_are_due_before_it_is_chosen(
    bank: Bank, records: Records, size: tuple[int, int]
) -> None:
    known(records, bank, "q0", "q1", "q2", at=AT - timedelta(days=30))
    known(records, bank, "q3", at=AT)
    async with playing(bank, records, size=size, now=lambda: AT) as player:
        await player.until(lambda: "○ Practice  3 due" in player.shown)
        assert "● Classic" in player.shown
        await player.click("○ Practice")
        assert "● Practice  3 due" in player.shown
        assert "3 due now, 5 new" in player.shown
        if size == (80, 24):
            await player.click("□ Cast")  # the filters hold for what is due, too
            assert "● Practice  1 due" in player.shown
            assert "1 due now, 1 new" in player.shown


async def test_a_new_player_hears_of_nothing_due(bank: Bank, records: Records) -> None:
    async with playing(bank, records, now=lambda: AT) as player:
        assert " due" not in player.shown
        assert "mastered" not in player.shown
        await player.click("○ Practice")
        assert "0 due now, 9 new" in player.shown
        await player.press("p", "1", "escape", "e", "h")
        await player.until(lambda: "● Practice  0 due" in player.shown)


async def test_topics_have_wedges_and_the_mastered_ones_are_counted_in_words(bank: Bank, records: Records) -> None:
    known(records, bank, "q0", "q2", "q7", "q8")
    async with playing(bank, records, now=lambda: AT) as player:
        await player.until(lambda: "2 of 7 mastered" in player.shown)
        for words in ("□ Cast  2 ●", "□ Crew  2 ◑", "□ Plot  1 ●", "□ World  1"):
            assert words in player.shown
        await player.press("b")
        rows = [row.strip() for row in player.rows]
        begin = rows.index("2 of 7 topics mastered") + 1
        assert rows[begin : begin + 7] == [
            "● Cast     mastered",
            "◑ Crew     1 of 2",
            "● Plot     mastered",
            "○ Trailer  0 of 1",
            "○ Sequel   0 of 1",
            "○ World    0 of 1",
            "○ Title    0 of 1",
        ]
        known(records, bank, "q7", outcome="wrong", at=AT + timedelta(hours=1))
        await player.press("escape")
        await player.until(lambda: "1 of 7 mastered" in player.shown)
        assert "□ Cast  2 ◑" in player.shown


async def test_the_results_name_the_topics_that_were_mastered_by_the_game(bank: Bank, records: Records) -> None:
    known(records, bank, "q0", "q2")
    setup = replace(setup_of("missed", bank), picked=("test/q7", "test/q8", "test/q2"))
    async with playing(bank, records, setup=setup, now=lambda: AT) as player:
        await give(player, "right", "right", "right")
        assert "Mastered: Cast. 2 of 7 topics mastered." in player.prose
        await player.press("h")
        await player.until(lambda: "2 of 7 mastered" in player.shown)


async def test_any_number_of_topics_has_wedges(records: Records) -> None:
    for count in (1, 30):
        bank = bank_of(sample.question(f"q{number}", topic=f"Topic {number}") for number in range(count))
        known(records, bank, "q0")
        async with playing(bank, records, now=lambda: AT, size=(80, 24)) as player:
            await player.until(lambda: f"1 of {count} mastered" in player.shown)  # noqa: B023
            assert "□ Topic 0  1 ●" in player.shown
            await player.press("b")
            assert f"1 of {count} topic{'s' if count > 1 else ''} mastered" in player.shown


async def test_the_results_name_a_first_game_a_perfect_one_and_by_how_much_a_best_is_new(records: Records) -> None:
    bank = bank_of(sample.questions(3))
    async with playing(bank, records) as player:
        await player.press("p")
        await give(player, "right", "skipped", "right")
        assert "Classic  +200  2 of 3 right  ★ Your first game!" in player.shown
        await player.press("a")
        await give(player, "right", "right", "right")
        assert "Classic  +300  Every answer right. Take a bow.  ★ A new best, by 100!" in player.shown
        assert "3 in a row" in player.shown
        await player.press("a")
        await give(player, "right", "wrong", "wrong")
        assert "3rd of your 3 runs" in player.shown
