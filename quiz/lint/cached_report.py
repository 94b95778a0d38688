"""Checking packs: the report comes from the cache where none of their files has changed, else from reading them."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from quiz.bank.cache.database import DamagedError, encode
from quiz.bank.cache.pack_cache import PackCache
from quiz.bank.fingerprint import fingerprint
from quiz.bank.pack_paths import places_of
from quiz.bank.progress import ProgressCallback, no_progress
from quiz.lint.report import Report, report_on


def check_packs(
    roots: Sequence[Path], cache: PackCache | None, *, drafts: bool = False, told: ProgressCallback = no_progress
) -> Report:
    """Everything that is wrong with the packs at ``roots``, or with the built-in pack where none is given.

    ``told`` hears how far it has come, where packs must be read.
    """
    entry, places = "report with drafts" if drafts else "report", places_of(roots)
    database = cache.find(entry, places) if cache is not None else None
    if database is not None:
        with suppress(DamagedError):
            return database.read("report", Report)
    from quiz.bank.load import load_bank  # a report from the cache needs nothing of it

    before = fingerprint([root for root, _ in places])
    report = report_on(load_bank(roots, thorough=True, drafts=drafts, told=told))
    if cache is not None:
        cache.store(entry, places, lambda: {"report": [encode(report)]}, before)
    return report
