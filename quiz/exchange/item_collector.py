"""What is read of a file, one question after the other: each goes in, or is named with the reason."""

from collections.abc import Callable

import msgspec

from quiz.exchange.item import Item, NotTakenError, Trouble
from quiz.exchange.item_kinds import checked


class ItemCollector(msgspec.Struct):
    """The questions of a file, and all that is to be said of them, as far as it has been read."""

    items: list[Item] = []
    troubles: list[Trouble] = []

    def take(self, line: int, make: Callable[[], Item], which: str = "") -> None:
        """Take a question in, or say why not; ``make`` raises NotTakenError for one that cannot be taken over."""
        try:
            item = checked(make())
        except NotTakenError as error:
            self.troubles.append(Trouble(line, str(error), which=which))
            return
        self.items.append(item)
        self.troubles += [Trouble(line, note, taken=True, which=which) for note in item.notes]

    def result(self) -> tuple[list[Item], list[Trouble]]:
        """What a format's reader returns, its troubles in the order of the file."""
        return self.items, sorted(self.troubles, key=lambda trouble: trouble.line)
