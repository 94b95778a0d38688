"""The order in which options are shown: shuffled by the game's seed, but numbers and dates stand in order.

It is no rule of a game: answers are graded by their words, and a code or a record is the same in any order.
"""

import random
from typing import Literal

from quiz.bank.question import Question

Order = Literal["shuffled", "alphabetical"]
"""``alphabetical`` is the same each time a question is asked. The file's own order would put the answer first."""


def arrange(question: Question, seed: str, order: Order = "shuffled") -> tuple[str, ...]:
    """Every option of a question in the order in which it is shown; the same seed gives the same order."""
    if question.kind == "true-false":
        return ("True", "False")
    if question.pick != "order":
        from quiz.bank.quantity import in_order  # what numbers look like, which nobody asks before there is a game

        ordered = in_order(question.options)
        if ordered is not None:
            return ordered
    if order == "alphabetical" and question.pick != "order":
        return tuple(sorted(question.options, key=lambda option: (option.casefold(), option)))
    if order == "alphabetical":  # years, say, would stand in the right order: they are mixed, but always alike
        seed = ""
    shuffled = list(question.options)
    random.Random(f"{seed}/{question.key}").shuffle(shuffled)  # noqa: S311 - a game, not a secret
    return tuple(shuffled)
