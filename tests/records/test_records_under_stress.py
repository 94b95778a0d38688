"""Records under stress: killed processes, other windows, locks and full disks."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from quiz.game.deal import Filters
from quiz.records.records import FILE, Records, RecordsError
from tests import sample
from tests.records.test_records import AT, RIGHT, keep

ROOT = Path(__file__).parents[2]


def writer(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.records.writer", str(folder), *arguments]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


# Kills and other windows


@pytest.mark.slow
def test_a_kill_straight_after_an_answer_loses_none(tmp_path: Path) -> None:
    with writer(tmp_path, "killed", "1", "3", "killed") as process:
        process.communicate("go\n")
    assert process.returncode == -signal.SIGKILL
    with closing(Records(tmp_path)) as records:
        (found,) = records.interrupted()
    assert [one.question for one in found.verdicts] == ["test/q0", "test/q1", "test/q2"]


@pytest.mark.parametrize("players", [("", ""), ("Ana", "Len")], ids=["one player", "two players"])
def test_two_windows_that_finish_games_at_the_same_time_lose_nothing(
    tmp_path: Path, players: tuple[str, str]
) -> None:
    Records(tmp_path).close()
    one, other = (
        writer(tmp_path, name, "40", "5", who) for name, who in zip(("one ", "other "), players, strict=True)
    )
    with one, other:
        for process in (one, other):
            assert process.stdout is not None
            process.stdout.readline()
        for process in (one, other):
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
    assert (one.returncode, other.returncode) == (0, 0)
    with closing(Records(tmp_path)) as records:
        games = records.all_history()
    assert {(game.player, game.seed) for game in games} == {
        (player, f"{name} {number}")
        for name, player in zip(("one", "other"), players, strict=True)
        for number in range(40)
    }
    assert {(game.state, len(game.verdicts)) for game in games} == {("finished", 5)}


@pytest.mark.slow
def test_windows_that_open_new_records_at_the_same_time_all_can(tmp_path: Path) -> None:
    together = threading.Barrier(4)

    def open_and_close(folder: Path) -> None:
        together.wait()
        Records(folder).close()

    with ThreadPoolExecutor(4) as threads:
        for number in range(100):
            list(threads.map(open_and_close, [tmp_path / str(number)] * 4))
            with closing(Records(tmp_path / str(number))) as records:
                assert records.all_history() == ()  # no window made the tables twice, and none left them half made


def test_records_that_another_program_locks_for_too_long_are_reported_and_left_where_they_are(tmp_path: Path) -> None:
    with closing(Records(tmp_path)) as open_before:
        kept = keep(open_before, RIGHT, state="open")
    with (
        closing(Records(tmp_path, timeout=0.05)) as open_before,
        closing(sqlite3.connect(tmp_path / FILE)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordsError, match="database is locked"):
            open_before.end(kept, "finished", AT)
        other.execute("ROLLBACK")
    with closing(sqlite3.connect(tmp_path / FILE)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(RecordsError, match="database is locked") as told:
            Records(tmp_path, timeout=0.05)
    assert str(tmp_path / FILE) in str(told.value)
    assert list(tmp_path.iterdir()) == [tmp_path / FILE]
    with closing(Records(tmp_path)) as records:
        assert [one.id for one in records.interrupted()] == [kept]


def test_records_can_be_opened_while_another_window_reads_them(tmp_path: Path) -> None:
    with closing(Records(tmp_path)) as records:
        keep(records, RIGHT)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as reader:
        reader.execute("PRAGMA journal_mode = DELETE")  # as a copy made by a backup may be
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM games").fetchall()
        with closing(Records(tmp_path)) as records:
            assert len(records.history()) == 1


# Files and folders that cannot be used


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_the_file_of_a_newer_quiz_is_named_and_left_as_it_is(tmp_path: Path, journal: str) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as newer:
        newer.execute(f"PRAGMA journal_mode = {journal}")
        newer.execute("CREATE TABLE unheard_of (x)")
        newer.execute("PRAGMA user_version = 99")
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(RecordsError, match=r"newer Quiz .*version 99.*--data-dir") as told:
        Records(tmp_path)
    assert str(tmp_path / FILE) in str(told.value)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_folder_where_the_file_should_be_is_reported(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(RecordsError, match="cannot be used") as told:
        Records(tmp_path)
    assert str(tmp_path / FILE) in str(told.value)
    assert list(tmp_path.iterdir()) == [tmp_path / FILE]


def test_an_empty_file_is_a_new_one(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with closing(Records(tmp_path)) as records:
        keep(records, RIGHT)
        assert (len(records.history()), records.damage_notice) == (1, None)
    assert list(tmp_path.iterdir()) == [tmp_path / FILE]


@pytest.mark.parametrize("below", ["", "deeper", "deeper/still"])
def test_a_data_folder_that_cannot_be_made_is_reported(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" / below
    with pytest.raises(RecordsError, match="cannot be made") as told:
        Records(folder)
    assert str(folder) in str(told.value)
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_reported(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(RecordsError, match="cannot be used"):
        Records(tmp_path)
    tmp_path.chmod(0o700)


def test_missing_folders_are_made(tmp_path: Path) -> None:
    Records(tmp_path / "some" / "where").close()
    assert (tmp_path / "some" / "where" / FILE).is_file()


def test_a_full_disk_is_reported_and_what_was_kept_stays(records: Records) -> None:
    kept = keep(records, RIGHT, state="open")
    (pages,) = records._connection.execute("PRAGMA page_count").fetchone()
    records._connection.execute(f"PRAGMA max_page_count = {pages}")  # SQLite's own way to run out of room
    with pytest.raises(RecordsError, match="full"):
        records.add(kept, 1, sample.verdict(chosen=("x" * 100_000,)), AT)
    (found,) = records.interrupted()
    assert found.verdicts == (RIGHT,)


def test_a_filter_that_is_not_text_is_reported(records: Records) -> None:
    """A topic typed in a terminal of another encoding reaches Python as lone surrogates."""
    filters = Filters(topics=("Crew", "Cr\udce8w"))
    game = sample.start(sample.setup(filters=filters), sample.questions(1), 0.0)
    with pytest.raises(RecordsError, match="cannot be used"):
        records.begin(game, AT)
    assert records.damage_notice is None  # it is no fault of the file's


def test_a_folder_whose_name_is_too_long_is_reported(tmp_path: Path) -> None:
    with pytest.raises(RecordsError, match="cannot be made: File name too long"):
        Records(tmp_path / ("x" * 300))
