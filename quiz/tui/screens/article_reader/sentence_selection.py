"""Picking: where the cursor of a reader stands among the sentences of an article, and which of them are picked."""

from collections.abc import Sequence

import msgspec


class SentenceSelection(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences are counted from 0. A value: each move gives another one."""

    count: int
    cursor: int | None = None
    """None until the cursor is called for."""
    begun: int | None = None
    """Where a stretch of picked sentences begins that ends at the cursor; None where there is none."""
    single: frozenset[int] = frozenset()
    """What was picked one by one."""

    @property
    def picked(self) -> frozenset[int]:
        """Every sentence that is picked."""
        if self.begun is None or self.cursor is None:
            return self.single
        return self.single | frozenset(range(min(self.begun, self.cursor), max(self.begun, self.cursor) + 1))

    @property
    def meant(self) -> tuple[int, ...]:
        """The sentences that a question would be about: those picked, else the one under the cursor."""
        if self.picked:
            return tuple(sorted(self.picked))
        return () if self.cursor is None else (self.cursor,)

    def at(self, cursor: int) -> "SentenceSelection":
        """The cursor somewhere else; a stretch does not follow it, what was picked one by one stays."""
        inside = min(max(cursor, 0), self.count - 1)
        return msgspec.structs.replace(self, cursor=inside if self.count else None, begun=None)

    def moved(self, step: int, start: int = 0) -> "SentenceSelection":
        """The cursor moved; to ``start`` where there was none."""
        return self.at(start if self.cursor is None else self.cursor + step)

    def extended(self, step: int, start: int = 0) -> "SentenceSelection":
        """The cursor moved, and everything on its way picked."""
        if self.cursor is None:
            return self.stretched(start)
        return self.stretched(self.cursor + step)

    def stretched(self, cursor: int) -> "SentenceSelection":
        """Everything picked from where the stretch began, or else from the cursor, to another place."""
        before = self.begun if self.begun is not None else self.cursor
        moved = self.at(cursor)
        return msgspec.structs.replace(moved, begun=moved.cursor if before is None else before)

    def chosen(self, cursor: int) -> "SentenceSelection":
        """One sentence picked and no other, as a click does it."""
        moved = SentenceSelection(count=self.count).at(cursor)
        return msgspec.structs.replace(moved, begun=moved.cursor)

    def toggled(self, cursor: int | None = None) -> "SentenceSelection":
        """The sentence under the cursor, or another one, picked or put back; the others stay as they are."""
        moved = self if cursor is None else self.at(cursor)
        if moved.cursor is None:
            return self
        return msgspec.structs.replace(moved, begun=None, single=self.picked ^ {moved.cursor})

    def cleared(self) -> "SentenceSelection":
        """Nothing picked."""
        return msgspec.structs.replace(self, begun=None, single=frozenset())


def nearest(places: Sequence[int], cursor: int | None) -> int | None:
    """The next of some places after the cursor, round the end; None where there are none."""
    first = places[0] if places else None
    return next((one for one in places if cursor is not None and one > cursor), first)
