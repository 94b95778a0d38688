"""Checks: each fires on what it is for and is silent on what is right; and every rule is fit to be read."""

import re

import pytest

import quiz.bank.checks.rulebook  # noqa: F401  defines every rule
from quiz.bank.checks.options import MOST_OPTIONS
from quiz.bank.checks.registry import CHECKS
from quiz.bank.problem import RULES, Rule
from quiz.bank.report import find_rule
from tests.bank.packs import ARTICLE, PackFolder, citation, codes, entry, question

OTHER = "Other words: Chad Stahelski directs.\n"
DISPUTE = {"answer": "Chad Stahelski", "citation": {"source": "other", "quote": "Chad Stahelski directs"}}
STATEMENT = {"kind": "true-false", "answer": "true", "distractors": ...}

FIRES: list[tuple[str, dict[str, object]]] = [
    ("Q504", {"prompt": "  "}),
    ("Q504", {"prompt": "\u200b"}),
    ("Q504", {"answer": ""}),
    ("Q504", {"distractors": ["Chad Stahelski", " "]}),
    ("Q504", {"disputes": [{**DISPUTE, "answer": "\u00a0"}]}),
    ("Q409", {"citations": []}),
    ("Q408", {"answer": "Nobody"}),
    ("Q408", {"answer": "Wise"}),
    ("Q408", {"answer": "Nobody", "explanation": "  "}),
    ("Q408", STATEMENT),
    ("Q601", {"distractors": []}),
    ("Q601", {"distractors": [str(number) for number in range(MOST_OPTIONS)]}),
    ("Q602", {"distractors": ["Len Wiseman", "Derek Kolstad"]}),
    ("Q602", {"distractors": ["Derek Kolstad", "Derek\u00a0 Kolstad"]}),
    ("Q602", {"distractors": ["June 6 – 7", "June 6 - 7"]}),
    ("Q604", {"disputes": [DISPUTE]}),
    ("Q604", {**STATEMENT, "disputes": [{**DISPUTE, "answer": "Somebody"}]}),
    ("Q605", {"according_to": "other"}),
]

SILENT: list[tuple[str, dict[str, object]]] = [
    ("Q504", {"prompt": "?"}),
    ("Q504", {"answer": "0"}),
    ("Q409", {"citations": [citation()]}),
    ("Q408", {"answer": "LEN WISEMAN"}),
    ("Q408", {"answer": "Nobody", "explanation": "It follows."}),
    ("Q408", {"answer": "Nobody", "citations": [citation(highlight="directs")]}),
    ("Q408", {**STATEMENT, "explanation": "It follows."}),
    ("Q601", {"distractors": ["one"]}),
    ("Q601", {"distractors": [str(number) for number in range(MOST_OPTIONS - 1)]}),
    ("Q601", {**STATEMENT, "explanation": "It follows."}),
    ("Q602", {"answer": "2", "distractors": ["-2", "+2", "2.0"]}),
    ("Q602", {"distractors": ["len wiseman", "Len Wisemann"]}),
    ("Q604", {"disputes": [DISPUTE], "according_to": "review"}),
    ("Q604", {"disputes": [{**DISPUTE, "answer": "Somebody"}]}),
    ("Q604", {**STATEMENT, "disputes": [DISPUTE], "according_to": "review", "explanation": "It follows."}),
    ("Q605", {"according_to": "review"}),
    ("Q605", {"according_to": "other", "citations": [citation(), DISPUTE["citation"]]}),
]


@pytest.fixture
def two_articles(pack: PackFolder) -> PackFolder:
    pack.article(OTHER, "other")
    pack.catalogue(entry(text=ARTICLE), entry("other", OTHER))
    return pack


def test_every_check_is_shown_to_fire_and_to_be_silent() -> None:
    known = {broken.code for broken, _ in CHECKS}
    assert {code for code, _ in FIRES} == known
    assert {code for code, _ in SILENT} == known


@pytest.mark.parametrize(("code", "changes"), FIRES)
def test_a_check_fires_on_what_it_is_for(two_articles: PackFolder, code: str, changes: dict[str, object]) -> None:
    two_articles.questions(question(**changes), question("other"))
    read = two_articles.read()
    found = [problem for problem in read.problems if problem.rule.code == code]
    assert len(found) == 1, codes(read.problems)
    assert found[0].question == "director"
    assert found[0].message
    assert found[0].hint
    assert [one.id for one in read.questions] == ["other"]


@pytest.mark.parametrize(("code", "changes"), SILENT)
def test_a_check_is_silent_on_what_is_right(two_articles: PackFolder, code: str, changes: dict[str, object]) -> None:
    two_articles.questions(question(**changes))
    assert code not in codes(two_articles.read().problems)


@pytest.mark.parametrize(
    ("changes", "value"),
    [
        ({"distractors": ["Derek Kolstad", "Len Wiseman"]}, '"Len Wiseman"'),
        ({"answer": "Nobody"}, '"Nobody",'),
        ({"disputes": [DISPUTE]}, '"Chad Stahelski",'),
        ({"according_to": "other"}, '"other"'),
        ({"citations": []}, "[]"),
    ],
)
def test_a_finding_stands_at_the_value_it_is_about(
    two_articles: PackFolder, changes: dict[str, object], value: str
) -> None:
    two_articles.questions(question(**changes))
    [problem] = [one for one in two_articles.read().problems if one.question]
    line = (two_articles.root / problem.place.file).read_text().splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :] == value


def test_one_question_can_fail_several_checks(pack: PackFolder) -> None:
    pack.questions(question(prompt="", citations=[], distractors=[]))
    assert codes(pack.read().problems) == ["Q103", "Q409", "Q504", "Q601"]


@pytest.mark.parametrize("one", RULES.values(), ids=lambda one: one.code)
def test_a_rule_is_fit_to_be_read(one: Rule) -> None:
    assert re.fullmatch(r"Q[1-9]\d\d", one.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", one.name)
    assert re.fullmatch(r"[A-Z].{20,}\.", one.sentence, re.DOTALL)
    assert one.wrong.strip()
    assert one.right.strip()
    assert one.wrong != one.right
    assert one.severity in ("error", "warning")
    assert find_rule(one.code) is one
    assert find_rule(one.name) is one


def test_codes_names_and_sentences_are_each_used_once() -> None:
    assert len(RULES) > 30
    assert all(code == one.code for code, one in RULES.items())
    for values in zip(*((one.code, one.name, one.sentence) for one in RULES.values()), strict=True):
        assert len(set(values)) == len(values)
