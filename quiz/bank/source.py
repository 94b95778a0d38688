"""The model of a source: an article with its paragraphs and the ranges that no quote may use."""

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
    """A range of an article, in code points; ``end`` is exclusive."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph of an article. Numbers count from 1 and skip paragraphs that are off limits."""

    number: int
    span: Span


class Exemption(msgspec.Struct, frozen=True):
    """A range of an article that no question needs to quote, and the reason."""

    span: Span
    why: str


class Source(msgspec.Struct, frozen=True, kw_only=True, eq=False, dict=True, omit_defaults=True):
    """One article: its entry in the sources file, and its text as stored."""

    id: str
    pack: str
    file: str
    """The path of the article in its pack."""
    title: str | None = None
    label: str
    publisher: str | None = None
    published: str | None = None
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    published_inferred: bool = False
    inferred_from: str | None = None
    """Words of the article that imply its date."""
    text: str
    off_limits: tuple[Span, ...] = ()
    """Page headers, picture credits and navigation text: no quote may use them."""
    exempt: tuple[Exemption, ...] = ()
    """Ranges without checkable facts, which coverage does not count."""
    paragraph_break: Literal["line", "blank-line"] = "line"

    @property
    def name(self) -> str:
        """The name that screens show: its title, or its label if it has no title."""
        return self.title or self.label

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the article in order, without those that are entirely off limits."""
        return tuple(self._number_paragraphs())

    @cached_property
    def normalized_paragraphs(self) -> "tuple[NormalizedText, ...]":
        """The paragraphs, normalized for comparison. Cached, because many quotes come from one article."""
        from quiz.bank.normalize import NormalizedText  # only needed for locating quotes

        return tuple(NormalizedText(self.words(paragraph.span)) for paragraph in self.paragraphs)

    def words(self, span: Span) -> str:
        """The text of a span, as stored."""
        return self.text[span.start : span.end]

    @cached_property
    def blocks(self) -> tuple[Span, ...]:
        """Every line, or block of lines, that is not blank; also those that are off limits."""
        pattern = _LINE if self.paragraph_break == "line" else _BLOCK
        spans = (Span(match.start(), match.end()) for match in pattern.finditer(self.text))
        return tuple(span for span in spans if self.words(span).strip())

    def _number_paragraphs(self) -> Iterator[Paragraph]:
        number = 0
        for span in self.blocks:
            text = self.words(span)
            if not re.search(r"\w", text):
                continue  # a list mark whose item is on the next line
            begin = span.start + len(text) - len(text.lstrip())
            visible = Span(begin, begin + len(text.strip()))
            if not any(ban.start <= visible.start and visible.end <= ban.end for ban in self.off_limits):
                number += 1
                yield Paragraph(number, span)
