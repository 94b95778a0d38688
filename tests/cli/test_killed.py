"""A game that is killed at any moment: what was seen to be judged is in the records, and it goes on from there."""

import random
import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from quiz.records.records import FILE
from tests.bank.pack_folder import pack_of, question
from tests.cli.run_command import Terminal, environment
from tests.conftest import Effort

COUNTS = re.compile(r"right (\d+) +wrong (\d+)")


def kept(data: Path) -> int:
    """How many answers the newest game has; and nothing in the file is broken."""
    with closing(sqlite3.connect(data / FILE)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        [(count,)] = file.execute(
            "SELECT count(*) FROM answers WHERE game = (SELECT id FROM games ORDER BY started_at DESC LIMIT 1)"
        )
    return int(count)


def judged(terminal: Terminal) -> int:
    """How many answers the screen says were right or wrong."""
    counts = COUNTS.search(terminal.shown)
    return int(counts[1]) + int(counts[2]) if counts else 0


@pytest.mark.slow
def test_at_whatever_moment_nothing_that_was_seen_is_lost_and_the_game_resumes(
    tmp_path: Path, effort: Effort
) -> None:
    dice = random.Random(1)  # noqa: S311
    pack = pack_of(tmp_path / "pack", *(question(f"q{number}") for number in range(12)))
    for turn in range(effort.of(short=2, long=200)):
        data = tmp_path / f"data-{turn}"
        env = environment(data)
        with Terminal("play", "--questions", "12", "--pack", str(pack.root), env=env, cwd=tmp_path) as terminal:
            terminal.until(lambda shown: "1 of 12" in shown and "Skip" in shown)
            end = time.monotonic() + dice.uniform(0.2, 2.0)
            while time.monotonic() < end:
                terminal.press(dice.choice("1123\r\r"))
                terminal._read(dice.uniform(0.0, 0.2))
            terminal.kill()
            terminal._read(0)
            seen = judged(terminal)
        count = kept(data)
        assert seen <= count <= seen + 1, (turn, terminal.shown)
        if count in (0, 12):
            continue  # nothing to resume: it was hardly begun, or it was over
        with Terminal("--pack", str(pack.root), env=env, cwd=tmp_path) as again:
            again.until_shown(f"Interrupted: Classic, {count} of 12")
            again.press("r")
            again.until_shown(f" {count + 1} of 12")
