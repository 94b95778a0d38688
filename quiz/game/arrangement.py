"""The order in which options are shown: shuffled by the game's seed, but numbers and dates stand in order."""

import random
import re
from collections.abc import Callable

from quiz.bank.question import Question

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = f"({'|'.join(_MONTHS)})"
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
_NUMBERS_IN_WORDS = {word: number for number, word in enumerate(_NUMBER_WORDS)} | {
    f"{tens}-{word}" if one else tens: ten * 10 + one
    for ten, tens in enumerate(_TENS, start=2)
    for one, word in enumerate(_NUMBER_WORDS[:10])
}
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_SortKey = Callable[[str], tuple[float, ...] | None]


def arrange(question: Question, seed: str) -> tuple[str, ...]:
    """Every option of a question in the order in which it is shown; the same seed gives the same order."""
    if question.kind == "true-false":
        return ("True", "False")
    for key in () if question.pick == "order" else (_date_key, _number_key):
        keys = [key(option) for option in question.options]
        known = [one for one in keys if one is not None]
        if len(known) == len(keys) and len(set(known)) == len(known):
            return tuple(option for _, option in sorted(zip(known, question.options, strict=True)))
    shuffled = list(question.options)
    random.Random(f"{seed}/{question.key}").shuffle(shuffled)  # noqa: S311 - a game, not a secret
    return tuple(shuffled)


def _date_key(option: str) -> tuple[float, ...] | None:
    text = option.strip().lower()
    if iso := _ISO_DATE.fullmatch(text):
        return tuple(float(part or 0) for part in iso.groups())
    for pattern in _DATES:
        match = pattern.fullmatch(text)
        if match is not None:
            month = _MONTHS.index(next(word for word in match.groups() if word in _MONTHS)) + 1
            parts = match.groupdict()
            return float(parts.get("year") or 0), float(month), float(parts.get("day") or 0)
    return None


def _number_key(option: str) -> tuple[float, ...] | None:
    """The number that an option is, alone or with a unit behind it: ``4``, ``four months``, ``1,000 km``."""
    first, _, unit = option.strip().partition(" ")
    if re.search(r"\d", unit):
        return None
    if first.lower() in _NUMBERS_IN_WORDS:
        return (float(_NUMBERS_IN_WORDS[first.lower()]),)
    if _NUMBER.fullmatch(first):
        return (float(first.replace(",", "").replace("−", "-")),)
    return None
