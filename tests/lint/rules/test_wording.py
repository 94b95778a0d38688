"""Wording: each rule warns of misleading or empty wording, is silent on plain prompts, and never raises."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quiz.bank.problem import Rule
from quiz.bank.question import Question
from quiz.bank.validation import CHECKS
from quiz.lint.registry import RULES
from quiz.lint.rules import PACK_CHECKS, QUESTION_CHECKS
from tests.bank.pack_folder import PackFolder, question
from tests.bank.pack_folder import source_of as source
from tests.bank.question_factory import asked, choice, messages, order, prompt, several, statement

OTHERS = ("a", "b", "c", "d", "e", "f", "g", "h")
DATED, UNDATED = source("x", published="2024-09"), source("x")

FIRES: list[tuple[str, Question]] = [
    ("Q705", prompt("Who did not direct it?")),
    ("Q705", prompt("Who didn’t direct it?")),
    ("Q705", prompt("Who cannot direct?")),
    ("Q705", prompt("All of these except one direct. Which?")),
    ("Q705", prompt("No actor of Ballerina is which?")),
    ("Q705", prompt("“Not me,” he said, but who was not there?")),
    ("Q705", prompt("Who did NOT come and never went?")),
    ("Q705", statement("Len Wiseman has never directed.")),
    ("Q705", order("a", "b", "c", prompt="Order those that do not fly.")),
    ("Q707", prompt("___ directs Ballerina?")),
    ("Q707", prompt("Who said that ... directs it?")),
    ("Q707", prompt("Who said that … directs it?")),
    ("Q707", prompt("Who said “We did it ___ ago” of it?")),
    ("Q708", prompt("Who directs Ballerina")),
    ("Q708", prompt("Who directs Ballerina? Name one.")),
    ("Q708", several(["a"], ["b", "c"], prompt="Pick all.")),
    ("Q708", statement("Does Len Wiseman direct?")),
    ("Q708", statement("Len Wiseman directs (does he?)")),
    ("Q708", order("a", "b", "c", prompt="In which order?")),
    ("Q709", prompt("Who is named in the article?")),
    ("Q709", prompt("Who is named in this article of 2024?")),
    ("Q709", prompt("What does the author praise?")),
    ("Q709", prompt("Which of the above is right?")),
    ("Q709", statement("He said that it was fun.")),
    ("Q709", statement("They told the press in 2023.")),
    ("Q709", prompt("What did she say in 2023?")),
    *(("Q709", prompt(f"Who is {when} directing?")) for when in ("currently", "recently", "today", "so far")),
    ("Q709", prompt("Who is the current director?")),
    ("Q709", prompt("Who directs now?")),
    ("Q709", prompt("Which film opens next summer?")),
    ("Q709", prompt("Which film has not been shown yet?")),
    ("Q709", prompt("Which upcoming film has Ana de Armas?", according_to=UNDATED)),
    ("Q709", prompt("Who said in “2023” that it opens soon?")),
    ("Q710", choice("x", "y")),
    ("Q710", choice("x", *OTHERS[:6])),
    ("Q710", choice("x", *OTHERS)),
    ("Q710", order("x", "y")),
    ("Q710", several(["x"], ["y"])),
    ("Q711", asked(explanation="Len Wiseman directs Ballerina.")),
    ("Q711", asked(explanation="The director is Len Wiseman.")),
    ("Q711", asked(explanation="?")),
    ("Q711", asked(explanation="Underworld: horror, vampires.")),
    ("Q711", asked(explanation="Yes, it is Len Wiseman’s.")),
]

SILENT: list[tuple[str, Question]] = [
    ("Q711", asked(explanation="Underworld: horror, vampires, werewolves.")),
    ("Q711", asked(explanation="He was at it, and so were all of us.")),
    ("Q705", prompt("Who did NOT direct it?")),
    ("Q705", prompt("Who DIDN’T direct it?")),
    ("Q705", prompt("NEVER has who directed it?")),
    ("Q705", prompt("Who plays in No Time To Die?")),
    ("Q705", prompt("No Time To Die has which star?")),
    ("Q705", prompt("Who played in They Shall Not Grow Old?")),
    ("Q705", prompt("Who said “I did not do it”?")),
    ("Q705", prompt("Who said ‘I don’t’ of it?")),
    ("Q705", prompt('Who said "never again"?')),
    ("Q705", prompt("Who knows whether or not it opens?")),
    ("Q705", prompt("Who is not only a director but a writer?")),
    ("Q705", prompt("Which song was no. 1?")),
    ("Q705", prompt("Who tied the knot in Norway?")),
    ("Q707", prompt("Ballerina is directed by ___.")),
    ("Q707", prompt("Ballerina is directed by …")),
    ("Q707", prompt("“Ballerina is directed by ___.” Whose name is left out?")),
    ("Q707", prompt("Who said “We did it ... a year ago” of it?")),
    ("Q707", prompt("Who said “We [...] did it” of it?")),
    ("Q707", prompt("Well... who directs it?")),
    ("Q707", prompt("Who wrote snake_case?")),
    ("Q708", asked()),
    ("Q708", prompt("Who said “Ballerina”?")),
    ("Q708", prompt("Who asked, “Who directs Ballerina?”")),
    ("Q708", prompt("Who directs it (in 2023?)")),
    ("Q708", prompt("Who directs it? ")),
    ("Q708", prompt("谁导演？")),
    ("Q708", prompt("Ballerina is directed by …")),
    ("Q708", prompt("")),
    ("Q708", statement("Len Wiseman asked, “Who directs?”")),
    ("Q708", statement("Len Wiseman directs.")),
    ("Q708", order("a", "b", "c")),
    ("Q709", asked()),
    ("Q709", prompt("Who is the author of Dune?")),
    ("Q709", prompt("Which of these did the author’s wife write?")),
    ("Q709", prompt("Who is named in the article of 2024?")),
    ("Q709", prompt("An article of 2024 praises a film. Which film does the article praise?")),
    ("Q709", prompt("Put these pieces of news in order?")),
    ("Q709", prompt("Who said “this article is about now”?")),
    ("Q709", prompt("What did Ana de Armas say when she was asked?")),
    ("Q709", prompt("What did she say of Keanu Reeves?")),
    ("Q709", prompt("Who currently directs, as of 2024?")),
    ("Q709", prompt("Who was, on 9 December, currently directing?")),
    ("Q709", prompt("Who is currently directing?", according_to=DATED)),
    ("Q709", prompt("Who laughed as soon as it began?")),
    ("Q709", prompt("Who came soon after the fight?")),
    ("Q709", prompt("Who is slow yet strong?")),
    ("Q709", prompt("Who told Collider that a trailer would come out soon?")),
    ("Q709", prompt("Who knows the unknown?")),
    ("Q710", asked()),
    ("Q710", choice("x", *OTHERS[:5])),
    ("Q710", choice("x")),  # an error already
    ("Q710", choice("x", *OTHERS, "i")),
    ("Q710", statement("Len Wiseman directs.")),
    ("Q710", order("x", "y", "z")),
    ("Q711", asked()),
    ("Q711", asked(explanation="")),
    ("Q711", asked(explanation=" \u200b")),
    ("Q711", asked(explanation="He made Underworld, Die Hard and Total Recall.")),
    ("Q711", asked(explanation="She gave the reason herself: he was doing it all, and was truly the best.")),
]


@pytest.mark.parametrize(("code", "question"), FIRES)
def test_wording_that_misleads_is_told(code: str, question: Question) -> None:
    assert len(messages(code, question)) == 1


@pytest.mark.parametrize(("code", "question"), SILENT)
def test_plain_wording_is_left_alone(code: str, question: Question) -> None:
    assert messages(code, question) == []


EXAMPLES = [
    rule for rule in RULES.values() if rule.code in ("Q601", "Q603", "Q606", "Q607", "Q608") or rule.code[1] == "7"
]


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule_are_wrong_and_right(pack: PackFolder, rule: Rule) -> None:
    def found(example: str) -> list[str]:
        changes: dict[str, Any] = yaml.load(example, yaml.CBaseLoader)  # noqa: S506 - strings alone
        if changes.get("kind") == "order":
            changes["distractors"] = ...
        pack.questions(question(**changes))
        return [problem.rule.code for problem in pack.lint().problems]

    assert rule.code in found(rule.wrong)
    assert rule.code not in found(rule.right)


def test_the_question_that_the_examples_change_is_clean(pack: PackFolder) -> None:
    together = {check.rule.code for check in PACK_CHECKS}
    found = {problem.rule.code for problem in pack.lint().problems}
    assert found <= together


def test_all_these_rules_warn_or_keep_out_as_they_should() -> None:
    assert {code for code in RULES if code.startswith("Q70") or code in ("Q710", "Q711", "Q712")} == {
        rule.code for rule in EXAMPLES if rule.severity == "warning"
    }


PIECES = """
    not never no a an the A About about May may 2023 March −2 +2 -1 5–8 4-6 “ ” ‘ ’ ' " ... … ___ ? ! . , : % $ °
    both All none of above and or more at least under months year million he said this article now soon yet
    first 1st Chapter C++ ß İ ſ \u0301 \u200b \x00 [b] 🎬 谁 ª ² ٣ Ⅷ
"""
TEXT = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES.split()), max_size=8).map(" ".join),
    st.lists(st.sampled_from(PIECES.split()), max_size=8).map("".join),
)
OPTIONS = st.lists(TEXT, max_size=10)


@given(
    st.sampled_from(["choice", "true-false", "multiple", "order"]),
    TEXT,
    OPTIONS,
    OPTIONS,
    st.none() | TEXT,
    st.lists(TEXT, max_size=2),
)
def test_no_check_ever_raises(
    kind: str, words: str, right: list[str], wrong: list[str], explanation: str | None, disputes: list[str]
) -> None:
    answer = tuple(right) if kind in ("multiple", "order") else ("".join(right[:1]),)
    made = asked(
        kind=kind, prompt=words, answer=answer, distractors=tuple(wrong), explanation=explanation, disputes=disputes
    )
    for check in (*CHECKS, *QUESTION_CHECKS):
        for path, message, hint in check.find(made):
            assert path
            assert message.strip()
            assert isinstance(hint, str)


@pytest.mark.parametrize(
    "text",
    ["“" * 50_000, "'" * 50_000, "not " * 20_000, "… a" * 20_000, "1" * 50_000, "a-" * 50_000, "would " * 9_000],
)
def test_long_hostile_text_is_read_in_time(text: str) -> None:
    made = choice(text, text + "a", text + "b", prompt=text, explanation=text)
    for check in (*CHECKS, *QUESTION_CHECKS):
        list(check.find(made))
