"""The order in which options are shown: shuffled by the game's seed, but numbers and dates stand in order.

It is no rule of a game: answers are graded by their words, and a code or a record is the same in any order.
"""

import random
from typing import Literal

from quiz.bank.question import Question

Order = Literal["shuffled", "alphabetical"]
"""``alphabetical`` is the same each time a question is asked. The file's own order would put the answer first."""


def arrange(question: Question, seed: str, order: Order = "shuffled") -> tuple[str, ...]:
    """The options of a question in the order in which they are shown; the same seed gives the same order.

    None where the answer is typed.
    """
    from quiz.bank.kinds.registry import kind_of  # the home screen does without

    kind = kind_of(question)
    ordered = kind.fixed_order(question)
    if ordered is not None:
        return ordered
    options = kind.options(question)
    if order == "alphabetical" and not kind.is_order:
        return tuple(sorted(options, key=lambda option: (option.casefold(), option)))
    if order == "alphabetical":  # years, say, would stand in the right order: they are mixed, but always alike
        seed = ""
    shuffled = list(options)
    random.Random(f"{seed}/{question.key}").shuffle(shuffled)  # noqa: S311 - a game, not a secret
    return tuple(shuffled)
