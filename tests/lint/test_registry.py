"""The registry: every rule is listed once and is readable, and a test makes every rule fire."""

import importlib
import pkgutil
import re

import pytest

import quiz.bank
import quiz.lint
from quiz.bank.problem import Rule
from quiz.bank.question_check import QuestionCheck
from quiz.bank.quote import QUOTE_NOT_FOUND
from quiz.lint.pack_check import PackCheck
from quiz.lint.registry import RULES, find_rule
from quiz.lint.rules import PACK_CHECKS, QUESTION_CHECKS
from tests.bank import test_drafts
from tests.lint.rules import test_answer_cues, test_wording


def test_every_check_of_a_question_is_shown_to_fire_and_to_be_silent() -> None:
    known = {check.rule.code for check in QUESTION_CHECKS}
    assert {code for code, _ in [*test_answer_cues.FIRES, *test_wording.FIRES, *test_drafts.FIRES]} == known
    assert {code for code, _ in [*test_answer_cues.SILENT, *test_wording.SILENT, *test_drafts.SILENT]} == known


def test_every_rule_that_a_module_declares_is_listed() -> None:
    declared: set[str] = set()
    for package in (quiz.bank, quiz.lint):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for one in vars(importlib.import_module(module.name)).values():
                rule = one.rule if isinstance(one, (QuestionCheck, PackCheck)) else one
                declared |= {rule.code} if isinstance(rule, Rule) else set()
    assert declared == set(RULES)


def test_the_linter_only_warns() -> None:
    rules = [*(check.rule for check in QUESTION_CHECKS), *(check.rule for check in PACK_CHECKS)]
    assert {rule.severity for rule in rules} == {"warning"}


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


@pytest.mark.parametrize("word", ["Q401", "q401", "quote-not-found", "Quote-Not-Found", " Q401 "])
def test_a_rule_is_found_by_its_code_or_name_in_any_case(word: str) -> None:
    assert find_rule(word) is QUOTE_NOT_FOUND


@pytest.mark.parametrize("word", ["", "Q4", "quote", "Q000"])
def test_what_names_no_rule_finds_none(word: str) -> None:
    assert find_rule(word) is None
