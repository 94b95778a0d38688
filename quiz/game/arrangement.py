"""The order in which options are shown: shuffled by the game's seed, but numbers and dates stand in order."""

import random

from quiz.bank.quantity import in_order
from quiz.bank.question import Question


def arrange(question: Question, seed: str) -> tuple[str, ...]:
    """Every option of a question in the order in which it is shown; the same seed gives the same order."""
    if question.kind == "true-false":
        return ("True", "False")
    if question.pick != "order":
        ordered = in_order(question.options)
        if ordered is not None:
            return ordered
    shuffled = list(question.options)
    random.Random(f"{seed}/{question.key}").shuffle(shuffled)  # noqa: S311 - a game, not a secret
    return tuple(shuffled)
