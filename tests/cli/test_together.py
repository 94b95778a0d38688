"""Several processes that play in one data folder at the same time lose no answer."""

import re
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from quiz.records.records import FILE
from tests.bank.pack_folder import pack_of, question
from tests.cli.run_command import PATIENCE, QUIZ, environment
from tests.conftest import Effort

QUESTIONS = 8
VERDICT = re.compile(r"^(?:Right|Wrong), ", re.MULTILINE)


@pytest.mark.slow
def test_no_answer_is_lost(tmp_path: Path, effort: Effort) -> None:
    pack = pack_of(tmp_path / "pack", *(question(f"q{number}") for number in range(QUESTIONS)))
    command = [QUIZ, "play", "--plain", "--questions", str(QUESTIONS), "--pack", str(pack.root)]
    end = time.monotonic() + effort.of(short=0, long=60)

    def play_on(player: int) -> int:
        """Play at least once; how many verdicts were told."""
        told = 0
        while True:
            ran = subprocess.run(
                [*command, "--player", f"player {player % 3}"], input="1\n\n" * QUESTIONS, text=True,
                capture_output=True, env=environment(tmp_path / "data"), cwd=tmp_path, timeout=PATIENCE, check=True,
            )  # fmt: skip
            assert ran.stderr == ""
            told += len(VERDICT.findall(ran.stdout))
            if time.monotonic() > end:
                return told

    players = range(effort.of(short=3, long=8))
    with ThreadPoolExecutor(len(players)) as pool:
        told = sum(pool.map(play_on, players))
    assert told >= QUESTIONS * len(players)
    with closing(sqlite3.connect(tmp_path / "data" / FILE)) as file:
        assert file.execute("SELECT count(*) FROM answers").fetchall() == [(told,)]
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
