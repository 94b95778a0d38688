"""The kinds that can be imported, and what an item of each must have to be a question.

A new kind is an entry here, and a word in the list of kinds of each format that has a place for it. Whatever a format
has no place for is named when questions are exported.
"""

from collections.abc import Callable

import msgspec

from quiz.exchange.item import Item, NotTakenError, tidied, true_or_false


def _choice(item: Item) -> Item:
    _refuse_without_wrong_option(item)
    if len(item.answer) > 1:
        raise NotTakenError("a choice has one right answer")
    return item


def _statement(item: Item) -> Item:
    """A true-false item with its options as the game has them."""
    said = true_or_false(item.answer[0])
    if said is None or len(item.answer) > 1:
        raise NotTakenError(f"a true-false question is true or false, not {'; '.join(item.answer)!r}")
    other = "False" if said == "True" else "True"
    strange = [option for option in item.distractors if true_or_false(option) != other]
    notes = (f"{'; '.join(strange)!r} cannot be wrong options of what is true or false",) if strange else ()
    return msgspec.structs.replace(item, answer=(said,), distractors=(other,), notes=item.notes + notes)


def _multiple(item: Item) -> Item:
    _refuse_without_wrong_option(item)
    return item


def _order(item: Item) -> Item:
    if item.distractors or len(item.answer) < 2:
        raise NotTakenError("options to be put in order are two at least, and none of them is wrong")
    return item


def _refuse_without_wrong_option(item: Item) -> None:
    if not item.distractors:
        raise NotTakenError("it has no wrong option to choose from")


ITEM_KINDS: dict[str, Callable[[Item], Item]] = {
    "choice": _choice,
    "true-false": _statement,
    "multiple": _multiple,
    "order": _order,
}
"""By kind: what gives an item the form that the game has, or raises NotTakenError."""


def checked(item: Item) -> Item:
    """An item with its words tidied, as a question of its kind.

    Raises:
        NotTakenError: something is missing without which it is no question.

    """
    return ITEM_KINDS[item.kind](tidied(item))
