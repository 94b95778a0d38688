"""Interrupted games: offered on the home screen, resumed or discarded. And records that fail during a game."""

from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.game.deal import deal
from quiz.game.events import Answer, Next
from quiz.records.records import Records
from quiz.records.session import new_session
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from tests import sample
from tests.records.test_recovery import become_newer
from tests.tui.app_player import Clock, Player, bank_of, classic, playing


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(5))


def interrupt(bank: Bank, records: Records, *, after: int = 2, length: int = 4) -> tuple[str, ...]:
    """Play the first questions of a game, the first one right and the others wrong, and stop there."""
    clock = Clock()
    setup = classic(bank, length=length)
    session = new_session(setup, deal(bank.questions, setup.seed, length, bank), records, clock)
    for number in range(after):
        clock.now += 1
        question = session.game.questions[number]
        session.send(Answer(number, question.answer if number == 0 else question.distractors[:1]))
        if number < after - 1:
            session.send(Next(number))
    return tuple(question.key for question in session.game.questions)


def assert_told(player: Player, words: str) -> None:
    assert words in player.prose, player.shown


async def test_a_game_is_resumed_with_the_same_questions_score_and_place(bank: Bank, records: Records) -> None:
    keys = interrupt(bank, records)
    async with playing(bank, records, clock=late_clock()) as player:
        assert_told(player, "Interrupted: Classic, 2 of 4, +67")
        await player.press("r")
        assert isinstance(player.app.screen, PlayScreen)
        assert tuple(question.key for question in player.game.questions) == keys
        assert [verdict.outcome for verdict in player.game.verdicts] == ["right", "wrong"]
        assert (player.game.index, player.game.phase) == (2, "asking")
        assert "3 of 4" in player.shown
        assert "+67" in player.shown
        for _ in range(2):
            await player.answer()
            await player.press("enter")
        assert "3 of 4 right" in player.shown
        assert [(len(game.verdicts), game.state) for game in records.history()] == [(4, "finished")]
        await player.press("h")
        assert "Interrupted" not in player.shown


def late_clock() -> Clock:
    """A monotonic clock that starts at another value, as on another day."""
    clock = Clock()
    clock.now = -5000.0
    return clock


@pytest.mark.parametrize("by", ["key", "mouse"])
async def test_a_discarded_game_stays_in_the_history(bank: Bank, records: Records, by: str) -> None:
    interrupt(bank, records)
    async with playing(bank, records) as player:
        await (player.press("d") if by == "key" else player.click("Discard  d"))
        assert "Interrupted" not in player.shown
        await player.press("r")
        assert isinstance(player.app.screen, HomeScreen)
    assert [(len(game.verdicts), game.state) for game in records.history()] == [(2, "dropped")]
    assert records.interrupted() == ()
    async with playing(bank, records) as player:
        assert "Interrupted" not in player.shown
        assert "Resume" not in player.shown
        await player.press("r", "d")
        assert isinstance(player.app.screen, HomeScreen)


async def test_a_game_that_was_left_for_later_is_offered_at_once_to_keys_and_mouse(
    bank: Bank, records: Records
) -> None:
    async with playing(bank, records, setup=classic(bank, length=3)) as player:
        await player.answer()
        await player.press("escape", "l")
        assert_told(player, "Interrupted: Classic, 1 of 3, +100")
        await player.press("r")
        assert (player.game.index, player.game.phase) == (1, "asking")
        await player.press("escape")
        await player.click("Leave and resume later")
        assert_told(player, "Interrupted: Classic, 1 of 3, +100")
        await player.click("Resume  r")
        assert isinstance(player.app.screen, PlayScreen)
        assert (player.game.index, player.game.phase) == (1, "asking")


async def test_a_game_stopped_at_its_last_verdict_is_resumed_to_its_results(bank: Bank, records: Records) -> None:
    interrupt(bank, records, after=2, length=2)
    async with playing(bank, records) as player:
        if "Interrupted" in player.shown:
            await player.press("r")
            assert isinstance(player.app.screen, ResultsScreen), player.shown
            assert "1 of 2 right" in player.shown
            await player.press("h")
        assert "Interrupted" not in player.shown
    assert [(len(game.verdicts), game.state) for game in records.history()] == [(2, "finished")]


async def test_a_game_whose_questions_are_gone_is_not_offered(bank: Bank, records: Records) -> None:
    keys = interrupt(bank, records)
    left = bank_of(question for question in bank.questions if question.key != keys[3])
    async with playing(left, records) as player:
        assert "Interrupted" not in player.shown
        await player.press("r")
        assert isinstance(player.app.screen, HomeScreen)


async def test_the_player_is_told_why_a_game_cannot_be_resumed(bank: Bank, records: Records) -> None:
    interrupt(bank, records)
    async with playing(bank, records) as player:
        become_newer(records)
        await player.press("r")
        assert isinstance(player.app.screen, HomeScreen)
        assert "written by a newer Quiz" in player.toasts


# Records that cannot be used


async def test_home_says_why_games_are_not_saved(bank: Bank) -> None:
    async with playing(bank, None, records_error="The disk is [/full].") as player:
        assert_told(player, "! Games are not saved. The disk is [/full].")
        await player.press("p")
        await player.answer()
        assert "✓ Right  +100" in player.shown


async def test_unreadable_records_are_reported_at_home(bank: Bank, records: Records) -> None:
    become_newer(records)
    async with playing(bank, records) as player:
        assert "Games are not saved" in player.shown
        assert_told(player, "written by a newer Quiz")


async def test_a_game_continues_unsaved_when_the_records_fail(bank: Bank, records: Records) -> None:
    async with playing(bank, records, setup=classic(bank, length=3), size=(80, 30)) as player:
        await player.answer()
        assert "Not saved" not in player.shown
        await player.press("enter")
        become_newer(records)
        await player.answer()
        assert "! Not saved." in player.shown
        assert_told(player, "written by a newer Quiz")
        assert "✓ Right  +100" in player.shown
        await player.press("enter", "escape")
        assert "End and see the results" in player.shown
        assert "resume later" not in player.shown  # what is not kept cannot be resumed
        await player.press("l", "escape")
        assert isinstance(player.app.screen, PlayScreen)
        await player.answer(right=False)
        await player.press("enter")
        assert "2 of 3 right" in player.shown
        assert "! Not saved." in player.shown


async def test_a_game_resumed_in_another_window_is_reported_in_the_first(
    bank: Bank, records: Records, tmp_path: Path
) -> None:
    async with playing(bank, records, setup=classic(bank, length=3)) as player:
        await player.answer()
        second = Records(tmp_path / "data")
        (found,) = second.interrupted()
        assert found is not None
        second.claim(found.id)
        second.close()
        await player.press("enter")
        await player.answer()
        assert "resumed in another window" in player.prose
        assert len(player.game.verdicts) == 2


@pytest.mark.parametrize("key", ["d", "r"])
async def test_home_discards_and_resumes_the_game_that_it_shows(
    bank: Bank, records: Records, tmp_path: Path, key: str
) -> None:
    interrupt(bank, records)
    (shown,) = records.interrupted()
    assert shown is not None
    async with playing(bank, records) as player:
        other = Records(tmp_path / "data")
        interrupt(bank, other, after=1, length=5)
        await player.press(key)
        if key == "r":
            assert tuple(question.key for question in player.game.questions) == shown.questions
        else:
            assert [game.id for game in records.history()] == [shown.id]
        other.close()
