"""Terminals of every sort: closed in the middle of a game, dumb, without colours, without letters of their own."""

import os
import re
import signal
from pathlib import Path

import pytest

from tests.cli.command import PATIENCE, Terminal, environment

JUDGED = re.compile(r"(Right|Wrong)  [+\-−?]\d")
PLAY = ("play", "--mode", "classic", "--questions", "3", "--seed", "1")


@pytest.mark.parametrize("how", [signal.SIGHUP, signal.SIGTERM], ids=["closed", "shut down"])
def test_a_terminal_that_goes_away_takes_no_answer_with_it(tmp_path: Path, how: signal.Signals) -> None:
    env = environment(tmp_path / "data")
    with Terminal(*PLAY, env=env, cwd=tmp_path) as terminal:
        terminal.answer()
        os.killpg(terminal.process.pid, how)
        terminal.process.wait(PATIENCE)
    with Terminal(env=env, cwd=tmp_path) as again:
        again.until_shown("Interrupted: Classic, 1 of 3")


@pytest.mark.parametrize(
    "kind",
    [
        {"TERM": "dumb"},
        {"NO_COLOR": "1"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
    ],
    ids=str,
)
def test_a_game_can_be_read_and_played_in_it(tmp_path: Path, kind: dict[str, str]) -> None:
    env = {**environment(tmp_path / "data"), **kind}
    with Terminal(*PLAY, env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("1 of 3 ")
        shown = terminal.until(lambda shown: JUDGED.search(shown) is not None, pressing="1")
        assert "HollywoodLife" in shown  # whom it quotes
        terminal.press("\x11")
        assert terminal.until_ended() == 0
        assert "Traceback" not in terminal.shown
