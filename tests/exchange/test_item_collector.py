"""Questions go in one by one, and what is to be said of them stands in the order of the file."""

from quiz.exchange.item import Item, NotTakenError, Trouble
from quiz.exchange.item_collector import ItemCollector


def refused() -> Item:
    raise NotTakenError("it is none")


def test_each_question_goes_in_or_is_named_with_the_reason() -> None:
    reading = ItemCollector()
    reading.take(5, lambda: Item(line=5, prompt=" p ", answer=("a",), distractors=("b",), notes=("so it is",)))
    reading.take(3, refused, "the second")
    reading.take(4, lambda: Item(line=4, prompt="p", answer=("a",)))
    items, troubles = reading.result()
    assert [(item.line, item.prompt) for item in items] == [(5, "p")]
    assert troubles == [
        Trouble(3, "it is none", which="the second"),
        Trouble(4, "it has no wrong option to choose from"),
        Trouble(5, "so it is", taken=True),
    ]


def test_nothing_of_one_file_is_left_in_another() -> None:
    ItemCollector().take(1, refused)
    assert ItemCollector().result() == ([], [])
