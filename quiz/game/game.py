"""A game: an immutable state, and the one function that events move it with.

``now`` is seconds of a monotonic clock and always handed in. What becomes of a question is decided here, from
``now``: an answer that comes at or after the deadline is late, whichever callback came first.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from quiz.bank.question import Question
from quiz.game.arrangement import arrange
from quiz.game.event import Answer, Event, Next, Skip, Stop
from quiz.game.grading import grade
from quiz.game.mode import Mode
from quiz.game.selection import Filters

Outcome = Literal["right", "partly", "wrong", "skipped", "timed out"]
Phase = Literal["asking", "explaining", "over"]

_ROUNDING = 1e-6
"""Seconds by which times added up may fall short of the clock that they used up."""

SETTLE = 0.15
"""Seconds that a question stands on the screen before it can be answered: a held key answers nothing unread."""


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """What a game was started with: with the same bank, the same setup gives the same game."""

    mode: Mode
    seed: str
    filters: Filters = Filters()
    length: int | None = None
    """How many questions were asked for; None for every one."""
    seconds: int | None = None
    """The clock of the whole game; None where there is none. It stands still while an answer is explained."""
    bank: str = ""
    """The bank's digest."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one question."""

    question: str
    """The question's key."""
    outcome: Outcome
    chosen: tuple[str, ...] = ()
    points: Fraction = Fraction(0)
    seconds: float
    """How long the question was open."""


class Game(msgspec.Struct, frozen=True, kw_only=True):
    """One play-through."""

    setup: Setup
    questions: tuple[Question, ...]
    verdicts: tuple[Verdict, ...] = ()
    phase: Phase = "asking"
    now: float
    """The latest time that the game has seen; it never goes back."""
    opened: float
    """When the open question was put on the screen."""

    @property
    def index(self) -> int:
        """Which question the game is at, from 0."""
        return len(self.verdicts) - (self.phase == "explaining")

    @property
    def question(self) -> Question | None:
        """The question that is open or being explained; None when the game is over."""
        return None if self.phase == "over" else self.questions[self.index]

    @property
    def options(self) -> tuple[str, ...]:
        """The options of the current question in the order in which they are shown."""
        return () if self.question is None else arrange(self.question, self.setup.seed)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that is being explained."""
        return self.verdicts[-1] if self.phase == "explaining" else None

    @property
    def score(self) -> Fraction:
        """The points so far."""
        return sum((verdict.points for verdict in self.verdicts), Fraction(0))

    @property
    def used(self) -> float:
        """Seconds in which answered questions were open."""
        return sum(verdict.seconds for verdict in self.verdicts)

    @property
    def out_of_time(self) -> bool:
        """Whether the clock of the game has run out."""
        return self.setup.seconds is not None and self.used >= self.setup.seconds - _ROUNDING

    @property
    def complete(self) -> bool:
        """Whether the game has come to its own end: every question asked, or the clock run out."""
        return self.out_of_time or len(self.verdicts) == len(self.questions)

    @property
    def deadline(self) -> float | None:
        """When the clock runs out if the question stays open; None where no clock is running."""
        if self.setup.seconds is None or self.phase != "asking":
            return None
        return self.opened + self.setup.seconds - self.used

    def time_left(self, now: float) -> float | None:
        """Seconds left on the clock at ``now``, never below 0; None where there is no clock."""
        if self.setup.seconds is None:
            return None
        open_for = max(now, self.now) - self.opened if self.phase == "asking" else 0.0
        return max(0.0, self.setup.seconds - self.used - open_for)


def start(setup: Setup, questions: Sequence[Question], now: float, verdicts: Sequence[Verdict] = ()) -> Game:
    """Begin a game, or take up one in which ``verdicts`` have already been given.

    Raises:
        ValueError: there is no question to ask, or there are more verdicts than questions.

    """
    if not questions or len(verdicts) > len(questions):
        raise ValueError(f"{len(verdicts)} verdicts cannot stand on {len(questions)} questions")
    game = Game(setup=setup, questions=tuple(questions), verdicts=tuple(verdicts), now=now, opened=now)
    return msgspec.structs.replace(game, phase="over") if game.complete else game


def advance(game: Game, event: Event, now: float) -> Game:
    """The game after an event at ``now``. One that does not fit the moment leaves all but time as it is."""
    game = msgspec.structs.replace(game, now=max(now, game.now))
    if game.deadline is not None and game.now >= game.deadline:
        late = _judged(game, "timed out", seconds=game.deadline - game.opened)
        return advance(late, event, now) if isinstance(event, Stop) else late
    match event:
        case Answer(index, chosen) if _is_open(game, index) and _is_choice(game, chosen):
            outcome, points = grade(game.questions[index], chosen)
            return _judged(game, outcome, chosen, points)
        case Skip(index) if _is_open(game, index):
            return _judged(game, "skipped")
        case Next(index) if game.phase == "explaining" and index == game.index:
            return msgspec.structs.replace(game, phase="over" if game.complete else "asking", opened=game.now)
        case Stop():
            return msgspec.structs.replace(game, phase="over")
    return game


def _is_open(game: Game, index: int) -> bool:
    return game.phase == "asking" and index == game.index and game.now - game.opened >= SETTLE


def _is_choice(game: Game, chosen: tuple[str, ...]) -> bool:
    return bool(chosen) and len(set(chosen)) == len(chosen) and set(chosen) <= set(game.options)


def _judged(
    game: Game,
    outcome: Outcome,
    chosen: tuple[str, ...] = (),
    points: Fraction = Fraction(0),
    seconds: float | None = None,
) -> Game:
    verdict = Verdict(
        question=game.questions[game.index].key,
        outcome=outcome,
        chosen=chosen,
        points=points,
        seconds=game.now - game.opened if seconds is None else seconds,
    )
    return msgspec.structs.replace(game, verdicts=(*game.verdicts, verdict), phase="explaining")
