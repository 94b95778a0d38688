"""Run every benchmark: waiting times, the cost of a clock, and growth with the size of a pack.

python benchmarks/run.py [--json] [--short]
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ALL = {
    "waiting": (["--runs", "15"], ["--runs", "3"]),
    "clock": ([], ["--watched", "5"]),
    "growth": ([], ["--sizes", "100", "1000", "--runs", "1"]),
}
"""The arguments of each benchmark for a full run and for a short one."""


def main() -> None:
    """Run the benchmarks, and print their tables or one JSON object."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--short", action="store_true", help="a quick trial: fewer runs and smaller packs")
    options = parser.parse_args()
    found = {}
    for name, (whole, short) in ALL.items():
        command = [sys.executable, str(HERE / f"{name}.py"), *(short if options.short else whole)]
        if options.json:
            said = subprocess.run([*command, "--json"], check=True, stdout=subprocess.PIPE).stdout
            found[name] = json.loads(said)
        else:
            print(f"\n{name}\n", flush=True)
            subprocess.run(command, check=True)
    if options.json:
        print(json.dumps(found))


if __name__ == "__main__":
    main()
