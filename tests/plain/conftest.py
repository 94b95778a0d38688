"""What the tests of a plain game share: the command with lines on its standard input."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run_command import Ran, environment, run_here, run_installed

Play = Callable[..., Ran]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where ``play`` keeps its records."""
    return tmp_path / "data"


@pytest.fixture
def play(tmp_path: Path, data: Path) -> Play:
    """Run `quiz play --plain` in an empty folder with some input, without a terminal and in this process."""
    somewhere = tmp_path / "somewhere"
    somewhere.mkdir()

    def play(*arguments: str | Path, typed: str = "", **env: str) -> Ran:
        return run_here("play", "--plain", *arguments, env=environment(data, **env), cwd=somewhere, typed=typed)

    return play


@pytest.fixture
def play_installed(tmp_path: Path, data: Path) -> Play:
    """Run the installed command as ``play`` does, in a process of its own."""

    def play(*arguments: str | Path, typed: str = "", **env: str) -> Ran:
        return run_installed("play", "--plain", *arguments, env=environment(data, **env), cwd=tmp_path, typed=typed)

    return play
