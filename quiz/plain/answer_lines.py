"""The plain mode of each question kind: how to type an answer, and how to print the right one.

For a new kind, add an entry to ``PLAIN_KINDS``.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from quiz.bank.kinds import proof
from quiz.bank.kinds.registry import answer_line
from quiz.bank.question import Question
from quiz.game.phrases import ALL_THAT_APPLY, FIND_THE_PROOF, RIGHT_ORDER, ordinal

Answer = tuple[str, ...]


class PlainKind(NamedTuple):
    """The plain mode of a question kind."""

    instruction: str
    """The line above the options; empty for none."""
    prompt: Callable[[Question], str]
    """Return the beginning of the input prompt."""
    hint: Callable[[Question], str]
    """Return the beginning of the hint that is printed after invalid input."""
    read: Callable[[str, Sequence[str]], Answer | None]
    """Convert the typed text and the shown options to an answer; None if the text is invalid."""
    right_answer: Callable[[Question, Answer], list[str]]
    """Return lines with the right answer and its differences from the player's; that is empty if there was none."""


def _option_indexes(typed: str, options: Sequence[str]) -> list[int] | None:
    """Convert typed numbers to indexes of options; None if anything else was typed."""
    indexes = {str(index + 1): index for index in range(len(options))}
    numbers = re.split(r"[\s,;]+", typed.strip(",;"))
    return [indexes[number] for number in numbers] if all(number in indexes for number in numbers) else None


def _in_typed_order(typed: str, options: Sequence[str]) -> Answer | None:
    indexes = _option_indexes(typed, options)
    return None if indexes is None else tuple(options[index] for index in indexes)


def _in_shown_order(typed: str, options: Sequence[str]) -> Answer | None:
    indexes = _option_indexes(typed, options)
    return None if indexes is None else tuple(options[index] for index in sorted(indexes))


def _right_option(asked: Question, chosen: Answer) -> list[str]:
    lines = [f"The right answer: {answer_line(asked)}"]
    return lines if chosen in ((), asked.answer) else [f"Your answer: {chosen[0]}", *lines]


def _right_options(asked: Question, chosen: Answer) -> list[str]:
    missed = [option for option in asked.answer if chosen and option not in chosen]
    wrong = [option for option in chosen if option not in asked.answer]
    labelled = (("You missed:", missed), ("Not one of them:", wrong))
    notes = [f"{label} {'; '.join(options)}" for label, options in labelled if options]
    return [f"The right answers: {answer_line(asked)}", *notes]


def _right_order(asked: Question, chosen: Answer) -> list[str]:
    lines = (_order_line(option, number, chosen) for number, option in enumerate(asked.answer, start=1))
    return [RIGHT_ORDER, *lines]


def _order_line(option: str, number: int, chosen: Answer) -> str:
    """Return an option with its right place, and the player's place for it if that was another one."""
    place = chosen.index(option) + 1 if chosen else number
    return f"{number}. {option}" + ("" if place == number else f" (you: {ordinal(place)})")


def _right_sentence(asked: Question, chosen: Answer) -> list[str]:
    lines = [f"The answer: {answer_line(asked)}"]
    if chosen and chosen[0] in asked.answer:
        return lines
    sentences = asked.detail(proof.SENTENCES)
    numbers = [str(number) for number, sentence in enumerate(sentences, start=1) if sentence in asked.answer]
    return [f"{'Another sentence proves it' if chosen else 'The proof'}: number {' or '.join(numbers)}.", *lines]


ONE_OPTION = PlainKind(
    instruction="",
    prompt=lambda asked: f"Answer (1 to {len(asked.options)})",
    hint=lambda asked: f"Type one number from 1 to {len(asked.options)}",
    read=_in_typed_order,
    right_answer=_right_option,
)
SOME_OPTIONS = PlainKind(
    instruction=ALL_THAT_APPLY,
    prompt=lambda asked: f"Answers (1 to {len(asked.options)}, with spaces)",
    hint=lambda asked: (
        f"Type the numbers of all that apply, from 1 to {len(asked.options)}, with spaces between them"
    ),
    read=_in_shown_order,
    right_answer=_right_options,
)
EVERY_OPTION = PlainKind(
    instruction="Put all of them in order.",
    prompt=lambda asked: f"Order (all of 1 to {len(asked.options)}, with spaces)",
    hint=lambda asked: (
        f"Type every number from 1 to {len(asked.options)} once, in the right order, with spaces between them"
    ),
    read=_in_typed_order,
    right_answer=_right_order,
)

ONE_SENTENCE = PlainKind(
    instruction=FIND_THE_PROOF,
    prompt=lambda asked: f"Sentence (1 to {len(asked.options)})",
    hint=lambda asked: f"Type the number of one sentence, from 1 to {len(asked.options)}",
    read=_in_typed_order,
    right_answer=_right_sentence,
)

PLAIN_KINDS: dict[str, PlainKind] = {
    "choice": ONE_OPTION,
    "true-false": ONE_OPTION,
    "multiple": SOME_OPTIONS,
    "order": EVERY_OPTION,
    proof.NAME: ONE_SENTENCE,
}
"""The plain mode of each question kind, by its id."""
