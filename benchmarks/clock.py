"""Measure what a running clock costs and how well it keeps time, with the real program in a pseudo-terminal.

python benchmarks/clock.py [--json] [--watched SECONDS] [--clock SECONDS]

Cost: start a timed game, press nothing, and count the bytes that it sends and the CPU time that it takes.
Drift: start a game with a short clock and wait until the first question times out. This script sees when the question
and the verdict are painted. The records have the time of the verdict and the seconds counted.
"""

import argparse
import json
import sqlite3
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from terminal import QUIZ, Terminal

BARS = {"bytes_per_second": 2000.0, "cpu_share": 0.02, "drift_decided_ms": 50.0, "drift_painted_ms": 50.0}
"""The highest acceptable figure for each measurement."""


def cost(watched: float) -> dict[str, float]:
    """Return the bytes sent to the terminal and the CPU seconds taken by a running clock, each per second."""
    with (
        tempfile.TemporaryDirectory() as data,
        Terminal([QUIZ, "play", "--mode", "timed", "--seed", "1"], data) as running,
    ):
        running.painted("Answer")
        running.read(2.0)  # let the program finish its work after the start
        before, began = running.cpu, time.monotonic()
        written = running.read(watched)
        took = time.monotonic() - began
        return {"bytes_per_second": len(written) / took, "cpu_share": (running.cpu - before) / took}


def drift(clock: int) -> dict[str, float]:
    """Return how late a question times out, and how late that is painted, in milliseconds.

    Its time starts when the answer keys are painted. The records have the time of the verdict.
    """
    arguments = ("play", "--mode", "timed", "--seconds", str(clock), "--seed", "1")
    with tempfile.TemporaryDirectory() as data, Terminal([QUIZ, *arguments], data) as running:
        running.painted("Answer")
        began = time.time()
        running.painted("Time ran out")
        painted = time.time()
        records = sqlite3.connect(Path(data) / "records.sqlite3")
        stamp, counted = records.execute("SELECT answered_at, seconds FROM answers").fetchone()
        records.close()
    return {
        "drift_counted_ms": (counted - clock) * 1000,
        "drift_decided_ms": (datetime.fromisoformat(stamp).timestamp() - began - clock) * 1000,
        "drift_painted_ms": (painted - began - clock) * 1000,
    }


def main() -> None:
    """Measure, then print a table or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--watched", type=float, default=20.0, metavar="SECONDS", help="how long to measure the cost")
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
