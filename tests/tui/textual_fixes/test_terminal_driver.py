"""The terminal driver: invalid input, the end of input, Ctrl+Z, and a stop signal from outside."""

import os
import signal
import sys
import termios
from pathlib import Path

import pytest
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tests.cli.run_command import Terminal, environment

PROGRAM = """
from textual.app import App
from textual.binding import Binding
from textual.widgets import Label


class PlainApp(App):
    BINDINGS = [
        Binding("ctrl+z", "suspend_process"),
        Binding("x", "count(1)"),
        Binding("y", "count(2)"),
        Binding("q", "quit"),
    ]

    def compose(self):
        yield Label("it stands still")
        yield Label("pressed 0", id="count")

    def action_count(self, key):
        self.query_one("#count", Label).update(f"pressed {key}", layout=False)


PlainApp().run()
"""


class Turns:
    """An event that is set after some iterations of a loop."""

    def __init__(self, turns: int) -> None:
        self.left = turns

    def is_set(self) -> bool:
        self.left -= 1
        return self.left < 0


class PipeDriver(LinuxDriver):
    """Textual's driver, reading from a pipe. Create it in a running event loop."""

    def __init__(self, fileno: int, turns: int) -> None:
        super().__init__(App())
        self.fileno = fileno
        self.exit_event = Turns(turns)  # type: ignore[assignment]

    def process_message(self, message: Message) -> None:
        """Send nothing to an app."""


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path / "data", PS1="ready> ", ENV="")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "plain.py"
    path.write_text(PROGRAM, "utf-8")
    return path


def read_from_pipe(sent: bytes, turns: int) -> Turns:
    """Let the driver read bytes and then the end of the input, for some iterations."""
    ours, theirs = os.pipe()
    before = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    try:
        os.write(theirs, sent)
        os.close(theirs)
        driver = PipeDriver(ours, turns)
        driver.run_input_thread()
        return driver.exit_event  # type: ignore[return-value]
    finally:
        os.close(ours)
        for number, handler in before.items():
            signal.signal(number, handler)


async def test_textual_still_fails_at_a_byte_that_is_not_utf_8() -> None:
    with pytest.raises(UnicodeDecodeError):
        read_from_pipe(b"\xff\xfe", 3)


@pytest.mark.parametrize("sent", [b"\x1b[1114112u", b"\x1b[9999999999u"])
async def test_textual_still_fails_at_an_invalid_escape_sequence(sent: bytes) -> None:
    with pytest.raises((ValueError, OverflowError)):
        read_from_pipe(sent, 3)


async def test_textual_still_reads_forever_at_the_end_of_input() -> None:
    assert read_from_pipe(b"", 100).left < 0


@pytest.mark.slow
def test_textual_still_comes_back_blank_from_the_shell(env: dict[str, str], program: Path, tmp_path: Path) -> None:
    with Terminal("-i", env=env, cwd=tmp_path, its_own=True, program=Path("/bin/sh")) as shell:
        shell.until_shown("ready>")
        shell.press(f"{sys.executable} {program}\r")
        shell.until_shown("it stands still")
        shell.until_shown("pressed 1", pressing="x")
        shell.press("\x1a")
        shell.until_shown("topped")
        shell.screen.reset()
        shell.press("fg\r")
        assert "it stands still" not in shell.until_shown("pressed 2", pressing="y")


@pytest.mark.slow
def test_textual_still_loses_the_terminal_attributes_after_a_stop_from_outside(
    env: dict[str, str], program: Path, tmp_path: Path
) -> None:
    with Terminal(str(program), env=env, cwd=tmp_path, its_own=True, program=Path(sys.executable)) as terminal:
        at_first = termios.tcgetattr(terminal.fd)
        terminal.until_shown("it stands still")
        terminal.process.send_signal(signal.SIGSTOP)
        terminal.process.send_signal(signal.SIGCONT)
        terminal.until_shown("pressed 1", pressing="x")
        terminal.until(lambda _: terminal.process.poll() is not None, pressing="q")  # a key may be lost meanwhile
        assert terminal.until_ended() == 0
        assert termios.tcgetattr(terminal.fd) != at_first
