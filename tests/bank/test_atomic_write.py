"""Atomic writes: a file has the old content or the new one, and a failed write changes nothing."""

import os
from pathlib import Path

import pytest

from quiz.bank.atomic_write import WriteError, create_file, encode_text, replace_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "file.yaml"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


def beside(file: Path) -> list[str]:
    return sorted(path.name for path in file.parent.iterdir())


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o775])
def test_a_file_is_replaced_and_keeps_its_mode(file: Path, mode: int) -> None:
    file.chmod(mode)
    replace_file(file, b"new", b"old")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == mode
    assert beside(file) == ["file.yaml"]


def test_a_link_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    replace_file(link, b"new", b"old")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_what_was_saved_meanwhile_is_not_lost(file: Path) -> None:
    file.write_bytes(b"saved by an editor")
    with pytest.raises(WriteError, match=r"file\.yaml was changed meanwhile"):
        replace_file(file, b"new", b"old")
    assert file.read_bytes() == b"saved by an editor"
    assert beside(file) == ["file.yaml"]


def test_a_read_only_file_is_left(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(WriteError, match=r"file\.yaml is read-only"):
        replace_file(file, b"new", b"old")
    assert file.read_bytes() == b"old"
    with pytest.raises(WriteError):
        replace_file(file.with_name("gone.yaml"), b"new", b"old")


def fail(*_: object, **__: object) -> None:
    raise OSError(28, os.strerror(28))


@pytest.mark.parametrize("fails", ["os.open", "os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
def test_whatever_fails_on_the_way_leaves_the_file_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    monkeypatch.setattr(fails, fail)
    with pytest.raises(WriteError, match="No space left on device"):
        replace_file(file, b"new", b"old")
    assert file.read_bytes() == b"old"
    assert beside(file) == ["file.yaml"]


def test_a_new_file_takes_nobodys_place(file: Path) -> None:
    with pytest.raises(WriteError, match="exists"):
        create_file(file, b"new")
    assert file.read_bytes() == b"old"
    create_file(file.with_name("more.yaml"), b"new")
    assert file.with_name("more.yaml").read_bytes() == b"new"
    with pytest.raises(WriteError, match="No such file"):
        create_file(file.parent / "nowhere" / "x", b"new")
    assert beside(file) == ["file.yaml", "more.yaml"]


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_is_whole_when_it_gets_its_name(file: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    new, seen = file.with_name("new.yaml"), []
    synced = os.fsync

    def look(handle: int) -> None:
        seen.append(new.exists())
        synced(handle)

    monkeypatch.setattr("os.fsync", look)
    if not links:  # as on the disks of cameras
        monkeypatch.setattr("os.link", fail)
    create_file(new, b"new")
    assert seen == [False]
    assert new.read_bytes() == b"new"
    assert beside(file) == ["file.yaml", "new.yaml"]
    (file.parent / "touched").touch()
    assert new.stat().st_mode == (file.parent / "touched").stat().st_mode
    with pytest.raises(WriteError, match="exists"):
        create_file(file, b"new")
    assert file.read_bytes() == b"old"


@pytest.mark.parametrize(
    "fails", [["os.open"], ["os.fsync"], ["os.link", "pathlib.Path.touch"], ["os.link", "pathlib.Path.replace"]]
)
def test_whatever_fails_on_the_way_leaves_no_new_file(
    file: Path, monkeypatch: pytest.MonkeyPatch, fails: list[str]
) -> None:
    for one in fails:
        monkeypatch.setattr(one, fail)
    with pytest.raises(WriteError, match=r"folder/new\.yaml cannot be written: No space left on device"):
        create_file(file.with_name("new.yaml"), b"new")
    assert beside(file) == ["file.yaml"]


def test_a_byte_order_mark_stays_where_there_was_one() -> None:
    assert encode_text("é") == encode_text("é", like=b"a") == "é".encode()
    assert encode_text("é", like=b"\xef\xbb\xbfa") == b"\xef\xbb\xbf" + "é".encode()
