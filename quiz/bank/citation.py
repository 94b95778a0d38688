"""How a source is shown to a player: its date in words, and the citation line under a quote."""

from quiz.bank.printable import printable
from quiz.bank.question import Passage
from quiz.bank.source import Source

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def date_in_words(source: Source) -> str:
    """The date of a source, as exact as it is known: ``9 December 2024``, ``2023 (inferred)``, ``undated``."""
    if source.published is None:
        return "undated"
    year, month, day, *_ = [*source.published.split("-"), "", ""]
    month_name = _MONTHS[int(month) - 1] if month.isdecimal() and 1 <= int(month) <= 12 else ""
    words = " ".join(part for part in (day.lstrip("0"), month_name, year) if part)
    return f"{words} (inferred)" if source.published_inferred else words


def citation_line(passage: Passage) -> str:
    """The line under a quote: title or label, publisher, date, paragraph."""
    source = passage.source
    parts = [source.name, source.publisher, date_in_words(source), f"¶ {passage.paragraph}"]
    return printable(" · ".join(part for part in parts if part))


def short_name(source: Source) -> str:
    """A source in a few words: its publisher or its label, and its year."""
    year = source.published[:4] if source.published else "undated"
    return printable(f"{source.publisher or source.label}, {year}")
