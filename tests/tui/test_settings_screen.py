"""The settings screen: changes by keyboard and by mouse apply and are saved at once, in every size."""

from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.settings.settings import Settings
from quiz.settings.store import Preferences, SettingsFile
from quiz.tui.screens.dialogs.press_key import PressKeyDialog
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.settings.settings_screen import SettingsScreen
from quiz.tui.setting_validators import screen_validators
from tests import sample
from tests.tui.app_player import Player, bank_of, playing

SIZES = [(40, 12), (80, 24), (120, 40)]


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(30))


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config", screen_validators())


@pytest.fixture
def saved(file: SettingsFile) -> Preferences:
    return Preferences(*file.read(), file)


async def go_to(player: Player, words: str) -> None:
    """Move the cursor to the line that contains a text."""
    screen = player.app.screen
    assert isinstance(screen, SettingsScreen)
    for row in range(screen.lines.option_count):
        if words in str(screen.lines.get_option_at_index(row).prompt):
            screen.lines.highlighted = row
            await player.settle()
            return
    raise AssertionError(f"no line has {words!r}")


async def test_it_opens_from_home_shows_the_settings_and_closes(bank: Bank) -> None:
    async with playing(bank) as player:
        for size in SIZES:
            await player.resize(*size)
            await player.press("comma")
            assert isinstance(player.app.screen, SettingsScreen), size
            values = {"Theme": "curtain", "Questions": "10", "Clock": "60 s", "Animation": "on", "Timer": "on"}
            for name, value in {**values, "Order of options": "shuffled"}.items():
                assert f"{name:<16}  ‹ {value} ›" in player.shown, size
            await go_to(player, "Play again")
            assert "a               Play again" in player.shown, size
            await player.press("escape")
            assert isinstance(player.app.screen, HomeScreen), size


async def test_it_opens_by_mouse(bank: Bank) -> None:
    async with playing(bank) as player:
        await player.click(", Settings")
        assert isinstance(player.app.screen, SettingsScreen)
        await player.click("esc Back")
        assert isinstance(player.app.screen, HomeScreen)


async def test_each_setting_changes_by_keys_and_is_saved_at_once(
    bank: Bank, file: SettingsFile, saved: Preferences
) -> None:
    async with playing(bank, preferences=saved) as player:
        await player.press("comma", "right")
        assert player.app.theme == "matinee"
        await player.press("j", "l", "down", "enter", "j", "space", "j", "h", "j", "left")
        wanted = Settings(
            theme="matinee", questions=20, seconds=120, animation=False, timer=False, options="alphabetical"
        )
        assert player.app.settings == wanted
        assert file.read() == (wanted, [])
        assert player.app.animation_level == "none"
        await player.press("escape")
        assert "● 20" in player.shown
        home = player.app.screen
        assert isinstance(home, HomeScreen)
        home.picker.modes.focus()
        await player.press("home", "j", "enter")
        assert "● 120 s" in player.shown


async def test_a_click_changes_a_setting(bank: Bank) -> None:
    async with playing(bank) as player:
        await player.press("comma")
        for size in SIZES:
            await player.resize(*size)
            await player.click("Animation")
            assert "Animation         ‹ off ›" in player.shown, size
            await player.click("Animation")
            assert player.app.settings.animation is True, size
            assert player.app.animation_level == "full", size


async def test_a_new_key_works_and_is_shown(bank: Bank, file: SettingsFile, saved: Preferences) -> None:
    async with playing(bank, preferences=saved) as player:
        await player.press("comma")
        await go_to(player, "p               Play")
        await player.press("enter")
        assert isinstance(player.app.screen, PressKeyDialog)
        assert "Home: Play" in player.shown
        await player.press("g")
        assert isinstance(player.app.screen, SettingsScreen)
        assert "g               Play  changed" in player.shown
        assert file.read()[0] == Settings(keys={"home.play": "g"})
        await player.press("escape")
        assert "g Play  b Records" in player.shown
        await player.press("p")
        assert isinstance(player.app.screen, HomeScreen)
        await player.press("question_mark")
        assert "g  Play" in player.shown
        await player.press("escape", "g")
        assert isinstance(player.app.screen, PlayScreen)


async def test_a_key_that_is_used_in_the_same_context_is_refused(bank: Bank) -> None:
    async with playing(bank) as player:
        await player.press("comma")
        await go_to(player, "p               Play")
        for size in SIZES:
            await player.resize(*size)
            await player.press("enter", "x")
            assert isinstance(player.app.screen, PressKeyDialog), size
            assert player.prose_of("#wrong") == "! x is already used for Clear (home.clear).", size
            await player.press("enter")
            assert "! enter is already used for " in player.prose_of("#wrong"), size
            await player.press("escape")
            assert isinstance(player.app.screen, SettingsScreen), size
            assert player.app.settings == Settings(), size


async def test_a_key_is_reset_to_its_default(bank: Bank, file: SettingsFile) -> None:
    file.put_key("home.play", "g")
    async with playing(bank, preferences=Preferences(*file.read(), file)) as player:
        await player.press("comma")
        await go_to(player, "g               Play")
        await player.press("x")
        assert "p               Play\n" in player.shown
        assert file.read()[0] == Settings()
        await player.press("escape", "p")
        assert isinstance(player.app.screen, PlayScreen)


async def test_the_keys_of_help_and_quit_can_be_pressed_as_the_new_key(bank: Bank) -> None:
    """Any key can be pressed as the new one, including those of bindings that work everywhere."""
    async with playing(bank) as player:
        await player.press("comma")
        await go_to(player, "p               Play")
        await player.press("enter", "question_mark")
        assert isinstance(player.app.screen, PressKeyDialog)
        assert player.prose_of("#wrong") == "! ? is already used for Help (app.help)."
        await player.press("f5")
        assert player.app.settings.keys == {"home.play": "f5"}


async def test_a_theme_chosen_on_home_is_saved(bank: Bank, file: SettingsFile, saved: Preferences) -> None:
    async with playing(bank, preferences=saved) as player:
        await player.press("t", *"matinee", "enter", after=0)
        await player.until(lambda: file.read()[0].theme == "matinee")
        await player.press("comma")
        assert "‹ matinee ›" in player.shown


async def test_a_broken_file_is_reported_on_home_and_settings_and_left_alone(bank: Bank, file: SettingsFile) -> None:
    file.path.parent.mkdir()
    broken = "theme: matinee\nseconds: 5\nfoo: [/foo]\n"
    file.path.write_text(broken)
    async with playing(bank, preferences=Preferences(*file.read(), file)) as player:
        assert player.app.theme == "matinee"
        assert "settings.yaml:2: seconds: It is '5'; write a number from 10 to 3600. And 1 more." in player.prose
        await player.press("comma")
        assert "settings.yaml:3: The key 'foo' is not known." in player.prose
        await player.press("enter")
        assert player.app.theme != "matinee"
        assert "The file has problems, so it was not changed." in player.toasts
    assert file.path.read_text() == broken


async def test_a_setting_that_cannot_be_saved_applies_and_is_reported_in_one_line(bank: Bank, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    file = SettingsFile(tmp_path / "file", screen_validators())
    async with playing(bank, preferences=Preferences(Settings(), (), file)) as player:
        await player.press("comma", "enter")
        assert player.app.theme == "matinee"
        assert "cannot be" in player.toasts


async def test_a_key_pressed_twice_opens_one_screen_and_one_dialog(bank: Bank) -> None:
    async with playing(bank) as player:
        await player.press("comma")
        await go_to(player, "p               Play")
        await player.burst("enter", "enter", "escape", "escape")
        assert isinstance(player.app.screen, (SettingsScreen, HomeScreen, PressKeyDialog))
        assert player.app.settings == Settings()


async def test_nothing_changes_while_the_terminal_is_too_small(bank: Bank) -> None:
    async with playing(bank) as player:
        await player.press("comma")
        await player.resize(20, 5)
        await player.press("escape")
        await player.resize(80, 24)
        assert isinstance(player.app.screen, SettingsScreen)
