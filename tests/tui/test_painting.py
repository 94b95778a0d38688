"""How often the screen is painted: verdicts and new screens are complete in the first frame."""

import pytest
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from quiz.bank.bank import Bank
from quiz.tui.messages import GoHome
from quiz.tui.screens.home.home_screen import HomeScreen
from tests import sample
from tests.tui.app_player import Player, bank_of, classic, playing

pytestmark = pytest.mark.usefixtures("every_frame")


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what the screen showed in each frame that differs from the one before."""
    shown: list[str] = []
    paint = Screen._compositor_refresh

    def painting(screen: Screen[object]) -> None:
        paint(screen)
        now = "\n".join(strip.text.rstrip() for strip in screen._compositor.render_strips())
        if not shown or shown[-1] != now:
            shown.append(now)

    monkeypatch.setattr(Screen, "_compositor_refresh", painting)
    return shown


async def test_a_verdict_is_complete_in_its_first_frame(builtin: Bank, painted: list[str]) -> None:
    async with playing(builtin, setup=classic(builtin)) as player:
        for _ in range(5):
            await _all_but_last_key(player)
            painted.clear()
            await player.press(player.keys_for(right=True)[-1])
            first = next(one for one in painted if "✓ Right" in one)
            assert first == painted[-1]
            assert "¶" in first
            assert "Next" in first
            await player.press("enter")


async def _all_but_last_key(player: Player) -> None:
    keys = player.keys_for(right=True)[:-1]
    if keys:
        await player.press(*keys)


async def test_the_home_screen_is_complete_in_its_first_frame(painted: list[str]) -> None:
    async with playing(bank_of(sample.questions(3))):
        assert [one for one in painted if "QUIZ" in one] == [painted[-1]]


async def test_the_widgets_of_a_new_screen_are_styled_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    restyled: list[object] = []
    update = Stylesheet.update_nodes
    monkeypatch.setattr(
        Stylesheet,
        "update_nodes",
        lambda sheet, nodes, **more: restyled.extend(found := [*nodes]) or update(sheet, found, **more),
    )
    async with playing(bank_of(sample.questions(3))) as player:
        assert restyled  # what takes the focus
        assert player.app.screen not in restyled


async def test_a_requested_game_starts_without_creating_the_home_screen(builtin: Bank) -> None:
    async with playing(builtin, setup=classic(builtin)) as player:
        assert not any(isinstance(screen, HomeScreen) for screen in player.app.screen_stack)
        player.app.post_message(GoHome())
        await player.settle()
        assert isinstance(player.app.screen, HomeScreen)
