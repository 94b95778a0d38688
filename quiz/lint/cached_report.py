"""Checks packs: takes the report from the cache if no file has changed, else loads and lints the packs."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from quiz.bank.cache.database import DamagedError, encode
from quiz.bank.cache.pack_cache import PackCache
from quiz.bank.fingerprint import fingerprint
from quiz.bank.pack_paths import pack_locations
from quiz.bank.progress import ProgressCallback, no_progress
from quiz.lint.report import Report


def check_packs(
    roots: Sequence[Path], cache: PackCache | None, *, drafts: bool = False, progress: ProgressCallback = no_progress
) -> Report:
    """Report on the packs at ``roots``, or on the built-in pack if there are none.

    ``progress`` is called for every question if the packs must be loaded.
    """
    entry, places = "report with drafts" if drafts else "report", pack_locations(roots)
    database = cache.find(entry, places) if cache is not None else None
    if database is not None:
        with suppress(DamagedError):
            return database.read("report", Report)
    from quiz.bank.load import load
    from quiz.lint.linter import lint_packs  # not needed for a report from the cache

    before = fingerprint([root for root, _ in places])
    report = lint_packs(load(roots, drafts=drafts, progress=progress))
    if cache is not None:
        cache.store(entry, places, lambda: {"report": [encode(report)]}, before)
    return report
