"""Grading: what an answer is worth, one grader for each kind of question."""

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from quiz.bank.question import Question
from quiz.game.scoring import choice_points

Grade = tuple[Literal["right", "partly", "wrong"], Fraction]
Grader = Callable[[Question, tuple[str, ...]], Grade]


def grade_one_of(question: Question, chosen: tuple[str, ...]) -> Grade:
    """Grade kinds in which one option is chosen."""
    right = chosen == question.answer
    return ("right" if right else "wrong"), choice_points(right, len(question.options))


GRADERS: dict[str, Grader] = {"choice": grade_one_of, "true-false": grade_one_of}
"""The grader of every kind of question."""


def grade(question: Question, chosen: tuple[str, ...]) -> Grade:
    """What the chosen options of a question are worth: a word and points."""
    return GRADERS[question.kind](question, chosen)
