"""The entries of the lists on the home screen, as (value, label, note)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from textual.content import Content

from quiz.bank.bank import Bank
from quiz.bank.files import resolved
from quiz.bank.pack_library import ListedPack
from quiz.bank.question_index import Count, PackSummary
from quiz.game.modes import MODES, Mode
from quiz.game.phrases import NOTHING_TO_REVIEW
from quiz.settings.settings import CLOCKS, LENGTHS
from quiz.tui import pack_text

Entries = list[tuple[str, str, str]]
ALL = LENGTHS.word


def modes(due: int | None = None) -> Entries:
    """Return an entry for each mode. Practice says how many questions are ``due``, unless that is None."""
    note = "" if due is None else f"{due} due"
    return [(mode.id, mode.name, note if mode.pool == "due" else "") for mode in MODES.values()]


def named(names: Iterable[str]) -> Entries:
    """Return entries whose values are their labels."""
    return [(name, name, "") for name in names]


def lengths(usual: int | None) -> Entries:
    """Return the numbers of questions that a game can have, including the ``usual`` one."""
    return [(str(value), LENGTHS.label(value), "") for value in LENGTHS.offered(ALL if usual is None else usual)]


def clocks(mode: Mode, usual: int) -> Entries:
    """Return the numbers of seconds that a game of a mode can have, including the ``usual`` one."""
    return [(str(value), CLOCKS.label(value), "") for value in sorted({*mode.suggested_seconds, usual})]


def picked_number(picked: Sequence[str]) -> int | None:
    """Return the number that was picked; None for all."""
    return next((int(number) for number in picked if number != ALL), None)


def packs(listed: Iterable[ListedPack]) -> Entries:
    """Return an entry for each pack. A selected one shows its number of questions, or that it is broken.

    Packs with the same name show their folders.
    """
    packs = list(listed)
    uses = Counter(pack.name for pack in packs)
    labels = [f"{pack.name} in {_folder(pack.root)}" if uses[pack.name] > 1 else pack.name for pack in packs]
    return [(str(pack.root), label, _pack_note(pack.pack)) for pack, label in zip(packs, labels, strict=True)]


def _folder(root: Path) -> str:
    """Return the name of a pack's folder, even if the path is ``.``."""
    return (resolved(root) or root).name


def _pack_note(pack: PackSummary | None) -> str:
    if pack is None:
        return ""
    if pack.errors and not pack.questions:
        return "✗ broken"
    return f"{pack.questions}  ! {pack_text.counted(pack.errors, 'problem')}" if pack.errors else str(pack.questions)


def topics(bank: Bank, wedges: Mapping[str, str]) -> Entries:
    """Return every topic with its number of questions and its wedge, if it has one."""
    return [
        (value, label, f"{note} {wedges.get(value, '')}".rstrip())
        for value, label, note in _counted(bank.summary.topics)
    ]


def difficulties(bank: Bank) -> Entries:
    """Return every difficulty with its number of questions."""
    return _counted(bank.summary.difficulties)


def sources(bank: Bank) -> Entries:
    """Return every source with the number of questions that cite it."""
    return _counted(bank.summary.sources)


def _counted(counts: Iterable[Count]) -> Entries:
    return [(count.name, count.label, str(count.questions)) for count in counts]


def count_line(mode: Mode, count: int, length: int | None, clear_key: str) -> str:
    """Return how many questions a game asks, out of the ``count`` that match; ``clear_key`` clears the filters."""
    if mode.pool != "all":
        return f"{pack_text.counted(count, 'question')} to review" if count else NOTHING_TO_REVIEW
    if not count:
        return f"No question matches. Clear the filters with {clear_key}."
    questions = pack_text.counted(count, "question")
    return questions if mode.endless else f"{count if length is None else min(count, length)} of {questions}"


def proof_line(found: int, count: int) -> str:
    """Return for how many of ``count`` matching questions the proof can be asked."""
    return f"{found} of {pack_text.counted(count, 'question')}" if found else "no question has a proof"


def bank_line(bank: Bank) -> Content:
    """Return the numbers of questions, sources and topics of a bank."""
    parts = (
        pack_text.counted(bank.summary.questions, "question"),
        pack_text.counted(len(bank.summary.sources), "source"),
        pack_text.counted(len(bank.summary.topics), "topic"),
    )
    return Content.styled(" · ".join(parts), pack_text.MUTED)
