"""The modes: each is one entry of data that says by which rules a game is played."""

from typing import Literal

import msgspec


class Mode(msgspec.Struct, frozen=True, kw_only=True):
    """The rules of a game."""

    id: str
    name: str
    summary: str
    """A sentence or two for the list of modes."""
    length: int | None = None
    """The default number of questions; None for all."""
    seconds: int | None = None
    """The default clock of the whole game; None for no clock."""
    timed_questions: bool = False
    """Whether each question has a time limit of its own (see ``quiz.game.time_limit``)."""
    lives: int | None = None
    """How many questions may go wrong before the game is over; None for any number."""
    endless: bool = False
    """Whether the questions are repeated in a new order after the last one, until the clock or the lives run out."""
    pool: Literal["all", "due", "missed"] = "all"
    """Which questions it draws from: all; those due for review, then new ones; or those last answered wrongly."""
    scored_by: Literal["points", "right"] = "points"
    """Whether the score is the points or the number of right answers."""
    find_proof: bool = False
    """Whether players find the sentence of an article that proves the answer, instead of choosing an option."""
    suggested_seconds: tuple[int, ...] = (30, 60, 120)
    """The clocks to choose from on the home screen."""
    daily: bool = False
    """Whether everyone gets the same questions on a calendar day, and only the first attempt is scored."""

    @property
    def shows_points(self) -> bool:
        """Whether its games show points. They do not if only the number of right answers counts."""
        return self.scored_by == "points"

    @property
    def allows_looking_up(self) -> bool:
        """Whether players may look up an answer in its article, for half the points.

        They may not where points do not count, or where the article is shown anyway.
        """
        return self.shows_points and not self.find_proof


CLASSIC = Mode(
    id="classic",
    name="Classic",
    summary="A number of questions and no clock.",
    length=10,
)
TIMED = Mode(
    id="timed",
    name="Timed",
    summary="As many questions as you can answer in time. The clock pauses while an answer is explained.",
    seconds=60,
    endless=True,
)
PROOF = Mode(
    id="proof",
    name="Proof",
    summary="The article is open: find the sentence that proves the answer, as often as you can in time.",
    seconds=120,
    endless=True,
    find_proof=True,
    suggested_seconds=(60, 120, 180),
)
SURVIVAL = Mode(
    id="survival",
    name="Survival",
    summary="Three lives, and less and less time for each question. The score is how many you get right.",
    timed_questions=True,
    lives=3,
    endless=True,
    scored_by="right",
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
    summary="Spaced repetition: due questions first, then new ones. No clock.",
    length=10,
    pool="due",
)
MISSED = Mode(
    id="missed",
    name="Missed",
    summary="The questions that you last answered wrongly.",
    pool="missed",
)

MODES: dict[str, Mode] = {mode.id: mode for mode in (CLASSIC, TIMED, PROOF, SURVIVAL, DAILY, PRACTICE, MISSED)}
"""All modes by id."""

MAX_QUESTIONS = 10_000
"""The largest number of questions that a player can request."""
MIN_SECONDS, MAX_SECONDS = 10, 3600
"""The shortest and the longest clock that a player can request."""

RULES_VERSION = 3
"""Part of the daily's seed and of codes. Increase it when the same seed deals other questions than before."""


def daily_seed(day: str, bank: str) -> str:
    """Return the seed of the daily of a calendar day (``YYYY-MM-DD``); ``bank`` is the bank's digest."""
    return f"{day}/{bank}/{RULES_VERSION}"
