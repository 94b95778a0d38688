"""Measure how Quiz slows down as a pack grows: check, start, first question, and memory.

python benchmarks/growth.py [--json] [--sizes N …] [--runs N]

Each generated pack has articles and questions without problems, each with its own words: 100 questions for each
article, but at least 10 articles. Each pack is first opened and checked without a cache. Then the packs take turns
with a cache, and each figure is the median of the turns. Growth is the time to the home screen divided by that of the
smallest pack in the same turn, as a median. The limit is the time that the C YAML parser alone takes.
"""

import argparse
import hashlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from terminal import QUIZ, Terminal

SIZES = (100, 1_000, 10_000, 100_000)
PARSE = "import sys, yaml\nfor name in sys.argv[1:]:\n for _ in yaml.parse(open(name), Loader=yaml.CBaseLoader): pass"
LETTERS = "bcdfghklmnprstvw"


def name(number: int) -> str:
    """Return a word that is unique to a number and does not resemble the others."""
    digest = hashlib.sha256(str(number).encode()).digest()
    return "".join(LETTERS[byte % 16] + "aeiou"[byte % 5] for byte in digest[:6]).capitalize()


def make(root: Path, size: int) -> None:
    """Write a pack of ``size`` questions."""
    articles = max(10, size // 100)
    (root / "seeds").mkdir(parents=True)
    (root / "questions").mkdir()
    sources = []
    for article in range(articles):
        numbers = range(article, size, articles)
        text = "\n\n".join(f"The harbour of {name(n)} was built by {name(n + size)} long ago." for n in numbers)
        file = f"article-{article}.txt"
        (root / "seeds" / file).write_text(text, encoding="utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        sources.append({"id": f"article-{article}", "file": file, "sha256": digest, "published": "2024-05"})
        asked = [
            {
                "id": f"harbour-{n}",
                "prompt": f"Who built {', '.join(name(n * more + 1) for more in (3, 5, 7, 11))}?",
                "answer": name(n + size),
                "distractors": [name(n + size * more) for more in (2, 3, 4)],
                "citations": [{"source": f"article-{article}", "quote": f"was built by {name(n + size)} long ago"}],
            }
            for n in numbers
        ]
        lines = ["topic: Harbours\nquestions:\n", *(f"  - {json.dumps(one)}\n" for one in asked)]
        (root / "questions" / f"article-{article}.yaml").write_text("".join(lines), encoding="utf-8")
    whole = "pack: harbours\nsources:\n" + "".join(f"  - {json.dumps(one)}\n" for one in sources)
    (root / "seeds" / "sources.yaml").write_text(whole, encoding="utf-8")


def once(root: Path, data: str) -> dict[str, float]:
    """Return the milliseconds and kilobytes of one run of a pack. The records and the cache are in ``data``."""
    with Terminal([QUIZ, "--pack", str(root)], data) as quiz:
        home = quiz.painted("trivia you can check", "Help") - quiz.began
        quiz.read(0.5)
        pressed = quiz.press("p")
        first = quiz.painted("1 of 10", "Skip") - pressed
        memory = quiz.memory
    return {
        "home ms": home * 1000,
        "first question ms": first * 1000,
        "memory kB": memory,
        "check ms": timed([QUIZ, "--cache-dir", f"{data}/cache", "check", str(root)]),
    }


def limit(root: Path) -> float:
    """Return the milliseconds that the YAML parser alone takes."""
    files = [str(path) for path in (*(root / "questions").glob("*.yaml"), root / "seeds" / "sources.yaml")]
    return timed([sys.executable, "-c", PARSE, *files])


def timed(command: list[str]) -> float:
    """Return the milliseconds that a command takes, whatever its exit code is."""
    began = time.monotonic()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    return (time.monotonic() - began) * 1000


def measure(sizes: list[int], runs: int) -> dict[int, dict[str, float]]:
    """Return the figures for each size."""
    with tempfile.TemporaryDirectory() as folder:
        roots = {size: Path(folder) / str(size) / "pack" for size in sizes}
        found: dict[int, dict[str, float]] = {}
        for size, root in roots.items():
            show_progress(f"{size} questions")
            make(root, size)
            (root.parent / "data").mkdir()
            first = once(root, str(root.parent / "data"))
            found[size] = {f"first {what}": first[what] for what in ("home ms", "check ms")}
            found[size]["limit ms"] = limit(root)
        time.sleep(2.5)  # the cache does not trust the dates of files that were just written
        turns: list[dict[int, dict[str, float]]] = []
        for turn in range(runs + 1):
            show_progress(f"turn {turn} of {runs}")
            turns.append({size: once(root, str(root.parent / "data")) for size, root in roots.items()})
        for size in sizes:
            for what in turns[0][size]:
                found[size][what] = statistics.median(turn[size][what] for turn in turns[1:])
            ratios = [turn[size]["home ms"] / turn[sizes[0]]["home ms"] for turn in turns[1:]]
            found[size]["home growth"] = statistics.median(ratios)
    return found


def show_progress(words: str) -> None:
    """Show the progress on standard error."""
    print(f"{words:<40}", end="\r", file=sys.stderr, flush=True)


def main() -> None:
    """Measure, then print a table or JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="N")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs that count")
    options = parser.parse_args()
    figures = measure(options.sizes, options.runs)
    if options.json:
        print(json.dumps(figures))
        return
    print(f"{'questions':>9}" + "".join(f"{what:>19}" for what in next(iter(figures.values()))))
    for size, one in figures.items():
        print(f"{size:>9}" + "".join(f"{figure:>19.{2 if 'growth' in what else 0}f}" for what, figure in one.items()))


if __name__ == "__main__":
    main()
