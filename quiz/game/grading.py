"""Grading: what an answer is worth, one grader for each kind of question."""

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from quiz.bank.question import Question
from quiz.game.scoring import FULL, choice_points, multiple_points, order_points

Grade = tuple[Literal["right", "partly", "wrong"], Fraction]
Grader = Callable[[Question, tuple[str, ...]], Grade]


def grade_one_of(question: Question, chosen: tuple[str, ...]) -> Grade:
    """Grade kinds in which one option is chosen."""
    right = chosen == question.answer
    return ("right" if right else "wrong"), choice_points(right, len(question.options))


def grade_all_that_apply(question: Question, chosen: tuple[str, ...]) -> Grade:
    """Grade kinds in which any number of options is chosen."""
    right = Fraction(sum(option in question.answer for option in chosen), len(question.answer))
    wrong = Fraction(sum(option in question.distractors for option in chosen), len(question.distractors))
    return _by_points(multiple_points(right, wrong))


def grade_order(question: Question, chosen: tuple[str, ...]) -> Grade:
    """Grade kinds in which every option is chosen, one after the other."""
    return _by_points(order_points([question.answer.index(option) for option in chosen]))


def _by_points(points: Fraction) -> Grade:
    """Right where nothing is missing, partly right where something was gained, else wrong."""
    return ("right" if points == FULL else "partly" if points > 0 else "wrong"), points


GRADERS: dict[str, Grader] = {
    "choice": grade_one_of,
    "true-false": grade_one_of,
    "multiple": grade_all_that_apply,
    "order": grade_order,
}
"""The grader of every kind of question."""


def grade(question: Question, chosen: tuple[str, ...]) -> Grade:
    """What the chosen options of a question are worth: a word and points."""
    return GRADERS[question.kind](question, chosen)
