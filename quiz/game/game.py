"""A game: an immutable state, and the one function that events move it with.

``now`` is seconds of a monotonic clock and always handed in. What becomes of a question is decided here, from
``now``: an answer that comes at or after the deadline is late, whichever callback came first.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.question import Question
from quiz.game.deal import Filters, draw, draw_without_spoilers, matching
from quiz.game.events import Answer, Event, Next, Shown, Skip, Stop
from quiz.game.grading import grade, is_answer
from quiz.game.modes import Mode
from quiz.game.option_order import Order, arrange
from quiz.game.time_limit import limit_of

Outcome = Literal["right", "partly", "wrong", "skipped", "timed out"]
Phase = Literal["asking", "explaining", "over"]

_ROUNDING = 1e-6
"""Seconds by which times added up may fall short of the clock that they used up."""

MOST_IN_ROUND = 1000
"""Questions until an endless game asks the same again: nobody comes that far, and a large bank need not be read."""

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
    only: tuple[str, ...] | None = None
    """The keys of the questions to draw from, where the mode or the player has picked them; None for any."""
    scored: bool = True
    """False for a game that cannot be a best: another attempt at a daily."""


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
    """In the order in which they are asked; of an endless game, its first round."""
    verdicts: tuple[Verdict, ...] = ()
    phase: Phase = "asking"
    now: float
    """The latest time that the game has seen; it never goes back."""
    opened: float
    """When the question was opened: asked for, or put on the screen if that has been said."""
    shown: int = -1
    """The index of the last question that is known to have been put on the screen."""
    order: Order = "shuffled"
    """How the options of a question stand; whoever plays chooses, and nothing else of the game depends on it."""

    @property
    def index(self) -> int:
        """Which question the game is at, from 0."""
        return len(self.verdicts) - (self.phase == "explaining")

    @property
    def question(self) -> Question | None:
        """The question that is open or being explained; None when the game is over."""
        return None if self.phase == "over" else self.question_at(self.index)

    def question_at(self, index: int) -> Question:
        """The question that is asked at a place of the game, from 0; an endless game asks round after round."""
        turn, place = divmod(index, len(self.questions))
        asked = self.questions
        for later in range(1, turn + 1):
            drawn = draw(self.questions, f"{self.setup.seed}/{later}", None)
            # what was asked last does not come again at once
            asked = (*drawn[1:], drawn[0]) if drawn[0] is asked[-1] else drawn
        return asked[place]

    @property
    def options(self) -> tuple[str, ...]:
        """The options of the current question in the order in which they are shown."""
        return () if self.question is None else self.options_at(self.index)

    def options_at(self, index: int) -> tuple[str, ...]:
        """The options of the question at a place of the game in the order in which they are shown."""
        return arrange(self.question_at(index), self.setup.seed, self.order)

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
    def lives(self) -> int | None:
        """How many questions may still go wrong; None where any number may."""
        if self.setup.mode.lives is None:
            return None
        return self.setup.mode.lives - sum(verdict.outcome != "right" for verdict in self.verdicts)

    @property
    def complete(self) -> bool:
        """Whether the game has come to its own end: every question asked, the clock run out, or no life left."""
        all_asked = not self.setup.mode.endless and len(self.verdicts) == len(self.questions)
        return self.out_of_time or all_asked or self.lives == 0

    @property
    def allowance(self) -> float | None:
        """Seconds for which the current question may be open: its own limit, or what is left of the clock."""
        if self.phase == "over":
            return None
        if self.setup.seconds is not None:
            spent = self.used if self.phase == "asking" else self.used - self.verdicts[-1].seconds
            return self.setup.seconds - spent
        if self.setup.mode.limited:
            return limit_of(self.question_at(self.index), self.index)
        return None

    @property
    def deadline(self) -> float | None:
        """When time runs out if the question stays open; None where no time is running."""
        allowance = self.allowance if self.phase == "asking" else None
        return None if allowance is None else self.opened + allowance

    def takes_answers(self, now: float) -> bool:
        """Whether the question is open at ``now`` and has stood long enough to be seen."""
        return self.phase == "asking" and max(now, self.now) - self.opened >= SETTLE

    def time_left(self, now: float) -> float | None:
        """Seconds left at ``now``, never below 0; None where time does not run out. It stands while explaining."""
        if self.allowance is None:
            return None
        spent = max(now, self.now) - self.opened if self.phase == "asking" else self.verdicts[-1].seconds
        return max(0.0, self.allowance - spent)


def questions_of(setup: Setup, bank: Bank) -> tuple[Question, ...]:
    """The questions that a setup asks, in their order, drawn from those of a bank; none where nothing matches."""
    found = matching(bank.question_summaries, setup.filters)
    if setup.only is not None:
        by_key = {question.key: question for question in found}
        found = tuple(by_key[key] for key in setup.only if key in by_key)
        if setup.mode.pool == "due":
            return tuple(bank.by_key[question.key] for question in found)  # in the order of their urgency
    return draw_without_spoilers(found, setup.seed, MOST_IN_ROUND if setup.mode.endless else setup.length, bank)


def start(
    setup: Setup,
    questions: Sequence[Question],
    now: float,
    verdicts: Sequence[Verdict] = (),
    *,
    order: Order = "shuffled",
) -> Game:
    """Begin a game, or take up one in which ``verdicts`` have already been given.

    Raises:
        ValueError: there is no question to ask, or there are more verdicts than questions.

    """
    if not questions or (len(verdicts) > len(questions) and not setup.mode.endless):
        raise ValueError(f"{len(verdicts)} verdicts cannot stand on {len(questions)} questions")
    game = Game(setup=setup, questions=tuple(questions), verdicts=tuple(verdicts), now=now, opened=now, order=order)
    return msgspec.structs.replace(game, phase="over") if game.complete else game


def advance(game: Game, event: Event, now: float) -> Game:
    """The game after an event at ``now``. One that does not fit the moment leaves all but time as it is."""
    game = msgspec.structs.replace(game, now=max(now, game.now))
    if game.deadline is not None and game.now >= game.deadline:
        late = _judged(game, "timed out", seconds=game.deadline - game.opened)
        return advance(late, event, now) if isinstance(event, Stop) else late
    match event:
        case Answer(index, chosen) if _is_open(game, index) and is_answer(game.question_at(index), chosen):
            outcome, points = grade(game.question_at(index), chosen)
            return _judged(game, outcome, chosen, points)
        case Skip(index) if _is_open(game, index):
            return _judged(game, "skipped")
        case Next(index) if game.phase == "explaining" and index == game.index:
            return msgspec.structs.replace(game, phase="over" if game.complete else "asking", opened=game.now)
        case Shown(index) if game.phase == "asking" and index == game.index != game.shown:
            return msgspec.structs.replace(game, opened=game.now, shown=index)
        case Stop():
            return msgspec.structs.replace(game, phase="over")
    return game


def _is_open(game: Game, index: int) -> bool:
    return index == game.index and game.takes_answers(game.now)


def _judged(
    game: Game,
    outcome: Outcome,
    chosen: tuple[str, ...] = (),
    points: Fraction = Fraction(0),
    seconds: float | None = None,
) -> Game:
    verdict = Verdict(
        question=game.question_at(game.index).key,
        outcome=outcome,
        chosen=chosen,
        points=points,
        seconds=game.now - game.opened if seconds is None else seconds,
    )
    return msgspec.structs.replace(game, verdicts=(*game.verdicts, verdict), phase="explaining")
