"""Sorts options that are numbers or dates by their value."""

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
    f"{tens}-{word}" if unit else tens: ten * 10 + unit
    for ten, tens in enumerate(_TENS, start=2)
    for unit, word in enumerate(_NUMBER_WORDS[:10])
}
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


def sorted_by_value(options: Sequence[str]) -> tuple[str, ...] | None:
    """The options sorted by date or by number. None if they are not all dates, or not all numbers with one unit.

    Numbers with different units cannot be sorted by number alone: 18 months are less than 2 years.
    """
    ordered = _sorted(options, date_key)
    if ordered is None and number_key(options[0]) is not None and len({_unit(option) for option in options}) == 1:
        ordered = _sorted(options, number_key)
    return ordered


def _sorted(options: Sequence[str], key: Callable[[str], tuple[float, ...] | None]) -> tuple[str, ...] | None:
    """The options sorted by their keys. None if an option has no key, or two have the same."""
    keys: set[tuple[float, ...]] = set()
    for option in options:
        value = key(option)
        if value is None or value in keys:  # return early: most options are words
            return None
        keys.add(value)
    return tuple(sorted(options, key=lambda option: key(option) or ()))


def _unit(option: str) -> str:
    """The words after a number, in the singular."""
    return " ".join(stem(word) for word in words(option.strip().partition(" ")[2]))


def date_key(option: str) -> tuple[float, ...] | None:
    """Year, month and day of a date; a missing part is 0. None if the option is not a date."""
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
    """The number of an option with or without a unit: ``4``, ``four months``, ``1,000 km``. None for all others."""
    first, _, unit = option.strip().partition(" ")
    if re.search(r"\d", unit):
        return None
    if first.lower() in NUMBERS_IN_WORDS:
        return (float(NUMBERS_IN_WORDS[first.lower()]),)
    if _NUMBER.fullmatch(first):
        return (float(first.replace(",", "").replace("−", "-")),)
    return None
