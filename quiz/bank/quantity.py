"""Quantities: what number or date an option is, so that options that are can stand in their order."""

import re
from collections.abc import Callable, Sequence

from quiz.bank.words import stem, words

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = f"({'|'.join(MONTHS)})"
_NUMBER = re.compile(r"[-−]?[\d][\d,]*(?:\.\d+)?")
_DATES = (
    re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH} (?P<year>\d{{4}})"),
    re.compile(rf"{_MONTH} (?P<year>\d{{4}})"),
    re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?"),
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}"),
    re.compile(_MONTH),
)
_NUMBER_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS_IN_WORDS = {word: number for number, word in enumerate(_NUMBER_WORDS)} | {
    f"{tens}-{word}" if one else tens: ten * 10 + one
    for ten, tens in enumerate(_TENS, start=2)
    for one, word in enumerate(_NUMBER_WORDS[:10])
}
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


def sorted_by_value(options: Sequence[str]) -> tuple[str, ...] | None:
    """The options from the earliest date or the least number on, or None where they are not all of one such sort.

    Numbers of different things are of different sorts: 18 months are less than 2 years.
    """
    found = _sorted(options, date_key)
    if found is None and number_key(options[0]) is not None and len({_unit(option) for option in options}) == 1:
        found = _sorted(options, number_key)
    return found


def _sorted(options: Sequence[str], key: Callable[[str], tuple[float, ...] | None]) -> tuple[str, ...] | None:
    """The options by their keys; None where one has no key, or two have the same."""
    keys: set[tuple[float, ...]] = set()
    for option in options:
        known = key(option)
        if known is None or known in keys:  # most options are words: the first of them says so
            return None
        keys.add(known)
    return tuple(sorted(options, key=lambda option: key(option) or ()))


def _unit(option: str) -> str:
    """What stands behind a number, in the singular."""
    return " ".join(stem(word) for word in words(option.strip().partition(" ")[2]))


def date_key(option: str) -> tuple[float, ...] | None:
    """Year, month and day of a date, 0 for what it leaves out; None where the option is no date."""
    text = option.strip().lower()
    if iso := _ISO_DATE.fullmatch(text):
        return tuple(float(part or 0) for part in iso.groups())
    for pattern in _DATES:
        match = pattern.fullmatch(text)
        if match is not None:
            month = MONTHS.index(next(word for word in match.groups() if word in MONTHS)) + 1
            parts = match.groupdict()
            return float(parts.get("year") or 0), float(month), float(parts.get("day") or 0)
    return None


def number_key(option: str) -> tuple[float, ...] | None:
    """The number that an option is, alone or with a unit behind it: ``4``, ``four months``, ``1,000 km``."""
    first, _, unit = option.strip().partition(" ")
    if re.search(r"\d", unit):
        return None
    if first.lower() in NUMBERS_IN_WORDS:
        return (float(NUMBERS_IN_WORDS[first.lower()]),)
    if _NUMBER.fullmatch(first):
        return (float(first.replace(",", "").replace("−", "-")),)
    return None
