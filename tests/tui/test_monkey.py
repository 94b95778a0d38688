"""A monkey at the terminal: keys, mouse, pastes and sizes at random; in the end the app lives and its records hold.

What it does is made from a seed, so that a fall can be seen again: MONKEY_SEED=… pytest tests/tui/test_monkey.py
"""

import os
import random
import shutil
import sqlite3
from itertools import cycle
from pathlib import Path

import pytest
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp, Paste, Resize
from textual.geometry import Size
from textual.screen import Screen

from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary, open_library
from quiz.records.records import Records
from quiz.tui.keymap.key_contexts import KEY_CONTEXTS
from quiz.tui.messages import ReadSource
from tests.bank.pack_folder import pack_of, question
from tests.conftest import Effort
from tests.hostile import HOSTILE
from tests.tui.app_player import Player, playing
from tests.tui.mode_games import keep, setup_of

KEYS = [
    *"1234567890abcdefghijklmnopqrstuvwxyz/?,", "enter", "escape", "space", "tab", "shift+tab", "up", "down", "left",
    "right", "home", "end", "pageup", "pagedown", "backspace", "delete", "shift+down", "shift+up", "ctrl+s", "ctrl+a",
    "ctrl+z", "ctrl+c", "ctrl+u", "f1", "f12",
]  # fmt: skip
USUAL = ["1", "2", "3", "enter", "enter", "down", "up", "end", "tab", "escape", "p", "n", "s", "e", "b", "x", ","]
SIZES = [(80, 24), (40, 12), (120, 40), (1, 1), (300, 100), (30, 9), (29, 8), (80, 3), (10, 60)]
PALETTE = ["ctrl+p", "ctrl+p"]
"""Tested separately: the palette depends on the wall clock, so a crash may not be reproducible."""
CLICK = (MouseMove, MouseDown, MouseUp)
MOUSE = [CLICK, CLICK, *((event,) for event in (*CLICK, MouseScrollDown, MouseScrollUp))]


@pytest.fixture
def library(tmp_path: Path, builtin: Bank, monkeypatch: pytest.MonkeyPatch) -> PackLibrary:
    """Two writable packs, one as large as the built-in one, and a harmless home folder and editor."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(tmp_path))
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.chdir(tmp_path)
    mine = pack_of(tmp_path / "packs" / "mine", question(), question("second"))
    for folder in ("seeds", "questions"):
        shutil.copytree(builtin.packs[0].root / folder, tmp_path / "packs" / "large" / folder)
    return open_library([tmp_path / "packs" / "large", mine.root], tmp_path / "packs")


def act(player: Player, dice: random.Random, also: list[str]) -> None:
    """Do one random thing without waiting for its effect; ``also`` are more keys that are pressed often."""
    player.clock.now += dice.choice([0.0, 0.01, 0.3, 1.0, 20.0])
    kind = dice.random()
    if kind < 0.75:
        player._send(dice.choice(USUAL + also if dice.random() < 0.6 else KEYS))
    elif kind < 0.93:
        width, height = player.app.size
        column, row = dice.randrange(max(width, 1)), dice.randrange(max(height, 1))
        for event in dice.choice(MOUSE):
            player._point(event, 1 if event in (MouseDown, MouseUp) else 0, column, row)
    elif kind < 0.97:
        player.app._driver.send_message(Paste(dice.choice([*HOSTILE, "word", "two\nlines\n", "x" * 3000])))
    else:
        size = Size(*dice.choice([*SIZES, (dice.randrange(1, 301), dice.randrange(1, 101))]))
        player.app._driver._size = size
        player.app.post_message(Resize(size, size))


@pytest.mark.slow
@pytest.mark.usefixtures("every_frame")
@pytest.mark.parametrize(
    ("also", "short", "long"),
    [
        pytest.param([], 40, 40, id="brief"),
        pytest.param([], 400, 20_000, id="", marks=pytest.mark.slow),
        pytest.param(PALETTE, 100, 5000, id="palette", marks=pytest.mark.slow),
    ],
)
async def test_random_input_neither_crashes_the_app_nor_damages_its_records(
    library: PackLibrary, records: Records, effort: Effort, also: list[str], short: int, long: int
) -> None:
    seed = os.environ.get("MONKEY_SEED", "1")
    dice = random.Random(seed)  # noqa: S311
    left = effort.of(short=short, long=long)
    keep(records, library.bank, setup_of("survival", library.bank), "right", "wrong", "wrong", "wrong")
    seen: set[type[Screen[object]]] = set()
    begins = cycle([ReadSource(None), None])  # as `quiz new` does, and as `quiz`
    while left > 0:
        async with playing(library.bank, records, library=library, read_source=next(begins)) as player:
            while left > 0 and player.app.return_code is None and player.app._exception is None:
                for _ in range(min(dice.choice([1, 1, 1, 2, 5]), left)):
                    act(player, dice, also)
                    left -= 1
                await player.settle()
                seen.update(map(type, player.app.screen_stack))
            assert player.app._exception is None, f"seed {seed}, with {left} left to do"
    if effort.long and not also and long > short:
        assert [room.name for room in KEY_CONTEXTS if not any(issubclass(kind, room.screen) for kind in seen)] == []
    file = sqlite3.connect(records.path)
    assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    file.close()
