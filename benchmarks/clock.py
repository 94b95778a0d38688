"""What a running clock costs, and how well it keeps time, measured on the real program in a pseudo-terminal.

python benchmarks/clock.py [--json] [--watched SECONDS] [--clock SECONDS]

Cost: a timed game is left alone while the bytes that it sends and the CPU time that it takes are counted.
Drift: a game with a short clock is left alone until its first question is timed out. This script sees when question
and verdict are painted; the records tell when it was decided, and how many seconds were counted.
"""

import argparse
import fcntl
import json
import os
import pty
import select
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
import time
from datetime import datetime
from pathlib import Path

QUIZ = Path(sys.executable).parent / "quiz"
PATIENCE = 20.0
BARS = {"bytes_per_second": 2000.0, "cpu_share": 0.02, "drift_decided_ms": 50.0, "drift_painted_ms": 50.0}
"""What a player may be asked to wait for and to pay."""


class Running:
    """The program in a pseudo-terminal of 80×24; what it writes is read and counted."""

    def __init__(self, data: str, *arguments: str) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QUIZ_", "TEXTUAL"))}
        self.process = subprocess.Popen(
            [QUIZ, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**kept, "QUIZ_DATA_DIR": data, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> "Running":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._master)

    def read(self, seconds: float) -> bytes:
        """What it writes in the next so many seconds."""
        written, end = b"", time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._master], [], [], left)[0]:
                written += os.read(self._master, 65536)
        return written

    def read_until(self, words: str, patience: float = PATIENCE) -> float:
        """Read until words were painted; when that was, in seconds since the epoch."""
        written, end = b"", time.monotonic() + patience
        while words.encode() not in written:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self._master], [], [], left)[0]:
                raise SystemExit(f"{words!r} was not painted within {patience:.0f} s")
            written += os.read(self._master, 65536)
        return time.time()

    @property
    def cpu(self) -> float:
        """The seconds of CPU time that it has taken, its threads' included."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def cost(watched: float) -> dict[str, float]:
    """Bytes to the terminal and CPU time of a running clock, a second."""
    with tempfile.TemporaryDirectory() as data, Running(data, "play", "--mode", "timed", "--seed", "1") as running:
        running.read_until("Answer")
        running.read(2.0)  # until the program has done what it does after its start
        before, began = running.cpu, time.monotonic()
        written = running.read(watched)
        took = time.monotonic() - began
        return {"bytes_per_second": len(written) / took, "cpu_share": (running.cpu - before) / took}


def drift(clock: int) -> dict[str, float]:
    """How long after its time a question is decided, and how long after it that is painted, in milliseconds.

    Its time begins when the keys to answer it with are painted; the records tell when it was decided.
    """
    arguments = ("play", "--mode", "timed", "--seconds", str(clock), "--seed", "1")
    with tempfile.TemporaryDirectory() as data, Running(data, *arguments) as running:
        began = running.read_until("Answer")
        painted = running.read_until("Time ran out", clock + PATIENCE)
        kept = sqlite3.connect(Path(data) / "records.sqlite3")
        stamp, counted = kept.execute("SELECT answered_at, seconds FROM answers").fetchone()
        kept.close()
    return {
        "drift_counted_ms": (counted - clock) * 1000,
        "drift_decided_ms": (datetime.fromisoformat(stamp).timestamp() - began - clock) * 1000,
        "drift_painted_ms": (painted - began - clock) * 1000,
    }


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--watched", type=float, default=20.0, metavar="SECONDS", help="how long the cost is counted")
    parser.add_argument("--clock", type=int, default=10, metavar="SECONDS", help="the clock whose drift is measured")
    options = parser.parse_args()
    figures = cost(options.watched) | drift(options.clock)
    if options.json:
        sys.stdout.write(json.dumps(figures) + "\n")
        return
    for name, figure in figures.items():
        bar = f"  bar {BARS[name]:g}" if name in BARS else ""
        sys.stdout.write(f"{name:<20}{figure:>12.3f}{bar}\n")


if __name__ == "__main__":
    main()
