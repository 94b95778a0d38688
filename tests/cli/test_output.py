"""Output that does not arrive: a reader that has gone, a full disk, a terminal of few letters."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.run_command import QUIZ, environment
from tests.cli.test_cli import one_line


def test_a_reader_that_has_gone_is_no_trouble(tmp_path: Path) -> None:
    for arguments in (["list"], ["list", "--format", "json"], ["check", "--explain", "all"]):
        with subprocess.Popen(
            [QUIZ, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(tmp_path)
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [QUIZ, "list"], stdout=full, stderr=subprocess.PIPE, env=environment(tmp_path), text=True, check=False
        )
    assert process.returncode != 0
    assert "Traceback" not in process.stderr
    assert "No space left on device" in one_line(process.stderr)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_of_few_letters_gets_what_it_can_show(run: Run, encoding: str) -> None:
    for command in (["list"], ["list", "--format", "json"], ["check", "--explain", "all"]):
        assert run(*command, PYTHONIOENCODING=encoding).code == 0
