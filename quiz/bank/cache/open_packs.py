"""Opens packs for playing: from the cache if none of their files has changed, else by loading them."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.bank.cache.database import DamagedError
from quiz.bank.cache.pack_cache import PackCache
from quiz.bank.fingerprint import fingerprint
from quiz.bank.pack_paths import pack_locations
from quiz.bank.progress import ProgressCallback, no_progress

if TYPE_CHECKING:
    from quiz.bank.bank import Bank


def open_bank(
    roots: Sequence[Path], cache: PackCache | None, *, drafts: bool = False, progress: ProgressCallback = no_progress
) -> "Bank":
    """The bank of the packs at ``roots``, or of the built-in pack if there are none.

    ``progress`` is called for every question if the packs must be loaded.
    """
    database = cache.find(_entry(drafts=drafts), pack_locations(roots)) if cache is not None else None
    if database is not None:
        from quiz.bank.cache.cached_bank import CachedBank

        with suppress(DamagedError):
            return CachedBank(database, lambda: _read(roots, cache, drafts=drafts))
    return _read(roots, cache, drafts=drafts, progress=progress)


def _read(
    roots: Sequence[Path], cache: PackCache | None, *, drafts: bool, progress: ProgressCallback = no_progress
) -> "Bank":
    """Load the packs, and store the bank in the cache."""
    from quiz.bank.cache.cached_bank import tables_of
    from quiz.bank.load import load_bank  # not needed for a bank from the cache

    places = pack_locations(roots)
    before = fingerprint([root for root, _ in places])
    bank = load_bank(roots, drafts=drafts, progress=progress)
    if cache is not None:
        cache.store(_entry(drafts=drafts), places, lambda: tables_of(bank), before)
    return bank


def _entry(*, drafts: bool) -> str:
    return "bank with drafts" if drafts else "bank"
