"""Modes: the rules of a game, each one entry of data."""

from typing import Literal

import msgspec


class Mode(msgspec.Struct, frozen=True, kw_only=True):
    """The rules of a game."""

    id: str
    name: str
    summary: str
    """One sentence for whoever chooses a mode."""
    length: int | None
    """How many questions are asked unless the player says otherwise; None for every one there is."""
    order: Literal["shuffled"] = "shuffled"


CLASSIC = Mode(
    id="classic",
    name="Classic",
    summary="A number of questions, no clock. Right +100; a wrong guess costs what guessing would gain.",
    length=10,
)

MODES: dict[str, Mode] = {mode.id: mode for mode in (CLASSIC,)}
"""Every mode that can be played, by its id."""
