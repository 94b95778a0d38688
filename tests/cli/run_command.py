"""Starting the installed command, without a terminal and in one that a test can read."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from contextlib import chdir
from functools import partial
from pathlib import Path
from types import TracebackType
from unittest.mock import patch

import pyte
from click.testing import CliRunner

from quiz.cli.main import main

QUIZ = Path(sys.executable).parent / "quiz"
PATIENCE = 20.0
"""Seconds after which what was waited for is not going to come."""
_CACHE = tempfile.TemporaryDirectory(prefix="quiz-cache-")
"""One for all commands, as for a user: most of them ask for the built-in pack, which is read once."""
_ASKED = re.compile(r"^ 1–(\d) (Answer|Choose|Place) ", re.MULTILINE)
_VERDICT = re.compile(r"(✓ Right|◐ Partly right|✗ Wrong)  [+−]?\d+")


def answered(shown: str) -> bool:
    """Whether a verdict stands on a screen."""
    return _VERDICT.search(shown) is not None


def environment(data: Path, **more: str) -> dict[str, str]:
    """The environment of a user whose records and settings are kept in ``data``, and who has set nothing else."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QUIZ_", "PYTHON", "TEXTUAL"))}
    for name in ("NO_COLOR", "COLORTERM", "LC_ALL", "COLUMNS", "LINES"):
        kept.pop(name, None)
    return {
        **kept,
        "QUIZ_DATA_DIR": str(data),
        "QUIZ_CONFIG_DIR": str(data / "config"),
        "QUIZ_CACHE_DIR": _CACHE.name,
        "TERM": "xterm-256color",
        **more,
    }


class Ran:
    """How a command without a terminal ended; a traceback is never an answer."""

    def __init__(self, finished: subprocess.CompletedProcess[bytes]) -> None:
        self.code = finished.returncode
        self.out = finished.stdout.decode(errors="replace")
        self.err = finished.stderr.decode(errors="replace")
        assert "Traceback" not in self.out + self.err, self.out + self.err


def run_installed(*arguments: str | Path, env: dict[str, str], cwd: Path, typed: str = "") -> Ran:
    """Run the installed command without a terminal; ``typed`` comes on its standard input."""
    return Ran(
        subprocess.run(
            [QUIZ, *arguments],
            env=env,
            cwd=cwd,
            input=typed.encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    )


def run_here(*arguments: str | Path, env: dict[str, str], cwd: Path, typed: str = "") -> Ran:
    """Run the command in this process, in a tenth of the time: for all that no process of its own decides."""
    unset: dict[str, None] = dict.fromkeys(os.environ.keys() - env.keys())
    command_line = ["quiz", *map(str, arguments)]
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as lines,
        chdir(cwd),
        CliRunner().isolation(typed, {**unset, **env}) as (out, err, _),
        patch.multiple(sys, argv=command_line, stdin=lines),
    ):
        lines.write(typed)
        lines.seek(0)
        try:
            main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        sys.stdout.flush()
        return Ran(subprocess.CompletedProcess(command_line, code, out.getvalue(), err.getvalue()))


class Terminal:
    """A pseudo-terminal in which the command runs, 80×24 if no size is given; a ``with`` block ends what still runs.

    Unless it is ``its_own``, the terminal belongs to no session, and its end sends the command no signal. The words
    ``before`` are a command that runs the command.
    """

    def __init__(
        self,
        *arguments: str,
        env: dict[str, str],
        cwd: Path,
        its_own: bool = False,
        program: Path = QUIZ,
        before: Sequence[str] = (),
        size: tuple[int, int] = (80, 24),
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.fd: int | None
        self.fd, slave = pty.openpty()
        """The terminal's side of it; below 0 once it is closed."""
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size[::-1], 0, 0))
        self.written = ""
        """All that was ever written to it."""
        self.process = subprocess.Popen(
            [*before, program, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=env,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=partial(fcntl.ioctl, 0, termios.TIOCSCTTY, 0) if its_own else None,
        )
        os.close(slave)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.close()

    def close(self) -> None:
        """Close the terminal under the command."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

    @property
    def shown(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, keys: str | bytes) -> None:
        """Send keys, or bytes as they are."""
        os.write(self.fd, keys.encode() if isinstance(keys, str) else keys)

    def until(self, condition: Callable[[str], bool], *, pressing: str = "", every: float = 0.1) -> str:
        """Read until the screen meets a condition; ``pressing`` is sent again and again until it does."""
        end = time.monotonic() + PATIENCE
        while not condition(self.shown):
            assert time.monotonic() < end, f"waited in vain before this screen:\n{self.shown}"
            if pressing:
                self.press(pressing)
            self._read(every)
        return self.shown

    def until_shown(self, words: str, *, pressing: str = "") -> str:
        """Read until words stand on the screen."""
        return self.until(lambda shown: words in shown, pressing=pressing)

    def answer(self) -> str:
        """Answer the question on the screen, whatever its kind, and read until its verdict."""
        asked = _ASKED.search(self.until(lambda shown: _ASKED.search(shown) is not None))
        assert asked is not None
        if asked[2] == "Answer":
            return self.until(answered, pressing="1")  # until it has stood long enough to be answered
        # pressed again, an option would be taken out again: wait until the screen says that something is missing
        self.until(lambda shown: re.search("! (Choose|Place) ", shown) is not None, pressing="\r")
        self.press("".join(map(str, range(1, int(asked[1])))) + "\r")
        return self.until(answered)

    def until_ended(self) -> int:
        """Read until the command has ended; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, f"it does not end:\n{self.shown}"
            self._read(0.1)
        self._read(0)
        return self.process.returncode

    def kill(self) -> None:
        """End the command as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def _read(self, seconds: float) -> None:
        """Read what comes within some seconds, and all that has come by then."""
        while select.select([self.fd], [], [], seconds)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:  # Linux says so when the other side is closed
                return
            if not data:
                return
            written = self._decoder.decode(data)
            self.written += written
            self._stream.feed(written)
            seconds = 0
