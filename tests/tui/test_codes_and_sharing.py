"""Challenge codes and sharing: the code of a game, the same game by its code, and the result as text."""

import pytest

from quiz.bank.bank import Bank
from quiz.game.challenge_code import encode
from quiz.game.deal import Filters
from quiz.records.records import Records
from quiz.tui.screens.dialogs.prompt import PromptDialog
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.results.results_screen import ResultsScreen
from tests import sample
from tests.tui.app_player import Player, bank_of, classic, playing
from tests.tui.mode_games import give, setup_of


@pytest.fixture
def bank() -> Bank:
    return bank_of([sample.question(f"q{n}", topic="Cast" if n % 2 else "Plot") for n in range(6)])


def code_of(player: Player) -> str:
    """Return the code on the results screen."""
    return player.prose.partition("quiz play --code ")[2].split()[0]


async def played(player: Player, *outcomes: str) -> str:
    """Play to the results and return the code shown there."""
    await give(player, *outcomes)
    assert isinstance(player.app.screen, ResultsScreen)
    return code_of(player)


async def test_the_code_on_the_results_asks_the_same_questions_in_the_same_order(bank: Bank) -> None:
    setup = classic(bank, length=2, filters=Filters(topics=("Cast",)))
    async with playing(bank, setup=setup, size=(100, 40)) as player:
        first = player.game
        shown = [first.options]
        code = await played(player, "right", "wrong")
        assert f"Challenge a friend: quiz play --code {code}" in player.shown
    async with playing(bank) as player:
        await player.press("c")
        await player.burst(*code.lower(), "enter")
        assert isinstance(player.app.screen, PlayScreen)
        assert player.game.questions == first.questions
        assert [player.game.options] == shown
        assert player.game.setup.filters == setup.filters
        assert player.toasts == ""


async def test_the_code_of_a_timed_game_has_its_clock(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("timed", bank, seconds=45), size=(100, 40)) as player:
        order = [question.key for question in player.game.questions]
        code = await played(player, "timed out")
    async with playing(bank) as player:
        await player.press("c")
        await player.burst(*code, "enter")
        assert "0:45" in player.shown
        assert [question.key for question in player.game.questions] == order


async def test_a_mistyped_code_is_refused_in_the_dialog(bank: Bank) -> None:
    code = encode(classic(bank, length=1), bank.questions)
    async with playing(bank, size=(40, 12)) as player:
        await player.press("c")
        await player.burst(*code[:-1], "0" if code[-1] == "1" else "1", "enter")
        assert isinstance(player.app.screen, PromptDialog)
        assert player.prose_of("#wrong") == "! This code was mistyped: its letters do not add up."
        await player.press("backspace", code[-1], "enter")
        assert isinstance(player.app.screen, PlayScreen)


async def test_an_invalid_code_is_refused_and_escape_goes_back(bank: Bank) -> None:
    async with playing(bank) as player:
        for typed in ("", "?!"):
            await player.press("c")
            await player.burst(*typed, "enter")
            assert isinstance(player.app.screen, PromptDialog)
            assert player.prose_of("#wrong").startswith("! Th")
            await player.press("escape")
            assert isinstance(player.app.screen, HomeScreen)


async def test_a_code_for_another_bank_shows_a_warning(bank: Bank) -> None:
    code = encode(classic(bank, length=2), bank.questions)
    other = bank_of([*bank.questions, sample.question("q9")])
    async with playing(other) as player:
        await player.press("c")
        await player.burst(*code, "enter")
        assert isinstance(player.app.screen, PlayScreen)
        assert "This code was made with another bank" in player.toasts


async def test_the_result_is_copied_as_text_with_signs_and_as_a_code(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, length=3), size=(100, 40)) as player:
        code = await played(player, "right", "wrong", "skipped")
        await player.press("c")
        assert player.app.clipboard == "Quiz classic · 1 of 3 · right wrong skipped"
        assert "Copied Quiz classic · 1 of 3 · right wrong skipped" in player.toasts
        await player.press("v")
        assert player.app.clipboard == "Quiz classic · 1 of 3 · right wrong skipped\n🟩🟥⬜"
        await player.press("y")
        assert player.app.clipboard == code


async def test_the_daily_is_shared_with_its_date(records: Records) -> None:
    bank = bank_of(sample.questions(2))
    async with playing(bank, records, setup=setup_of("daily", bank, seed="2026-11-20/abc/1")) as player:
        await give(player, "right", "wrong")
        await player.press("c")
        assert player.app.clipboard == "Quiz daily 2026-11-20 · 1 of 2 · right wrong\n🟩🟥"


async def test_a_timed_game_is_shared_with_its_clock_and_score(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        await give(player, "right", "wrong", "timed out")
        await player.press("c")
        assert player.app.clipboard == "Quiz timed 60 s · 1 right · +67 · right wrong timed out"


async def test_the_result_is_printed_at_exit_on_request_only(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank, length=1)) as player:
        await give(player, "right")
        assert player.app.exit_text is None
        await player.press("e")
        assert player.app.exit_text == "Quiz classic · 1 of 1 · right"
        assert "The result will be printed when you quit." in player.toasts


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_the_code_and_the_topics_are_within_reach_of_the_keys(bank: Bank, size: tuple[int, int]) -> None:
    async with playing(bank, setup=setup_of("timed", bank), size=size) as player:
        await give(player, "right", "wrong", "timed out")
        player.app.animation_level = "none"
        await player.press("shift+tab")
        seen = player.prose
        for _ in range(6):
            await player.press("pagedown")
            seen += player.prose
        assert "Right answers by topic" in seen
        assert "Challenge a friend" in seen
