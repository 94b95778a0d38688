"""One grader for each kind of question, and in every kind blind guessing gains nothing."""

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, permutations

import pytest

from quiz.bank.kinds.registry import KINDS
from quiz.bank.question import Question
from quiz.game.grading import grade
from tests import sample

CHOICE = sample.question()
MULTIPLE = sample.multiple()
ORDER = sample.order()
STATEMENT = sample.question("statement", "False", "True", kind="true-false")


def one_each(question: Question) -> list[tuple[str, ...]]:
    return [(option,) for option in question.options]


def every_set(question: Question) -> list[tuple[str, ...]]:
    """Every set of options of every size; nothing chosen stands for a skipped question."""
    return [some for size in range(len(question.options) + 1) for some in combinations(question.options, size)]


def every_order(question: Question) -> list[tuple[str, ...]]:
    return list(permutations(question.options))


BLIND_GUESSES: dict[str, tuple[Question, Callable[[Question], list[tuple[str, ...]]]]] = {
    "choice": (CHOICE, one_each),
    "true-false": (STATEMENT, one_each),
    "multiple": (MULTIPLE, every_set),
    "order": (ORDER, every_order),
}
"""For every kind: a question, and the guesses among which someone who knows nothing picks."""


def test_the_right_option_is_right() -> None:
    assert grade(CHOICE, ("Len Wiseman",)) == ("right", 100)
    assert grade(STATEMENT, ("False",)) == ("right", 100)


def test_another_option_is_wrong() -> None:
    assert grade(CHOICE, ("David Leitch",)) == ("wrong", Fraction(-100, 3))
    assert grade(STATEMENT, ("True",)) == ("wrong", -100)


def test_choosing_more_than_one_option_is_not_right() -> None:
    assert grade(CHOICE, CHOICE.options) == ("wrong", Fraction(-100, 3))


@pytest.mark.parametrize("kind", KINDS)
def test_in_every_kind_guessing_gains_exactly_nothing_on_average(kind: str) -> None:
    question, guesses = BLIND_GUESSES[kind]
    points = [grade(question, guess)[1] for guess in guesses(question)]
    assert len(points) > 1
    assert sum(points) == Fraction(0)
    assert max(points) == 100


def test_all_that_apply_pays_the_share_of_right_options_less_the_share_of_wrong_ones() -> None:
    assert grade(MULTIPLE, ("Byrne", "Reedus", "Moreno")) == ("right", 100)
    assert grade(MULTIPLE, ("Reedus",)) == ("partly", Fraction(100, 3))
    assert grade(MULTIPLE, ("Reedus", "Byrne", "Huston")) == ("partly", Fraction(200, 3) - 50)
    assert grade(MULTIPLE, ("Reedus", "Huston")) == ("wrong", Fraction(100, 3) - 50)
    assert grade(MULTIPLE, MULTIPLE.distractors) == ("wrong", -100)


def test_ticking_every_option_gains_exactly_nothing() -> None:
    assert grade(MULTIPLE, MULTIPLE.options) == ("wrong", 0)


@pytest.mark.parametrize("size", range(1, 6))
def test_blind_ticking_gains_nothing_however_many_options_are_ticked(size: int) -> None:
    assert sum(grade(MULTIPLE, some)[1] for some in combinations(MULTIPLE.options, size)) == 0


def test_an_order_pays_a_hundred_times_kendalls_tau() -> None:
    first, second, third, fourth = ORDER.answer
    assert grade(ORDER, ORDER.answer) == ("right", 100)
    assert grade(ORDER, (second, first, third, fourth)) == ("partly", Fraction(400, 6))  # five pairs of six agree
    assert grade(ORDER, (fourth, second, third, first)) == ("wrong", Fraction(-400, 6))
    assert grade(ORDER, (fourth, third, second, first)) == ("wrong", -100)
