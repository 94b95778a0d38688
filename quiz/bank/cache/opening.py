"""Opening packs, and checking them: out of the cache where they are as they were, else by reading them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from quiz.bank.cache.cache import Cache
from quiz.bank.cache.container import DamagedError
from quiz.bank.cache.items import trusted
from quiz.bank.fingerprint import fingerprint
from quiz.bank.pack_paths import places_of
from quiz.bank.progress import ProgressCallback, no_progress

if TYPE_CHECKING:
    from quiz.bank.bank import Bank
    from quiz.lint.report import Report


def open_bank(
    roots: Sequence[Path], cache: Cache | None, *, drafts: bool = False, told: ProgressCallback = no_progress
) -> "Bank":
    """The bank of the packs at ``roots``, or of the built-in pack where none is given, as it is played.

    ``told`` hears how far it has come, where packs must be read.
    """
    from quiz.bank.cache.stored import StoredBank

    container = cache.find(_bank(drafts=drafts), places_of(roots)) if cache is not None else None
    if container is not None:
        try:
            return StoredBank(container, lambda: _read(roots, cache, drafts=drafts))
        except DamagedError:
            container.close()
    return _read(roots, cache, drafts=drafts, told=told)


def _read(
    roots: Sequence[Path], cache: Cache | None, *, drafts: bool, told: ProgressCallback = no_progress
) -> "Bank":
    """Read the packs, and keep what was read."""
    from quiz.bank.cache.stored import sections_of
    from quiz.bank.load import load_bank  # all the rules of questions, which whoever plays on does without

    places = places_of(roots)
    before = fingerprint([root for root, _ in places])
    bank = load_bank(roots, drafts=drafts, told=told)
    if cache is not None:
        cache.keep(_bank(drafts=drafts), places, lambda: sections_of(bank), before)
    return bank


def _bank(*, drafts: bool) -> str:
    return "bank with drafts" if drafts else "bank"


def check_packs(
    roots: Sequence[Path], cache: Cache | None, *, drafts: bool = False, told: ProgressCallback = no_progress
) -> "Report":
    """Everything that is wrong with the packs at ``roots``, or with the built-in pack where none is given.

    ``told`` hears how far it has come, where packs must be read.
    """
    from quiz.lint.report import Report, report_on

    places, name = places_of(roots), "report with drafts" if drafts else "report"
    container = cache.find(name, places) if cache is not None else None
    if container is not None:
        try:
            return trusted(container.section("report"), Report)
        except DamagedError:
            pass
        finally:
            container.close()
    from quiz.bank.load import load_bank

    before = fingerprint([root for root, _ in places])
    report = report_on(load_bank(roots, thorough=True, drafts=drafts, told=told))
    if cache is not None:
        cache.keep(name, places, lambda: {"report": msgspec.msgpack.encode(report)}, before)
    return report
