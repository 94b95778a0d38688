"""Whatever is wrong with the cache, commands say and do the same as without one."""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.bank.pack_folder import pack_of, question
from tests.cli.run_command import PATIENCE, QUIZ, Ran, environment, run_here


class Checks:
    """Runs `quiz check` on a pack with a problem, with a cache in a folder: here, or in a process of its own."""

    def __init__(self, tmp_path: Path) -> None:
        self.pack = pack_of(tmp_path / "pack", question(), {"id": "broken"}).root
        self.cache = tmp_path / "cache"
        self.env = environment(tmp_path / "data", QUIZ_CACHE_DIR=str(self.cache))
        self.first = self.run()

    def run(self) -> Ran:
        return run_here("check", self.pack, env=self.env, cwd=self.pack.parent)

    def run_installed(self, before: Sequence[str] = ()) -> Ran:
        command = [*before, QUIZ, "check", str(self.pack)]
        return Ran(subprocess.run(command, env=self.env, capture_output=True, timeout=PATIENCE, check=False))

    @property
    def file(self) -> Path:
        """The cache of the report."""
        (file,) = self.cache.iterdir()
        return file

    def is_as_first(self, ran: Ran) -> bool:
        return (ran.code, ran.out, ran.err) == (self.first.code, self.first.out, self.first.err)


@pytest.fixture
def checks(tmp_path: Path) -> Checks:
    checks = Checks(tmp_path)
    assert checks.first.code == 1
    assert checks.first.err == ""
    return checks


def as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_bytes(b"text"),
    "half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "no values": lambda path: path.write_bytes(path.read_bytes().replace(b"broken", b"br\xffken")),
    "folder": as_folder,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_cache_is_made_again(checks: Checks, damage: Callable[[Path], object]) -> None:
    whole = checks.file.stat().st_size
    damage(checks.file)
    assert checks.is_as_first(checks.run())
    assert checks.file.is_dir() or abs(checks.file.stat().st_size - whole) <= 4096
    assert checks.is_as_first(checks.run())


def test_a_read_only_folder_with_a_damaged_cache_stays_as_it_is(checks: Checks) -> None:
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere, and there is no setpriv to give that up")
    bound = ("setpriv", "--bounding-set=-all") if os.geteuid() == 0 else ()
    checks.file.write_bytes(b"text")
    checks.cache.chmod(0o500)
    try:
        assert checks.is_as_first(checks.run_installed(bound))
    finally:
        checks.cache.chmod(0o700)
    assert checks.file.read_bytes() == b"text"


def test_several_commands_at_once_leave_one_cache(checks: Checks) -> None:
    checks.file.unlink()
    with ThreadPoolExecutor(3) as pool:
        assert all(pool.map(lambda _: checks.is_as_first(checks.run_installed()), range(3)))
    assert checks.file.read_bytes().startswith(b"SQLite format 3\0")
    assert checks.is_as_first(checks.run())
