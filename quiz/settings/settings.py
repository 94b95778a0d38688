"""Settings: what a player has settled for every game, and what it comes to in a mode."""

from typing import Literal

import msgspec

from quiz.game.modes import Mode
from quiz.game.option_order import Order

Length = int | Literal["all"]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Every field is a key of the settings file; the default is what holds where the key is not there."""

    theme: str | None = None
    """The name of a theme; None for the game's own."""
    questions: Length | None = None
    """How many questions a game has, in a mode that leaves it to the player; None for the mode's own."""
    seconds: int | None = None
    """The clock of a timed game; None for the mode's own."""
    animation: bool = True
    """Whether anything on the screen may move by itself."""
    timer: bool = True
    """Whether the time that runs is shown. It runs in any case."""
    options: Order = "shuffled"
    keys: dict[str, str] = {}
    """The keys, with commas between them, that bindings have in place of their own, by the id of the binding."""


def usual_length(mode: Mode, settings: Settings) -> int | None:
    """How many questions a game of a mode has unless the player says otherwise; None for every one."""
    if mode.length is None or mode.daily or settings.questions is None:
        return mode.length
    return None if settings.questions == "all" else settings.questions


def usual_seconds(mode: Mode, settings: Settings) -> int | None:
    """The clock of a game of a mode unless the player says otherwise; None where the mode has none."""
    return None if mode.seconds is None else settings.seconds or mode.seconds
