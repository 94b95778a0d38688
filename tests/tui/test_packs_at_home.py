"""The list of packs on the home screen: shown if there are several; packs are read when they are selected."""

from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.pack_library import open_library
from quiz.tui.screens.home.home_screen import HomeScreen
from tests.bank.pack_folder import PackFolder, pack_of, question
from tests.hostile import HOSTILE, as_seen
from tests.tui.app_player import Player, playing
from tests.tui.test_hostile_text import TALL, assert_harmless


def make(root: Path, *names: str) -> PackFolder:
    return pack_of(root, *(question(name, topic=root.name.capitalize()) for name in names))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make(tmp_path / "packs" / "ants", "queen", "worker")
    make(tmp_path / "packs" / "bees", "hive")
    make(tmp_path / "packs" / "cats").write("seeds/sources.yaml", "sources: [")
    return tmp_path / "packs"


def packs(player: Player) -> tuple[bool, list[str]]:
    """Return whether the list of packs is shown, and the names of those that are picked."""
    screen = player.app.screen
    assert isinstance(screen, HomeScreen)
    return screen.picker.packs.display, [Path(root).name for root in screen.picker.packs.picked]


async def test_with_one_pack_nothing_is_offered(builtin: Bank, tmp_path: Path) -> None:
    for library in (None, open_library((), tmp_path / "packs")):
        async with playing(library.bank if library else builtin, library=library) as player:
            assert not packs(player)[0]
            assert "Packs" not in player.shown


async def test_the_player_selects_packs_and_the_selection_is_remembered(folder: Path) -> None:
    library = open_library([folder / "ants"], folder)
    async with playing(library.bank, library=library) as player:
        assert packs(player) == (True, ["ants"])
        for words in ("■ ants  2", "□ bees", "□ cats", "□ Ants  2", "2 of 2 questions"):
            assert words in player.shown
        await player.click("□ bees")
        for words in ("■ ants  2", "■ bees  1", "□ Bees  1", "3 of 3 questions", "3 questions · 2 sources"):
            assert words in player.shown
        await player.click("■ ants")
        for words in ("□ ants", "■ bees  1", "1 of 1 question"):
            assert words in player.shown
        assert "Ants  2" not in player.shown
        await player.press("p")
        assert [one.key for one in player.game.questions] == ["bees/hive"]
        await player.press("escape", "e", "h")
        assert packs(player) == (True, ["bees"])
        await player.press("e")
        assert "hive" in player.shown
        await player.press("escape")

        await player.click("■ bees")
        assert "Select at least one pack." in player.shown
        await player.press("p")
        assert packs(player) == (True, [])
        await player.click("□ cats")
        assert "■ cats  ✗ broken" in player.shown
        assert "1 problem in the bank" not in player.shown.replace("2 problems", "")
        await player.click("□ ants")
        await player.press("x")  # clears the filters, not the packs
        assert packs(player) == (True, ["ants", "cats"])


async def test_a_pack_with_some_problems_says_so_and_one_that_comes_is_listed(folder: Path) -> None:
    library = open_library([folder / "bees"], folder)
    async with playing(library.bank, library=library) as player:
        make(folder / "dogs").questions(question("bark"), question("bite", distractors=[]))
        await player.press("question_mark", "escape")
        await player.click("□ dogs")
        assert "■ dogs  1  ! 1 problem" in player.shown
        await player.resize(40, 12)
        screen = player.app.screen
        assert isinstance(screen, HomeScreen)
        screen.picker.packs.focus()
        await player.settle()
        await player.press("home", "space")
        assert packs(player)[1] == ["dogs"]


async def test_hostile_names_of_packs_are_shown_as_they_are(tmp_path: Path) -> None:
    for number, hostile in enumerate(HOSTILE):
        name = f"{number}{hostile}".replace("/", "-").replace("\0", "")
        make(tmp_path / "packs" / name, "q")
    library = open_library((), tmp_path / "packs")
    async with playing(library.bank, library=library, size=TALL) as player:
        for number, hostile in enumerate(HOSTILE):
            assert f"□ {as_seen(f'{number}{hostile}'.replace('/', '-').replace(chr(0), ''))[:14]}" in player.shown
        await player.click("□ 0[-foo]")
        assert "■ 0[-foo]" in player.shown
        assert_harmless(player)


async def test_packs_with_the_same_name_show_their_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (make(tmp_path / where / "ants", "queen") for where in ("one", "two"))
    second.root.rename(tmp_path / "two" / "anthill")
    catalogue = tmp_path / "two" / "anthill" / "seeds" / "sources.yaml"
    catalogue.write_text(catalogue.read_text().replace("{", '{"pack": "ants",', 1))
    monkeypatch.chdir(first.root)  # as in a clone
    library = open_library([Path(), tmp_path / "two" / "anthill"])
    async with playing(library.bank, library=library) as player:
        assert "■ ants in ants  1" in player.shown
        assert "■ ants in anthill" in player.shown
