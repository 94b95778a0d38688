"""Watching: whatever is saved, made or taken away in a pack is told, and what editors make beside it is not."""

import contextlib
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from quiz.author import file_watcher
from quiz.author.file_watcher import watch_saves
from tests.bank.pack_folder import PackFolder, question

PATIENCE = 20.0
"""Seconds after which what was waited for is not going to come."""
GLANCES = 3
"""As many as it takes for all that was saved before the first of them to have been told."""
_watch = watchfiles.watch


class OverError(Exception):
    """The test is over: nobody listens any more."""


class Listener:
    """Counts what is told of a pack in a thread of its own, so that a change that nobody tells fails a test soon."""

    def __init__(self, *, deaf: bool = False) -> None:
        """``deaf`` says that the system tells nothing."""
        self.told = self.glances = 0
        self._deaf = deaf
        self._over = False
        self._counted = threading.Condition()
        self._thread: threading.Thread | None = None

    def watch(self, *folders: Path, **how: Any) -> Iterator[object]:
        """What ``watchfiles.watch`` does; that it came back and its tidings were dealt with is counted."""
        if self._deaf:
            self._count(glances=1)
            raise OSError("no more watches")
        return self._glances(_watch(*folders, **how))

    def listen(self, root: Path) -> None:
        """Begin to watch a pack."""
        self._thread = threading.Thread(target=self._listen, args=(root,), daemon=True)
        self._thread.start()
        self.until(lambda: self.told == 1)  # it comes back at once

    def hears(self, save: Callable[[], object]) -> None:
        """Something is saved, and that is told."""
        before = self.told
        save()
        self.until(lambda: self.told > before)
        self.hears_nothing()

    def hears_nothing(self, save: Callable[[], object] = lambda: None) -> None:
        """Something is saved that nobody needs to know of, or nothing at all."""
        self._look_about()  # so that all that was saved before has been told
        before = self.told
        save()
        self._look_about()
        assert self.told == before

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something has been counted."""
        with self._counted:
            assert self._counted.wait_for(condition, PATIENCE), "waited in vain"

    def end(self) -> None:
        """Listen no more."""
        self._over = True
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _look_about(self) -> None:
        enough = self.glances + GLANCES
        self.until(lambda: self.glances >= enough)

    def _glances(self, tidings: Iterator[object]) -> Iterator[object]:
        for changes in tidings:
            yield changes
            self._count(glances=1)

    def _listen(self, root: Path) -> None:
        with contextlib.suppress(OverError):
            for _ in watch_saves([root], poll_ms=50):  # nobody waits for a network disk
                self._count(told=1)

    def _count(self, *, told: int = 0, glances: int = 0) -> None:
        with self._counted:
            self.told += told
            self.glances += glances
            self._counted.notify_all()
        if self._over:
            raise OverError


@pytest.fixture(params=[False, pytest.param(True, marks=pytest.mark.slow)], ids=["told by the system", "looked for"])
def listener(pack: PackFolder, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Listener]:
    found = Listener(deaf=request.param)
    monkeypatch.setattr("watchfiles.watch", found.watch)
    found.listen(pack.root)
    yield found
    found.end()


def test_a_saved_file_is_told_and_nothing_where_none_was_saved(pack: PackFolder, listener: Listener) -> None:
    listener.hears_nothing()
    listener.hears(lambda: pack.questions(question("other")))
    listener.hears(lambda: (pack.root / "seeds" / "more.txt").write_text("words"))
    listener.hears((pack.root / "questions" / "cast.yaml").unlink)


def test_a_folder_that_goes_and_comes_back_is_watched_again(pack: PackFolder, listener: Listener) -> None:
    listener.hears(lambda: shutil.rmtree(pack.root / "questions"))
    (pack.root / "questions").mkdir()
    listener.hears(lambda: pack.questions(question("other")))
    shutil.rmtree(pack.root / "questions")
    listener.hears(lambda: pack.article("Other words."))
    shutil.rmtree(pack.root / "seeds")
    (pack.root / "seeds").mkdir()
    listener.hears(pack.article)


def test_what_editors_make_beside_a_file_is_not_told(pack: PackFolder, listener: Listener) -> None:
    for name in (".cast.yaml.swp", "cast.yaml~", ".x.tmp", "4913.tmp"):
        listener.hears_nothing(lambda name=name: (pack.root / "questions" / name).write_text("of an editor"))
    listener.hears(lambda: pack.questions(question("other")))


@pytest.mark.parametrize(
    ("name", "counts"),
    [("cast.yaml", True), ("review.txt", True), (".cast.yaml.swp", False), ("cast.yaml~", False), (".x.tmp", False)],
)
def test_what_editors_make_beside_a_file_does_not_count(name: str, counts: bool) -> None:
    assert file_watcher._is_relevant(None, str(Path("questions") / name)) is counts
