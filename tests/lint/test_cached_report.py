"""Checking packs: a report out of the cache is the one that loading and linting make."""

from pathlib import Path

from quiz.bank.cache.cache import Cache
from quiz.bank.load import load
from quiz.bank.pack_paths import places_of
from quiz.lint.cached_report import check_packs
from quiz.lint.linter import report_on
from tests.hostile import hostile_pack


def test_a_report_out_of_the_cache_is_the_report(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    hostile_pack(tmp_path / "hostile")
    for roots in ([], [tmp_path / "hostile"]):
        expected = report_on(load(roots))
        for _ in range(2):
            assert check_packs(roots, cache) == expected
        assert cache.find("report", places_of(roots)) is not None
