"""Run a program in an 80×24 pseudo-terminal, and read, count and time what it writes."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

QUIZ = str(Path(sys.executable).parent / "quiz")
PATIENCE = 600.0
"""Seconds until a benchmark gives up. Reading a pack of 100,000 questions without a cache takes long."""
_ESCAPES = re.compile(rb"\x1b(?:\[[0-9;:?<>=]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][A-Z0-9]|[=>A-Za-z])")


class Terminal:
    """A running program. ``began`` is the time of its start."""

    def __init__(self, command: list[str], data: str) -> None:
        """Start a command. Its records, settings and cache go into the folder ``data``."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        env = {name: value for name, value in os.environ.items() if not name.startswith(("QUIZ_", "TEXTUAL"))}
        env |= {"QUIZ_DATA_DIR": data, "QUIZ_CONFIG_DIR": data, "QUIZ_CACHE_DIR": f"{data}/cache"}
        env["TERM"] = "xterm-256color"
        self._written = b""
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=env, cwd=data, start_new_session=True
        )
        os.close(slave)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._master)

    def press(self, keys: str) -> float:
        """Send keys, drop the output read so far, and return the time."""
        self._written = b""
        now = time.monotonic()
        os.write(self._master, keys.encode())
        return now

    def read(self, seconds: float) -> bytes:
        """Return what the program writes in the next seconds."""
        written, end = b"", time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._master], [], [], left)[0]:
                written += os.read(self._master, 65536)
        return written

    def painted(self, *words: str) -> float:
        """Read until all of these words were painted after the last key, and return the time."""
        end = time.monotonic() + PATIENCE
        while not self._shows(words):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self._master], [], [], left)[0]:
                raise SystemExit(f"{words} were not painted within {PATIENCE:.0f} s")
            self._written += os.read(self._master, 65536)
        return time.monotonic()

    def _shows(self, words: tuple[str, ...]) -> bool:
        plain = _ESCAPES.sub(b"", self._written)
        return all(word.encode() in plain for word in words)

    @property
    def memory(self) -> int:
        """The proportional set size in kilobytes: its own memory and its share of shared memory."""
        text = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1])  # type: ignore[index]

    @property
    def cpu(self) -> float:
        """The CPU seconds used so far by all threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
