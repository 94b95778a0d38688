"""How waiting grows with a pack: checking it, starting over it, its first question, and the memory that it takes.

python benchmarks/growth.py [--json] [--sizes N …] [--runs N]

A pack is made of articles and questions that are all good, each with its own words; 100 questions to an article, but
never fewer than 10 articles. Each figure is the median of some runs, after one that reads the pack for the first
time. The limit is what the C YAML parser alone takes for the same files.
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
    """A word that no other number has, and that resembles none."""
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


def once(root: Path) -> dict[str, float]:
    """Milliseconds and kilobytes of one run over a pack."""
    files = [str(path) for path in (*(root / "questions").glob("*.yaml"), root / "seeds" / "sources.yaml")]
    with tempfile.TemporaryDirectory() as data, Terminal([QUIZ, "--pack", str(root)], data) as quiz:
        home = quiz.painted("trivia you can check", "Help") - quiz.began
        pressed = quiz.press("p")
        first = quiz.painted("1 of 10", "Skip") - pressed
        memory = quiz.memory
    return {
        "check ms": timed([QUIZ, "check", str(root)]),
        "limit ms": timed([sys.executable, "-c", PARSE, *files]),
        "home ms": home * 1000,
        "first question ms": first * 1000,
        "memory kB": memory,
    }


def timed(command: list[str]) -> float:
    """Milliseconds that a command takes; how it ends does not matter."""
    began = time.monotonic()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    return (time.monotonic() - began) * 1000


def measure(sizes: list[int], runs: int) -> dict[int, dict[str, float]]:
    """The medians, by size."""
    found = {}
    for size in sizes:
        print(f"{size} questions", end="\r", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "pack"
            make(root, size)
            turns = [once(root) for _ in range(runs + 1)][1:]
        found[size] = {what: statistics.median(turn[what] for turn in turns) for what in turns[0]}
    return found


def main() -> None:
    """Measure, and print a table or JSON."""
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
        print(f"{size:>9}" + "".join(f"{figure:>19.0f}" for figure in one.values()))


if __name__ == "__main__":
    main()
