"""What the home screen offers: entries of lists as (what is meant, what is shown, what is added)."""

from collections.abc import Iterable

from textual.content import Content

from quiz.bank.bank import Bank
from quiz.bank.question import DIFFICULTIES
from quiz.game.mode import MODES
from quiz.tui import text

Entries = list[tuple[str, str, str]]


def modes() -> Entries:
    """Every mode."""
    return [(mode.id, mode.name, "") for mode in MODES.values()]


def named(names: Iterable[str]) -> Entries:
    """Choices that mean what they are called."""
    return [(name, name, "") for name in names]


def topics(bank: Bank) -> Entries:
    """Every topic with its number of questions."""
    return [(topic, topic, str(sum(one.topic == topic for one in bank.questions))) for topic in bank.topics]


def difficulties(bank: Bank) -> Entries:
    """Every difficulty with its number of questions."""
    return [(level, level, str(sum(one.difficulty == level for one in bank.questions))) for level in DIFFICULTIES]


def sources(bank: Bank) -> Entries:
    """Every source with the number of questions that cite it."""
    return [
        (source.id, source.label, str(sum(source.id in one.sources for one in bank.questions)))
        for source in bank.sources
    ]


def bank_line(bank: Bank) -> Content:
    """What is in the bank, in a line."""
    parts = (
        text.counted(len(bank.questions), "question"),
        text.counted(len(bank.sources), "source"),
        text.counted(len(bank.topics), "topic"),
    )
    return Content.styled(" · ".join(parts), text.MUTED)
