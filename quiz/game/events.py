"""Events: everything that can happen to a game.

An event about a question has its index. If that question is no longer open, as after a late key press or click, the
event has no effect.
"""

import msgspec


class Answer(msgspec.Struct, frozen=True):
    """The player answered the question at ``index``."""

    index: int
    chosen: tuple[str, ...]
    """The chosen options, in order if the question asks for an order; or the typed text."""


class Skip(msgspec.Struct, frozen=True):
    """The player skipped the question at ``index``."""

    index: int


class LookUp(msgspec.Struct, frozen=True):
    """The player looks up the question at ``index`` in its article: from now on it is worth half."""

    index: int


class Next(msgspec.Struct, frozen=True):
    """The player has read the verdict on the question at ``index`` and continues."""

    index: int


class Shown(msgspec.Struct, frozen=True):
    """The question at ``index`` has appeared on the screen; its time starts now."""

    index: int


class Tick(msgspec.Struct, frozen=True):
    """Time has passed."""


class Stop(msgspec.Struct, frozen=True):
    """The player ended the game; the open question gets no verdict."""


Event = Answer | Skip | LookUp | Next | Shown | Tick | Stop
