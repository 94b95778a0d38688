"""Writes the lists of questions in docs/disagreements.md: under each fact, the questions that quote its words."""

import re
import textwrap
from pathlib import Path
from typing import NamedTuple

from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from quiz.bank.question import Passage, Question
from quiz.bank.quote import Located, locate
from quiz.bank.source import Source, Span

PAGE = Path(__file__).with_name("disagreements.md")
_SECTION = re.compile(r"^#{1,2} (?P<heading>.+)\n(?P<text>(?:(?!#).*\n)*)", re.MULTILINE)
_LINE = re.compile(r"^- \*\*(?P<source>[\w-]+)\*\* \((?P<date>[^)]*)\): (?P<quotes>.+)$", re.MULTILINE)
_QUOTE = re.compile(r"“(.+?)”(?=;|$)")
_LIST = re.compile(r"^Questions: [^\n]+(?:\n[^\n]+)*\n", re.MULTILINE)
_WIDTH = 120


class Said(NamedTuple):
    """What the page says of one source: its id, its date and its words."""

    source: str
    date: str
    quotes: tuple[str, ...]


class Fact(NamedTuple):
    """A heading of the page, and what the sources say."""

    heading: str
    said: tuple[Said, ...]


def facts(text: str) -> list[Fact]:
    """Every fact of the page, or of a part of it."""
    return [Fact(section["heading"], said) for section in _SECTION.finditer(text) if (said := _said(section["text"]))]


def _said(text: str) -> tuple[Said, ...]:
    return tuple(
        Said(line["source"], line["date"], tuple(_QUOTE.findall(line["quotes"]))) for line in _LINE.finditer(text)
    )


class Words:
    """The words of a fact, located in the sources."""

    def __init__(self, fact: Fact, bank: Bank) -> None:
        """Locate them.

        Raises:
            ValueError: a source is not there, or does not have the words exactly once.
        """
        sources = {source.id: source for source in bank.sources}
        self._spans: list[tuple[str, Span]] = []
        for said in fact.said:
            if said.source not in sources:
                raise ValueError(f"{fact.heading}: there is no source {said.source!r}")
            self._spans += [(said.source, _span(quote, sources[said.source])) for quote in said.quotes]

    def quoted_by(self, passage: Passage) -> bool:
        """Whether a passage has any of these words."""
        return any(
            passage.source.id == source and part.overlaps(span)
            for source, span in self._spans
            for part in passage.parts
        )

    def disputed_by(self, question: Question) -> bool:
        """Whether a question sets some of these words against others."""
        return any(map(self.quoted_by, question.citations)) and any(
            self.quoted_by(dispute.passage) for dispute in question.disputes
        )


def _span(quote: str, source: Source) -> Span:
    located = locate(quote, source)
    if not isinstance(located, Located):
        raise ValueError(f"{source.id}: {quote}: {located.message}")
    return located.span


def page(text: str, bank: Bank) -> str:
    """The page with its lists of questions written anew."""

    def section(found: re.Match[str]) -> str:
        said = _said(found["text"])
        if not said:
            return found[0]
        return _LIST.sub(lambda _: listing(Fact(found["heading"], said), bank), found[0])

    return _SECTION.sub(section, text)


def listing(fact: Fact, bank: Bank) -> str:
    """The questions that quote the words of a fact, those that show a dispute about it in bold."""
    words = Words(fact, bank)
    names = [
        f"**`{question.id}`**" if words.disputed_by(question) else f"`{question.id}`"
        for question in bank.questions
        if any(map(words.quoted_by, question.passages))
    ]
    line = f"Questions: {', '.join(names) or 'none'}."
    return textwrap.fill(line, _WIDTH, break_long_words=False, break_on_hyphens=False) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), load_bank()), encoding="utf-8")
    print(f"{PAGE}: {len(facts(PAGE.read_text(encoding='utf-8')))} facts")
