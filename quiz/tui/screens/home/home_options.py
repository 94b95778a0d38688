"""What the home screen offers: entries of lists as (what is meant, what is shown, what is added)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from textual.content import Content

from quiz.bank.bank import Bank
from quiz.bank.files import resolved
from quiz.bank.pack_library import ListedPack
from quiz.bank.question_index import Count, PackSummary
from quiz.game.modes import MODES, Mode
from quiz.settings.settings import CLOCKS, LENGTHS
from quiz.tui import pack_text

Entries = list[tuple[str, str, str]]
ALL = LENGTHS.word


def modes() -> Entries:
    """Every mode."""
    return [(mode.id, mode.name, "") for mode in MODES.values()]


def named(names: Iterable[str]) -> Entries:
    """Choices that mean what they are called."""
    return [(name, name, "") for name in names]


def lengths(usual: int | None) -> Entries:
    """How many questions a game may have, the usual number among them."""
    return [(str(value), LENGTHS.label(value), "") for value in LENGTHS.offered(ALL if usual is None else usual)]


def clocks(usual: int) -> Entries:
    """How many seconds a game may have, the usual number among them."""
    return [(str(value), CLOCKS.label(value), "") for value in CLOCKS.offered(usual)]


def length_meant(picked: Sequence[str]) -> int | None:
    """The number that was picked; None for all."""
    return next((int(number) for number in picked if number != ALL), None)


def packs(listed: Iterable[ListedPack]) -> Entries:
    """Every pack there is; of one that is in play, how many questions it has, or that it is broken.

    Packs of one name are told apart by their folders.
    """
    there = list(listed)
    often = Counter(one.name for one in there)
    shown = [f"{one.name} in {_folder(one.root)}" if often[one.name] > 1 else one.name for one in there]
    return [(str(one.root), name, _pack_line(one.pack)) for one, name in zip(there, shown, strict=True)]


def _folder(root: Path) -> str:
    """What the folder of a pack is called, also where it is the current one."""
    return (resolved(root) or root).name


def _pack_line(pack: PackSummary | None) -> str:
    if pack is None:
        return ""
    if pack.errors and not pack.questions:
        return "✗ broken"
    return f"{pack.questions}  ! {pack_text.counted(pack.errors, 'problem')}" if pack.errors else str(pack.questions)


def topics(bank: Bank) -> Entries:
    """Every topic with its number of questions."""
    return _counted(bank.summary.topics)


def difficulties(bank: Bank) -> Entries:
    """Every difficulty with its number of questions."""
    return _counted(bank.summary.difficulties)


def sources(bank: Bank) -> Entries:
    """Every source with the number of questions that cite it."""
    return _counted(bank.summary.sources)


def _counted(counts: Iterable[Count]) -> Entries:
    return [(one.name, one.label, str(one.questions)) for one in counts]


def found_line(mode: Mode, found: int, length: int | None, clear: str) -> str:
    """How many questions a game of a mode would ask, of how many it draws from; ``clear`` is the key for none."""
    if mode.pool != "all":
        return f"{found} waiting" if found else "nothing waiting now"
    if not found:
        return f"No question matches. Clear a filter: {clear}"
    questions = pack_text.counted(found, "question")
    return questions if mode.endless else f"{found if length is None else min(found, length)} of {questions}"


def bank_line(bank: Bank) -> Content:
    """What is in the bank, in a line."""
    parts = (
        pack_text.counted(bank.summary.questions, "question"),
        pack_text.counted(len(bank.summary.sources), "source"),
        pack_text.counted(len(bank.summary.topics), "topic"),
    )
    return Content.styled(" · ".join(parts), pack_text.MUTED)
