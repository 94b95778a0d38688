"""Parses options that are amounts or dates, and compares them: which of them can be right at the same time."""

import math
import re
from functools import lru_cache
from typing import NamedTuple

from quiz.bank.normalize import normalize
from quiz.bank.quantity import MONTHS, NUMBERS_IN_WORDS, date_key
from quiz.bank.words import stem

_LONGEST = 80
"""An option of more characters is a sentence, not a quantity."""
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_BOUNDS = {
    "at least": ">=", "no fewer than": ">=", "no less than": ">=", "a minimum of": ">=", "since": ">=",
    "at most": "<=", "no more than": "<=", "up to": "<=", "a maximum of": "<=", "until": "<=",
    "more than": ">", "over": ">", "above": ">", "greater than": ">", "after": ">",
    "less than": "<", "fewer than": "<", "under": "<", "below": "<", "before": "<",
    "between": "-", "from": "-",
}  # fmt: skip
_TAILS = {"or more": ">=", "or over": ">=", "or later": ">=", "or longer": ">=", "and more": ">=", "and up": ">=",
          "+": ">=", "or less": "<=", "or fewer": "<=", "or under": "<=", "or earlier": "<="}  # fmt: skip
_VALUE = (
    r"(?P<{0}coin>[$€£])?(?P<{0}number>[-+]?\d+(?:,\d{{3}})*(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)(?: (?P<{0}scale>{1}))?"
)
_TAIL = "|".join(re.escape(tail) for tail in _TAILS)
_AMOUNT = re.compile(
    rf"(?:(?P<bound>{'|'.join(_BOUNDS)}) )?"
    + _VALUE.format("", "|".join(_SCALES))
    + rf"(?: ?(?P<early>{_TAIL}))?"
    + r"(?P<unit>(?: ?[%°]| )[^\d,;]*?)??"
    + r"(?:(?: ?- ?| (?:to|or|and) )(?!(?:more|less|fewer|over|under|up|later|earlier|longer)\b)"
    + _VALUE.format("second_", "|".join(_SCALES))
    + r"(?P<second_unit>(?: ?[%°]| )[^\d,;]*?)?)?"
    + rf"(?: ?(?P<late>{_TAIL}))?\.?",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][a-z]")
_ROUGHLY = re.compile(
    r"(?:just )?(?:about|around|roughly|nearly|almost|approximately|exactly|some|only|under|over) ", re.I
)
_ONE = re.compile(r"\ban? (?=\w+$)", re.I)
_COINS = {"$": "dollar", "€": "euro", "£": "pound"}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "night": 86400, "week": 604800,
            "month": 2.63e6, "year": 3.156e7, "decade": 3.156e8, "century": 3.156e9}  # fmt: skip
_METERS = {"meter": 1, "metre": 1, "kilometer": 1000, "kilometre": 1000, "km": 1000, "m": 1, "cm": 0.01, "mile": 1609,
           "foot": 0.3048, "feet": 0.3048, "inch": 0.0254, "yard": 0.9144}  # fmt: skip
_MEASURES = (
    {unit: ("time", float(size)) for unit, size in _SECONDS.items()}
    | {unit: ("length", float(size)) for unit, size in _METERS.items()}
    | {unit: (unit, 1.0) for unit in ("", "dollar", "euro", "pound", "percent", "degree", "time")}
)  # fmt: skip
_DAY_NAME = re.compile(r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day),? ")
_BEFORE_DATE = re.compile(r"(?:in|on|the) ")
_VAGUE_DATE = re.compile(
    r"(?:(?:in )?(?:the )?(?:early|mid|late|beginning of|end of|spring|summer|fall|autumn|winter)"
    r"(?: of|,)?[ -]?)+(?P<date>.+)|(?:the )?(?P<decade>\d{3}0)s"
)
_SHORT_MONTH = re.compile(r"\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[a-z]+")
_QUANTITY_WORDS = frozenset((*NUMBERS_IN_WORDS, *MONTHS, *(month[:3] for month in MONTHS), "sept"))
_VAGUE_WORDS = frozenset((*_SCALES, *_MEASURES, *(f"{unit}s" for unit in _MEASURES)))
_YEAR = re.compile(r"1[0-9]\d\d|2[01]\d\d")


class Amount(NamedTuple):
    """The range of numbers that an option allows, with its unit."""

    least: float
    most: float
    unit: str
    """In the singular; empty for a number without a unit."""
    in_digits: bool
    """Whether it is written in digits. Words often only count: "two bullets" beside "a knife"."""

    @property
    def size(self) -> float:
        """One number for the range: its middle, or its only finite limit."""
        if math.isinf(self.least) or math.isinf(self.most):
            return self.most if math.isinf(self.least) else self.least
        return (self.least + self.most) / 2

    @property
    def measure(self) -> tuple[str, float] | None:
        """What is measured ("time"), and the unit in seconds or meters. None for things that are counted."""
        return _MEASURES.get(self.unit)


def _may_be_quantity(option: str, extra_words: frozenset[str] = frozenset()) -> bool:
    """Whether an option has a digit or a number word. A fast test: most options have neither."""
    if len(option) >= _LONGEST:
        return False
    return _DIGIT.search(option) is not None or any(
        word in _QUANTITY_WORDS or word in extra_words for word in _LETTERS.findall(option.lower())
    )


@lru_cache(maxsize=2048)
def parse_amount(option: str) -> Amount | None:
    """Parse a number or a range. None for words, names ("12 Monkeys") and vague amounts ("about a year")."""
    match = _AMOUNT.fullmatch(normalize(option)) if _may_be_quantity(option) else None
    if match is None:
        return None
    first = _value(match["number"], match["scale"])
    second = _value(match["second_number"], match["second_scale"]) if match["second_number"] else first
    unit = _unit(match["second_unit"] or match["unit"] or "", match["second_coin"] or match["coin"])
    if first is None or second is None or unit is None or _split_unit(match):
        return None
    in_digits = match["number"][-1].isdigit()
    bound = _BOUNDS.get((match["bound"] or "").lower(), "=")
    tail = _TAILS.get((match["early"] or match["late"] or "").lower(), "")
    if match["second_number"] or bound == "-":
        spread = bool(match["second_number"]) and bound in "=-" and not tail
        return Amount(min(first, second), max(first, second), unit, in_digits) if spread else None
    return Amount(*_limits(tail or bound, first), unit, in_digits)


def _value(number: str, scale: str | None) -> float | None:
    word = NUMBERS_IN_WORDS.get(number.lower())
    if word is None and not number[-1].isdigit():
        return None
    return (float(number.replace(",", "")) if word is None else word) * _SCALES.get((scale or "").lower(), 1)


def _unit(words: str, coin: str | None) -> str | None:
    """A unit in the singular. None if the words are a name or have another number."""
    if _NAME.search(words):
        return None
    parts = words.casefold().replace("%", "percent").replace("°", "degree").replace("per cent", "percent").split()
    if any(part in NUMBERS_IN_WORDS for part in parts):
        return None
    return " ".join([*(stem(part) for part in parts), *([_COINS[coin]] if coin else [])])


def _split_unit(match: re.Match[str]) -> bool:
    """Whether the two ends of a range have different units."""
    own, other = match["unit"], match["second_unit"]
    return bool(match["second_number"] and own) and _unit(own, None) != _unit(other or "", None)


def _limits(bound: str, number: float) -> tuple[float, float]:
    if bound == "=":
        return number, number
    if bound[0] == ">":
        return (number if bound == ">=" else math.nextafter(number, math.inf)), math.inf
    return -math.inf, (number if bound == "<=" else math.nextafter(number, -math.inf))


@lru_cache(maxsize=2048)
def parse_rough_amount(option: str) -> Amount | None:
    """Parse a number or a range, also a vague one: "about a year"."""
    exact = parse_amount(option)
    if exact is not None or not _may_be_quantity(option, _VAGUE_WORDS):
        return exact
    text = normalize(option)
    parsed = parse_amount(_ONE.sub("one ", _ROUGHLY.sub("", text, count=1), count=1).replace(" and a half", ""))
    return None if parsed is None or (parsed.measure is None and not parsed.in_digits) else parsed


@lru_cache(maxsize=2048)
def parse_date(option: str) -> tuple[float, ...] | None:
    """Parse a date such as "on Friday, 6 Jun 2025" into year, month and day. A missing part is 0."""
    if not _may_be_quantity(option):
        return None
    text = _DAY_NAME.sub("", _BEFORE_DATE.sub("", normalize(option).lower().rstrip("."), count=1), count=1)
    text = _BEFORE_DATE.sub("", text, count=1).replace(" of ", " ")
    short = _SHORT_MONTH.search(text)
    if short is not None:
        text = text.replace(short[0], next(month for month in MONTHS if month.startswith(short[1][:3])), 1)
    return (float(text), 0.0, 0.0) if _YEAR.fullmatch(text) else date_key(text)


@lru_cache(maxsize=2048)
def parse_rough_date(option: str) -> tuple[float, ...] | None:
    """Parse a date, also a vague one: "late 2023", "summer 2025", "the 1990s"."""
    exact = parse_date(option)
    vague = (
        None
        if exact is not None or not _may_be_quantity(option)
        else _VAGUE_DATE.fullmatch(normalize(option).lower())
    )
    return exact if vague is None else parse_date(vague["date"] or vague["decade"])


@lru_cache(maxsize=2048)
def is_quantity(option: str) -> bool:
    """Whether an option is a number, a range or a date, exact or vague."""
    parsed = parse_rough_amount(option)
    return parse_rough_date(option) is not None or (
        parsed is not None and (parsed.in_digits or parsed.measure is not None)
    )


def contains(outer: str, inner: str) -> bool:
    """Whether a quantity includes another: "at least 5" includes 7, and 2023 includes March 2023."""
    dates = parse_date(outer), parse_date(inner)
    if dates[0] is not None and dates[1] is not None:
        return all(part in (0, other) for part, other in zip(dates[0], dates[1], strict=True))
    large, small = _comparable(outer, inner)
    return large is not None and small is not None and large.least <= small.least and small.most <= large.most


def overlap(first: str, second: str) -> bool:
    """Whether two quantities can both be right."""
    if parse_date(first) is not None and parse_date(second) is not None:
        return contains(first, second) or contains(second, first)
    one, other = _comparable(first, second)
    return one is not None and other is not None and one.least <= other.most and other.least <= one.most


def _comparable(one: str, other: str) -> tuple[Amount | None, Amount | None]:
    """Both amounts if they have the same unit, else two None. A date counts as the number of its year."""
    first, second = (parse_amount(option) or _year_of(parse_date(option)) for option in (one, other))
    same = first is not None and second is not None and first.unit == second.unit
    return (first, second) if same else (None, None)


def _year_of(day: tuple[float, ...] | None) -> Amount | None:
    return Amount(day[0], day[0], "", True) if day is not None and day[0] else None
