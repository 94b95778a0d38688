"""The answers of readers who did not have the key agree with the key."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.question import Question

READINGS: dict[str, dict[str, list[str]]] = json.loads(
    Path(__file__).with_name("readings.json").read_text(encoding="utf-8")
)
"""By question: what was answered by somebody who saw its quotes alone, and by somebody who had read all articles."""


def agrees(question: Question, answered: Sequence[str]) -> bool:
    """Whether what a reader answered is what the question has as its answer."""
    if question.kind == "multiple":
        return len(answered) == len(question.answer) and set(answered) == set(question.answer)
    return tuple(answered) == question.answer


def test_every_question_was_read_in_both_ways(builtin: Bank) -> None:
    """Who adds a question lets two people answer it who do not know the key: see docs/readings.md."""
    assert {question.id for question in builtin.questions} == set(READINGS)
    assert all(set(read) == {"quotes", "articles"} for read in READINGS.values())


@pytest.mark.parametrize("reader", ["quotes", "articles"])
def test_who_did_not_know_the_key_answered_as_it_says(builtin: Bank, reader: str) -> None:
    assert [one.id for one in builtin.questions if not agrees(one, READINGS[one.id][reader])] == []
