"""The pack library: packs in its folder are found, packs can be put in play, and saved files are loaded again."""

from pathlib import Path

import pytest

import quiz.bank.load
from quiz.bank.bank import Bank
from quiz.bank.pack_library import PackLibrary, find_packs, open_library
from quiz.bank.pack_paths import builtin_pack
from quiz.lint.linter import lint_packs
from tests.bank.pack_folder import PackFolder, pack_of, question


def make(root: Path, *names: str) -> PackFolder:
    """A pack whose questions have these ids."""
    return pack_of(root, *map(question, names))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make(tmp_path / "packs" / "bees", "hive")
    make(tmp_path / "packs" / "ants", "queen", "worker")
    (tmp_path / "packs" / "no-pack").mkdir()
    (tmp_path / "packs" / "notes.txt").write_text("beside them")
    return tmp_path / "packs"


def ids(library: PackLibrary) -> list[str]:
    return [one.key for one in library.bank.questions]


def test_packs_lie_in_the_folder_by_name(folder: Path, tmp_path: Path) -> None:
    assert [path.name for path in find_packs(folder)] == ["ants", "bees"]
    assert find_packs(None) == find_packs(tmp_path / "nowhere") == find_packs(folder / "notes.txt") == ()


def test_a_folder_that_cannot_be_looked_into_hides_no_other(folder: Path) -> None:
    (folder / "aaa").symlink_to("x" * 300)  # no disk has such a name
    (folder / "loop").symlink_to("loop")
    assert [path.name for path in find_packs(folder)] == ["ants", "bees"]


def test_a_pack_is_called_the_same_in_play_and_out_of_it(folder: Path) -> None:
    catalogue = folder / "ants" / "seeds" / "sources.yaml"
    catalogue.write_text("# ours\npack: 'The ants: all'  # of them\nsources: []\n")
    library = open_library([folder / "bees"], folder)
    names = ["bees", "The ants: all"]
    assert (
        [one.name for one in library.listed]
        == [one.name for one in library.with_packs(library.roots).listed]
        == names
    )
    for nothing in ("pack:\n", "pack: '\n", "pack: \x00\n", "pack: [a]\n", ""):
        catalogue.write_text(nothing)
        assert library.listed[1].name == "ants"


def test_what_is_not_in_play_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    load = quiz.bank.load.load_bank

    def told(roots: list[Path], **more: bool) -> Bank:
        read.extend(roots)
        return load(roots, **more)

    monkeypatch.setattr(quiz.bank.load, "load_bank", told)
    library = open_library([folder / "bees"], folder)
    assert read == [folder / "bees"]
    assert [(one.name, one.pack is not None) for one in library.listed] == [("bees", True), ("ants", False)]
    both = library.with_packs([folder / "ants", folder / "bees"])
    assert ids(both) == ["ants/queen", "ants/worker", "bees/hive"]
    assert ids(library) == ["bees/hive"]
    none = both.with_packs([])
    assert ids(none) == []
    assert [one.pack for one in none.listed] == [None, None]


def test_without_a_choice_the_built_in_pack_is_played() -> None:
    library = open_library()
    assert [(one.root, one.name) for one in library.listed] == [(builtin_pack(), "ballerina")]
    assert {one.place.file.split("/")[0] for one in library.bank.questions} == {"questions"}
    assert library.reload_if_changed() == (library, None)


def test_a_pack_that_was_asked_for_and_found_is_listed_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert [one.root for one in open_library([Path("ants")], folder).listed] == [Path("ants"), folder / "bees"]
    monkeypatch.chdir(folder / "ants")
    assert [one.name for one in open_library([Path()], folder).with_packs([]).listed] == ["ants", "bees"]


def test_a_saved_file_is_taken_up_and_a_broken_one_waits(folder: Path) -> None:
    pack = make(folder / "flies", "queen", "worker")
    first = open_library([pack.root], folder)
    assert first.reload_if_changed() == (first, None)
    pack.questions(question("queen"), question("worker"), question("soldier"))
    second, wrong = first.reload_if_changed()
    assert (ids(second), wrong) == (["flies/queen", "flies/worker", "flies/soldier"], None)
    assert second.reload_if_changed() == (second, None)

    whole = (pack.root / "questions" / "cast.yaml").read_text()
    pack.write("questions/cast.yaml", whole.replace('"soldier"', "[", 1))
    third = second
    for _ in range(2):  # it is looked at again the next time
        third, wrong = third.reload_if_changed()
        assert ids(third) == ids(second)
        assert wrong is not None
        assert wrong.startswith(f"{pack.root}/questions/cast.yaml:")
    pack.questions(question("queen"))
    fourth, wrong = third.reload_if_changed()
    assert (ids(fourth), wrong) == (["flies/queen"], None)


def test_a_pack_that_came_or_went_is_listed_anew(folder: Path) -> None:
    library = open_library([folder / "bees"], folder)
    make(folder / "wasps", "sting")
    now, _ = library.reload_if_changed()
    assert [one.name for one in now.listed] == ["bees", "ants", "wasps"]
    (folder / "wasps").rename(folder.parent / "wasps")
    (folder / "bees").rename(folder.parent / "bees")
    last, wrong = now.reload_if_changed()
    assert [one.name for one in last.listed] == ["bees", "ants"]
    assert ids(last) == ["bees/hive"]
    assert "There is no folder" in (wrong or "")


def test_what_is_loaded_from_the_files_can_be_linted(folder: Path) -> None:
    pack = make(folder / "flies")
    pack.questions(question("hive", answer="Len Wiseman, who directs Ballerina as nobody else ever could"))
    library = open_library([pack.root])
    assert all(problem.is_error for problem in library.bank.problems)
    assert any(not problem.is_error for problem in lint_packs(library.load()).problems)
