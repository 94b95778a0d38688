"""What the tests of the command share: a way to run it from a folder of nobody's, and packs to run it on."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bank.packs import PackFolder, entry, question
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
def pack(tmp_path: Path) -> PackFolder:
    """A pack with one article and one question, and nothing wrong."""
    folder = PackFolder(tmp_path / "pack")
    folder.article()
    folder.catalogue(entry())
    folder.questions(question())
    return folder
