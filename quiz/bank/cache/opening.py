"""Opening packs: out of the cache where no file has changed, else by loading them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.bank.cache.cache import Cache
from quiz.bank.cache.container import DamagedError
from quiz.bank.fingerprint import fingerprint
from quiz.bank.pack_paths import places_of
from quiz.bank.progress import ProgressCallback, no_progress

if TYPE_CHECKING:
    from quiz.bank.bank import Bank


def open_bank(
    roots: Sequence[Path], cache: Cache | None, *, drafts: bool = False, progress: ProgressCallback = no_progress
) -> "Bank":
    """The bank of the packs at ``roots``, or of the built-in pack where none is given, as it is played.

    ``progress`` is called for every question, where packs must be loaded.
    """
    from quiz.bank.cache.stored import StoredBank

    container = cache.find(_bank(drafts=drafts), places_of(roots)) if cache is not None else None
    if container is not None:
        try:
            return StoredBank(container, lambda: _read(roots, cache, drafts=drafts))
        except DamagedError:
            container.close()
    return _read(roots, cache, drafts=drafts, progress=progress)


def _read(
    roots: Sequence[Path], cache: Cache | None, *, drafts: bool, progress: ProgressCallback = no_progress
) -> "Bank":
    """Read the packs, and keep what was read."""
    from quiz.bank.cache.stored import sections_of
    from quiz.bank.load import load_bank  # a bank out of the cache needs nothing of it

    places = places_of(roots)
    before = fingerprint([root for root, _ in places])
    bank = load_bank(roots, drafts=drafts, progress=progress)
    if cache is not None:
        cache.keep(_bank(drafts=drafts), places, lambda: sections_of(bank), before)
    return bank


def _bank(*, drafts: bool) -> str:
    return "bank with drafts" if drafts else "bank"
