"""The page on where the articles disagree: its words stand in the articles, and its lists come from the bank."""

import re
import runpy
from typing import Any

import pytest

from quiz.bank.bank import Bank
from quiz.bank.load import load_bank
from quiz.bank.pack_paths import builtin_pack
from quiz.bank.quote import Located, locate
from tests.bank.pack_folder import PackFolder, citation, question

_SCRIPT = runpy.run_path(str(builtin_pack() / "docs/make_disagreements.py"))
PAGE = (builtin_pack() / "docs/disagreements.md").read_text(encoding="utf-8")
Words = _SCRIPT["Words"]
Fact = Any
"""A fact of the page: what its script reads."""


def facts(part: str) -> list[Fact]:
    """The facts under a top heading of the page."""
    [text] = [one for one in re.split(r"^(?=# )", PAGE, flags=re.MULTILINE) if one.startswith(f"# {part}")]
    found: list[Any] = _SCRIPT["facts"](text)
    return found


CONTRADICTIONS = facts("Contradictions")
AGAINST_THEMSELVES = facts("Articles against themselves")
DIFFERENCES = facts("Differences")
FACTS = [*CONTRADICTIONS, *AGAINST_THEMSELVES, *DIFFERENCES]


def heading(fact: Fact) -> str:
    return str(fact.heading)


def test_the_page_is_read_whole() -> None:
    assert len(FACTS) == len({fact.heading for fact in FACTS}) == PAGE.count("\n## ") == PAGE.count("\nQuestions: ")
    assert sum(len(fact.said) for fact in FACTS) == PAGE.count("\n- **")
    assert sum(len(said.quotes) for fact in FACTS for said in fact.said) == sum(
        line.count("”; “") + 1 for line in PAGE.splitlines() if line.startswith("- **")
    )
    assert len(CONTRADICTIONS) >= 10


@pytest.mark.parametrize("fact", FACTS, ids=heading)
def test_each_source_is_quoted_in_its_own_words_and_with_its_date(fact: Fact, builtin: Bank) -> None:
    sources = {source.id: source for source in builtin.sources}
    assert len(fact.said) == len({said.source for said in fact.said})
    for said in fact.said:
        source = sources[said.source]
        inferred = ", inferred" if source.published_inferred else ""
        assert said.quotes
        assert said.date == (f"{source.published}{inferred}" if source.published else "undated")
        for quote in said.quotes:
            assert isinstance(locate(quote, source), Located), quote


def test_sources_contradict_each_other_or_themselves() -> None:
    assert [fact.heading for fact in (*CONTRADICTIONS, *DIFFERENCES) if len(fact.said) < 2] == []
    assert [fact.heading for fact in AGAINST_THEMSELVES if len(fact.said) != 1] == []


def test_the_lists_of_questions_are_those_that_the_bank_makes(builtin: Bank) -> None:
    assert _SCRIPT["page"](PAGE, builtin) == PAGE, "run python docs/make_disagreements.py"


def test_many_contradictions_are_shown_by_a_question_with_a_dispute(builtin: Bank) -> None:
    located = [Words(fact, builtin) for fact in CONTRADICTIONS]
    shown = [words for words in located if any(map(words.disputed_by, builtin.questions))]
    assert len(shown) >= 6


def test_every_dispute_of_the_bank_stands_on_the_page(builtin: Bank) -> None:
    """If one does not, its words and those that it is set against are missing under some heading."""
    located = [Words(fact, builtin) for fact in FACTS]
    disputed = [one for one in builtin.questions if one.disputes]
    assert [one.id for one in disputed if not any(words.disputed_by(one) for words in located)] == []


# The script


FACT = """# Contradictions

## The opening

- **review** (2024): “June 6, 2025”; “the budget is 1.2 million dollars”

Two things.

Questions: `old`, **`older`**.

## Empty of sources

Questions: `left`.
"""


@pytest.fixture
def fact(pack: PackFolder) -> str:
    pack.questions(
        question("elsewhere"),
        question(
            "opening", citations=[citation(quote="It opens in theaters on June 6, 2025.")], explanation="It follows."
        ),
        question(
            "disputed",
            explanation="It follows.",
            citations=[citation(quote="opens in theaters on June 6, 2025")],
            disputes=[{"answer": "Ian McShane", "citation": citation(quote="The budget is 1.2 million dollars.")}],
        ),
    )
    return FACT.replace("the budget", "The budget")


def test_who_quotes_the_words_is_listed_and_who_disputes_them_is_in_bold(pack: PackFolder, fact: str) -> None:
    bank = load_bank([pack.root])
    written = _SCRIPT["page"](fact, bank)
    assert written == fact.replace("`old`, **`older`**", "`opening`, **`disputed`**")
    assert _SCRIPT["page"](written, bank) == written


def test_where_nobody_quotes_them_the_list_says_so(pack: PackFolder, fact: str) -> None:
    pack.questions(question())
    assert "Questions: none.\n" in _SCRIPT["page"](fact, load_bank([pack.root]))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [("1.2 million", "1.3 million", "1.3 million dollars"), ("**review**", "**preview**", "no source 'preview'")],
)
def test_words_that_no_source_has_are_an_error(pack: PackFolder, fact: str, old: str, new: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        _SCRIPT["page"](fact.replace(old, new), load_bank([pack.root]))
