"""The program among others: put aside with Ctrl+Z in a real shell, stopped from outside, and with no shell at all."""

import json
import re
import signal
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.run_command import QUIZ, Terminal, environment

PLAY = ("play", "--mode", "timed", "--seconds", "60", "--seed", "1")
CLOCK = re.compile(r" (\d):(\d\d) ")
AWAY = 2
"""Seconds for which the program stands aside."""
CTRL_Q, CTRL_Z = "\x11", "\x1a"


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path / "data", PS1="ready> ", ENV="")


@pytest.fixture
def shell(env: dict[str, str], tmp_path: Path) -> Iterator[Terminal]:
    with Terminal("-i", env=env, cwd=tmp_path, its_own=True, program=Path("/bin/sh")) as terminal:
        terminal.until_shown("ready>")
        yield terminal


def said(shell: Terminal, command: str) -> str:
    """What a command in the shell answers, in a line."""
    shell.screen.reset()
    shell.press(f"{command}; echo; echo do''ne\r")
    shown = shell.until_shown("done\n")
    return next(line for line in reversed(shown[: shown.index("done\n")].split("\n")) if line)


def modes(terminal: Terminal) -> set[str]:
    """The private modes that are set in the terminal."""
    last = dict(re.findall(r"\x1b\[\?(\d+)([hl])", terminal.written))
    return {mode for mode, state in last.items() if state == "h"}


def seconds_left(shown: str) -> int:
    found = CLOCK.search(shown)
    return int(found[1]) * 60 + int(found[2]) if found else 0


def is_drawn(shown: str) -> bool:
    """Whether a question is on the screen to its last option: it is drawn in parts."""
    options = re.search(r"1–(\d) \w+", shown)
    return "? Help" in shown and options is not None and f"  {options[1]}  " in shown


def without_clock(shown: str) -> list[str]:
    return [line for line in shown.split("\n") if not CLOCK.search(line)]


@pytest.mark.slow
def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_brings_the_game_back_whole(shell: Terminal, run: Run) -> None:
    """It really waits: no clock can be handed to a process that is stopped."""
    lines, at_first = said(shell, "stty -g"), modes(shell)
    shell.press(f"{QUIZ} {' '.join(PLAY)}\r")
    shell.until_shown("Answer")
    shell.answer()
    shell.press("\r")
    before = shell.until(lambda shown: "0:" in shown and "Skip" in shown)
    then = time.monotonic()

    shell.press(CTRL_Z)
    shell.until_shown("topped")  # Stopped, or stopped: shells differ
    assert modes(shell) - {"25", "7", "2004"} == at_first - {"25", "7", "2004"}  # the cursor and lines as they come
    assert "25" in modes(shell)
    assert said(shell, "stty -g") == lines
    assert said(shell, f"sleep {AWAY}; echo slept") == "slept"

    shell.screen.reset()
    shell.press("fg\r")
    shell.until_shown("? Help")
    after = shell.until(lambda shown: without_clock(shown) == without_clock(before))
    assert seconds_left(before) - seconds_left(after) == pytest.approx(time.monotonic() - then, abs=1.5)
    shell.answer()
    shell.press(CTRL_Q)
    shell.until_shown("ready>")
    assert said(shell, "stty -g") == lines
    topics = json.loads(run("records", "--format", "json").out)["topics"]
    assert sum(topic["asked"] for topic in topics) == 2


def test_ctrl_z_where_there_is_no_shell_stops_nothing(env: dict[str, str], tmp_path: Path) -> None:
    with Terminal(*PLAY, env=env, cwd=tmp_path, its_own=True) as terminal:
        terminal.until_shown("Answer")
        terminal.press(CTRL_Z)
        terminal.answer()
        terminal.press(CTRL_Q)
        assert terminal.until_ended() == 0


@pytest.mark.slow
def test_a_stop_that_nobody_asked_for_leaves_one_screen_and_gives_the_terminal_back(
    env: dict[str, str], tmp_path: Path
) -> None:
    with Terminal(*PLAY, env=env, cwd=tmp_path, its_own=True) as terminal:
        at_first = termios.tcgetattr(terminal.fd)
        before = terminal.until(is_drawn)
        for _ in range(2):
            terminal.screen.reset()
            terminal.process.send_signal(signal.SIGSTOP)
            terminal.process.send_signal(signal.SIGCONT)
            terminal.until(lambda shown: without_clock(shown) == without_clock(before))
        terminal.answer()
        terminal.press(CTRL_Q)
        assert terminal.until_ended() == 0
        assert termios.tcgetattr(terminal.fd) == at_first
