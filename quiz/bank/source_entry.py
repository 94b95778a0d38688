"""The YAML entry of a source in ``seeds/sources.yaml``, and the rules of that file."""

import datetime as dt
import re
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from quiz.bank.problem import Rule

NO_SOURCES_FILE = Rule(
    "Q102",
    "no-catalogue",
    "A pack has its articles in seeds/, and seeds/sources.yaml lists them.",
    wrong="a folder with questions/ alone",
    right="the folder with seeds/sources.yaml and the articles that it names",
)
SOURCE_OUTSIDE_PACK = Rule(
    "Q302",
    "source-outside-pack",
    "An article is inside the pack's seeds/ folder.",
    wrong="file: ../../etc/hosts",
    right="file: featurette.txt",
)
SOURCE_CHANGED = Rule(
    "Q303",
    "source-changed",
    "An article does not change: its SHA-256 must be the one in sources.yaml.",
    wrong="sha256: of the article before somebody corrected a word in it",
    right="sha256: of the article as it is in seeds/",
)
OFF_LIMITS_NOT_FOUND = Rule(
    "Q305",
    "off-limits-not-found",
    "The words that begin and end an off-limits range must be in the article, the end after the beginning.",
    wrong="off_limits: [{from: words that are not there, why: site furniture}]",
    right="off_limits: [{from: Screenshot via Lionsgate, why: picture credit}]",
)
DUPLICATE_SOURCE = Rule(
    "Q306",
    "duplicate-source",
    "Every source has its own id and its own article.",
    wrong="two sources with id: featurette-2024",
    right="featurette-2024 and trailer-2024",
)
BAD_DATE = Rule(
    "Q307",
    "bad-date",
    "A date is YYYY, YYYY-MM or YYYY-MM-DD, or null where it is not known.",
    wrong="published: 9 December 2024",
    right="published: 2024-12-09",
)
INFERRED_UNPROVEN = Rule(
    "Q308",
    "inferred-unproven",
    "If the text only implies a date, `inferred_from:` has the words that imply it. They must be in the article "
    "once.",
    wrong="published: 2023\npublished_inferred: true",
    right="published: 2023\npublished_inferred: true\ninferred_from: a work in progress for about six years",
)
NOT_IN_SOURCES_FILE = Rule(
    "Q310",
    "not-in-catalogue",
    "An article in seeds/ should have an entry in sources.yaml, or no question can cite it.",
    wrong="seeds/review.txt without an entry",
    right="an entry with file: review.txt",
    severity="warning",
)

EXEMPT_NOT_FOUND = Rule(
    "Q311",
    "exempt-not-found",
    "Words that are exempt from coverage are in the article exactly once.",
    wrong="exempt: [{why: heading, sentences: [a heading that the article does not have]}]",
    right="exempt: [{why: heading, sentences: [Release Date and Production Updates]}]",
    severity="warning",
)

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


class RangeEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """A range of the article that no quote may use, given by its first and last words."""

    from_: str
    to: str | None = None
    """The last words of the range. Without them, the words of ``from`` are the range."""
    why: str


class ExemptEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sentences without a checkable fact, and the reason."""

    why: Annotated[str, Meta(description="Why no question needs to quote them.")]
    sentences: Annotated[tuple[str, ...], Meta(description="Words copied from each sentence, as in a quote.")]


class SourceEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The entry of one article."""

    id: Annotated[str, Meta(description="Short and stable; citations use it.")]
    file: str
    title: str | None = None
    label: str | None = None
    publisher: str | None = None
    published: str | None = None
    published_inferred: bool = False
    inferred_from: str | None = None
    sha256: str
    paragraphs: Literal["line", "blank-line"] = "line"
    off_limits: tuple[RangeEntry, ...] = ()
    exempt: tuple[ExemptEntry, ...] = ()


def is_date(text: str) -> bool:
    """Whether a text is an existing date: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    if not _DATE.fullmatch(text):
        return False
    try:
        dt.date(*(int(part) for part in [*text.split("-"), "1", "1"][:3]))
    except ValueError:
        return False
    return True
