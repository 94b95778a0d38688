"""Every key can be changed, as long as it is not used for something else in the same context."""

import importlib
import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

import quiz.tui
from quiz.bank.bank import Bank
from quiz.records.records import Records
from quiz.settings.settings import Settings
from quiz.settings.settings_parser import read_settings
from quiz.settings.store import Preferences
from quiz.tui.keymap.key_contexts import KEY_CONTEXTS
from quiz.tui.keymap.keymap import all_bindings, wrong_keys
from quiz.tui.messages import ChangeKeys
from quiz.tui.screens.dialogs.help import HelpDialog
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from quiz.tui.screens.quiz_screen import DismissOnce, QuizScreen
from quiz.tui.setting_validators import screen_validators
from quiz.tui.textual_fixes.palette import Palette
from tests import sample
from tests.hostile import HOSTILE
from tests.tui.app_player import Player, bank_of, classic, playing

NO_KEY = "is not a key. Use a letter, a sign, or a name such as f5, enter or ctrl+x."


def own_classes() -> list[type[DOMNode]]:
    """Return every screen, widget and app class of Quiz."""
    names = [found.name for found in pkgutil.walk_packages(quiz.tui.__path__, "quiz.tui.")]
    classes = {cls for name in names for cls in vars(importlib.import_module(name)).values() if isinstance(cls, type)}
    return sorted(
        (cls for cls in classes if issubclass(cls, DOMNode) and cls.__module__.startswith("quiz.")),
        key=lambda cls: cls.__name__,
    )


def with_keys(**keys: str) -> Preferences:
    return Preferences(Settings(keys={name.replace("__", "."): key for name, key in keys.items()}))


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(3))


def line(player: Player) -> str:
    return player.rows[-1].strip()


# All bindings


def test_every_binding_of_the_app_has_an_id_and_is_in_the_keymap() -> None:
    for cls in own_classes():
        for binding in Binding.make_bindings(vars(cls).get("BINDINGS", ())):
            assert binding.id, f"{cls.__name__}: {binding}"
            assert binding.description, f"{cls.__name__}: {binding}"
            assert binding.key in all_bindings()[binding.id].keys


def test_every_screen_is_a_key_context() -> None:
    abstract = {QuizScreen, DismissOnce, Palette}  # the palette is Textual's own
    screens = {cls for cls in own_classes() if issubclass(cls, Screen)} - abstract
    rooms = tuple(room.screen for room in KEY_CONTEXTS)
    assert [cls.__name__ for cls in screens if not any(issubclass(cls, room) for room in rooms)] == []


def test_default_keys_are_always_valid() -> None:
    for bound in all_bindings().values():
        assert wrong_keys({bound.id: ",".join(bound.keys)}) == {}


# What is wrong


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        ({"home.play": "g"}, {}),
        ({"home.play": "x"}, {"home.play": "x is already used for Clear (home.clear)."}),
        ({"home.play": "g, x"}, {"home.play": "x is already used for Clear (home.clear)."}),
        ({"home.play": "?"}, {"home.play": "? is already used for Help (app.help)."}),
        ({"home.play": "enter"}, {"home.play": "enter is already used for Select."}),
        ({"home.play": "x", "home.clear": "p"}, {}),
        ({"home.play": "x", "home.clear": "y"}, {}),
        ({"home.play": "g", "home.clear": "g"}, {"home.clear": "g is already used for Play (home.play)."}),
        ({"app.help": "h"}, {"app.help": "h is already used for Option 8 (option.8)."}),
        ({"app.help": "f1", "home.play": "?"}, {}),
        ({"app.quit": "q"}, {"app.quit": "q types a character there. Use a key such as f5 or ctrl+x."}),
        ({"write.save": "s"}, {"write.save": "s types a character there. Use a key such as f5 or ctrl+x."}),
        ({"write.save": "/"}, {"write.save": "/ types a character there. Use a key such as f5 or ctrl+x."}),
        ({"write.save": "ctrl+k"}, {"write.save": "ctrl+k is already used for Delete to line end."}),
        ({"home.pley": "g"}, {"home.pley": "There is no such binding. Did you mean 'home.play'?"}),
        ({"nothing": "g"}, {"nothing": "There is no such binding. The settings screen lists them."}),
        ({"home.play": ","}, {"home.play": f"'' {NO_KEY}"}),
        ({"home.play": "pgdown"}, {"home.play": f"'pgdown' {NO_KEY}"}),
        ({"home.play": "hyper+"}, {"home.play": f"'hyper+' {NO_KEY}"}),
        ({"home.play": "ctrl+f12,pageup,ß,+,shift+left"}, {"home.play": "pageup is already used for Page Up."}),
    ],
)  # fmt: skip
def test_invalid_keys_are_reported_in_one_line(keys: dict[str, str], wrong: dict[str, str]) -> None:
    assert wrong_keys(keys) == wrong


def test_a_rejected_binding_keeps_its_default_keys() -> None:
    """Play cannot have x: Clear keeps it, because the new key of Clear is rejected."""
    assert wrong_keys({"home.play": "x", "home.clear": "enter"}).keys() == {"home.play", "home.clear"}


@given(st.dictionaries(st.one_of(st.sampled_from(sorted(all_bindings())), st.text()), st.text(), max_size=4))
def test_no_keys_cause_an_exception(keys: dict[str, str]) -> None:
    assert wrong_keys(keys).keys() <= keys.keys()


@given(
    st.dictionaries(
        st.sampled_from(sorted(all_bindings())),
        st.sampled_from(["a", "g", "x", "f5", "enter", "?", "ctrl+k", "z,y", "escape", "1"]),
        max_size=4,
    )
)
def test_without_the_invalid_keys_the_rest_is_valid(keys: dict[str, str]) -> None:
    wrong = wrong_keys(keys)
    assert wrong_keys({name: key for name, key in keys.items() if name not in wrong}) == {}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_ids_and_keys_are_reported_in_one_line(words: str) -> None:
    for said in (*wrong_keys({words: "g"}).values(), *wrong_keys({"home.play": words}).values()):
        assert said
        assert "\n" not in said


def test_invalid_keys_in_a_settings_file_are_reported_with_their_lines() -> None:
    settings, flaws = read_settings("keys:\n  home.play: x\n  app.help: f1\n", "settings.yaml", screen_validators())
    assert settings.keys == {"app.help": "f1"}
    assert [str(flaw) for flaw in flaws] == [
        "settings.yaml:2: keys: home.play: x is already used for Clear (home.clear)."
    ]


# What is pressed, and what is shown


async def test_a_changed_key_works_instead_of_the_default(bank: Bank) -> None:
    async with playing(bank, preferences=with_keys(home__play="g,f5", app__help="f1")) as player:
        assert line(player).startswith("g Play  b Records")
        assert line(player).endswith("f1 Help")
        await player.press("p", "question_mark")
        assert isinstance(player.app.screen, HomeScreen)
        await player.press("f1")
        assert isinstance(player.app.screen, HelpDialog)
        assert "g f5  Play" in player.shown
        assert "f1  Help" in player.shown
        await player.press("escape", "f5")
        assert isinstance(player.app.screen, PlayScreen)


async def test_two_keys_can_be_swapped(bank: Bank) -> None:
    async with playing(bank, preferences=with_keys(home__play="x", home__clear="p")) as player:
        await player.click("□ Crew")
        assert "■ Crew" in player.shown
        await player.press("p")
        assert "□ Crew" in player.shown
        await player.click("x Play")
        assert isinstance(player.app.screen, PlayScreen)


async def test_options_are_chosen_with_other_keys(bank: Bank) -> None:
    async with playing(bank, setup=classic(bank), preferences=with_keys(option__1="w", play__skip="z")) as player:
        assert line(player) == "w234 Answer  z Skip  esc Leave  l Look it up  ? Help"
        first = player.game.options[0]
        await player.press("1", "a", "x")
        assert player.game.verdicts == ()
        await player.press("w")
        assert player.game.verdicts[0].chosen == (first,)
        await player.press("enter", "z")
        assert player.game.verdicts[1].outcome == "skipped"


async def test_buttons_and_notices_show_the_changed_keys(bank: Bank, records: Records) -> None:
    keys = with_keys(
        home__resume="ctrl+r", home__drop="f8", home__clear="z", home__bank="f9", leave__later="w", leave__on="f2"
    )
    async with playing(bank, records, setup=classic(bank), preferences=keys) as player:
        await player.press("1", "enter", "escape")
        assert "Keep playing  f2" in player.shown
        assert "Leave and resume later  w" in player.shown
        await player.press("w")
        assert "Resume  ^r" in player.shown
        assert "Discard  f8" in player.shown
        await player.press("comma")
        player.app.screen.post_message(ChangeKeys("home.drop", "f7"))
        await player.settle()
        await player.press("escape")
        assert "Discard  f7" in player.shown
        await player.press("f7")
        assert "Interrupted" not in player.shown
