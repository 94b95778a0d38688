"""Packs from the cache: equal to loaded ones while no file has changed, and never used afterwards."""

import json
import os
import resource
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.bank.bank import Bank
from quiz.bank.cache.cached_bank import CachedBank
from quiz.bank.cache.database import CacheDatabase, DamagedError
from quiz.bank.cache.open_packs import open_bank
from quiz.bank.cache.pack_cache import PackCache
from quiz.bank.fingerprint import fingerprint
from quiz.bank.load import load, load_bank
from quiz.bank.pack import Pack
from quiz.bank.reload_guard import reload_error
from quiz.lint.cached_report import check_packs
from quiz.lint.linter import lint_packs
from tests.bank.pack_folder import PackFolder, citation, pack_of, question
from tests.hostile import hostile_pack


@pytest.fixture
def cache(tmp_path: Path) -> PackCache:
    return PackCache(tmp_path / "cache")


def cached(root: Path, cache: PackCache, **more: bool) -> CachedBank:
    """A pack's bank from the cache, after it was stored there."""
    open_bank([root], cache, **more)
    bank = open_bank([root], cache, **more)
    assert isinstance(bank, CachedBank)
    return bank


def is_from_files(bank: Bank) -> bool:
    return not isinstance(bank, CachedBank)


def pack_parts(pack: Pack) -> tuple[object, ...]:
    """A pack, with the keys of its questions and the texts of its sources."""
    asked, cited = [one.key for one in pack.questions], [one.text for one in pack.sources]
    return pack.name, pack.root, asked, cited, pack.problems, pack.files, pack.ids, pack.retired


def assert_same(one: Bank, other: Bank) -> None:
    """Both hold the same, down to the words of each problem; sources are compared by what they hold."""
    names = ("summary", "question_summaries", "digest", "frequent_words", "topics", "problems", "retired")
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


def test_the_built_in_pack_is_the_same_from_the_cache(builtin: Bank, cache: PackCache) -> None:
    assert is_from_files(open_bank([], cache))
    again = open_bank([], cache)
    assert isinstance(again, CachedBank)
    assert_same(again, builtin)
    every = {id(source) for source in again.sources}
    assert {id(passage.source) for one in again.questions for passage in one.passages} <= every


def test_hostile_words_and_problems_are_the_same_from_the_cache(tmp_path: Path, cache: PackCache) -> None:
    hostile_pack(tmp_path / "hostile")
    (tmp_path / "hostile" / "questions" / "broken.yaml").write_text("questions: [{id: 'x}]")
    assert_same(cached(tmp_path / "hostile", cache), load_bank([tmp_path / "hostile"]))


def test_drafts_and_the_name_under_which_a_pack_is_asked_for_make_another_cache(
    tmp_path: Path, cache: PackCache, monkeypatch: pytest.MonkeyPatch
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
    tmp_path: Path, cache: PackCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = pack_of(tmp_path / "pack", *(question(f"q{number}") for number in range(5)))
    parts: list[str] = []
    read = CacheDatabase.read

    def listed_read(self: CacheDatabase, table: str, kind: type, number: int = 0) -> object:
        parts.append(f"{table} {number}")
        return read(self, table, kind, number)

    open_bank([pack.root], cache)
    monkeypatch.setattr(CacheDatabase, "read", listed_read)
    bank = open_bank([pack.root], cache)
    assert bank.summary.questions == 5
    assert bank.topics == ("Cast",)
    assert parts == ["origin 0", "head 0"]
    assert bank.by_key["pack/q3"].prompt == "Who directs Ballerina?"
    assert bank.by_key["pack/q3"] is bank.by_key["pack/q3"]
    assert parts == ["origin 0", "head 0", "question_summaries 0", "questions 3", "sources 0"]


def test_a_mistake_while_saving_is_recognised_in_a_bank_from_the_cache(tmp_path: Path, cache: PackCache) -> None:
    pack = pack_of(tmp_path / "pack", question())
    before = load_bank([pack.root])
    pack.write("questions/cast.yaml", f"questions:\n- {json.dumps(question())}\n- id: 'open\n")
    assert len(load_bank([pack.root]).questions) == 1
    assert reload_error(before, load_bank([pack.root])) is not None
    assert reload_error(before, cached(pack.root, cache)) == reload_error(before, load_bank([pack.root]))


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


@pytest.mark.parametrize("settling", [0, 36000], ids=["long after", "at once"])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_any_change_of_a_file_packs_are_read_again(
    tmp_path: Path, change: Callable[[PackFolder], object], settling: float
) -> None:
    """Files keep the date that they had: a change must be seen even so, and even in the moment after the reading."""
    pack = pack_of(tmp_path / "pack", question())
    cache = PackCache(tmp_path / "cache", timestamp_margin=settling)
    dates = {path: path.stat().st_mtime_ns for path in pack.root.glob("*/*")}
    cached(pack.root, cache)
    check_packs([pack.root], cache)
    change(pack)
    for path, date in dates.items():
        if path.exists():
            os.utime(path, ns=(date, date))
    bank = open_bank([pack.root], cache)
    assert is_from_files(bank)
    assert_same(bank, load_bank([pack.root]))
    assert check_packs([pack.root], cache) == lint_packs(load([pack.root]))
    assert not is_from_files(open_bank([pack.root], cache))


def test_a_change_without_any_sign_is_seen_where_the_file_was_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on file systems that count seconds: two changes in one of them look the same."""
    pack = pack_of(tmp_path / "pack", question())
    stamps = dict.fromkeys(("0/questions/cast.yaml", "0/seeds/review.txt", "0/seeds/sources.yaml"), (1, 2, 3, 4))
    monkeypatch.setattr("quiz.bank.cache.pack_cache.fingerprint", lambda _: stamps)
    monkeypatch.setattr("quiz.bank.cache.open_packs.fingerprint", lambda _: stamps)
    cache = PackCache(tmp_path / "cache", timestamp_margin=2 * time.time())
    cached(pack.root, cache)
    pack.questions(question(), question("more"))
    assert open_bank([pack.root], cache).summary.questions == 2


def test_files_that_were_only_copied_or_touched_need_not_be_understood_again(tmp_path: Path) -> None:
    pack = pack_of(tmp_path / "pack", question())
    cache = PackCache(tmp_path / "cache", timestamp_margin=0)
    cached(pack.root, cache)
    (file,) = cache.folder.iterdir()
    versions = [(file.stat().st_ino, file.stat().st_mtime_ns)]
    path = pack.root / "questions" / "cast.yaml"
    path.with_name("copy").write_bytes(path.read_bytes())
    path.with_name("copy").rename(path)
    for _ in range(2):
        assert not is_from_files(open_bank([pack.root], cache))
        versions.append((file.stat().st_ino, file.stat().st_mtime_ns))
    assert len(set(versions)) == 2  # the new date was stored, once


def test_what_changes_while_it_is_read_is_not_kept(tmp_path: Path, cache: PackCache) -> None:
    pack = pack_of(tmp_path / "pack", question())
    places = [(pack.root, "")]
    before = fingerprint([pack.root])
    pack.questions(question(), question("more"))
    cache.store("bank", places, lambda: {"head": [b""]}, before)
    assert cache.find("bank", places) is None
    assert not cache.folder.exists()


def test_another_version_of_the_code_has_a_cache_of_its_own(tmp_path: Path, cache: PackCache) -> None:
    pack = pack_of(tmp_path / "pack", question())
    cached(pack.root, cache)
    newer = PackCache(cache.folder, version="99")
    assert is_from_files(open_bank([pack.root], newer))
    assert not is_from_files(open_bank([pack.root], newer))
    assert not is_from_files(open_bank([pack.root], cache))


@settings(max_examples=15)
@given(st.data())
def test_a_damaged_cache_is_never_trusted(
    tmp_path_factory: pytest.TempPathFactory, builtin: Bank, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    pack = pack_of(folder / "pack", question(), question("other", citations=[citation("1.2 million dollars")]))
    cache = PackCache(folder / "cache")
    open_bank([pack.root], cache)
    (path,) = cache.folder.iterdir()
    whole = path.read_bytes()
    place = int(data.draw(st.floats(0, 1, exclude_max=True)) * len(whole))
    if data.draw(st.booleans()):
        path.write_bytes(whole[:place])
    else:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ data.draw(st.integers(1, 255))]) + whole[place + 1 :])
    bank, expected = open_bank([pack.root], cache), load_bank([pack.root])
    order = data.draw(st.permutations(["questions", "sources", "question_summaries", "packs", "problems", "by_key"]))
    for name in order:
        getattr(bank, name)
    assert_same(bank, expected)
    assert not is_from_files(open_bank([pack.root], cache))  # it is whole again
    assert path.read_bytes() != b""


def test_a_damaged_question_comes_from_the_files(tmp_path: Path, cache: PackCache) -> None:
    pack = pack_of(tmp_path / "pack", question(), question("other", prompt="Who else directs Ballerina?"))
    bank = cached(pack.root, cache)
    (path,) = cache.folder.iterdir()
    with path.open("r+b") as file:  # in place, so that the open file is damaged
        whole = file.read()
        file.seek(whole.index(b"Who else"))
        file.write(b"Why")
    assert bank.by_key["pack/director"].prompt == "Who directs Ballerina?"
    assert bank.by_key["pack/other"].prompt == "Who else directs Ballerina?"
    with pytest.raises(DamagedError):
        bank._question(1)


def test_after_damage_questions_that_tell_each_other_are_still_found(tmp_path: Path, cache: PackCache) -> None:
    claim = {"kind": "true-false", "answer": True, "distractors": ..., "citations": [citation(highlight="Wiseman")]}
    long = f"{'So. ' * 3000}Who else."  # its end is on a page of its own
    pack = pack_of(tmp_path / "pack", question(prompt="So.", **claim), question("other", prompt=long, **claim))
    bank = cached(pack.root, cache)
    assert bank.spoilers.spoil_each_other(bank.by_key["pack/director"], bank.by_key["pack/director"])
    (path,) = cache.folder.iterdir()
    with path.open("r+b") as file:
        whole = file.read()
        file.seek(whole.index(b"Who else"))
        file.write(b"Why")
    other, one = bank.by_key["pack/other"], bank.by_key["pack/director"]
    assert bank.spoilers.spoil_each_other(one, other)


@pytest.fixture
def no_room() -> Iterator[None]:
    """A disk on which no file can be larger than 8 kB."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_where_the_disk_is_full_packs_are_read_and_nothing_is_left(
    tmp_path: Path, cache: PackCache, no_room: None
) -> None:
    pack = pack_of(tmp_path / "pack", question())
    for _ in range(2):
        bank = open_bank([pack.root], cache)
        assert is_from_files(bank)
        assert_same(bank, load_bank([pack.root]))
    assert list(cache.folder.iterdir()) == []


def test_where_the_disk_is_full_a_cache_whose_files_were_touched_is_still_used(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    pack = pack_of(tmp_path / "pack", question())
    cache = PackCache(tmp_path / "cache", timestamp_margin=0)
    cached(pack.root, cache)
    (pack.root / "questions" / "cast.yaml").touch()
    request.getfixturevalue("no_room")
    for _ in range(2):
        assert not is_from_files(open_bank([pack.root], cache))
    assert len(list(cache.folder.iterdir())) == 1


def test_where_no_folder_can_be_made_packs_are_read(tmp_path: Path, cache: PackCache) -> None:
    cache.folder.write_text("mine")
    pack = pack_of(tmp_path / "pack", question())
    for _ in range(2):
        assert is_from_files(open_bank([pack.root], cache))
    assert cache.folder.read_text() == "mine"


def test_half_a_character_is_no_reason_to_fail(tmp_path: Path, cache: PackCache) -> None:
    pack = pack_of(tmp_path / "pack", question())
    pack.write("questions/cast.yaml", 'questions:\n- id: x\n  prompt: "Half \\ud800"\n')
    for _ in range(2):
        assert_same(open_bank([pack.root], cache), load_bank([pack.root]))


@pytest.mark.parametrize("content", ["nothing", "text", "half of it", "a folder"])
def test_what_is_no_cache_is_replaced_by_one(tmp_path: Path, cache: PackCache, content: str) -> None:
    """A folder in the place of the file stays: it is nobody's but whoever made it."""
    pack = pack_of(tmp_path / "pack", question())
    cached(pack.root, cache)
    (path,) = cache.folder.iterdir()
    whole = path.read_bytes()
    path.unlink()
    if content == "a folder":
        path.mkdir()
    else:
        path.write_bytes({"nothing": b"", "text": b"text", "half of it": whole[: len(whole) // 2]}[content])
    bank = open_bank([pack.root], cache)
    assert is_from_files(bank) or content == "half of it"
    assert_same(bank, load_bank([pack.root]))
    assert is_from_files(open_bank([pack.root], cache)) == (content == "a folder")
    assert list(cache.folder.iterdir()) == [path]


def test_what_was_not_written_for_a_month_or_is_a_leftover_is_deleted(tmp_path: Path, cache: PackCache) -> None:
    pack = pack_of(tmp_path / "pack", question())
    cache.folder.mkdir()
    ages = {
        "0123abcd.cache": 31,
        "0123abce.cache": 29,
        "0123abcd.cache.x.tmp": 0.05,
        "0123abce.cache.x.tmp": 0.03,
        "mine.cache": 31,  # of another program
        "mine.cache.x.tmp": 31,
        "old.txt": 31,
        "other.tmp": 31,
    }
    for name, days in ages.items():
        path = cache.folder / name
        path.write_text("x")
        os.utime(path, (time.time() - days * 86400,) * 2)
    open_bank([pack.root], cache)
    left = {path.name for path in cache.folder.iterdir()}
    assert {"0123abce.cache", "0123abce.cache.x.tmp", "mine.cache", "mine.cache.x.tmp", "old.txt", "other.tmp"} < left
    assert not {"0123abcd.cache", "0123abcd.cache.x.tmp"} & left


def test_many_who_open_a_pack_at_once_all_have_it(tmp_path: Path, cache: PackCache) -> None:
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
