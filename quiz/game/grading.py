"""Grading: the outcome and points of an answer, decided by the question's kind."""

from quiz.bank.kinds.grade import Grade
from quiz.bank.question import Question


def grade(question: Question, chosen: tuple[str, ...]) -> Grade:
    """Return the outcome and the points of an answer."""
    from quiz.bank.kinds.registry import kind_of  # not needed by the home screen

    return kind_of(question).grade(question, chosen)


def is_answer(question: Question, chosen: tuple[str, ...]) -> bool:
    """Whether ``chosen`` is a possible answer to a question of this kind, such as exactly one of its options."""
    from quiz.bank.kinds.registry import kind_of  # not needed by the home screen

    return kind_of(question).is_answer(question, chosen)
