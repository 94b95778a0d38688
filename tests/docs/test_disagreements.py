"""The page on where the articles disagree: its words stand in the articles, and the bank deals with each of them."""

import re
from dataclasses import dataclass

import pytest

from quiz.bank.bank import Bank
from quiz.bank.pack_paths import builtin_pack
from quiz.bank.question import Question
from quiz.bank.quote import Located, locate
from quiz.bank.source import Source, Span

PAGE = (builtin_pack() / "docs/disagreements.md").read_text(encoding="utf-8")
_LINE = re.compile(r"^- \*\*(?P<source>[\w-]+)\*\* \((?P<date>[^)]*)\): (?P<quotes>.+)$", re.MULTILINE)
_QUESTIONS = re.compile(r"^Questions: (?P<ids>.+?)(?:\n\n|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Fact:
    """A heading of the page: what the sources say of one fact, and which questions deal with it."""

    heading: str
    said: tuple[tuple[str, str, tuple[str, ...]], ...]
    """For each source: its id, its date as the page has it, and its words."""
    questions: tuple[str, ...]

    def __str__(self) -> str:
        return self.heading


def facts(part: str) -> list[Fact]:
    """The facts under a top heading of the page."""
    [text] = [one for one in re.split(r"^# ", PAGE, flags=re.MULTILINE) if one.startswith(part)]
    found = []
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        said = tuple(
            (line["source"], line["date"], tuple(re.findall(r"“(.+?)”(?=;|$)", line["quotes"])))
            for line in _LINE.finditer(section)
        )
        listed = _QUESTIONS.search(section)
        found.append(
            Fact(section.splitlines()[0], said, tuple(re.findall(r"`([\w-]+)`", listed["ids"])) if listed else ())
        )
    return found


CONTRADICTIONS = facts("Contradictions")
DIFFERENCES = facts("Differences")
FACTS = [*CONTRADICTIONS, *DIFFERENCES]


def places(fact: Fact, sources: dict[str, Source]) -> dict[str, list[Span]]:
    """Where a fact's words stand, by source."""
    found: dict[str, list[Span]] = {}
    for source, _, quotes in fact.said:
        for quote in quotes:
            located = locate(quote, sources[source])
            assert isinstance(located, Located), quote
            found.setdefault(source, []).append(located.span)
    return found


def deals_with(question: Question, fact: Fact, sources: dict[str, Source]) -> bool:
    """Whether a question sets one source's words on a fact against another's."""
    said = places(fact, sources)

    def speaks(source: Source, part: Span) -> bool:
        return any(part.overlaps(span) for span in said.get(source.id, []))

    followed = {one.source.id for one in question.citations for part in one.parts if speaks(one.source, part)}
    against = {
        one.passage.source.id
        for one in question.disputes
        for part in one.passage.parts
        if speaks(one.passage.source, part)
    }
    return bool(followed) and bool(against - followed)


@pytest.fixture
def sources(builtin: Bank) -> dict[str, Source]:
    return {source.id: source for source in builtin.sources}


def test_the_page_is_read_whole() -> None:
    assert len(FACTS) == PAGE.count("\n## ")
    assert sum(len(fact.said) for fact in FACTS) == PAGE.count("\n- **")
    assert len(CONTRADICTIONS) >= 10


@pytest.mark.parametrize("fact", FACTS, ids=str)
def test_each_source_is_quoted_in_its_own_words_and_with_its_date(fact: Fact, sources: dict[str, Source]) -> None:
    assert len(fact.said) > 1
    places(fact, sources)
    for name, date, quotes in fact.said:
        source = sources[name]
        inferred = ", inferred" if source.published_inferred else ""
        assert quotes
        assert date == (f"{source.published}{inferred}" if source.published else "undated")


@pytest.mark.parametrize("fact", FACTS, ids=str)
def test_the_questions_named_are_questions_of_the_bank_about_these_words(
    fact: Fact, builtin: Bank, sources: dict[str, Source]
) -> None:
    by_id = {question.id: question for question in builtin.questions}
    said = places(fact, sources)
    assert fact.questions
    for name in fact.questions:
        assert any(
            part.overlaps(span)
            for passage in by_id[name].passages
            for part in passage.parts
            for span in said.get(passage.source.id, [])
        ), name


@pytest.mark.parametrize("fact", CONTRADICTIONS, ids=str)
def test_every_contradiction_is_shown_by_a_question_with_a_dispute(
    fact: Fact, builtin: Bank, sources: dict[str, Source]
) -> None:
    """Without its disputes a question deals with it no more: the last of them cannot be taken out unnoticed."""
    by_id = {question.id: question for question in builtin.questions}
    assert any(deals_with(by_id[name], fact, sources) for name in fact.questions)


def test_every_dispute_of_the_bank_stands_on_the_page(builtin: Bank) -> None:
    disputed = {question.id for question in builtin.questions if question.disputes}
    assert disputed <= {name for fact in FACTS for name in fact.questions}
