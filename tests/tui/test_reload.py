"""Reloading: files that change while the app is open are reloaded before the next game, unless they are broken."""

import asyncio
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.message import Message

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary, open_library
from quiz.bank.progress import ProgressCallback
from quiz.game.challenge_code import encode
from quiz.game.modes import CLASSIC
from quiz.records.game_setup import GameRequest
from quiz.records.records import Records
from quiz.settings.settings import Settings
from quiz.settings.store import Preferences
from quiz.tui.background_task import ProgressLine, run_in_thread
from quiz.tui.messages import HomeShown, RequestGame, StartGame
from quiz.tui.screens.dialogs.leave_game import LeaveGameDialog
from quiz.tui.screens.home.home_screen import HomeScreen
from quiz.tui.screens.play.play_screen import PlayScreen
from tests.bank.pack_folder import PackFolder, pack_of, question
from tests.tui.app_player import Player, classic, playing

PATIENCE = 20.0
"""The timeout of waits, in seconds."""


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    return pack_of(tmp_path / "pack", question("one", topic="Cast"), question("two", topic="Crew"))


@pytest.fixture
def library(pack: PackFolder) -> PackLibrary:
    return open_library([pack.root])


def home(player: Player) -> HomeScreen:
    assert isinstance(player.app.screen, HomeScreen)
    return player.app.screen


async def test_a_saved_file_is_reloaded_before_the_next_game(library: PackLibrary, pack: PackFolder) -> None:
    async with playing(library.bank, library=library) as player:
        await player.click("□ Cast")
        pack.questions(question("one", topic="Cast", prompt="Is it new?"), question("more", topic="Cast"))
        await player.press("p")
        assert {one.id for one in player.game.questions} == {"one", "more"}
        assert player.game.setup.bank == player.app.bank.digest != library.bank.digest

        asked = player.game.questions
        pack.questions(question("one", topic="Cast"), question("last", topic="Plot"))
        await player.answer(right=False)
        await player.press("enter")
        assert player.game.questions is asked  # a running game is not touched
        await player.answer(right=False)
        await player.press("enter", "m")
        assert [(one.id, one.prompt) for one in player.game.questions] == [("one", "Who directs Ballerina?")]
        await player.press("escape", "e", "h")
        assert "Plot  1" in player.shown
        assert "2 questions · 1 source · 2 topics" in player.shown


async def test_a_saved_file_is_reloaded_before_a_game_by_its_code(library: PackLibrary, pack: PackFolder) -> None:
    async with playing(library.bank, library=library) as player:
        pack.questions(question("one", prompt="Is it new?"))
        bank = Bank((pack.read(),))
        await player.press("c")
        await player.burst(*encode(classic(bank, length=1), bank.questions), "enter")
        assert [one.prompt for one in player.game.questions] == ["Is it new?"]
        assert player.toasts == ""  # it is the bank that the code was made with


async def test_home_keeps_what_was_picked_and_follows_the_files(library: PackLibrary, pack: PackFolder) -> None:
    async with playing(library.bank, library=library) as player:
        await player.click("□ Crew")
        await player.click("□ easy")
        pack.questions(*(question(f"q{n}", topic="Crew", difficulty="easy") for n in range(3)))
        await player.press("question_mark", "escape")
        assert "3 of 3 questions" in player.shown
        assert "■ Crew  3" in player.shown
        assert "■ easy  3" in player.shown
        assert "Cast" not in player.shown
        pack.questions(*(question(f"q{n}", topic="Crew") for n in range(3)), question("bad", distractors=[]))
        await player.press("question_mark", "escape")
        assert "1 problem in the bank" in player.shown
        assert "No question matches" in player.shown


async def test_a_broken_file_leaves_the_bank_as_it_was_and_says_so(
    library: PackLibrary, pack: PackFolder, records: Records
) -> None:
    async with playing(library.bank, records, library=library) as player:
        whole = (pack.root / "questions" / "cast.yaml").read_text()
        pack.write("questions/cast.yaml", whole.replace('"two"', '"[/]', 1))
        await player.press("question_mark", "escape")
        assert "Questions not reloaded" in player.toasts
        assert "cast.yaml:" in player.toasts
        assert "2 of 2 questions" in player.shown
        await player.press("p")
        assert {one.id for one in player.game.questions} == {"one", "two"}
        assert "cast.yaml:" in player.toasts
        await player.press("escape", "e", "h")
        pack.questions(question("one"), question("three"))
        await player.press("p")
        assert {one.id for one in player.game.questions} == {"one", "three"}
        assert "cast.yaml:" not in player.toasts


async def test_a_requested_game_asks_the_current_questions(library: PackLibrary, pack: PackFolder) -> None:
    setup = classic(library.bank)
    async with playing(library.bank, library=library) as player:
        pack.questions(question("one", prompt="Which is it now?"))
        player.app.screen.post_message(StartGame(setup, library.bank.questions))
        await player.settle()
        assert [one.prompt for one in player.game.questions] == ["Which is it now?"]
        await player.press("escape", "e", "h")
        pack.questions(question("other"))
        player.app.screen.post_message(StartGame(setup, library.bank.questions))
        await player.settle()
        home(player)
        assert "no longer in the bank" in player.toasts


async def test_an_interrupted_game_whose_questions_are_gone_is_not_resumed(
    library: PackLibrary, pack: PackFolder, records: Records
) -> None:
    async with playing(library.bank, records, library=library) as player:
        await player.press("p")
        await player.answer()
        await player.press("escape", "l")
        assert "Interrupted" in player.shown
        pack.questions(question("other"))
        await player.press("question_mark", "escape", "r")
        assert not isinstance(player.app.screen, PlayScreen)
        assert "Some of its questions are not in the selected packs." in player.toasts


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """An event for which every reload waits."""
    gate, look = threading.Event(), PackLibrary.reload_if_changed
    monkeypatch.setattr(PackLibrary, "reload_if_changed", lambda library, told: gate.wait() and look(library, told))
    yield gate
    gate.set()
    for thread in readers():
        thread.join()


def readers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "reading"]


async def until_read(player: Player, pack: PackFolder) -> None:
    """Change a pack, request a game, and wait until the pack is being read."""
    pack.questions(question("new", prompt="Is it new?"))
    player._send("p")
    while not readers():
        await asyncio.sleep(0)


@pytest.mark.usefixtures("gate")
@pytest.mark.parametrize(
    "wanted", [HomeShown(), RequestGame(GameRequest(mode=CLASSIC, seed="1"))], ids=["home", "game"]
)
async def test_the_app_can_quit_while_a_pack_is_read(library: PackLibrary, pack: PackFolder, wanted: Message) -> None:
    async with playing(library.bank, library=library) as player:
        pack.questions(question("new"))
        player.app.post_message(wanted)
        while not readers():
            await asyncio.sleep(0)
        player.app.exit()


async def test_keys_pressed_while_a_pack_is_read_are_handled_after_it(
    library: PackLibrary, pack: PackFolder, gate: threading.Event
) -> None:
    async with playing(library.bank, library=library) as player:
        await until_read(player, pack)
        player._send("escape")
        gate.set()
        await player.settle()
        assert isinstance(player.app.screen, LeaveGameDialog)
        game = player.app.screen_stack[-2]
        assert isinstance(game, PlayScreen)
        assert game.session.game.question.prompt == "Is it new?"


@pytest.mark.usefixtures("gate")
@pytest.mark.parametrize("key", ["ctrl+q", "q", "f9"])
async def test_quitting_does_not_wait_for_a_pack(library: PackLibrary, pack: PackFolder, key: str) -> None:
    mine = Preferences(Settings(keys={"app.quit": key} if key == "f9" else {}))
    async with playing(library.bank, library=library, preferences=mine) as player:
        await until_read(player, pack)
        player._send(key)
        await player.until(lambda: not player.app.is_running)
        assert player.app.return_code == 0
        assert readers()


async def until_shown(player: Player, words: str) -> None:
    """Wait for a text while a pack is being read. The app does not become idle before that."""
    end = time.monotonic() + PATIENCE
    while words not in player.shown:
        assert time.monotonic() < end, f"waited in vain before this screen:\n{player.shown}"
        await asyncio.sleep(0)


async def test_a_long_reload_shows_its_progress_and_the_screen_stays_responsive(
    library: PackLibrary, pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {1: threading.Event(), 300: threading.Event()}
    reload_if_changed = PackLibrary.reload_if_changed

    def wait_until_seen(library: PackLibrary, told: ProgressCallback) -> object:
        """Read the packs, and wait until the test has seen the progress line, however slow the machine is."""

        def tell(files: int, of: int, questions: int) -> None:
            told(files, of, questions)
            if questions == 1 or (questions == 300 and files == of):
                seen[questions].wait()

        return reload_if_changed(library, tell)

    monkeypatch.setattr(PackLibrary, "reload_if_changed", wait_until_seen)
    async with playing(library.bank, library=library) as player:
        player.app._background.progress_delay = 0.0
        many = [question(f"q{number}", prompt=f"Who directs number {number}?") for number in range(300)]
        pack.questions(*many)
        player.app.post_message(HomeShown())
        await until_shown(player, "Reading: 1 questions …")
        seen[1].set()
        await until_shown(player, "Comparing: 300 questions …")
        seen[300].set()
        await player.until(lambda: "300 questions · 1 source" in player.shown)
        assert not player.app.screen.query(ProgressLine)


def test_the_program_ends_while_a_thread_is_still_reading() -> None:
    """With a thread of ``asyncio.to_thread``, the program would wait forever."""
    program = "import asyncio, threading; from quiz.tui.background_task import run_in_thread\n"
    program += "async def main():\n run_in_thread(threading.Event().wait); print('left')\nasyncio.run(main())"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "left\n", "")


class Stop(BaseException):
    pass


@pytest.mark.parametrize("error", [OSError(5, "It is broken."), Stop()], ids=["error", "stop"])
async def test_an_exception_of_the_thread_is_raised_in_the_caller(error: BaseException) -> None:
    def read() -> None:
        raise error

    with pytest.raises(type(error)):
        await run_in_thread(read)
