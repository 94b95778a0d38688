"""Validation: each check fires on invalid questions, and is silent on valid ones."""

import pytest

from quiz.bank.kinds.option_count import MOST_OPTIONS
from quiz.bank.question_check import QuestionCheck
from quiz.bank.validation import CHECKS, options, proof
from tests.bank.pack_folder import ARTICLE, PackFolder, citation, codes, entry, question

OTHER = "Other words: Chad Stahelski directs.\n"
DISPUTE = {"answer": "Chad Stahelski", "citation": {"source": "other", "quote": "Chad Stahelski directs"}}
STATEMENT = {"kind": "true-false", "answer": "true", "distractors": ...}
SEVERAL = {"kind": "multiple", "answer": ["Len Wiseman", "Chad Stahelski"], "distractors": ["Derek Kolstad"]}
ORDER = {
    "kind": "order",
    "answer": ["Filming", "Trailer", "Premiere"],
    "distractors": ...,
    "explanation": "It follows.",
}
ABOUT_OTHERS = (
    "All of the above", "ALL THE ABOVE", "None of the above.", "None of these", "All of these answers",
    "Both of them", "Both", "Neither", "Neither of the two", "Neither of these is right", "Any of the above",
    "All three",
    "All are correct", "Both A and B", "Neither 1 nor 2", "A and B only", "Options 1 and 2", "No other option",
    "Each of the answers", "None",
)  # fmt: skip
NOT_ABOUT_OTHERS = (
    "All Quiet on the Western Front", "All of the crew", "None of his films", "Both of her parents", "Both sides",
    "And Then There Were None", "All or Nothing", "A and B", "Vitamin A", "Neither here nor there", "Everything",
    "All About Eve", "Any Given Sunday", "No Time To Die", "Both hands and feet",
)  # fmt: skip
RIGHT_AT_ONCE = (
    ("4–6", "5–8"), ("at least 5", "7"), ("more than 3", "5 or more"), ("5 months", "five months"), ("under 10", "5"),
    ("March 2023", "March 20, 2023"), ("2023", "March 2023"), ("20 March 2023", "Mar. 20, 2023"), ("2", "2.0"),
    ("2", "+2"), ("4–6", "6–8"), ("between 4 and 6 weeks", "5 weeks"), ("$5 million", "5,000,000 dollars"),
    ("5+", "9"), ("12%", "12 percent"), ("no more than 5", "−3"), ("before 2020", "March 2019"),
    ("2022–2024", "May 2023"), ("5 months or more", "7 months"), ("March", "March 2023"),
    ("on Friday, June 6, 2025", "2025-06-06"), ("−2", "-2.0"),
)  # fmt: skip
NOT_RIGHT_AT_ONCE = (
    ("2", "−2"), ("4–6", "7–8"), ("more than 5", "5"), ("under 10", "10"), ("5 months", "5 weeks"), ("5", "5 months"),
    ("About a year", "1 year"), ("About 5", "5"), ("12 Monkeys", "12"), ("Over the Moon", "5"),
    ("2 Fast 2 Furious", "2"), ("March 2023", "April 2023"), ("March 2023", "2024"), ("2023", "March 20"),
    ("Under Two Flags", "Under Three Flags"), ("Chapter 3", "3"), ("5th", "5"), ("1.2", "12"), ("$5", "€5"),
    ("before 2020", "2020"), ("Two men", "Two women"),
    ("1,000", "1.000"), ("5 feet 10 inches", "5 feet"), ("", ""), ("Mayor", "May"),
)  # fmt: skip

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
    ("Q601", {"kind": "multiple", "answer": []}),
    ("Q601", {"kind": "multiple", "answer": ["Len Wiseman"], "distractors": []}),
    ("Q601", {"kind": "multiple", "answer": [], "distractors": []}),
    ("Q601", {"kind": "multiple", "answer": ["Len Wiseman"], "distractors": [f"N{n}" for n in range(MOST_OPTIONS)]}),
    ("Q601", {**ORDER, "answer": ["Filming"]}),
    ("Q601", {**ORDER, "answer": []}),
    ("Q601", {**ORDER, "answer": [f"Step {letter}" for letter in "ABCDEFGHIJ"]}),
    ("Q602", {"distractors": ["Len Wiseman", "Derek Kolstad"]}),
    ("Q602", {"distractors": ["Derek Kolstad", "Derek\u00a0 Kolstad"]}),
    ("Q602", {"distractors": ["June 6 – 7", "June 6 - 7"]}),
    ("Q603", {"prompt": "What did Len Wiseman direct?"}),
    ("Q603", {"prompt": "Is LEN\u00a0WISEMAN’s film good?"}),
    ("Q603", {"answer": "−2", "prompt": "Is −2 less than 0?", "distractors": ["2", "3"]}),
    ("Q603", {"answer": "It", "prompt": "Who read It by King?"}),
    ("Q603", {**SEVERAL, "prompt": "Who directs with Len Wiseman?"}),
    *[("Q606", {"distractors": ["Chad Stahelski", option]}) for option in ABOUT_OTHERS],
    ("Q606", {"answer": "Both of them"}),
    ("Q606", {**SEVERAL, "distractors": ["Derek Kolstad", "None"]}),
    ("Q606", {"distractors": ["Chad", "Both Len Wiseman and Chad"]}),
    ("Q606", {"distractors": ["Chad", "Neither Chad nor Len Wiseman"]}),
    *[("Q607", {"answer": one, "distractors": [other, "Chad"]}) for one, other in RIGHT_AT_ONCE],
    *[("Q607", {"answer": "Len Wiseman", "distractors": [one, other]}) for one, other in RIGHT_AT_ONCE[:3]],
    ("Q607", {**SEVERAL, "answer": ["5", "Chad"], "distractors": ["4–6", "Len"]}),
    ("Q607", {**ORDER, "answer": ["March 2023", "May 2023", "2023-03"]}),
    ("Q608", {"disputes": [{**DISPUTE, "answer": "Len Wiseman"}]}),
    ("Q608", {"disputes": [{**DISPUTE, "answer": " len  WISEMAN."}]}),
    ("Q608", {"answer": "June 6, 2025", "disputes": [{**DISPUTE, "answer": "6 June 2025"}]}),
    ("Q608", {"answer": "five months", "disputes": [{**DISPUTE, "answer": "5 months"}]}),
    ("Q608", {**SEVERAL, "disputes": [{**DISPUTE, "answer": "Len Wiseman, Chad Stahelski"}]}),
    ("Q608", {**STATEMENT, "according_to": "review", "disputes": [{**DISPUTE, "answer": "Somebody"}]}),
    ("Q608", {**STATEMENT, "according_to": "review", "disputes": [{**DISPUTE, "answer": "true"}]}),
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
    ("Q601", {**SEVERAL}),
    ("Q601", {**ORDER}),
    ("Q602", {"answer": "2", "distractors": ["-2", "+2", "2.0"]}),
    ("Q602", {"distractors": ["len wiseman", "Len Wisemann"]}),
    ("Q603", {}),
    ("Q603", {"prompt": "Who directs: Len Wiseman, Chad Stahelski or Derek Kolstad?"}),
    ("Q603", {"prompt": "Who are the Len Wisemans and Wiseman Len?"}),
    ("Q603", {"answer": "2", "prompt": "Is −2 or 1.2 or 2-2 it?", "distractors": ["3", "4"]}),
    ("Q603", {"answer": "C", "prompt": "What came before C++?"}),
    ("Q603", {"answer": "It", "prompt": "Who wrote it?"}),
    ("Q603", {"answer": "Comic", "prompt": "Who was at Comic-Con?"}),
    ("Q603", {"answer": "?", "prompt": "Who directs?"}),
    ("Q603", {**STATEMENT, "prompt": "It is true.", "explanation": "It follows."}),
    ("Q603", {**ORDER, "prompt": "Put Filming and the rest in order."}),
    ("Q603", {"distractors": ["Ballerina"]}),
    *[("Q606", {"distractors": ["Chad Stahelski", option]}) for option in NOT_ABOUT_OTHERS],
    ("Q606", {"answer": "None", "distractors": ["1", "2"]}),
    ("Q606", {"answer": "All of them", "distractors": ["Half of them", "None of them"]}),
    ("Q606", {**STATEMENT, "explanation": "It follows."}),
    *[("Q607", {"answer": one, "distractors": [other, "Chad"]}) for one, other in NOT_RIGHT_AT_ONCE],
    ("Q607", {**SEVERAL, "answer": ["5", "at least 4"], "distractors": ["3", "2"]}),
    ("Q607", {**SEVERAL, "answer": ["4–6", "Chad"], "distractors": ["5", "Len"]}),
    ("Q607", {**ORDER, "answer": ["2023", "March 2023", "March 20, 2023"]}),
    ("Q608", {"disputes": [DISPUTE]}),
    ("Q608", {"answer": "2", "disputes": [{**DISPUTE, "answer": "−2"}]}),
    ("Q608", {"answer": "March 2023", "disputes": [{**DISPUTE, "answer": "March 20, 2023"}]}),
    ("Q608", {**SEVERAL, "disputes": [{**DISPUTE, "answer": "Len Wiseman"}]}),
    (
        "Q608",
        {**STATEMENT, "according_to": "review", "disputes": [{**DISPUTE, "answer": "false"}], "explanation": "x"},
    ),
    ("Q604", {"disputes": [DISPUTE], "according_to": "review"}),
    ("Q604", {"disputes": [{**DISPUTE, "answer": "Somebody"}]}),
    ("Q604", {**STATEMENT, "disputes": [DISPUTE], "according_to": "review", "explanation": "It follows."}),
    ("Q605", {"according_to": "review"}),
    ("Q605", {"according_to": "other", "citations": [citation(), DISPUTE["citation"]]}),
]


@pytest.fixture
def two_articles(pack: PackFolder) -> PackFolder:
    pack.article(OTHER, "other")
    pack.write_sources_file(entry(text=ARTICLE), entry("other", OTHER))
    return pack


def test_every_check_is_shown_to_fire_and_to_be_silent() -> None:
    known = {check.rule.code for check in CHECKS}
    assert {code for code, _ in FIRES} == known
    assert {code for code, _ in SILENT} == known


def test_every_check_that_is_declared_is_listed_and_keeps_its_question_out() -> None:
    declared = [one for module in (options, proof) for one in vars(module).values() if isinstance(one, QuestionCheck)]
    assert declared == list(CHECKS)
    assert all(check.rule.severity == "error" for check in CHECKS)


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
