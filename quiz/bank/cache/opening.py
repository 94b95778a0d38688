"""Opening packs: out of the cache where they are as they were, else by reading them."""

from collections.abc import Sequence
from pathlib import Path

from quiz.bank.bank import Bank
from quiz.bank.cache.cache import Cache
from quiz.bank.cache.container import DamagedError
from quiz.bank.cache.stored import StoredBank, sections_of
from quiz.bank.fingerprint import fingerprint
from quiz.bank.places import places_of


def open_bank(roots: Sequence[Path], cache: Cache | None, *, drafts: bool = False) -> Bank:
    """The bank of the packs at ``roots``, or of the built-in pack where none is given, as it is played."""
    if cache is None:
        return _read(roots, None, drafts=drafts)
    container = cache.find(_name(drafts=drafts), places_of(roots))
    if container is not None:
        try:
            return StoredBank(container, lambda: _read(roots, cache, drafts=drafts))
        except DamagedError:
            container.close()
    return _read(roots, cache, drafts=drafts)


def _read(roots: Sequence[Path], cache: Cache | None, *, drafts: bool) -> Bank:
    """Read the packs, and keep what was read."""
    from quiz.bank.loading import load_bank  # all the rules of questions, which whoever plays on does without

    places = places_of(roots)
    before = fingerprint([root for root, _ in places])
    bank = load_bank(roots, drafts=drafts)
    if cache is not None:
        cache.keep(_name(drafts=drafts), places, lambda: sections_of(bank), before)
    return bank


def _name(*, drafts: bool) -> str:
    return "bank with drafts" if drafts else "bank"
