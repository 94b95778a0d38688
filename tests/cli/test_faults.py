"""What can be wrong with the records and where they are kept: one clear line, a game that goes on, nothing lost."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quiz.records.records import FILE, Records
from quiz.records.records_schema import VERSION
from tests.bank.pack_folder import pack_of, question
from tests.cli.run_command import PATIENCE, QUIZ, Ran, Terminal, environment, run_here
from tests.cli.test_cli import one_line
from tests.conftest import Effort
from tests.records.test_records import RIGHT, keep
from tests.records.test_recovery import SCRAP, damaged_in

OLD = Path(__file__).parents[1] / "records" / "version_1"
"""What a process of the first version left when it was killed: the file, and what was not yet in it."""
UNSAVED = "Games are not saved. "


class Player:
    """Runs the command with records in a folder: in this process, or in its own behind a command ``before`` it."""

    def __init__(self, tmp_path: Path) -> None:
        self.data = tmp_path / "data"
        self.data.mkdir()
        self.file = self.data / FILE
        pack = pack_of(tmp_path / "pack", *(question(f"q{number}") for number in range(12)))
        self.env = environment(self.data, QUIZ_PACK=str(pack.root))
        self.cwd = tmp_path / "somewhere"
        self.cwd.mkdir()

    def run(self, *arguments: str, typed: str = "", before: Sequence[str] = ()) -> Ran:
        if not before:
            return run_here(*arguments, env=self.env, cwd=self.cwd, typed=typed)
        return Ran(
            subprocess.run(
                [*before, QUIZ, *arguments], env=self.env, cwd=self.cwd, input=typed.encode(), capture_output=True,
                timeout=PATIENCE, check=False,
            )
        )  # fmt: skip

    def plays(self, *, before: Sequence[str] = (), questions: int = 2) -> str:
        """Skip through a plain game; what was said."""
        typed = "s\n\n" * questions
        ran = self.run("play", "--plain", "--questions", str(questions), typed=typed, before=before)
        assert (ran.code, ran.err) == (0, "")
        assert "The results.\n" in ran.out
        return ran.out

    def at_home(self, *, before: Sequence[str] = ()) -> Terminal:
        return Terminal(env=self.env, cwd=self.cwd, before=before)

    def games(self) -> list[dict[str, Any]]:
        """The games that are over, the latest first."""
        found: list[dict[str, Any]] = json.loads(self.run("records", "--format", "json").out)["history"]
        return found


@pytest.fixture
def player(tmp_path: Path) -> Player:
    return Player(tmp_path)


def unsaved_line(out: str) -> str:
    """The one line that says why games are not saved."""
    (line,) = (line for line in out.splitlines() if line.startswith(UNSAVED))
    return line


def unspaced(words: str) -> str:
    """Words without spaces: a long path is broken wherever a line ends."""
    return "".join(words.split())


# Damaged


def test_damaged_records_are_told_of_once_and_are_still_there(player: Player) -> None:
    player.file.write_bytes(SCRAP)
    ran = player.run("records")
    (moved,) = damaged_in(player.data)
    assert (ran.code, ran.out) == (0, "No game has been saved yet.\n")
    assert one_line(ran.err) == (
        f"The records were damaged (file is not a database): they are now {moved}. A new file has been started."
    )
    assert moved.read_bytes() == SCRAP
    again = player.run("records", "--format", "json")
    assert (again.code, again.err, json.loads(again.out)["history"]) == (0, "", [])


def test_a_plain_game_says_so_and_is_kept(player: Player) -> None:
    player.file.write_bytes(SCRAP)
    out = player.plays()
    (moved,) = damaged_in(player.data)
    assert [line for line in out.splitlines() if "damaged" in line] == [
        f"The records were damaged (file is not a database): they are now {moved}. A new file has been started."
    ]
    assert "not saved" not in out.casefold()
    assert len(player.games()) == 1


@pytest.mark.slow
def test_the_app_says_so_at_home_and_its_games_are_kept(player: Player) -> None:
    player.file.write_bytes(SCRAP)
    with player.at_home() as terminal:
        terminal.until(lambda shown: "Anewfilehasbeenstarted." in unspaced(shown))
        (moved,) = damaged_in(player.data)
        assert unspaced(f"! The records were damaged (file is not a database): they are now {moved}.") in unspaced(
            terminal.shown
        )
        terminal.press("p")
        terminal.answer()
        terminal.kill()
    with closing(Records(player.data)) as records:
        assert len(records.interrupted()) == 1
        assert records.damage_notice is None


@pytest.mark.slow
def test_three_that_find_the_damage_at_once_set_one_file_aside_and_keep_their_games(player: Player) -> None:
    player.file.write_bytes(SCRAP)
    with ThreadPoolExecutor(3) as pool:
        said = list(pool.map(lambda _: player.plays(before=("env",)), range(3)))
    (moved,) = damaged_in(player.data)
    assert moved.read_bytes() == SCRAP
    assert sum(str(moved) in one for one in said) == 1
    assert len(player.games()) == 3


def test_an_empty_file_is_begun(player: Player) -> None:
    player.file.touch()
    assert "damaged" not in player.plays()
    assert len(player.games()) == 1


def test_a_folder_in_the_place_of_the_file_is_told_of(player: Player) -> None:
    player.file.mkdir()
    ran = player.run("records")
    assert (ran.code, ran.out) == (1, "")
    assert one_line(ran.err) == f"Error: The records {player.file} cannot be used: unable to open database file."
    assert unsaved_line(player.plays()).endswith("unable to open database file.")


# Other versions


def test_the_records_of_the_first_version_are_all_there_with_what_a_killed_game_left(player: Player) -> None:
    for one in OLD.iterdir():
        shutil.copy(one, player.data / one.name)
    told = json.loads(player.run("records", "--format", "json").out)
    assert [(game["seed"], game["state"], game["right"]) for game in told["history"]] == [
        ("8", "stopped", 1), ("7", "finished", 1),
    ]  # fmt: skip
    assert [(game["seed"], game["right"], game["wrong"]) for game in told["interrupted"]] == [("9", 1, 1)]
    player.plays()
    assert len(player.games()) == 3


def test_the_records_of_a_newer_version_are_refused_and_left_as_they_are(player: Player) -> None:
    with closing(Records(player.data)) as records:
        keep(records, RIGHT)
    with closing(sqlite3.connect(player.file)) as newer:
        newer.execute("ALTER TABLE games RENAME COLUMN mode TO kind")
        newer.execute("PRAGMA user_version = 99")
    before = player.file.read_bytes()
    said = (
        f"The records {player.file} were written by a newer Quiz (version 99, and this is version {VERSION}). "
        "Use the newer game, or another --data-dir."
    )
    ran = player.run("records")
    assert (ran.code, ran.out, one_line(ran.err)) == (1, "", f"Error: {said}")
    assert unsaved_line(player.plays()) == f"{UNSAVED}{said}"
    assert player.file.read_bytes() == before
    assert damaged_in(player.data) == []


# Folders and files that cannot be written to


@pytest.fixture
def bound() -> Sequence[str]:
    """What to put before a command so that permissions hold for it, even where the tests are run by root."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere, and there is no setpriv to give that up")
    return ("setpriv", "--bounding-set=-all")


@pytest.mark.parametrize("content", [None, SCRAP, pytest.param("games", marks=pytest.mark.slow)])
def test_a_read_only_folder_is_told_of_and_nothing_in_it_changes(
    player: Player, bound: Sequence[str], content: bytes | str | None
) -> None:
    if content == "games":
        with closing(Records(player.data)) as records:
            keep(records, RIGHT)
    elif isinstance(content, bytes):
        player.file.write_bytes(content)
    before = {one.name: one.read_bytes() for one in player.data.iterdir()}
    player.data.chmod(0o500)
    try:
        ran = player.run("records", before=bound)
        said = one_line(ran.err).removeprefix("Error: ")
        assert (ran.code, ran.out) == (1, "")
        assert said.startswith(f"The records {player.file} cannot be used: ")
        if content == SCRAP:
            assert said.endswith("They are damaged, and cannot be renamed: Permission denied.")
        assert unsaved_line(player.plays(before=bound)) == f"{UNSAVED}{said}"
    finally:
        player.data.chmod(0o700)
    assert {one.name: one.read_bytes() for one in player.data.iterdir()} == before


def test_a_read_only_file_is_told_of(player: Player, bound: Sequence[str]) -> None:
    with closing(Records(player.data)) as records:
        keep(records, RIGHT)
    player.file.chmod(0o400)
    assert "attempt to write a readonly database" in player.plays(before=bound)
    player.file.chmod(0o600)
    assert len(player.games()) == 1


# Homes


def test_a_home_that_is_missing_and_cannot_be_made_is_told_of(player: Player, bound: Sequence[str]) -> None:
    nowhere = player.cwd / "file" / "home"
    (player.cwd / "file").write_text("in the way")
    for name in ("QUIZ_DATA_DIR", "QUIZ_CONFIG_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        player.env.pop(name, None)
    player.env["HOME"] = str(nowhere)
    said = f"The data folder {nowhere}/.local/share/quiz cannot be made: Not a directory."
    ran = player.run("records", before=bound)
    assert (ran.code, ran.out, one_line(ran.err)) == (1, "", f"Error: {said}")
    assert unsaved_line(player.plays()) == f"{UNSAVED}{said}"


@pytest.mark.slow
def test_nobody_without_a_home_is_told_so_and_can_play(player: Player) -> None:
    """Where the system knows of no home either, as in a container that runs under a number of its own."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root can become somebody whom the system does not know")
    nobody = (
        "setpriv", "--reuid=54321", "--regid=54321", "--clear-groups", "--inh-caps=+dac_read_search",
        "--ambient-caps=+dac_read_search",
    )  # fmt: skip
    for name in ("QUIZ_PACK", "QUIZ_DATA_DIR", "QUIZ_CONFIG_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        player.env.pop(name, None)
    said = "There is no home folder for the records: name a folder with --data-dir."
    ran = player.run("records", before=nobody)
    assert (ran.code, ran.out, one_line(ran.err)) == (1, "", f"Error: {said}")
    assert unsaved_line(player.plays(before=nobody)) == f"{UNSAVED}{said}"
    with player.at_home(before=nobody) as terminal:
        terminal.until(lambda shown: unspaced(f"! {UNSAVED}{said}") in unspaced(shown))
    assert list(player.cwd.iterdir()) == []


# Full disks


def limited(kilobytes: int) -> Sequence[str]:
    """What to put before a command so that no file that it writes becomes larger, as on a disk without room."""
    return ("sh", "-c", f'ulimit -f {kilobytes * 2}; exec "$@"', "sh")


@pytest.mark.slow
def test_a_disk_without_any_room_is_told_of(player: Player) -> None:
    ran = player.run("records", before=limited(1))
    assert (ran.code, ran.out) == (1, "")
    assert one_line(ran.err) == f"Error: The records {player.file} cannot be used: disk I/O error."
    assert unsaved_line(player.plays(before=limited(1))).endswith("cannot be used: disk I/O error.")
    assert damaged_in(player.data) == []


@pytest.mark.slow
def test_a_disk_that_fills_up_in_a_game_is_told_of_once_and_what_was_kept_stays(player: Player) -> None:
    player.plays()
    out = player.plays(before=limited(32), questions=10)
    (said,) = re.findall("^Not saved. .*$", out, re.MULTILINE)
    assert said == f"Not saved. The records {player.file} cannot be used: disk I/O error."
    seen = out[: out.index("Not saved.")].count("Skipped, 0 points.")
    told = json.loads(player.run("records", "--format", "json").out)
    (kept,) = told["interrupted"]
    assert 0 < seen == len(kept["answers"]) < 10
    assert len(told["history"]) == 1
    assert damaged_in(player.data) == []


SMALL = """
mount -t tmpfs -o size=88k none "$QUIZ_DATA_DIR" || exit 77
yes 's
' | "$1" play --plain --questions 12
ls -s "$QUIZ_DATA_DIR" >&2
"$1" records --format json
"""


@pytest.mark.slow
def test_a_small_disk_that_is_really_full_is_told_of_and_what_was_kept_can_be_read(player: Player) -> None:
    become_root = () if os.geteuid() == 0 else ("--map-root-user",)
    ran = subprocess.run(
        ["unshare", "--mount", *become_root, "sh", "-c", SMALL, "sh", QUIZ],
        env=player.env, cwd=player.cwd, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    if ran.returncode in (1, 77) and "The results." not in ran.stdout:
        pytest.skip("this system lets nobody mount a small disk")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count("\nNot saved. ") == 1, ran.stdout + ran.stderr
    seen = ran.stdout[: ran.stdout.index("Not saved. ")].count("Skipped, 0 points.")
    told = json.loads(ran.stdout[ran.stdout.index("\n{") :])
    assert 0 < seen == len(told["interrupted"][0]["answers"]) < 12


# Locks


@pytest.mark.slow
def test_records_that_another_program_locks_are_told_of(player: Player, effort: Effort) -> None:
    if not effort.long:
        pytest.skip("it waits as long as the program does; the short version is among the tests of records")
    with closing(Records(player.data)) as records:
        keep(records, RIGHT)
    with closing(sqlite3.connect(player.file)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        said = f"The records {player.file} cannot be used: database is locked."
        assert one_line(player.run("records").err) == f"Error: {said}"
        assert unsaved_line(player.plays()) == f"{UNSAVED}{said}"
        with player.at_home() as terminal:
            terminal.until(lambda shown: unspaced(f"! {UNSAVED}{said}") in unspaced(shown))
            terminal.press("p")
            terminal.answer()
    assert list(player.data.iterdir()) == [player.file]
    assert len(player.games()) == 1
