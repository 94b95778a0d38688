"""A problem: something wrong in a pack, with its rule, its place, and a hint."""

from typing import Literal

import msgspec

Severity = Literal["error", "warning"]
KeyPath = tuple[str | int, ...]
"""The keys and indexes that lead to a value in a file: ``("citations", 0, "quote")``."""
Finding = tuple[KeyPath, str, str]
"""What a check of a question finds: where in the question, the message, and the hint."""


class Rule(msgspec.Struct, frozen=True):
    """A kind of problem: its code, its name, the sentence that explains it, and an example."""

    code: str
    """Stable and short, as ``Q401``; the first digit groups rules by what they look at."""
    name: str
    """Kebab-case, as ``quote-not-found``."""
    sentence: str
    """What the rule requires and why, in one or two sentences."""
    wrong: str
    """An example, as in a file, that breaks the rule."""
    right: str
    """The same example, corrected."""
    severity: Severity = "error"
    """An error keeps its question or source out of the game; a warning does not."""


class Place(msgspec.Struct, frozen=True, order=True):
    """A place in a file. Lines and columns count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One mistake in a pack. It is a value, which is collected and shown; it is never raised."""

    rule: Rule
    place: Place
    message: str
    """What is wrong, in one sentence without the place."""
    hint: str = ""
    """What to do about it."""
    marked: str = ""
    """For a quote that is not found: the nearest passage as a diff, with {-deleted-} and {+added+} words."""
    question: str | None = None
    """The id of its question; None if it is not about one question."""

    @property
    def is_error(self) -> bool:
        """Whether the problem is an error, not a warning."""
        return self.rule.severity == "error"
