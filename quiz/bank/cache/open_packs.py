"""Opening and checking packs: from the cache where none of their files has changed, else by reading them."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.bank.cache.database import DamagedError, encode
from quiz.bank.cache.pack_cache import PackCache
from quiz.bank.fingerprint import fingerprint
from quiz.bank.pack_paths import places_of
from quiz.bank.progress import ProgressCallback, no_progress

if TYPE_CHECKING:
    from quiz.bank.bank import Bank
    from quiz.lint.report import Report


def open_bank(
    roots: Sequence[Path], cache: PackCache | None, *, drafts: bool = False, told: ProgressCallback = no_progress
) -> "Bank":
    """The bank of the packs at ``roots``, or of the built-in pack where none is given, as it is played.

    ``told`` hears how far it has come, where packs must be read.
    """
    database = cache.find(_entry("bank", drafts=drafts), places_of(roots)) if cache is not None else None
    if database is not None:
        from quiz.bank.cache.cached_bank import CachedBank

        with suppress(DamagedError):
            return CachedBank(database, lambda: _read(roots, cache, drafts=drafts))
    return _read(roots, cache, drafts=drafts, told=told)


def _read(
    roots: Sequence[Path], cache: PackCache | None, *, drafts: bool, told: ProgressCallback = no_progress
) -> "Bank":
    """Read the packs, and store what was read."""
    from quiz.bank.cache.cached_bank import tables_of
    from quiz.bank.load import load_bank  # all the rules of questions, which whoever plays on does without

    places = places_of(roots)
    before = fingerprint([root for root, _ in places])
    bank = load_bank(roots, drafts=drafts, told=told)
    if cache is not None:
        cache.store(_entry("bank", drafts=drafts), places, lambda: tables_of(bank), before)
    return bank


def check_packs(
    roots: Sequence[Path], cache: PackCache | None, *, drafts: bool = False, told: ProgressCallback = no_progress
) -> "Report":
    """Everything that is wrong with the packs at ``roots``, or with the built-in pack where none is given.

    ``told`` hears how far it has come, where packs must be read.
    """
    from quiz.lint.report import Report, report_on

    entry, places = _entry("report", drafts=drafts), places_of(roots)
    database = cache.find(entry, places) if cache is not None else None
    if database is not None:
        with suppress(DamagedError):
            return database.read("report", Report)
    from quiz.bank.load import load_bank

    before = fingerprint([root for root, _ in places])
    report = report_on(load_bank(roots, thorough=True, drafts=drafts, told=told))
    if cache is not None:
        cache.store(entry, places, lambda: {"report": [encode(report)]}, before)
    return report


def _entry(what: str, *, drafts: bool) -> str:
    return f"{what} with drafts" if drafts else what
