"""Sources: articles as they are stored, their paragraphs, and the ranges of them that no quote may use."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from quiz.bank.normalize import NormalizedText

_LINE = re.compile(r"[^\r\n]+")
_BLOCK = re.compile(r"[^\r\n]+(?:\r?\n[ \t]*[^\s][^\r\n]*)*")


class Span(msgspec.Struct, frozen=True, order=True):
    """Some characters of an article: code points from ``start`` up to, not including, ``end``."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph of an article with its number, which counts from 1 and leaves out what cannot be quoted."""

    number: int
    span: Span


class Exemption(msgspec.Struct, frozen=True):
    """Some characters of an article that no question needs to quote, and why."""

    span: Span
    why: str


class Source(msgspec.Struct, frozen=True, kw_only=True, eq=False, dict=True, omit_defaults=True):
    """One article: what the catalogue says of it, and its text as stored."""

    id: str
    pack: str
    file: str
    """The article's path inside its pack."""
    title: str | None = None
    label: str
    publisher: str | None = None
    published: str | None = None
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    published_inferred: bool = False
    inferred_from: str | None = None
    """The words of the article that imply its date."""
    text: str
    off_limits: tuple[Span, ...] = ()
    """Header matter, picture credits, site furniture: no quote may use them."""
    exempt: tuple[Exemption, ...] = ()
    """What states no checkable fact, so that coverage does not ask for a question about it."""
    paragraph_break: Literal["line", "blank-line"] = "line"

    @property
    def name(self) -> str:
        """What the screen calls the article: its title, or its label where it has none."""
        return self.title or self.label

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The article's paragraphs in order, those wholly off limits left out."""
        return tuple(self._number_paragraphs())

    @cached_property
    def normalized_paragraphs(self) -> "tuple[NormalizedText, ...]":
        """The paragraphs as quotes are compared; kept, since many quotes come from one article."""
        from quiz.bank.normalize import NormalizedText  # only who looks for quotes waits for it

        return tuple(NormalizedText(self.words(paragraph.span)) for paragraph in self.paragraphs)

    def words(self, span: Span) -> str:
        """The article's own characters in a span."""
        return self.text[span.start : span.end]

    @cached_property
    def blocks(self) -> tuple[Span, ...]:
        """Everything in the article that is not white space, line by line or block by block, off limits or not."""
        pattern = _LINE if self.paragraph_break == "line" else _BLOCK
        found = (Span(match.start(), match.end()) for match in pattern.finditer(self.text))
        return tuple(span for span in found if self.words(span).strip())

    def _number_paragraphs(self) -> Iterator[Paragraph]:
        number = 0
        for span in self.blocks:
            text = self.words(span)
            if not re.search(r"\w", text):
                continue  # the mark of a list whose item stands on the next line
            begin = span.start + len(text) - len(text.lstrip())
            visible = Span(begin, begin + len(text.strip()))
            if not any(ban.start <= visible.start and visible.end <= ban.end for ban in self.off_limits):
                number += 1
                yield Paragraph(number, span)
