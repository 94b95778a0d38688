"""One grader for each kind of question, and in every kind blind guessing gains nothing."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from quiz.bank.kinds import KINDS
from quiz.bank.question import Question
from quiz.game.grading import GRADERS, grade
from tests import making

CHOICE = making.question()
STATEMENT = making.question("statement", "False", "True", kind="true-false")


def one_each(question: Question) -> list[tuple[str, ...]]:
    return [(option,) for option in question.options]


BLIND_GUESSES: dict[str, tuple[Question, Callable[[Question], list[tuple[str, ...]]]]] = {
    "choice": (CHOICE, one_each),
    "true-false": (STATEMENT, one_each),
}
"""For every kind: a question, and the guesses among which someone who knows nothing picks."""


def test_every_kind_of_question_that_the_bank_reads_can_be_graded() -> None:
    assert set(GRADERS) == set(KINDS)


def test_the_right_option_is_right() -> None:
    assert grade(CHOICE, ("Len Wiseman",)) == ("right", 100)
    assert grade(STATEMENT, ("False",)) == ("right", 100)


def test_another_option_is_wrong() -> None:
    assert grade(CHOICE, ("David Leitch",)) == ("wrong", Fraction(-100, 3))
    assert grade(STATEMENT, ("True",)) == ("wrong", -100)


def test_choosing_more_than_one_option_is_not_right() -> None:
    assert grade(CHOICE, CHOICE.options) == ("wrong", Fraction(-100, 3))


@pytest.mark.parametrize("kind", GRADERS)
def test_in_every_kind_guessing_gains_exactly_nothing_on_average(kind: str) -> None:
    question, guesses = BLIND_GUESSES[kind]
    points = [grade(question, guess)[1] for guess in guesses(question)]
    assert len(points) > 1
    assert sum(points) == Fraction(0)
    assert max(points) == 100
