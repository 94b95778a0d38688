"""Measure waiting times beside those of the smallest Textual app in the same pseudo-terminal.

python benchmarks/waiting.py [--json] [--runs N]

The two programs take turns, so that the load of the machine affects both. Each turn gives a ratio. The result is the
median of the ratios; the spread is from the first quartile to the third.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from growth import make
from terminal import QUIZ, Terminal

SMALLEST = [sys.executable, str(Path(__file__).with_name("smallest.py"))]
PARSE = "import sys, yaml\nfor name in sys.argv[1:]:\n for _ in yaml.parse(open(name), Loader=yaml.CBaseLoader): pass"
PACK = Path(__file__).resolve().parents[1]
BARS = {"home": 1.15, "verdict": 1.2, "memory": 1.25, "check": 2.0, "plain": 1 / 3}
"""The highest acceptable ratios. The other measurements have no bar."""
FRAME = 1000 / 60

Pair = tuple[float, float]


def start(data: str) -> dict[str, Pair]:
    """Return the milliseconds until the home screen and the smallest app are painted, and the kilobytes of both.

    The memory of Quiz is measured at the first question. The records and the cache are in ``data``.
    """
    with Terminal([QUIZ], data) as quiz:
        home = quiz.painted("trivia you can check", "Help") - quiz.began
        quiz.read(0.5)
        quiz.press("p")
        quiz.painted("1 of 10", "Answer")
        quiz.read(0.5)
        kilobytes = quiz.memory
    with Terminal(SMALLEST, data) as smallest:
        label = smallest.painted("pressed 0 times") - smallest.began
        smallest.read(0.5)
        return {"home": (home * 1000, label * 1000), "memory": (kilobytes, smallest.memory)}


def plain(data: str) -> Pair:
    """Return the milliseconds until the first prompt with ``--plain``, and until the first question of the app."""
    with Terminal([QUIZ, "play", "--plain"], data) as lines:
        prompt = lines.painted("q to leave") - lines.began
    with Terminal([QUIZ, "play"], data) as screen:
        question = screen.painted("1 of 10", "Answer") - screen.began
    return prompt * 1000, question * 1000


def verdicts(data: str, pack: Path, presses: int) -> list[Pair]:
    """Return the milliseconds from a key to its verdict with proof, and to the smallest app's repaint."""
    found: list[Pair] = []
    arguments = ["play", "--pack", str(pack), "--questions", str(presses), "--seed", "1"]
    with Terminal([QUIZ, *arguments], data) as quiz, Terminal(SMALLEST, data) as smallest:
        smallest.painted("pressed 0 times")
        for count in range(1, presses + 1):
            quiz.painted("Skip")
            quiz.read(0.5)  # the options ignore keys for a moment
            pressed = quiz.press("1")
            verdict = quiz.painted("¶", "Next") - pressed
            pressed = smallest.press("x")
            repaint = smallest.painted(f"pressed {count} times") - pressed
            found.append((verdict * 1000, repaint * 1000))
            quiz.press("\r")
    return found


def check(data: str) -> Pair:
    """Return the milliseconds of `quiz check`, and of importing yaml and parsing the same files."""
    files = [str(path) for path in sorted((PACK / "questions").glob("*.yaml"))]
    files.append(str(PACK / "seeds" / "sources.yaml"))
    ours = _timed([QUIZ, "--cache-dir", f"{data}/cache", "check", str(PACK)])
    return ours, _timed([sys.executable, "-c", PARSE, *files])


def watched(data: Path, saves: int) -> list[Pair]:
    """Return the milliseconds from saving a file to its problem in `quiz check --watch`, and of a check by hand."""
    for name in ("seeds", "questions"):
        shutil.copytree(PACK / name, data / "pack" / name)
    file = data / "pack" / "questions" / "crew.yaml"
    text = file.read_text(encoding="utf-8")
    found: list[Pair] = []
    with Terminal([QUIZ, "check", "--watch", "pack"], str(data)) as terminal:
        terminal.painted("Ctrl-C to stop.")
        for number in range(saves):
            saved = terminal.press("")
            file.write_text(f"{text}nonsense-{number}: x\n", encoding="utf-8")
            reported = terminal.painted(f"nonsense-{number}", "Ctrl-C to stop.") - saved
            by_hand = [QUIZ, "--cache-dir", str(data / "cache"), "check", str(data / "pack")]
            found.append((reported * 1000, _timed(by_hand, code=1)))
    return found


def _timed(command: list[str], *, code: int = 0) -> float:
    began = time.monotonic()
    if subprocess.run(command, stdout=subprocess.DEVNULL).returncode != code:
        raise SystemExit(f"{command} did not end with {code}")
    return (time.monotonic() - began) * 1000


def turn(data: str) -> dict[str, Pair]:
    """Measure one start with a cache, and one without (in an empty data folder)."""
    with tempfile.TemporaryDirectory() as empty:
        first = {f"first {name}": pair for name, pair in start(empty).items() if name == "home"}
        first["first check"] = check(empty)
    return {**start(data), "check": check(data), "plain": plain(data), **first}


def measure(runs: int, progress: Callable[[str], None]) -> dict[str, list[Pair]]:
    """Return all pairs of figures for each measurement. The first turn is a warm-up and does not count."""
    found: dict[str, list[Pair]] = {}
    with tempfile.TemporaryDirectory() as data:
        for count in range(runs + 1):
            progress(f"turn {count} of {runs}")
            for name, pair in turn(data).items():
                if count:
                    found.setdefault(name, []).append(pair)
    progress(f"{runs * 4} verdicts")
    with tempfile.TemporaryDirectory() as data:
        make(Path(data) / "pack", 100)  # every question has one right option
        found["verdict"] = verdicts(data, Path(data) / "pack", runs * 4)
    with tempfile.TemporaryDirectory() as watching:
        found["watch"] = watched(Path(watching), runs)
    return found


def summary(pairs: list[Pair]) -> dict[str, float]:
    """Return the medians, the ratio with its spread, and the 99th percentile."""
    ratios = sorted(mine / other for mine, other in pairs)
    low, median, high = statistics.quantiles(ratios, n=4)
    mine = sorted(pair[0] for pair in pairs)
    return {
        "quiz": statistics.median(mine),
        "beside": statistics.median(pair[1] for pair in pairs),
        "ratio": median,
        "low": low,
        "high": high,
        "p99": mine[min(len(mine) - 1, round(len(mine) * 0.99))],
        "runs": len(pairs),
    }


def main() -> None:
    """Measure, then print a table or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="turns that count, at least 2")
    options = parser.parse_args()
    if options.runs < 2:
        parser.error("a spread needs --runs 2 or more")
    found = measure(options.runs, lambda words: print(words, end="\r", file=sys.stderr, flush=True))
    figures = {name: summary(pairs) for name, pairs in found.items()}
    if options.json:
        print(json.dumps(figures))
        return
    print(f"{'':<13}{'quiz':>9}{'beside':>9}{'ratio':>7}  {'spread':<15}{'bar':>5}{'99 %':>9}  runs")
    for name, one in figures.items():
        spread, bar = f"{one['low']:.2f} to {one['high']:.2f}", f"{BARS[name]:.2f}" if name in BARS else ""
        print(
            f"{name:<13}{one['quiz']:>9.1f}{one['beside']:>9.1f}{one['ratio']:>7.2f}  {spread:<15}{bar:>5}"
            f"{one['p99']:>9.1f}  {one['runs']:.0f}"
        )


if __name__ == "__main__":
    main()
