"""Coverage-guided fuzzing: ``python -m tests.fuzzing.run --help``. Needs Atheris: ``pip install -e '.[fuzz]'``."""

import argparse
import hashlib
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

NAMES = (
    *("yaml", "questions", "catalogue", "article", "settings", "opentdb", "gift", "aiken", "csv", "any-format"),
    *("code", "packed-code", "records", "rows"),
)
"""The targets, named here so that nothing that is to be watched is imported too early."""
ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".fuzzing"
"""Not in the repository: by target, what was worth trying, and what was found."""
MEGABYTES = 1024
SECONDS_AN_INPUT = 10


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing.run", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"all if not given: {', '.join(NAMES)}")
    parser.add_argument("--seconds", type=int, default=60, help="how long each target is tried (60)")
    parser.add_argument("--replay", type=Path, metavar="FILE", help="run one target on a file that was found")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)  # the process that Atheris takes over
    said = parser.parse_args()
    if unknown := set(said.targets) - set(NAMES):
        parser.error(f"no such target: {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    if said.replay:
        replay(said.targets or [said.replay.parent.parent.name], said.replay)
    elif said.here:
        fuzz(said.targets[0], said.seconds)
    else:
        sys.exit(max(run(name, said.seconds) for name in said.targets or NAMES))


def run(name: str, seconds: int) -> int:
    """Fuzz a target in a process of its own, which may be killed by what it finds; its exit code."""
    print(f"== {name}", flush=True)
    found = FOLDER / name / "found"
    before = set(found.glob("*"))
    command = [sys.executable, "-m", "tests.fuzzing.run", name, "--here", "--seconds", str(seconds)]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    for file in sorted(set(found.glob("*")) - before):
        print(f"found: python -m tests.fuzzing.run {name} --replay {file.relative_to(ROOT)}", flush=True)
    return min(abs(code), 1)


def fuzz(name: str, seconds: int) -> NoReturn:
    """Let Atheris try a target for some seconds, beginning with its samples and with what earlier runs have kept."""
    import atheris

    with atheris.instrument_imports(include=["quiz"]):
        from tests.fuzzing.targets import TARGETS

        target = TARGETS[name]
        corpus, samples, found, words = (FOLDER / name / part for part in ("corpus", "samples", "found", "words"))
        for folder in (corpus, samples, found):
            folder.mkdir(parents=True, exist_ok=True)
        longest = 0
        for sample in target.samples:
            (samples / hashlib.sha256(sample).hexdigest()[:16]).write_bytes(sample)
            longest = max(longest, len(sample))
            target.run(sample)  # so that all that it imports is watched
    words.write_text("".join(map(_entry, target.tokens)))
    options = [
        *(f"-max_total_time={seconds}", f"-timeout={SECONDS_AN_INPUT}", f"-rss_limit_mb={MEGABYTES}"),
        *(f"-max_len={4 * longest}", f"-dict={words}", f"-artifact_prefix={found}/", "-print_final_stats=1"),
    ]
    atheris.Setup([sys.argv[0], *options, str(corpus), str(samples)], lambda data: target.run(bytes(data)))
    atheris.Fuzz()
    sys.exit()


def _entry(token: bytes) -> str:
    """A line of libFuzzer's dictionary."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in token) + '"\n'


def replay(names: list[str], file: Path) -> None:
    """Run a target on a file once more, without Atheris."""
    from tests.fuzzing.targets import TARGETS

    TARGETS[names[0]].run(file.read_bytes())
    print(f"{names[0]} takes {file} now.")


if __name__ == "__main__":
    main()
