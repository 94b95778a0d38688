"""Events: everything that can happen to a game. What is meant for a question says which.

An event for a question that is no longer open is a late key press or click; it changes nothing.
"""

import msgspec


class Answer(msgspec.Struct, frozen=True):
    """The player answered the question at ``index``."""

    index: int
    chosen: tuple[str, ...]
    """The options that were chosen, in their order if the question asks for one; or what was typed."""


class Skip(msgspec.Struct, frozen=True):
    """The player passes the question at ``index``."""

    index: int


class Next(msgspec.Struct, frozen=True):
    """The player has read the verdict on the question at ``index`` and goes on."""

    index: int


class Shown(msgspec.Struct, frozen=True):
    """The question at ``index`` has been put on the screen; from here on its time counts."""

    index: int


class Tick(msgspec.Struct, frozen=True):
    """Time has passed, nothing else."""


class Stop(msgspec.Struct, frozen=True):
    """The player ends the game here; an open question stays unanswered."""


Event = Answer | Skip | Next | Shown | Tick | Stop
