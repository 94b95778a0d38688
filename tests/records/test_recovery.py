"""A damaged records file is renamed unchanged, and a new one is started."""

import random
import shutil
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from quiz.records.records import FILE, Records, RecordsError
from quiz.records.records_schema import VERSION
from quiz.records.recovery import folder_lock, inode_of, is_damage, move_damaged
from tests import sample
from tests.records.test_records import AT, RIGHT, keep

SCRAP = b"not a database at all, but long enough to be taken for one" * 20
TODAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a records file of many pages."""
    folder = tmp_path_factory.mktemp("good")
    with closing(Records(folder)) as records:
        for _ in range(30):
            keep(records, *[RIGHT] * 5)
    return (folder / FILE).read_bytes()


def damaged_in(folder: Path) -> list[Path]:
    """The damaged files of a folder, without what lies beside them."""
    return sorted(folder.glob("*.damaged-*.sqlite3"))


def names_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def become_newer(records: Records) -> None:
    """Let a newer Quiz open the file that is open here, and change it."""
    with closing(sqlite3.connect(records.path)) as newer:
        for column in ("mode", "owner"):
            newer.execute(f"ALTER TABLE games RENAME COLUMN {column} TO new_{column}")
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")


def spoil(records: Records) -> None:
    """Damage the file that is open here so that it is found when answers are read or written, and not before."""
    with closing(sqlite3.connect(records.path)) as other:
        other.execute("DROP TABLE answers")


# At whatever moment it is found


@pytest.mark.parametrize(
    "damaged",
    [
        lambda good: random.Random(7).randbytes(20_000),  # noqa: S311
        lambda good: b"Dear diary,\n",
        lambda good: good[: len(good) // 2],
        lambda good: good[:100],
        lambda good: good[:4096] + random.Random(7).randbytes(len(good) - 4096),  # noqa: S311
    ],
    ids=["random bytes", "text", "half of it", "header only", "all but the first page"],
)
def test_a_damaged_file_is_renamed_as_it_is_and_games_are_kept_in_a_new_one(
    tmp_path: Path, good: bytes, damaged: Callable[[bytes], bytes]
) -> None:
    (tmp_path / FILE).write_bytes(damaged(good))
    with closing(Records(tmp_path)) as records:
        assert records.history() == ()
        (moved,) = damaged_in(tmp_path)
        assert moved.read_bytes() == damaged(good)
        assert str(moved) in (records.damage_notice or "")
        keep(records, RIGHT)
    with closing(Records(tmp_path)) as records:
        assert (len(records.history()), records.damage_notice) == (1, None)
    assert damaged_in(tmp_path) == [moved]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE games SET filters = '{'",
        "UPDATE games SET filters = '{\"topics\": 5}'",
        "UPDATE games SET questions = 'q0'",
        "UPDATE games SET questions = '5'",
        "UPDATE games SET started_at = 'yesterday'",
        "UPDATE answers SET chosen = '['",
        "UPDATE answers SET chosen = '5'",
        "UPDATE answers SET points = 'many'",
        "UPDATE answers SET points = '1/0'",
        "UPDATE answers SET outcome = 'rihgt'",
        "DROP TABLE answers",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 1",
        "PRAGMA user_version = -5",
    ],
)
def test_tables_and_rows_that_make_no_sense_are_damage(records: Records, tmp_path: Path, change: str) -> None:
    keep(records, RIGHT)
    records.close()
    with closing(sqlite3.connect(tmp_path / FILE)) as other, other:
        other.execute(change)
    with closing(Records(tmp_path)) as again:
        assert again.history() == ()
        (moved,) = damaged_in(tmp_path)
        assert str(moved) in (again.damage_notice or "")
        keep(again, RIGHT)
        assert len(again.history()) == 1
    with closing(sqlite3.connect(moved)) as there:
        assert there.execute("SELECT count(*) FROM games").fetchone() == (1,)


def test_who_listens_hears_of_what_is_found_later(records: Records, tmp_path: Path) -> None:
    heard: list[str] = []
    records.on_damage(heard.append)
    keep(records, RIGHT)
    assert heard == []
    spoil(records)
    assert records.history() == ()
    assert records.players() == ()
    (moved,) = damaged_in(tmp_path)
    assert heard == [
        f"The records were damaged (no such table: answers): they are now {moved}. A new file has been started."
    ]


# How it is set aside


def test_no_name_is_used_twice(tmp_path: Path) -> None:
    for _ in range(3):
        (tmp_path / FILE).write_bytes(SCRAP)
        assert move_damaged(tmp_path / FILE, inode_of(tmp_path / FILE), TODAY) is not None
    (tmp_path / "records.damaged-2026-11-28-4.sqlite3-wal").write_text("left over")
    (tmp_path / FILE).write_bytes(b"the last")
    last = move_damaged(tmp_path / FILE, inode_of(tmp_path / FILE), TODAY)
    assert last == tmp_path / "records.damaged-2026-11-28-5.sqlite3"
    assert [one.name.removeprefix("records.damaged-2026-11-28") for one in damaged_in(tmp_path)] == [
        "-2.sqlite3", "-3.sqlite3", "-5.sqlite3", ".sqlite3",
    ]  # fmt: skip
    assert last.read_bytes() == b"the last"
    assert not (tmp_path / FILE).exists()


def test_the_answers_of_a_killed_process_go_along_and_can_still_be_read(records: Records, tmp_path: Path) -> None:
    """What SQLite has beside the file is not yet in it; nothing may be written to either."""
    keep(records, RIGHT)
    records._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    (tmp_path / "killed").mkdir()
    keep(records, RIGHT, RIGHT, state="open")
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
        shutil.copy(tmp_path / name, tmp_path / "killed" / name)
    whole, log = ((tmp_path / "killed" / name).read_bytes() for name in (FILE, f"{FILE}-wal"))
    page = bytes(4096)  # the index of questions is the last page, which only some read
    spoilt = whole[:4096].replace(b"CREATE TABLE games", b"CREATE TABEL games") + whole[4096:-4096] + page
    (tmp_path / "killed" / FILE).write_bytes(spoilt)
    with closing(Records(tmp_path / "killed")) as other:
        assert other.history() == ()
    (moved,) = damaged_in(tmp_path / "killed")
    assert (moved.read_bytes(), Path(f"{moved}-wal").read_bytes()) == (spoilt, log)
    moved.write_bytes(whole)  # as somebody may mend it
    with closing(sqlite3.connect(moved)) as mended:
        assert mended.execute("SELECT count(*) FROM answers").fetchone() == (3,)


def test_a_rollback_journal_goes_along(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(SCRAP)
    (tmp_path / f"{FILE}-journal").write_bytes(b"what was there before")
    moved = move_damaged(tmp_path / FILE, inode_of(tmp_path / FILE), TODAY)
    assert Path(f"{moved}-journal").read_bytes() == b"what was there before"


def test_a_link_stays_and_what_it_leads_to_is_renamed_where_it_lies(tmp_path: Path) -> None:
    for name in ("data", "drive"):
        (tmp_path / name).mkdir()
    (tmp_path / "drive" / "mine.db").write_bytes(SCRAP)
    (tmp_path / "data" / FILE).symlink_to(tmp_path / "drive" / "mine.db")
    with closing(Records(tmp_path / "data")) as records:
        keep(records, RIGHT)
        assert str(tmp_path / "drive" / "mine.damaged-") in (records.damage_notice or "")
    (moved,) = (tmp_path / "drive").glob("mine.damaged-*.db")
    assert moved.read_bytes() == SCRAP
    assert (tmp_path / "data" / FILE).is_symlink()
    with closing(Records(tmp_path / "data")) as records:
        assert len(records.history()) == 1


def refusing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no file of a name be renamed, as where it is somebody else's in a folder for all."""
    rename = Path.rename

    def renamed(self: Path, target: str) -> Path:
        if self.name == name:
            raise PermissionError(1, "Operation not permitted")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", renamed)


@pytest.mark.parametrize("refused", [f"{FILE}-shm", FILE])
def test_where_one_file_cannot_be_renamed_none_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    before = {name: name.encode() for name in (FILE, f"{FILE}-shm", f"{FILE}-wal")}
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    refusing(refused, monkeypatch)
    with pytest.raises(PermissionError):
        move_damaged(tmp_path / FILE, inode_of(tmp_path / FILE), TODAY)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_a_file_that_cannot_be_renamed_is_named_and_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FILE).write_bytes(SCRAP)
    refusing(FILE, monkeypatch)
    with pytest.raises(RecordsError) as told:
        Records(tmp_path)
    assert str(told.value) == (
        f"The records {tmp_path / FILE} cannot be used: file is not a database. "
        "They are damaged, and cannot be renamed: Operation not permitted."
    )
    assert names_in(tmp_path) == [FILE]
    assert (tmp_path / FILE).read_bytes() == SCRAP


# Several processes


def test_windows_that_find_the_damage_at_once_rename_one_file_and_all_keep_their_games(tmp_path: Path) -> None:
    together = threading.Barrier(4)

    def play(folder: Path) -> str:
        together.wait()
        with closing(Records(folder)) as records:
            keep(records, RIGHT)
            return records.damage_notice or ""

    with ThreadPoolExecutor(4) as threads:
        for number in range(25):
            folder = tmp_path / str(number)
            folder.mkdir()
            (folder / FILE).write_bytes(SCRAP)
            said = list(threads.map(play, [folder] * 4))
            (moved,) = damaged_in(folder)
            assert moved.read_bytes() == SCRAP
            assert sum(str(moved) in one for one in said) == 1
            with closing(Records(folder)) as records:
                assert len(records.history()) == 4


def test_the_new_file_of_another_window_is_used_and_not_renamed(records: Records, tmp_path: Path) -> None:
    kept = keep(records, RIGHT)
    with closing(Records(tmp_path)) as other:
        spoil(other)
        assert other.history() == ()
        keep(other, RIGHT)
        assert len(records.history()) == 1
        (moved,) = damaged_in(tmp_path)
        assert str(moved) in (records.damage_notice or "")
        keep(records, RIGHT)
        assert len(other.history()) == 2
    with closing(sqlite3.connect(moved)) as there:
        assert there.execute("SELECT id FROM games").fetchall() == [(kept,)]


def test_a_file_that_another_window_has_replaced_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(SCRAP)
    seen = inode_of(tmp_path / FILE)
    moved = move_damaged(tmp_path / FILE, seen, TODAY)
    Records(tmp_path).close()
    fresh = (tmp_path / FILE).read_bytes()
    assert move_damaged(tmp_path / FILE, seen, TODAY) == moved
    assert (tmp_path / FILE).read_bytes() == fresh


@pytest.mark.parametrize("how", ["moved", "deleted", "folder deleted"])
def test_records_that_are_removed_while_they_are_open_are_replaced(tmp_path: Path, how: str) -> None:
    folder = tmp_path / "data"
    with closing(Records(folder)) as records:
        keep(records, RIGHT)
        if how == "moved":
            (folder / FILE).rename(tmp_path / "mine.sqlite3")
        elif how == "deleted":
            (folder / FILE).unlink()
        else:
            shutil.rmtree(folder)
        keep(records, RIGHT)
        assert len(records.history()) == 1
        assert records.damage_notice == (
            f"The records {folder / FILE} were removed while they were open. A new file has been started."
        )
    with closing(Records(folder)) as again:
        assert len(again.history()) == 1


def test_nothing_is_renamed_while_another_process_is_busy_with_the_folder(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(SCRAP)
    with folder_lock(tmp_path, 0) as is_alone:
        assert is_alone
        with pytest.raises(RecordsError, match="cannot be renamed: another process is busy with the folder"):
            Records(tmp_path, timeout=0.02)
    assert names_in(tmp_path) == [FILE]
    with closing(Records(tmp_path)) as records, folder_lock(tmp_path, 0):
        Records(tmp_path, timeout=0.02).close()  # to open them, nobody need be alone
        assert damaged_in(tmp_path) != []
        assert records.history() == ()


# What is no damage


def test_the_file_of_a_newer_quiz_is_not_renamed_even_if_it_became_one_while_it_was_open(
    records: Records, tmp_path: Path
) -> None:
    keep(records, RIGHT)
    become_newer(records)
    with pytest.raises(RecordsError, match="newer Quiz"):
        records.history()
    assert damaged_in(tmp_path) == []


def test_records_that_were_closed_are_not_damaged(records: Records, tmp_path: Path) -> None:
    records.close()
    with pytest.raises(RecordsError, match="closed"):
        records.history()
    assert names_in(tmp_path) == [FILE]


def test_what_fails_on_a_new_file_as_well_is_no_damage(records: Records, tmp_path: Path) -> None:
    """A fault of this program, or an SQLite that is too old for its tables, takes nobody's records away."""
    keep(records, RIGHT)
    with pytest.raises(RecordsError, match="no such column"):
        records._games("WHERE nowhere = 1")
    assert damaged_in(tmp_path) == []


def test_where_no_new_file_can_be_made_nothing_is_damage() -> None:
    error = sqlite3.OperationalError("no such table: games")
    assert is_damage(error, lambda new: new.execute("SELECT * FROM games"))
    assert not is_damage(
        error,
        lambda new: new.execute("SELECT * FROM games"),
        make_tables=lambda new: new.execute("CREATE TABLE games (id TEXT) STRICTEST"),
    )


def test_a_game_that_cannot_be_written_is_not_damage(records: Records, tmp_path: Path) -> None:
    kept = keep(records, RIGHT, state="open")
    with pytest.raises(RecordsError, match="UNIQUE"):
        records.add(kept, 0, sample.verdict(), AT)
    assert damaged_in(tmp_path) == []
