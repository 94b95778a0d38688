"""The cursor among the sentences of an article, and the picked sentences."""

from collections.abc import Sequence

import msgspec


class SentenceSelection(msgspec.Struct, frozen=True, kw_only=True):
    """An immutable value: each method returns a new selection. Sentences are numbered from 0."""

    count: int
    cursor: int | None = None
    """The sentence under the cursor; None until the cursor is first moved."""
    anchor: int | None = None
    """Where a range of picked sentences starts that ends at the cursor; None if there is no range."""
    single: frozenset[int] = frozenset()
    """The sentences that were picked one by one."""

    @property
    def picked(self) -> frozenset[int]:
        """All picked sentences."""
        if self.anchor is None or self.cursor is None:
            return self.single
        return self.single | frozenset(range(min(self.anchor, self.cursor), max(self.anchor, self.cursor) + 1))

    @property
    def effective(self) -> tuple[int, ...]:
        """The sentences for a new question: those picked, or else the one under the cursor."""
        if self.picked:
            return tuple(sorted(self.picked))
        return () if self.cursor is None else (self.cursor,)

    def at(self, cursor: int) -> "SentenceSelection":
        """Move the cursor to a sentence. This ends a range; sentences that were picked one by one stay picked."""
        inside = min(max(cursor, 0), self.count - 1)
        return msgspec.structs.replace(self, cursor=inside if self.count else None, anchor=None)

    def moved(self, step: int, start: int = 0) -> "SentenceSelection":
        """Move the cursor by ``step``, or to ``start`` if there is no cursor yet."""
        return self.at(start if self.cursor is None else self.cursor + step)

    def extended(self, step: int, start: int = 0) -> "SentenceSelection":
        """Move the cursor by ``step``, or to ``start``, and pick all sentences on its way."""
        if self.cursor is None:
            return self.extended_to(start)
        return self.extended_to(self.cursor + step)

    def extended_to(self, cursor: int) -> "SentenceSelection":
        """Pick everything from the anchor, or else from the cursor, to a sentence."""
        before = self.anchor if self.anchor is not None else self.cursor
        moved = self.at(cursor)
        return msgspec.structs.replace(moved, anchor=moved.cursor if before is None else before)

    def picked_only(self, cursor: int) -> "SentenceSelection":
        """Pick one sentence and unpick all others."""
        moved = SentenceSelection(count=self.count).at(cursor)
        return msgspec.structs.replace(moved, anchor=moved.cursor)

    def toggled(self, cursor: int | None = None) -> "SentenceSelection":
        """Pick or unpick a sentence, by default the one under the cursor. The others do not change."""
        moved = self if cursor is None else self.at(cursor)
        if moved.cursor is None:
            return self
        return msgspec.structs.replace(moved, anchor=None, single=self.picked ^ {moved.cursor})

    def cleared(self) -> "SentenceSelection":
        """Unpick everything."""
        return msgspec.structs.replace(self, anchor=None, single=frozenset())


def next_after(numbers: Sequence[int], cursor: int | None) -> int | None:
    """Return the first of ascending ``numbers`` after the cursor, or else the first one; None if there are none."""
    first = numbers[0] if numbers else None
    return next((number for number in numbers if cursor is not None and number > cursor), first)
