"""Packs out of the cache: they are as if they had been read, as long as no file changed, and never otherwise."""

import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quiz.bank.cache.cache as kept
from quiz.bank.bank import Bank
from quiz.bank.cache.cache import Cache
from quiz.bank.cache.container import Container, DamagedError
from quiz.bank.cache.opening import open_bank
from quiz.bank.cache.stored import StoredBank
from quiz.bank.load import load, load_bank
from quiz.bank.pack import Pack
from quiz.lint.cached_report import check_packs
from quiz.lint.linter import report_on
from tests.bank.packs import PackFolder, citation, pack_of, question
from tests.hostile import hostile_pack

HOUR = 3600 * 10**9


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def stored(root: Path, cache: Cache, **more: bool) -> StoredBank:
    """A pack's bank out of the cache, where it was put."""
    open_bank([root], cache, **more)
    bank = open_bank([root], cache, **more)
    assert isinstance(bank, StoredBank)
    return bank


def is_from_files(bank: Bank) -> bool:
    return not isinstance(bank, StoredBank)


def pack_parts(pack: Pack) -> tuple[object, ...]:
    """A pack, with the keys of its questions and the texts of its sources."""
    asked, cited = [one.key for one in pack.questions], [one.text for one in pack.sources]
    return pack.name, pack.root, asked, cited, pack.problems, pack.files, pack.ids


def assert_same(one: Bank, other: Bank) -> None:
    """Both hold the same, down to the words of each problem; sources are compared by what they hold."""
    names = ("summary", "outlines", "digest", "common_words", "topics", "problems")
    assert [getattr(one, name) for name in names] == [getattr(other, name) for name in names]
    assert list(map(repr, one.sources)) == list(map(repr, other.sources))
    assert list(map(repr, one.questions)) == list(map(repr, other.questions))
    assert list(map(pack_parts, one.packs)) == list(map(pack_parts, other.packs))
    assert list(one.by_key) == list(other.by_key)
    for mine, theirs in zip(one.sources, other.sources, strict=True):
        quoted = [[(asked.key, place) for asked, place in bank.passages_of(source)]
                  for bank, source in ((one, mine), (other, theirs))]  # fmt: skip
        assert quoted[0] == quoted[1]
        assert one.root_of(mine) == other.root_of(theirs)


def test_the_built_in_pack_is_the_same_out_of_the_cache(builtin: Bank, cache: Cache) -> None:
    assert is_from_files(open_bank([], cache))
    again = open_bank([], cache)
    assert isinstance(again, StoredBank)
    assert_same(again, builtin)
    every = {id(source) for source in again.sources}
    assert {id(passage.source) for one in again.questions for passage in one.passages} <= every


def test_hostile_words_and_problems_are_the_same_out_of_the_cache(tmp_path: Path, cache: Cache) -> None:
    hostile_pack(tmp_path / "hostile")
    (tmp_path / "hostile" / "questions" / "broken.yaml").write_text("questions: [{id: 'x}]")
    assert_same(stored(tmp_path / "hostile", cache), load_bank([tmp_path / "hostile"]))


def test_drafts_and_the_name_under_which_a_pack_is_asked_for_make_another_cache(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = pack_of(tmp_path / "pack", question(), question("draft", draft=True, prompt="Who?"), {"id": "broken"})
    monkeypatch.chdir(tmp_path)
    seen = []
    for roots, drafts in (([pack.root], False), ([pack.root], True), ([Path("pack")], False)):
        for _ in range(2):
            bank = open_bank(roots, cache, drafts=drafts)
            assert_same(bank, load_bank(roots, drafts=drafts))
        assert not is_from_files(bank)
        seen.append((bank.summary.questions, bank.problems[0].place.file))
    whole = f"{pack.root}/questions/cast.yaml"
    assert seen == [(1, whole), (2, whole), (1, "pack/questions/cast.yaml")]


def test_nothing_is_read_before_it_is_asked_for(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = pack_of(tmp_path / "pack", *(question(f"q{number}") for number in range(5)))
    parts: list[str] = []
    section, part = Container.section, Container.part

    def told_section(self: Container, name: str) -> bytes:
        parts.append(name)
        return section(self, name)

    def told_part(self: Container, name: str, *where: int) -> bytes:
        parts.append(name)
        return part(self, name, *where)

    open_bank([pack.root], cache)
    monkeypatch.setattr(Container, "section", told_section)
    monkeypatch.setattr(Container, "part", told_part)
    bank = open_bank([pack.root], cache)
    assert bank.summary.questions == 5
    assert bank.topics == ("Cast",)
    assert parts == ["origin", "front"]
    assert bank.by_key["pack/q3"].prompt == "Who directs Ballerina?"
    assert bank.by_key["pack/q3"] is bank.by_key["pack/q3"]
    assert parts == ["origin", "front", "outlines", "questions index", "questions", "sources index", "sources"]


CHANGES: dict[str, Callable[[PackFolder], object]] = {
    "another question": lambda pack: pack.questions(question(), question("more"), question("most")),
    "the same length": lambda pack: pack.write(
        "questions/cast.yaml",
        (pack.root / "questions" / "cast.yaml").read_text().replace("Chad Stahelski", "Chid Stahelski"),
    ),
    "another file": lambda pack: pack.questions(question("more"), file="more.yaml"),
    "a file less": lambda pack: (pack.root / "questions" / "cast.yaml").unlink(),
    "an article": lambda pack: pack.article("Somebody else directs it."),
    "the catalogue": lambda pack: pack.write("seeds/sources.yaml", "pack: other\nsources: []\n"),
    "a folder less": lambda pack: shutil.rmtree(pack.root / "questions"),
    "a pipe": lambda pack: os.mkfifo(pack.root / "questions" / "pipe.yaml"),
}


@pytest.mark.parametrize("settled", [True, False], ids=["long after", "at once"])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_any_change_of_a_file_packs_are_read_again(
    tmp_path: Path,
    cache: Cache,
    change: Callable[[PackFolder], object],
    settled: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Files keep the date that they had: a change must be seen even so, and even in the moment after the reading."""
    pack = pack_of(tmp_path / "pack", question())
    monkeypatch.setattr(kept, "_SETTLED", 0 if settled else 10 * HOUR)
    dates = {path: path.stat().st_mtime_ns for path in pack.root.glob("*/*")}
    stored(pack.root, cache)
    check_packs([pack.root], cache)
    change(pack)
    for path, date in dates.items():
        if path.exists():
            os.utime(path, ns=(date, date))
    bank = open_bank([pack.root], cache)
    assert is_from_files(bank)
    assert_same(bank, load_bank([pack.root]))
    assert check_packs([pack.root], cache) == report_on(load([pack.root]))
    assert not is_from_files(open_bank([pack.root], cache))


def test_a_change_without_any_sign_is_seen_where_the_file_was_new(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on file systems that count seconds: two changes in one of them look the same."""
    pack = pack_of(tmp_path / "pack", question())
    stamp = dict.fromkeys(("0/questions/cast.yaml", "0/seeds/review.txt", "0/seeds/sources.yaml"), (1, 2, 3, 4))
    monkeypatch.setattr(kept, "fingerprint", lambda _: stamp)
    monkeypatch.setattr("quiz.bank.cache.opening.fingerprint", lambda _: stamp)
    monkeypatch.setattr(time, "time_ns", lambda: kept._SETTLED)
    stored(pack.root, cache)
    pack.questions(question(), question("more"))
    assert open_bank([pack.root], cache).summary.questions == 2


def test_files_that_were_only_copied_or_touched_need_not_be_understood_again(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = pack_of(tmp_path / "pack", question())
    monkeypatch.setattr(kept, "_SETTLED", 0)
    stored(pack.root, cache)
    path = pack.root / "questions" / "cast.yaml"
    path.with_name("copy").write_bytes(path.read_bytes())
    path.with_name("copy").rename(path)
    read: list[Path] = []
    digest = kept._digest
    monkeypatch.setattr(kept, "_digest", lambda one: read.append(one) or digest(one))
    assert not is_from_files(open_bank([pack.root], cache))
    assert read == [path]
    assert not is_from_files(open_bank([pack.root], cache))
    assert read == [path]  # once


def test_what_changes_while_it_is_read_is_not_kept(tmp_path: Path, cache: Cache) -> None:
    pack = pack_of(tmp_path / "pack", question())
    places = [(pack.root, "")]
    before = kept.fingerprint([pack.root])
    pack.questions(question(), question("more"))
    cache.keep("bank", places, lambda: {"front": b""}, before)
    assert cache.find("bank", places) is None
    assert not cache.folder.exists()


def test_code_that_reads_otherwise_has_a_cache_of_its_own(
    tmp_path: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = pack_of(tmp_path / "pack", question())
    stored(pack.root, cache)
    monkeypatch.setattr(kept, "__version__", "99")
    assert is_from_files(open_bank([pack.root], cache))


@settings(max_examples=15)
@given(st.data())
def test_a_damaged_cache_is_never_trusted(
    tmp_path_factory: pytest.TempPathFactory, builtin: Bank, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    pack = pack_of(folder / "pack", question(), question("other", citations=[citation("1.2 million dollars")]))
    cache = Cache(folder / "cache")
    open_bank([pack.root], cache)
    (path,) = cache.folder.iterdir()
    whole = path.read_bytes()
    place = int(data.draw(st.floats(0, 1, exclude_max=True)) * len(whole))
    if data.draw(st.booleans()):
        path.write_bytes(whole[:place])
    else:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :])
    bank, expected = open_bank([pack.root], cache), load_bank([pack.root])
    order = data.draw(st.permutations(["questions", "sources", "outlines", "packs", "problems", "by_key"]))
    for name in order:
        getattr(bank, name)
    assert_same(bank, expected)
    assert not is_from_files(open_bank([pack.root], cache))  # it is whole again
    assert path.read_bytes() != b""


def test_a_damaged_question_comes_from_the_files(tmp_path: Path, cache: Cache) -> None:
    pack = pack_of(tmp_path / "pack", question(), question("other", prompt="Who else directs Ballerina?"))
    bank = stored(pack.root, cache)
    (path,) = cache.folder.iterdir()
    with path.open("r+b") as file:  # in place, so that the open file is damaged
        whole = file.read()
        file.seek(whole.index(b"Who else"))
        file.write(b"Why")
    assert bank.by_key["pack/director"].prompt == "Who directs Ballerina?"
    assert bank.by_key["pack/other"].prompt == "Who else directs Ballerina?"
    with pytest.raises(DamagedError):
        bank._question(1)


@pytest.mark.parametrize("spoil", ["a file in its place", "nothing may be written", "half a character"])
def test_where_nothing_can_be_kept_packs_are_read(
    tmp_path: Path, spoil: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    pack = pack_of(tmp_path / "pack", question())
    if spoil == "a file in its place":
        cache.folder.write_text("mine")
    elif spoil == "nothing may be written":
        monkeypatch.setattr(kept, "write", _refuse)
    else:
        pack.write("questions/cast.yaml", 'questions:\n- id: x\n  prompt: "Half \\ud800"\n')
    for _ in range(2):
        bank = open_bank([pack.root], cache)
        assert is_from_files(bank) or spoil == "half a character"
        assert_same(bank, load_bank([pack.root]))


def _refuse(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_what_was_not_used_for_a_month_or_only_begun_is_taken_away(tmp_path: Path, cache: Cache) -> None:
    pack = pack_of(tmp_path / "pack", question())
    cache.folder.mkdir()
    ages = {"old.cache": 31, "new.cache": 29, "begun.cache.x.tmp": 0.05, "now.cache.x.tmp": 0.03, "old.txt": 31}
    for name, days in ages.items():
        path = cache.folder / name
        path.write_text("x")
        os.utime(path, (time.time() - days * 86400,) * 2)
    open_bank([pack.root], cache)
    left = {path.name for path in cache.folder.iterdir()}
    assert {"new.cache", "now.cache.x.tmp", "old.txt"} < left
    assert not {"old.cache", "begun.cache.x.tmp"} & left


def test_many_who_open_a_pack_at_once_all_have_it(tmp_path: Path, cache: Cache) -> None:
    pack = pack_of(tmp_path / "pack", *(question(f"q{number}") for number in range(9)))
    start, found = threading.Barrier(6), list[int]()

    def look() -> None:
        start.wait()
        found.extend(len(open_bank([pack.root], cache).questions) for _ in range(3))

    threads = [threading.Thread(target=look) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [9] * 18
