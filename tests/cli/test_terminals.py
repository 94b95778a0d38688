"""Terminals of every sort: closed in the middle of a game, dumb, without colours, without letters of their own."""

import os
import re
import signal
from pathlib import Path

import pytest

from tests.cli.command import PATIENCE, Terminal, environment

JUDGED = re.compile(r"(Right|Wrong)  [+\-−?]\d")
GARBAGE = (b"\xff\xfe", b"\xe9\xe9", b"\x1b[M\x20\xa0\x21", b"\x1b[1114112u", b"\x1b[48;:u", b"\x1b[9999999999u")
"""Bytes that are no letters, letters of Latin-1, a mouse of old, and keys that none can be."""
PLAY = ("play", "--mode", "classic", "--questions", "3", "--seed", "1")


@pytest.mark.parametrize(
    ("how", "ended"),
    [("closed", -signal.SIGHUP), ("closed by another session", 128 + signal.SIGHUP), ("shut down", -signal.SIGTERM)],
)
def test_a_terminal_that_goes_away_ends_the_program_and_takes_no_answer_with_it(
    tmp_path: Path, how: str, ended: int
) -> None:
    """Of what another session closes no signal tells: the end of the input would be read over and over."""
    env = environment(tmp_path / "data")
    with Terminal(*PLAY, env=env, cwd=tmp_path, its_own=how == "closed") as terminal:
        terminal.answer()
        if how == "shut down":
            os.killpg(terminal.process.pid, signal.SIGTERM)
        else:
            terminal.close()
        assert terminal.process.wait(PATIENCE) == ended
    with Terminal(env=env, cwd=tmp_path) as again:
        again.until_shown("Interrupted: Classic, 1 of 3")


def test_what_a_terminal_sends_that_is_no_key_is_not_listened_to(tmp_path: Path) -> None:
    with Terminal(*PLAY, env=environment(tmp_path / "data"), cwd=tmp_path) as terminal:
        terminal.until_shown("? Help")
        for sent in GARBAGE:
            terminal.press(sent)
            for there in (True, False):  # help comes and goes
                terminal.press("?")
                terminal.until(lambda shown, there=there: ("╭" in shown) is there)
        terminal.answer()
        terminal.press("\x11")
        assert terminal.until_ended() == 0


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
