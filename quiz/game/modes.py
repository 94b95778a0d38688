"""Modes: the rules of a game, each one entry of data."""

from typing import Literal

import msgspec


class Mode(msgspec.Struct, frozen=True, kw_only=True):
    """The rules of a game."""

    id: str
    name: str
    summary: str
    """One sentence for whoever chooses a mode."""
    length: int | None = None
    """How many questions are asked unless the player says otherwise; None for every one there is."""
    seconds: int | None = None
    """The clock of the whole game unless the player says otherwise; None where there is none."""
    limited: bool = False
    """Whether each question has a time limit of its own (see ``limit``)."""
    lives: int | None = None
    """How many questions may go wrong before the game is over; None where any number may."""
    endless: bool = False
    """Whether questions come again, in a new order, once all were asked; a clock or lives end such a game."""
    pool: Literal["all", "due", "missed"] = "all"
    """Which questions it draws from: any, those that are due and then new ones, those last answered wrongly."""
    counts: Literal["points", "right"] = "points"
    """What its score is: points, or the number of right answers."""
    daily: bool = False
    """Whether it is the same for everyone on one calendar day, with one scored attempt."""


CLASSIC = Mode(
    id="classic",
    name="Classic",
    summary="A number of questions and no clock.",
    length=10,
)
TIMED = Mode(
    id="timed",
    name="Timed",
    summary="As many questions as fit on the clock, which stands still while an answer is explained.",
    seconds=60,
    endless=True,
)
SURVIVAL = Mode(
    id="survival",
    name="Survival",
    summary="Three lives, and less and less time for each question. The score is how many you get right.",
    limited=True,
    lives=3,
    endless=True,
    counts="right",
)
DAILY = Mode(
    id="daily",
    name="Daily",
    summary="Ten questions, the same for everyone today. The first attempt counts.",
    length=10,
    daily=True,
)
PRACTICE = Mode(
    id="practice",
    name="Practice",
    summary="What you are about to forget, then what you have not met yet. No clock.",
    length=10,
    pool="due",
)
MISSED = Mode(
    id="missed",
    name="Missed",
    summary="The questions that you last answered wrongly.",
    pool="missed",
)

MODES: dict[str, Mode] = {mode.id: mode for mode in (CLASSIC, TIMED, SURVIVAL, DAILY, PRACTICE, MISSED)}
"""Every mode that can be played, by its id."""

MOST_QUESTIONS = 10_000
"""The most questions that a player may ask for."""
LEAST_SECONDS, MOST_SECONDS = 10, 3600
"""The shortest and the longest clock that a player may ask for."""

RULES_VERSION = 2
"""Part of the daily's seed: when the rules change what a seed gives, the day's questions change for all at once."""


def daily_seed(day: str, bank: str) -> str:
    """The seed of the daily game of a calendar day (``YYYY-MM-DD``) with the bank of a digest."""
    return f"{day}/{bank}/{RULES_VERSION}"
