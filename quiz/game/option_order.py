"""The order in which options are shown: shuffled by the game's seed, but numbers and dates in ascending order.

The order has no influence on grading, challenge codes or records, which all use the options' text.
"""

import random
from typing import Literal

from quiz.bank.question import Question

Order = Literal["shuffled", "alphabetical"]
"""With ``alphabetical`` a question always has the same order. The file's order would put the answer first."""


def arrange(question: Question, seed: str, order: Order = "shuffled") -> tuple[str, ...]:
    """Return the options of a question in the order in which they are shown. The same seed gives the same order.

    The result is empty if the answer is typed.
    """
    from quiz.bank.kinds.registry import kind_of  # not needed by the home screen

    kind = kind_of(question)
    ordered = kind.fixed_order(question)
    if ordered is not None:
        return ordered
    options = kind.options(question)
    if order == "alphabetical" and not kind.is_order:
        return tuple(sorted(options, key=lambda option: (option.casefold(), option)))
    if order == "alphabetical":  # sorting could reveal the answer, as with years: shuffle, but always in the same way
        seed = ""
    shuffled = list(options)
    random.Random(f"{seed}/{question.key}").shuffle(shuffled)  # noqa: S311 - a game, not a secret
    return tuple(shuffled)
