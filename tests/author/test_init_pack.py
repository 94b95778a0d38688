"""A new pack: it is good from the beginning, and a folder that holds something is left alone."""

import os
from pathlib import Path

import pytest

from quiz.author.init_pack import init_pack
from quiz.author.json_schema import schema_of
from quiz.bank.atomic_write import WriteError
from quiz.bank.load import load
from quiz.lint.linter import lint_packs


@pytest.mark.parametrize("made", [True, False])
def test_a_new_pack_has_a_question_and_nothing_wrong(tmp_path: Path, made: bool) -> None:
    folder = tmp_path / "My packs" / "Harbour Trivia"
    if made:
        folder.mkdir(parents=True)
    files = init_pack(folder)
    assert sorted(files) == sorted(path for path in folder.rglob("*") if path.is_file())
    loaded = load([folder])
    assert lint_packs(loaded).problems == ()
    bank = loaded.bank
    assert [one.id for one in bank.questions] == ["candles-in-jars"]
    assert bank.packs[0].name == "harbour-trivia"
    for name in ("questions", "sources"):
        assert (folder / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8") == schema_of(name)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["file", "full", "full/file/below", "dangling"])
def test_what_is_no_empty_folder_is_refused_and_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "dangling").symlink_to("nowhere")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(WriteError):
        init_pack(tmp_path / name)
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "full" / "file").read_text() == "mine"


@pytest.mark.parametrize("made", [True, False])
def test_a_pack_that_cannot_be_finished_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: bool
) -> None:
    def full(path: Path, data: bytes) -> None:
        if path.suffix == ".json":
            raise OSError(28, os.strerror(28))
        path.write_bytes(data)

    if made:
        (tmp_path / "pack").mkdir()
    monkeypatch.setattr("quiz.author.init_pack.create_file", full)
    with pytest.raises(WriteError, match=r"pack cannot be created: No space left on device"):
        init_pack(tmp_path / "pack")
    assert list(tmp_path.rglob("*")) == ([tmp_path / "pack"] if made else [])


def test_folders_that_were_made_on_the_way_are_taken_away_and_others_stay(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(WriteError, match="File name too long"):
        init_pack(tmp_path / "mine" / "a" / "b" / ("x" * 300))
    assert list(tmp_path.rglob("*")) == [tmp_path / "mine"]
