"""Watching: whatever is saved, made or taken away in a pack is told, and what editors make beside it is not."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.bank import watching
from quiz.bank.watching import saves
from tests.bank.packs import PackFolder, question


@pytest.fixture
def told(pack: PackFolder) -> Iterator[None]:
    found = saves([pack.root])
    next(found)
    return found


def test_a_saved_file_is_told(pack: PackFolder, told: Iterator[None]) -> None:
    pack.questions(question("other"))
    next(told)  # a test that does not end is one that fails
    (pack.root / "seeds" / "more.txt").write_text("words")
    next(told)
    (pack.root / "questions" / "cast.yaml").unlink()
    next(told)


def test_a_folder_that_goes_and_comes_back_is_watched_again(pack: PackFolder, told: Iterator[None]) -> None:
    shutil.rmtree(pack.root / "questions")
    next(told)
    (pack.root / "questions").mkdir()
    pack.questions(question("other"))
    next(told)
    shutil.rmtree(pack.root / "questions")
    shutil.rmtree(pack.root / "seeds")
    next(told)
    (pack.root / "seeds").mkdir()
    pack.article()
    next(told)


def test_where_the_system_tells_nothing_the_files_are_looked_at(
    pack: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Iterator[None]:
        raise OSError("no more watches")

    monkeypatch.setattr("watchfiles.watch", refuse)
    found = saves([pack.root])
    next(found)
    pack.questions(question("longer-than-before"))
    next(found)


@pytest.mark.parametrize(
    ("name", "counts"),
    [("cast.yaml", True), ("review.txt", True), (".cast.yaml.swp", False), ("cast.yaml~", False), (".x.tmp", False)],
)
def test_what_editors_make_beside_a_file_does_not_count(name: str, counts: bool) -> None:
    assert watching._counts(None, str(Path("questions") / name)) is counts
