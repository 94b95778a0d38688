"""What the tests of the command share: ways to run it from a folder of nobody's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run_command import Ran, environment, run_here, run_installed

Run = Callable[..., Ran]


@pytest.fixture
def somewhere(tmp_path: Path) -> Path:
    """A folder of nobody's, in which a command is run."""
    folder = tmp_path / "somewhere"
    folder.mkdir()
    return folder


@pytest.fixture
def installed(tmp_path: Path, somewhere: Path) -> Run:
    """Run the installed command without a terminal, with records of its own."""

    def installed(*arguments: str | Path, cwd: Path = somewhere, **env: str) -> Ran:
        return run_installed(*arguments, env=environment(tmp_path / "data", **env), cwd=cwd)

    return installed


@pytest.fixture
def run(tmp_path: Path, somewhere: Path) -> Run:
    """Run the command without a terminal in this process, with records of its own."""

    def run(*arguments: str | Path, cwd: Path = somewhere, **env: str) -> Ran:
        return run_here(*arguments, env=environment(tmp_path / "data", **env), cwd=cwd)

    return run
