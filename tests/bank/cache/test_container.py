"""The file of a cache: what is damaged is never believed, and nobody sees half of it."""

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.cache.container import Container, DamagedError, checksum_of, write
from quiz.bank.cache.items import Items, item_sections, trusted

SECTIONS = {"front": b"the front", "empty": b"", "long": bytes(range(256)) * 40}


def read(path: Path) -> dict[str, bytes]:
    container = Container(path)
    try:
        return container.sections
    finally:
        container.close()


@given(st.dictionaries(st.text(max_size=9).filter(str.isprintable), st.binary(max_size=99)))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, sections: dict[str, bytes]) -> None:
    path = tmp_path_factory.mktemp("cache") / "new folder" / "one.cache"
    write(path, sections)
    assert read(path) == sections
    assert [one.name for one in path.parent.iterdir()] == ["one.cache"]


@given(st.data())
def test_no_change_of_a_byte_and_no_cut_is_believed(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("cache") / "one.cache"
    write(path, SECTIONS)
    whole = path.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(data.draw(st.sampled_from([bytes(changed), whole[:place]])))
    with pytest.raises(DamagedError):
        read(path)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"quiz cache 1\n", b"quiz cache 1\n" + b"\xff" * 8])
def test_another_file_is_no_cache(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "one.cache"
    path.write_bytes(content)
    with pytest.raises(DamagedError):
        Container(path)


def test_a_table_that_says_something_else_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    for table in (b"\xc0", b"\x81\xa1a\x01", b"not msgpack"):
        head = len(table).to_bytes(4, "little") + checksum_of(table).to_bytes(4, "little")
        path.write_bytes(b"quiz cache 1\n" + head + table)
        with pytest.raises(DamagedError):
            Container(path)


def test_what_is_not_there_is_damage_too(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    write(path, SECTIONS)
    container = Container(path)
    for missing in (
        lambda: container.section("other"),
        lambda: container.part("front", 3, 99, 0),
        lambda: container.part("front", -1, 2, 0),
        lambda: Items(container, "front"),
    ):
        with pytest.raises(DamagedError):
            missing()
    container.close()
    with pytest.raises(OSError, match="nowhere"):
        Container(tmp_path / "nowhere")


@given(st.lists(st.binary(max_size=30)))
def test_items_are_read_one_by_one(tmp_path_factory: pytest.TempPathFactory, items: list[bytes]) -> None:
    path = tmp_path_factory.mktemp("cache") / "one.cache"
    write(path, item_sections("things", items))
    container = Container(path)
    found = Items(container, "things")
    assert [found[number] for number in reversed(range(len(found)))] == items[::-1]
    for number in (-1, len(items)):
        with pytest.raises(DamagedError):
            found[number]
    container.close()


def test_what_stands_for_nothing_of_its_kind_is_damage() -> None:
    assert trusted(b"\x92\x01\x02", list[int]) == [1, 2]
    for data in (b"", b"\x92\x01", b"\xa1a"):
        with pytest.raises(DamagedError):
            trusted(data, list[int])


def test_an_open_file_stays_as_it_was_when_it_is_replaced_or_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    write(path, SECTIONS)
    container = Container(path)
    write(path, {"front": b"another"})
    assert container.section("front") == b"the front"
    path.unlink()
    assert container.sections == SECTIONS
    container.close()


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    write(path, SECTIONS)
    with pytest.raises(TypeError):
        write(path, {"front": b"new", "wrong": None})  # type: ignore[dict-item]
    assert read(path) == SECTIONS
    assert [one.name for one in tmp_path.iterdir()] == ["one.cache"]


def test_of_many_who_write_at_once_one_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "one.cache"
    versions = [{"front": bytes([number]) * 5000, "back": bytes([number]) * 5000} for number in range(8)]
    write(path, versions[0])
    start = threading.Barrier(len(versions) + 1)

    def rewrite(version: dict[str, bytes]) -> None:
        start.wait()
        for _ in range(20):
            write(path, version)

    writers = [threading.Thread(target=rewrite, args=(version,)) for version in versions]
    for writer in writers:
        writer.start()
    start.wait()
    while any(writer.is_alive() for writer in writers):
        assert read(path) in versions
    assert read(path) in versions
