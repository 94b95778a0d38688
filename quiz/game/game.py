"""A game: an immutable state, and ``advance``, which returns the state after an event.

``now`` is always an argument: seconds of a monotonic clock. Deadlines are checked here, against ``now`` alone: an
answer at or after the deadline is late, in whatever order timers and key presses arrive.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.question import Question
from quiz.game.deal import AskedT, Filters, card_of, deal, deal_again, matching
from quiz.game.events import Answer, Event, LookUp, Next, Shown, Skip, Stop
from quiz.game.grading import grade, is_answer
from quiz.game.modes import RULES_VERSION, Mode
from quiz.game.option_order import Order, arrange
from quiz.game.time_limit import question_time_limit

Outcome = Literal["right", "partly", "wrong", "skipped", "timed out"]
Phase = Literal["asking", "explaining", "over"]

_ROUNDING = 1e-6
"""Seconds of rounding error that the sum of the times of a game may have."""

MAX_ROUND_LENGTH = 1000
"""The most questions in a round of an endless game. Nobody answers as many, and a large bank is not all loaded."""

MAX_PROOF_ROUND_LENGTH = 200
"""The same for finding proofs, where each question may have an article of its own that is split into sentences."""

ANSWER_DELAY = 0.15
"""Seconds during which a new question accepts no answer, so that a held key does not answer it unread."""


class Setup(msgspec.Struct, frozen=True, kw_only=True):
    """What a game is started with. The same setup and bank give the same questions in the same order."""

    mode: Mode
    seed: str
    filters: Filters = Filters()
    length: int | None = None
    """The requested number of questions; None for all."""
    seconds: int | None = None
    """The clock of the whole game; None for no clock. It pauses while an answer is explained."""
    bank: str = ""
    """The bank's digest."""
    picked: tuple[str, ...] | None = None
    """The keys of the questions to draw from, if the mode or the player picked them; None for any question."""
    postponed: tuple[str, ...] = ()
    """The keys of questions that are asked only when all others have been asked, because the player knows them."""
    scored: bool = True
    """False for a game that cannot become a best: a repeated attempt at a daily, or a daily of another day."""
    rules_version: int = RULES_VERSION
    """The ``RULES_VERSION`` by which its questions were dealt."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of one question, with its points."""

    question: str
    """The question's key."""
    outcome: Outcome
    chosen: tuple[str, ...] = ()
    points: Fraction = Fraction(0)
    seconds: float
    """How long the question was open, in seconds."""
    looked_up: bool = False
    """Whether the player looked it up before the verdict, which halved the points."""


class Game(msgspec.Struct, frozen=True, kw_only=True):
    """The state of one play-through."""

    setup: Setup
    questions: tuple[Question, ...]
    """In the order in which they are asked; in an endless game, those of the first round."""
    verdicts: tuple[Verdict, ...] = ()
    phase: Phase = "asking"
    now: float
    """The latest time passed to ``advance``, in seconds; it never decreases."""
    opened_at: float
    """When the time of the current question started: at its ``Shown`` event, or before that when it was asked."""
    shown: int = -1
    """The index of the last question with a ``Shown`` event; -1 for none."""
    looked_up: int = -1
    """The index of the last question that was looked up; -1 for none."""
    order: Order = "shuffled"
    """The order of the options on the screen. It has no influence on grading."""

    @property
    def index(self) -> int:
        """The index of the current question, from 0."""
        return len(self.verdicts) - (self.phase == "explaining")

    @property
    def question(self) -> Question | None:
        """The question that is being asked or explained; None when the game is over."""
        return None if self.phase == "over" else self.question_at(self.index)

    def question_at(self, index: int) -> Question:
        """Return the question at an index, from 0. In an endless game, each round has a new order."""
        rounds, place = divmod(index, len(self.questions))
        if rounds == 0:
            return self.questions[place]
        first = cards = tuple(map(card_of, self.questions))
        for number in range(1, rounds + 1):
            cards = deal_again(first, f"{self.setup.seed}/{number}", cards[-1])
        return self.questions[first.index(cards[place])]

    @property
    def options(self) -> tuple[str, ...]:
        """The options of the current question, in the order in which they are shown."""
        return () if self.question is None else self.options_at(self.index)

    def options_at(self, index: int) -> tuple[str, ...]:
        """Return the options of the question at an index, in the order in which they are shown."""
        return arrange(self.question_at(index), self.setup.seed, self.order)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that is being explained; None if none is."""
        return self.verdicts[-1] if self.phase == "explaining" else None

    @property
    def score(self) -> Fraction:
        """The points so far."""
        return sum((verdict.points for verdict in self.verdicts), Fraction(0))

    @property
    def seconds_used(self) -> float:
        """Seconds for which the questions with a verdict were open."""
        return sum(verdict.seconds for verdict in self.verdicts)

    @property
    def out_of_time(self) -> bool:
        """Whether the clock of the whole game has run out."""
        return self.setup.seconds is not None and self.seconds_used >= self.setup.seconds - _ROUNDING

    @property
    def lives(self) -> int | None:
        """How many lives are left; None if the mode has no lives."""
        if self.setup.mode.lives is None:
            return None
        return self.setup.mode.lives - sum(verdict.outcome != "right" for verdict in self.verdicts)

    @property
    def complete(self) -> bool:
        """Whether the game is played to its end: all questions asked, the clock run out, or no life left."""
        all_asked = not self.setup.mode.endless and len(self.verdicts) == len(self.questions)
        return self.out_of_time or all_asked or self.lives == 0

    @property
    def is_perfect(self) -> bool:
        """Whether every question of the game was asked and answered right, without looking it up.

        An endless game is never perfect.
        """
        all_right = all(verdict.outcome == "right" and not verdict.looked_up for verdict in self.verdicts)
        return all_right and len(self.verdicts) == len(self.questions) and not self.setup.mode.endless

    @property
    def allowance(self) -> float | None:
        """Seconds for which the current question may be open: its own time limit, or what is left on the clock.

        None if there is no limit, or the game is over.
        """
        if self.phase == "over":
            return None
        if self.setup.seconds is not None:
            before = self.seconds_used if self.phase == "asking" else self.seconds_used - self.verdicts[-1].seconds
            return self.setup.seconds - before
        if self.setup.mode.timed_questions:
            return question_time_limit(self.question_at(self.index), self.index)
        return None

    @property
    def deadline(self) -> float | None:
        """The time at which the open question times out; None if no time is running."""
        allowance = self.allowance if self.phase == "asking" else None
        return None if allowance is None else self.opened_at + allowance

    def accepts_answers(self, now: float) -> bool:
        """Whether a question is open at ``now`` and ``ANSWER_DELAY`` has passed."""
        return self.phase == "asking" and max(now, self.now) - self.opened_at >= ANSWER_DELAY

    @property
    def is_looked_up(self) -> bool:
        """Whether the current question was looked up, so that it is worth half."""
        return self.looked_up == self.index

    @property
    def can_look_up(self) -> bool:
        """Whether the current question is open, and the mode and its citations allow looking it up."""
        question = self.question if self.phase == "asking" else None
        return question is not None and self.setup.mode.allows_looking_up and bool(question.citations)

    def time_left(self, now: float) -> float | None:
        """Return the seconds left at ``now``, at least 0; None if there is no limit.

        While an answer is explained, they stay the same.
        """
        if self.allowance is None:
            return None
        spent = max(now, self.now) - self.opened_at if self.phase == "asking" else self.verdicts[-1].seconds
        return max(0.0, self.allowance - spent)


def questions_of(setup: Setup, bank: Bank) -> tuple[Question, ...]:
    """Draw the questions of a game from a bank, in the order in which they are asked; empty if none matches.

    They are as the mode asks them (see ``as_asked``).
    """
    return as_asked(_drawn(setup, bank), setup.mode, setup.filters)


def as_asked(questions: Sequence[Question], mode: Mode, filters: Filters) -> tuple[Question, ...]:
    """Return questions as a mode asks them: if the proof is to be found, those derived for that.

    Then questions without a sentence to find are left out.
    """
    if not mode.find_proof:
        return tuple(questions)
    from quiz.bank.proof_question import proof_questions  # not needed by the home screen

    return proof_questions(questions, filters.sources)


def askable(questions: Iterable[AskedT], mode: Mode) -> tuple[AskedT, ...]:
    """Return the questions that a mode can ask, as far as their summaries tell, in their given order.

    If the proof is to be found, it may still turn out that an article has no other sentence.
    """
    if not mode.find_proof:
        return tuple(questions)
    from quiz.bank.proof_question import may_have_proof  # not needed by the first frame

    return tuple(question for question in questions if may_have_proof(question))


def _drawn(setup: Setup, bank: Bank) -> tuple[Question, ...]:
    candidates = askable(matching(bank.question_summaries, setup.filters), setup.mode)
    if setup.picked is not None:
        by_key = {question.key: question for question in candidates}
        candidates = tuple(by_key[key] for key in setup.picked if key in by_key)
        if setup.mode.pool == "due":
            return tuple(bank.by_key[question.key] for question in candidates)  # the most overdue first
    round_length = MAX_PROOF_ROUND_LENGTH if setup.mode.find_proof else MAX_ROUND_LENGTH
    length = round_length if setup.mode.endless else setup.length
    return deal(candidates, setup.seed, length, bank, setup.postponed)


def start(
    setup: Setup,
    questions: Sequence[Question],
    now: float,
    verdicts: Sequence[Verdict] = (),
    *,
    order: Order = "shuffled",
    looked_up: int = -1,
) -> Game:
    """Start a game, or resume one that already has ``verdicts`` and in which a question was ``looked_up``.

    Raises:
        ValueError: there is no question, or there are more verdicts than questions.
    """
    if not questions or (len(verdicts) > len(questions) and not setup.mode.endless):
        raise ValueError(f"cannot start a game of {len(questions)} questions with {len(verdicts)} verdicts")
    game = Game(
        setup=setup, questions=tuple(questions), verdicts=tuple(verdicts), now=now, opened_at=now,
        order=order, looked_up=looked_up,
    )  # fmt: skip
    return msgspec.structs.replace(game, phase="over") if game.complete else game


def advance(game: Game, event: Event, now: float) -> Game:
    """Return the game after an event at ``now``. An event that is not allowed in this state changes only the time."""
    game = msgspec.structs.replace(game, now=max(now, game.now))
    if game.deadline is not None and game.now >= game.deadline:
        timed_out = _with_verdict(game, "timed out", seconds=game.deadline - game.opened_at)
        return advance(timed_out, event, now) if isinstance(event, Stop) else timed_out
    match event:
        case Answer(index, chosen) if _is_open(game, index) and is_answer(game.question_at(index), chosen):
            outcome, points = grade(game.question_at(index), chosen)
            return _with_verdict(game, outcome, chosen, points)
        case Skip(index) if _is_open(game, index):
            return _with_verdict(game, "skipped")
        case LookUp(index) if _is_open(game, index) and game.can_look_up:
            return msgspec.structs.replace(game, looked_up=index)
        case Next(index) if game.phase == "explaining" and index == game.index:
            return msgspec.structs.replace(game, phase="over" if game.complete else "asking", opened_at=game.now)
        case Shown(index) if game.phase == "asking" and index == game.index != game.shown:
            return msgspec.structs.replace(game, opened_at=game.now, shown=index)
        case Stop():
            return msgspec.structs.replace(game, phase="over")
    return game


def _is_open(game: Game, index: int) -> bool:
    return index == game.index and game.accepts_answers(game.now)


def _with_verdict(
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
        points=points / 2 if game.is_looked_up else points,
        looked_up=game.is_looked_up,
        seconds=game.now - game.opened_at if seconds is None else seconds,
    )
    return msgspec.structs.replace(game, verdicts=(*game.verdicts, verdict), phase="explaining")
