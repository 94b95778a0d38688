"""The cache file: damage is always detected, and no reader sees an incomplete file."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.cache.database import CacheDatabase, DamagedError, encode, write
from tests.conftest import Effort

ROWS = {"head": ["the head"], "blank": [], "long": ["long " * 2000, "", "äöü"], "many": list(map(str, range(60)))}


def write_values(path: Path, rows: dict[str, list[Any]]) -> None:
    write(path, {table: map(encode, values) for table, values in rows.items()})


def read_values(path: Path, rows: dict[str, list[Any]], kind: type = str) -> dict[str, list[Any]]:
    database = CacheDatabase(path)
    try:
        return {
            table: [database.read(table, kind, number) for number in range(len(values))]
            for table, values in rows.items()
        }
    finally:
        database.close()


@given(st.dictionaries(st.from_regex("[a-d]{5}", fullmatch=True), st.lists(st.binary(max_size=99))))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, rows: dict[str, list[bytes]]) -> None:
    path = tmp_path_factory.mktemp("cache") / "new folder?#%" / "one.cache"
    write_values(path, rows)
    assert read_values(path, rows, bytes) == rows
    assert [one.name for one in path.parent.iterdir()] == ["one.cache"]


def test_a_folder_is_read_as_a_path(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    write(path, {"folders": [encode([tmp_path])]})
    assert CacheDatabase(path).read("folders", list[Path]) == [tmp_path]
    with pytest.raises(NotImplementedError):
        encode(object())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a cache file with the rows above."""
    path = tmp_path_factory.mktemp("whole") / "one.cache"
    write_values(path, ROWS)
    return path.read_bytes()


def test_whichever_byte_is_changed_nothing_else_is_read(tmp_path: Path, whole: bytes, effort: Effort) -> None:
    """Most of them are noticed; the others, in room that is not used, change nothing."""
    path = tmp_path / "one.cache"
    noticed = 0
    step = effort.of(short=499, long=1)
    places = [*range(100), *range(100, len(whole), step)]  # the first 100 are the header
    for place in places:
        for bits in (0x01, 0x80):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ bits]) + whole[place + 1 :])
            try:
                assert read_values(path, ROWS) == ROWS
            except DamagedError:
                noticed += 1
            assert [one.name for one in tmp_path.iterdir()] == ["one.cache"]
    assert noticed > len(places) / 2


def test_wherever_it_is_cut_nothing_else_is_read(tmp_path: Path, whole: bytes, effort: Effort) -> None:
    path = tmp_path / "one.cache"
    for length in range(0, len(whole), effort.of(short=97, long=1)):
        path.write_bytes(whole[:length])
        with pytest.raises(DamagedError):
            read_values(path, ROWS)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"quiz cache 1\n", b"x" * 9999])
def test_another_file_is_no_cache(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "one.cache"
    path.write_bytes(content)
    with pytest.raises(DamagedError):
        CacheDatabase(path).read("head", str)


def test_neither_is_a_folder_or_nothing_at_all(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere", tmp_path / "nowhere" / "one.cache", tmp_path / ("long" * 99)):
        with pytest.raises(DamagedError):
            CacheDatabase(path)
    assert list(tmp_path.iterdir()) == []


def test_rows_that_are_missing_or_of_another_kind_are_damage(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    write_values(path, ROWS)
    database = CacheDatabase(path)
    for table, kind, number in (("other", str, 0), ("head", str, 1), ("head", str, -1), ("head", int, 0)):
        with pytest.raises(DamagedError):
            database.read(table, kind, number)
    database.close()
    with pytest.raises(DamagedError):
        database.read("head", str)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE many SET data = (SELECT data FROM many WHERE number = 7) WHERE number = 8",
        "UPDATE many SET number = 999 WHERE number = 8",
        "UPDATE many SET data = NULL WHERE number = 8",
        "UPDATE many SET data = CAST(data AS TEXT) WHERE number = 8",
        "UPDATE many SET checksum = checksum + 1 WHERE number = 8",
        "UPDATE many SET (data, checksum) = (SELECT data, checksum FROM many WHERE number = 7) WHERE number = 8",
    ],
)
def test_a_row_with_the_content_of_another_is_damage(tmp_path: Path, change: str) -> None:
    path = tmp_path / "one.cache"
    write_values(path, ROWS)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(change)
        connection.commit()
    database = CacheDatabase(path)
    assert database.read("many", str, 7) == "7"
    with pytest.raises(DamagedError):
        database.read("many", str, 8)


def test_an_open_file_stays_as_it_was_when_it_is_replaced_or_deleted(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    write_values(path, ROWS)
    database = CacheDatabase(path)
    write_values(path, {"head": ["another"]})
    assert database.read("head", str) == "the head"
    path.unlink()
    assert database.read("many", str, 59) == "59"


def test_a_table_can_be_replaced_and_the_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    write_values(path, ROWS)
    database = CacheDatabase(path)
    database.replace("head", [encode("another head")])
    assert database.read("head", str) == "the head"
    changed = ROWS | {"head": ["another head"]}
    assert read_values(path, changed) == changed
    assert [one.name for one in tmp_path.iterdir()] == ["one.cache"]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    write_values(path, ROWS)
    with pytest.raises(UnicodeEncodeError):
        write(path, {"head": map(encode, ["new", "\ud800"])})
    with pytest.raises(OSError, match="no such table"):
        CacheDatabase(path).replace("other", [encode("new")])
    assert read_values(path, ROWS) == ROWS
    assert [one.name for one in tmp_path.iterdir()] == ["one.cache"]


def test_of_many_who_write_at_once_one_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    versions = [{"head": [f"{number}" * 5000], "back": [f"{number}" * 5000] * 5} for number in range(8)]
    write_values(path, versions[0])
    start = threading.Barrier(len(versions) + 1)

    def rewrite(version: dict[str, list[str]]) -> None:
        start.wait()
        for _ in range(9):
            write_values(path, version)

    writers = [threading.Thread(target=rewrite, args=(version,)) for version in versions]
    for writer in writers:
        writer.start()
    start.wait()
    while any(writer.is_alive() for writer in writers):
        assert read_values(path, versions[0]) in versions
    assert read_values(path, versions[0]) in versions


def test_several_threads_can_read_one_file(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    write_values(path, ROWS)
    database = CacheDatabase(path)
    found: list[list[str]] = []

    def read_all() -> None:
        found.append([database.read("many", str, number) for number in range(60)])

    threads = [threading.Thread(target=read_all) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [ROWS["many"]] * 5
    assert msgspec.msgpack.decode(encode(found), type=list[list[str]]) == found
