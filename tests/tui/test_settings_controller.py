"""The effect of settings on the screens: clock, order of options, animation, theme."""

import pytest

from quiz.bank.bank import Bank
from quiz.records.records import Records
from quiz.settings.settings import Settings
from quiz.settings.store import Preferences
from quiz.tui.screens.play.race_line import RaceLine
from quiz.tui.screens.results.results_screen import ResultsScreen
from tests import sample
from tests.tui.app_player import bank_of, classic, playing
from tests.tui.mode_games import give, is_lit, keep, outcomes, setup_of, tick


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(6))


def settled(**settings: object) -> Preferences:
    return Preferences(Settings(**settings))  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", ["timed", "survival"])
async def test_without_the_timer_no_time_is_shown_and_the_rules_stay(bank: Bank, mode: str) -> None:
    async with playing(bank, setup=setup_of(mode, bank), preferences=settled(timer=False)) as player:
        first = player.shown
        assert "0:" not in first
        assert "▰" not in first.splitlines()[1]
        await tick(player, after=3.0)
        assert player.shown == first
        deadline = player.game.deadline
        assert deadline is not None
        await tick(player, after=deadline - player.clock.now)
        assert outcomes(player) == ["timed out"]


async def test_with_the_timer_the_time_is_shown(bank: Bank) -> None:
    async with playing(bank, setup=setup_of("timed", bank)) as player:
        assert "1:00" in player.shown
        await tick(player, after=3.0)
        assert "0:57" in player.shown


async def test_without_the_timer_there_is_no_race_against_the_best_run(bank: Bank, records: Records) -> None:
    keep(records, bank, setup_of("timed", bank), "right", "timed out")
    for timer in (True, False):
        setup = setup_of("timed", bank)
        async with playing(bank, records, setup=setup, preferences=settled(timer=timer)) as player:
            assert player.app.screen.query_one(RaceLine).has_class("-shown") is timer
            assert ("behind" in player.shown or "level" in player.shown) is timer


async def test_options_can_be_in_alphabetical_order(bank: Bank, records: Records) -> None:
    async with playing(bank, records, setup=classic(bank), preferences=settled(options="alphabetical")) as player:
        for _ in range(2):
            assert list(player.game.options) == sorted(player.question.options)
            place = sorted(player.question.options).index(player.question.answer[0])
            assert f"{place + 1}  {player.question.answer[0]}" in player.shown
            await player.press(str(place + 1), "enter")
        await give(player, "wrong", "skipped", "skipped", "skipped")
        assert outcomes_kept(player.app.screen) == ["right", "right", "wrong", "skipped", "skipped", "skipped"]
        missed = player.game.question_at(2)
        await player.press("o")
        for number, option in enumerate(sorted(missed.options), start=1):
            assert f"{number}  {option}" in player.shown


def outcomes_kept(screen: object) -> list[str]:
    assert isinstance(screen, ResultsScreen)
    return [verdict.outcome for verdict in screen.game.verdicts]


async def test_a_resumed_game_uses_the_current_order_of_options(bank: Bank, records: Records) -> None:
    async with playing(bank, records, setup=classic(bank)) as player:
        await give(player, "right")
    async with playing(bank, records, preferences=settled(options="alphabetical")) as player:
        await player.press("r")
        assert player.game.index == 1
        assert list(player.game.options) == sorted(player.question.options)


async def test_without_animation_nothing_is_highlighted(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank), preferences=settled(animation=False)) as player:
        await player.answer()
        assert not is_lit(player, "✓ Right")


@pytest.mark.parametrize(("theme", "shown"), [(None, "curtain"), ("ansi-dark", "ansi-dark")])
async def test_the_theme_of_the_settings_is_applied(bank: Bank, theme: str | None, shown: str) -> None:
    async with playing(bank, preferences=settled(theme=theme)) as player:
        assert player.app.theme == shown


@pytest.mark.parametrize(
    ("questions", "line"), [(7, "● 7"), (5, "● 5"), ("all", "● All"), (10_000, "● 10000"), (None, "● 10")]
)
async def test_home_picks_the_length_of_the_settings(bank: Bank, questions: object, line: str) -> None:
    async with playing(bank, preferences=settled(questions=questions)) as player:
        assert line in player.shown
        await player.press("p")
        assert player.game.setup.length == (10 if questions is None else None if questions == "all" else questions)
