"""Checking packs: the report comes out of the cache, or where a file changed, from loading and linting."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from quiz.bank.cache.cache import Cache
from quiz.bank.cache.container import DamagedError
from quiz.bank.cache.items import trusted
from quiz.bank.fingerprint import fingerprint
from quiz.bank.pack_paths import places_of
from quiz.bank.progress import ProgressCallback, no_progress
from quiz.lint.report import Report


def check_packs(
    roots: Sequence[Path], cache: Cache | None, *, drafts: bool = False, progress: ProgressCallback = no_progress
) -> Report:
    """Report on the packs at ``roots``, or on the built-in pack where none is given.

    ``progress`` is called for every question, where packs must be loaded.
    """
    places, name = places_of(roots), "report with drafts" if drafts else "report"
    container = cache.find(name, places) if cache is not None else None
    if container is not None:
        try:
            return trusted(container.section("report"), Report)
        except DamagedError:
            pass
        finally:
            container.close()
    from quiz.bank.load import load
    from quiz.lint.linter import report_on  # a report out of the cache needs no rule

    before = fingerprint([root for root, _ in places])
    report = report_on(load(roots, drafts=drafts, progress=progress))
    if cache is not None:
        cache.keep(name, places, lambda: {"report": msgspec.msgpack.encode(report)}, before)
    return report
