"""How each kind of question is answered in a line, and what is said of the answer afterwards.

A new kind is an entry in ``PLAIN_KINDS``.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from quiz.bank.kinds.registry import answer_line
from quiz.bank.question import Question
from quiz.game.phrases import ALL_THAT_APPLY, RIGHT_ORDER, ordinal

Answer = tuple[str, ...]


class PlainKind(NamedTuple):
    """A kind in lines."""

    instruction: str
    """What stands above the options; empty where nothing needs to."""
    prompt: Callable[[Question], str]
    """What stands before the place where the answer is typed."""
    hint: Callable[[Question], str]
    """What can be typed, for whoever typed something else."""
    read: Callable[[str, Sequence[str]], Answer | None]
    """From what was typed, and the options as they are shown, to an answer; None where it is none."""
    right_answer: Callable[[Question, Answer], list[str]]
    """The right answer, and where the player's was another one; nothing was answered where that is empty."""


def _numbers(typed: str, options: Sequence[str]) -> list[int] | None:
    """The places of options that were named by their numbers; None where something else was typed."""
    places = {str(number): place for place, number in enumerate(range(1, len(options) + 1))}
    numbers = re.split(r"[\s,;]+", typed.strip(",;"))
    return [places[number] for number in numbers] if all(number in places for number in numbers) else None


def _as_typed(typed: str, options: Sequence[str]) -> Answer | None:
    chosen = _numbers(typed, options)
    return None if chosen is None else tuple(options[place] for place in chosen)


def _as_shown(typed: str, options: Sequence[str]) -> Answer | None:
    """Options as they are shown, in whatever order they are named."""
    chosen = _numbers(typed, options)
    return None if chosen is None else tuple(options[place] for place in sorted(chosen))


def _right_option(asked: Question, chosen: Answer) -> list[str]:
    lines = [f"The right answer: {answer_line(asked)}"]
    return lines if chosen in ((), asked.answer) else [f"Your answer: {chosen[0]}", *lines]


def _right_options(asked: Question, chosen: Answer) -> list[str]:
    missed = [option for option in asked.answer if chosen and option not in chosen]
    wrong = [option for option in chosen if option not in asked.answer]
    noted = (("You missed:", missed), ("Not one of them:", wrong))
    notes = [f"{note} {'; '.join(options)}" for note, options in noted if options]
    return [f"The right answers: {answer_line(asked)}", *notes]


def _right_order(asked: Question, chosen: Answer) -> list[str]:
    placed = (_placed(option, number, chosen) for number, option in enumerate(asked.answer, start=1))
    return [RIGHT_ORDER, *placed]


def _placed(option: str, number: int, chosen: Answer) -> str:
    """An option of an order with its right place, and where the player had it if that was another one."""
    place = chosen.index(option) + 1 if chosen else number
    return f"{number}. {option}" + ("" if place == number else f" (you: {ordinal(place)})")


ONE_OPTION = PlainKind(
    instruction="",
    prompt=lambda asked: f"Answer (1 to {len(asked.options)})",
    hint=lambda asked: f"Type one number from 1 to {len(asked.options)}",
    read=_as_typed,
    right_answer=_right_option,
)
SOME_OPTIONS = PlainKind(
    instruction=ALL_THAT_APPLY,
    prompt=lambda asked: f"Answers (1 to {len(asked.options)}, with spaces)",
    hint=lambda asked: (
        f"Type the numbers of all that apply, from 1 to {len(asked.options)}, with spaces between them"
    ),
    read=_as_shown,
    right_answer=_right_options,
)
EVERY_OPTION = PlainKind(
    instruction="Put all of them in order.",
    prompt=lambda asked: f"Order (all of 1 to {len(asked.options)}, with spaces)",
    hint=lambda asked: (
        f"Type every number from 1 to {len(asked.options)} once, in the right order, with spaces between them"
    ),
    read=_as_typed,
    right_answer=_right_order,
)

PLAIN_KINDS: dict[str, PlainKind] = {
    "choice": ONE_OPTION,
    "true-false": ONE_OPTION,
    "multiple": SOME_OPTIONS,
    "order": EVERY_OPTION,
}
"""By kind: how it is answered line by line."""
