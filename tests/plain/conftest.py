"""What the tests of a plain game share: the real command with lines on its standard input."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.command import PATIENCE, QUIZ, Ran, environment

Play = Callable[..., Ran]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where ``play`` keeps its records."""
    return tmp_path / "data"


@pytest.fixture
def play(tmp_path: Path, data: Path) -> Play:
    """Run `quiz play --plain` in an empty folder with some input, without a terminal."""
    somewhere = tmp_path / "somewhere"
    somewhere.mkdir()

    def play(*arguments: str | Path, typed: str = "", **env: str) -> Ran:
        return Ran(
            subprocess.run(
                [QUIZ, "play", "--plain", *arguments],
                env=environment(data, **env),
                cwd=somewhere,
                input=typed.encode(),
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        )

    return play
