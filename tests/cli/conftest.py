"""What the tests of the command share: ways to run it from a folder of nobody's."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from quiz.cli import quiz
from tests.cli.command import PATIENCE, QUIZ, Ran, environment

Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command without a terminal, in an empty folder, with records of its own."""
    somewhere = tmp_path / "somewhere"
    somewhere.mkdir()

    def run(*arguments: str | Path, cwd: Path = somewhere, **env: str) -> Ran:
        return Ran(
            subprocess.run(
                [QUIZ, *arguments],
                env=environment(tmp_path / "data", **env),
                cwd=cwd,
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
        )

    return run


@pytest.fixture
def misuse(tmp_path: Path) -> Run:
    """Run the command in this process, for what its command line alone refuses: a process for each takes its time."""
    unset = {name: None for name in os.environ if name.startswith("QUIZ_")}

    def misuse(*arguments: str | Path) -> Ran:
        env = {**unset, "QUIZ_DATA_DIR": str(tmp_path / "data"), "QUIZ_CONFIG_DIR": str(tmp_path / "data" / "config"),
               "QUIZ_CACHE_DIR": str(tmp_path / "cache")}  # fmt: skip
        said = CliRunner().invoke(quiz, [*map(str, arguments)], env=env, prog_name="quiz", catch_exceptions=False)
        return Ran(subprocess.CompletedProcess(arguments, said.exit_code, said.stdout_bytes, said.stderr_bytes))

    return misuse
