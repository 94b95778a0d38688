"""The records screen: best games, scores over time, topics, the hardest questions, and days in a row."""

from datetime import UTC, datetime, timedelta

import pytest

from quiz.bank.bank import Bank
from quiz.records.records import Records
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.question_review import QuestionReviewScreen
from quiz.tui.screens.records.records_screen import RecordsScreen
from tests import sample
from tests.records.test_recovery import become_newer
from tests.tui.app_player import Player, bank_of, playing
from tests.tui.mode_games import keep, setup_of

TALL = (100, 60)
AT = datetime(2026, 6, 6, 12, 0, tzinfo=UTC)


@pytest.fixture
def bank() -> Bank:
    return bank_of([sample.question(f"q{n}", topic="Cast" if n == 0 else "Plot") for n in range(3)])


def part(player: Player, heading: str) -> list[str]:
    """Return the rows below a heading, up to the next empty one."""
    rows = [row.strip() for row in player.rows]
    begin = rows.index(heading) + 1
    return rows[begin : rows.index("", begin)]


async def test_bests_are_listed_by_mode_clock_and_player(bank: Bank, records: Records) -> None:
    keep(records, bank, setup_of("timed", bank), "right", "timed out", at=AT)
    keep(records, bank, setup_of("timed", bank), "right", "right", "timed out", at=AT)
    keep(records, bank, setup_of("timed", bank, seconds=30), "right", "right", "right", "timed out", at=AT)
    keep(records, bank, setup_of("survival", bank), "right", "wrong", "wrong", "wrong", at=AT)
    keep(records, bank, setup_of("classic", bank), "right", "wrong", at=AT)  # stopped: no best
    records.player = "Ada"
    keep(records, bank, setup_of("timed", bank), "wrong", "timed out", at=AT)
    records.player = ""
    async with playing(bank, records, size=TALL) as player:
        await player.press("b")
        survival, thirty, sixty, ada = part(player, "Bests")
        assert survival.split()[:3] == ["Survival", "1", "right"]
        assert thirty.startswith("Timed     30 s               +300  right 3  wrong 0")
        assert sixty.startswith("Timed     60 s               +200  right 2  wrong 0")
        assert sixty.endswith("2026-06-06")
        assert ada.split()[:4] == ["Timed", "60", "s", "−33"]
        assert ada.endswith("Ada")


async def test_topics_are_bars_with_numbers(bank: Bank, records: Records) -> None:
    keep(records, bank, setup_of("classic", bank, seed="1"), "right", "right", "right", at=AT)
    keep(records, bank, setup_of("classic", bank, seed="1"), "skipped", "wrong", "right", at=AT)
    async with playing(bank, records, size=TALL) as player:
        await player.press("b")
        counts = {row.split()[0]: row.split(maxsplit=2)[2] for row in part(player, "Right answers by topic")}
        assert sorted(counts.values()) in (["1 of 1", "3 of 4"], ["1 of 2", "3 of 3"], ["2 of 2", "2 of 3"])
        for row in part(player, "Right answers by topic"):
            right, of = (int(word) for word in row.split(maxsplit=2)[2].split(" of "))
            assert (row.count("▰"), row.count("▱")) == (round(12 * right / of), 12 - round(12 * right / of))


async def test_the_hardest_question_opens_with_its_quote(bank: Bank, records: Records) -> None:
    for number in range(6):
        last = "wrong" if number == 0 else "right"
        keep(records, bank, setup_of("classic", bank, seed="1"), "wrong", "right", last, at=AT)
    hardest = records.answers()[0].question.partition("/")[2]
    async with playing(bank, records, size=TALL) as player:
        await player.press("b")
        first, second = part(player, "Hardest questions")
        assert first.split("  ") == ["12%", f"What about {hardest}?", "0 of 6"]
        assert second.startswith("75%")
        assert second.endswith("5 of 6")
        await player.press("tab", "tab", "enter")
        assert isinstance(player.app.screen, QuestionReviewScreen)
        assert f"What about {hardest}?" in player.shown
        assert "the right answer" in player.shown
        assert "The director is Len Wiseman." in player.shown
        await player.press("escape", "down", "o")
        assert isinstance(player.app.screen, QuestionReviewScreen)
        assert f"What about {hardest}?" not in player.shown
        await player.press("escape", "escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_days_in_a_row_and_games_are_counted(bank: Bank, records: Records) -> None:
    for days in (5, 2, 1):
        keep(records, bank, setup_of("classic", bank), "right", "right", "right", at=AT - timedelta(days=days))
    today = [AT]
    async with playing(bank, records, now=lambda: today[0]) as player:
        await player.press("b")
        assert "3 games · 2 days in a row" in player.shown
        today[0] += timedelta(days=1)
        await player.press("escape", "b")
        assert "3 games · 0 days in a row" in player.shown


async def test_scores_are_drawn_after_two_games_and_for_each_mode(bank: Bank, records: Records) -> None:
    keep(records, bank, setup_of("classic", bank), "right", "right", "right", at=AT)
    keep(records, bank, setup_of("timed", bank), "right", "timed out", at=AT + timedelta(minutes=1))
    async with playing(bank, records, size=TALL) as player:
        await player.press("b")
        assert "Timed: one game so far" in player.shown
        await player.press("m")
        assert "Classic: one game so far" in player.shown
        await player.press("escape")
        keep(records, bank, setup_of("timed", bank), "right", "right", "timed out", at=AT + timedelta(minutes=2))
        await player.press("b")
        assert "Timed: scores, earliest first" in player.shown
        assert "200.0┤" in player.shown
        await player.press("m")
        assert "Classic: one game so far" in player.shown
        assert "Timed:" not in player.shown
        await player.press("m")
        assert "Timed: scores, earliest first" in player.shown
        assert "Classic:" not in player.shown


async def test_with_one_mode_there_is_no_next_one(bank: Bank, records: Records) -> None:
    keep(records, bank, setup_of("classic", bank), "right", "right", "right", at=AT)
    async with playing(bank, records, size=TALL) as player:
        await player.press("b", "m")
        assert "Classic: one game so far" in player.shown
        assert player.segments_of("Next mode")[0].style != player.segments_of("Back")[0].style


async def test_empty_records_say_so(bank: Bank, records: Records) -> None:
    async with playing(bank, records) as player:
        await player.press("b")
        assert isinstance(player.app.screen, RecordsScreen)
        assert "0 games · 0 days in a row" in player.shown
        assert "No finished games yet." in player.shown
        await player.press("m", "o", "escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_unusable_records_are_reported(bank: Bank, records: Records) -> None:
    async with playing(bank, None, records_error="The disk is full.") as player:
        await player.press("b")
        assert isinstance(player.app.screen, HomeScreen)
        assert "The disk is full." in player.toasts
    async with playing(bank, records) as player:
        become_newer(records)
        await player.press("b")
        assert isinstance(player.app.screen, HomeScreen)
        assert "written by a newer Quiz" in player.toasts


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_everything_is_within_reach_of_the_keys(bank: Bank, records: Records, size: tuple[int, int]) -> None:
    for wrong in ("right", "wrong", "wrong", "wrong", "wrong"):
        keep(records, bank, setup_of("timed", bank), wrong, "wrong", "timed out", at=AT)
    async with playing(bank, records, size=size) as player:
        player.app.animation_level = "none"
        await player.press("b")
        seen = player.prose
        await player.press("shift+tab")
        for _ in range(6):
            await player.press("pagedown")
            seen += player.prose
        for words in ("Bests", "60 s", "Timed: scores", "Right answers by topic", "Hardest questions", "What about"):
            assert words in seen
        assert "Back" in player.rows[-1]
