"""Grading: what an answer is worth, by the rules of the question's kind."""

from quiz.bank.kinds.grade import Grade
from quiz.bank.question import Question


def grade(question: Question, chosen: tuple[str, ...]) -> Grade:
    """What an answer is worth: a word and points."""
    from quiz.bank.kinds.registry import kind_of  # the home screen does without

    return kind_of(question).grade(question, chosen)


def is_answer(question: Question, chosen: tuple[str, ...]) -> bool:
    """Whether these words can be given as an answer: one option, some, every one in an order, as its kind has it."""
    from quiz.bank.kinds.registry import kind_of  # the home screen does without

    return kind_of(question).is_answer(question, chosen)
