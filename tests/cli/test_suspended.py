"""The real program stopped and killed: time goes on without it, and what was seen is kept."""

import json
import re
import signal
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.run_command import Terminal, environment

PLAY = ("play", "--mode", "timed", "--seconds", "60", "--seed", "1")
CLOCK = re.compile(r"(\d):(\d\d)")
STOPPED = 5.0


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path / "data")


def digits(shown: str) -> int:
    """The seconds on the clock; 0 where it is not on the screen."""
    found = CLOCK.search(shown)
    return int(found[1]) * 60 + int(found[2]) if found else 0


def next_second(terminal: Terminal) -> tuple[int, float]:
    """Wait until the clock says something else: what it says then, and when that was."""
    before = digits(terminal.shown)
    said = digits(terminal.until(lambda shown: digits(shown) not in (0, before), every=0.01))
    return said, time.monotonic()


@pytest.mark.slow
def test_a_program_that_was_stopped_for_five_seconds_has_five_seconds_less(
    env: dict[str, str], tmp_path: Path
) -> None:
    """It really waits: no clock can be handed to a process that is stopped."""
    with Terminal(*PLAY, env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("Answer")
        before, then = next_second(terminal)
        terminal.process.send_signal(signal.SIGSTOP)
        time.sleep(STOPPED)
        terminal.process.send_signal(signal.SIGCONT)
        after, now = next_second(terminal)
        assert now - then >= STOPPED
        assert before - after == pytest.approx(now - then, abs=1.0)
        assert "Time ran out" not in terminal.shown
        terminal.kill()


@pytest.mark.slow
def test_an_answer_whose_verdict_was_painted_outlives_a_kill(run: Run, env: dict[str, str], tmp_path: Path) -> None:
    with Terminal(*PLAY, env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("Answer")
        shown = terminal.answer()
        terminal.kill()
    right = int("✓ Right" in shown)
    told = json.loads(run("records", "--format", "json").out)
    assert [(topic["right"], topic["asked"]) for topic in told["topics"]] == [(right, 1)]
    assert told["history"] == []  # it has not ended
    with Terminal(env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("trivia you can check")
        terminal.until_shown("10 of ")
        assert "Interrupted" not in terminal.shown
        terminal.press("q")
        assert terminal.until_ended() == 0
