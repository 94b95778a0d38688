"""Every stylesheet is named by a screen, and is read when such a screen is first opened."""

from importlib import import_module
from pathlib import Path

from quiz.tui.app import QuizApp
from quiz.tui.keymap.key_contexts import KEY_CONTEXTS
from quiz.tui.screens.quiz_screen import DismissOnce
from tests import sample
from tests.tui.app_player import bank_of, classic, playing

TUI = Path(import_module("quiz.tui").__file__ or "").parent


def test_every_stylesheet_is_named_by_a_screen_and_exists() -> None:
    screens = [context.screen for context in KEY_CONTEXTS if issubclass(context.screen, DismissOnce)]
    named = {sheet for screen in screens for sheet in screen.STYLESHEETS}
    found = {path.relative_to(TUI).as_posix() for path in TUI.rglob("*.tcss")}
    assert named | {QuizApp.CSS_PATH} == found


async def test_a_stylesheet_is_read_when_its_screen_is_first_opened() -> None:
    bank = bank_of(sample.questions(1))

    def read(app: QuizApp) -> set[str]:
        paths = (Path(where) for where, _ in app.stylesheet.source)
        return {path.relative_to(TUI).as_posix() for path in paths if path.suffix == ".tcss"}

    async with playing(bank) as player:
        assert read(player.app) == {"app.tcss", "screens/home/home.tcss"}
        await player.press("p")
        assert read(player.app) == {
            "app.tcss", "screens/home/home.tcss", "screens/play/play.tcss", "widgets/question_view.tcss"
        }  # fmt: skip
    async with playing(bank, setup=classic(bank)) as player:
        assert "screens/home/home.tcss" not in read(player.app)
