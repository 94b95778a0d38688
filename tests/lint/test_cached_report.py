"""Reports from the cache are equal to those of loading and linting."""

from pathlib import Path

from quiz.bank.cache.pack_cache import PackCache
from quiz.bank.load import load
from quiz.bank.pack_paths import pack_locations
from quiz.lint.cached_report import check_packs
from quiz.lint.linter import lint_packs
from tests.bank.pack_folder import pack_of, question
from tests.hostile import hostile_pack


def test_a_report_from_the_cache_is_the_report(tmp_path: Path) -> None:
    hostile_pack(tmp_path / "hostile")
    cache = PackCache(tmp_path / "cache")
    for roots in ([], [tmp_path / "hostile"]):
        expected = lint_packs(load(roots))
        for _ in range(2):
            assert check_packs(roots, cache) == expected
        assert cache.find("report", pack_locations(roots)) is not None


def test_a_report_with_a_changed_byte_is_made_again(tmp_path: Path) -> None:
    root = pack_of(tmp_path / "pack", question(), {"id": "broken"}).root
    cache = PackCache(tmp_path / "cache")
    expected = check_packs([root], cache)
    (path,) = cache.folder.iterdir()
    path.write_bytes(path.read_bytes().replace(b"broken", b"brxken"))
    assert check_packs([root], cache) == expected
    assert b"brxken" not in path.read_bytes()
