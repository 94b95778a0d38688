"""Any events in any order: each question gets exactly one outcome."""

from fractions import Fraction

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from quiz.game.events import Answer, Event, LookUp, Next, Shown, Skip, Stop, Tick
from quiz.game.game import ANSWER_DELAY, Game, Verdict, advance
from quiz.game.grading import grade
from quiz.game.modes import CLASSIC, SURVIVAL, TIMED, Mode
from quiz.game.time_limit import question_time_limit
from tests import sample

QUESTIONS = sample.questions(4)
ROUNDING = 1e-6  # what adding floats of a clock at 1e6 seconds can cost
ONE_LIFE = Mode(id="one-life", name="One life", summary="", lives=1, endless=True)
ENDLESS = Mode(id="endless", name="Endless", summary="", endless=True)
MODES = st.sampled_from([CLASSIC, TIMED, SURVIVAL, ONE_LIFE, ENDLESS])
INDEXES = st.integers(-1, 5)
WORDS = st.sampled_from([*(option for one in QUESTIONS for option in one.options), "", "True", "a OF 0", "\0", "🎲"])
CHOICES = st.lists(WORDS, max_size=5).map(tuple)
EVENTS = st.one_of(
    st.builds(Answer, INDEXES, CHOICES),
    st.builds(Skip, INDEXES),
    st.builds(LookUp, INDEXES),
    st.builds(Next, INDEXES),
    st.builds(Shown, INDEXES),
    st.just(Tick()),
)
STEPS = st.one_of(
    st.integers(0, 2000).map(lambda n: n / 100), st.floats(-100, 60), st.sampled_from([0.0, ANSWER_DELAY, 60.0, 1e6])
)


class AnyGame(RuleBasedStateMachine):
    game: Game
    opened: float
    """When the open question was asked for, or, once that has been said, first shown."""
    seen: bool
    """Whether the open question has been said to be shown."""
    looked_up: bool
    """Whether the open question has been looked up in time, where that is allowed."""

    @initialize(mode=MODES, count=st.integers(1, 4), clock=st.sampled_from([1, 5, 60, 64]), began=st.floats(0, 1e6))
    def begin(self, mode: Mode, count: int, clock: int, began: float) -> None:
        seconds = clock if mode is TIMED or (mode is CLASSIC and clock < 60) else None
        self.game = sample.game(count, seconds=seconds, now=began, mode=mode)
        self.opened, self.seen = began, False
        self.looked_up = False

    @rule(event=EVENTS, step=STEPS)
    def anything_happens(self, event: Event, step: float) -> None:
        self.happens(event, step)

    @precondition(lambda self: self.game.phase == "asking")
    @rule(data=st.data(), step=STEPS)
    def an_option_is_chosen(self, data: st.DataObject, step: float) -> None:
        self.happens(Answer(self.game.index, (data.draw(st.sampled_from(self.game.options)),)), step)

    @precondition(lambda self: self.game.phase == "asking")
    @rule(step=STEPS)
    def the_question_is_shown(self, step: float) -> None:
        self.happens(Shown(self.game.index), step)

    @precondition(lambda self: self.game.phase == "asking")
    @rule(step=STEPS)
    def the_question_is_looked_up(self, step: float) -> None:
        self.happens(LookUp(self.game.index), step)

    @precondition(lambda self: self.game.phase == "explaining")
    @rule(step=STEPS)
    def the_player_goes_on(self, step: float) -> None:
        self.happens(Next(self.game.index), step)

    @precondition(lambda self: self.game.deadline is not None)
    @rule()
    def the_clock_runs_out(self) -> None:
        self.happens(Tick(), 1e4)

    @precondition(lambda self: len(self.game.verdicts) > 1)
    @rule(step=STEPS)
    def the_player_stops(self, step: float) -> None:
        self.happens(Stop(), step)

    def happens(self, event: Event, step: float) -> None:
        before, now = self.game, self.game.now + step
        after = self.game = advance(before, event, now)
        assert after.now == max(before.now, now)
        assert after.verdicts[: len(before.verdicts)] == before.verdicts
        assert len(after.verdicts) - len(before.verdicts) in (0, 1)
        if before.phase != "asking":
            assert after.verdicts == before.verdicts
        if before.phase == "over":
            assert after == msgspec.structs.replace(before, now=after.now)
        if before.complete:
            assert after.phase in (before.phase, "over")
        for new in after.verdicts[len(before.verdicts) :]:
            self.is_judged(before, event, new)
            self.looked_up = False
        if event == LookUp(before.index) and before.accepts_answers(now) and after.phase == "asking":
            self.looked_up = before.setup.mode is not SURVIVAL
        assert after.phase != "asking" or after.is_looked_up is self.looked_up
        self.is_opened(before, event)

    def is_opened(self, before: Game, event: Event) -> None:
        """A question is open since it was asked for, or since it was first shown; nothing else moves that."""
        after = self.game
        if before.phase == "explaining" and after.phase == "asking":
            self.opened, self.seen = after.now, False
        elif before.phase == after.phase == "asking" and event == Shown(before.index) and not self.seen:
            self.opened, self.seen = after.now, True
        assert after.phase != "asking" or after.opened_at == self.opened
        for new in after.verdicts[len(before.verdicts) :]:
            assert new.outcome == "timed out" or new.seconds == after.now - self.opened

    def is_judged(self, before: Game, event: Event, new: Verdict) -> None:
        """A new verdict is on the question that was open, in its turn and within its time."""
        question, mode = before.question, before.setup.mode
        assert question is not None
        assert question == before.question_at(len(before.verdicts))
        assert new.question == question.key
        assert mode.endless or len(before.verdicts) < len(before.questions)
        assert new.outcome == "timed out" or (new.seconds >= ANSWER_DELAY and isinstance(event, Answer | Skip))
        assert new.looked_up is self.looked_up
        if isinstance(event, Answer) and new.outcome != "timed out":
            assert new.points == grade(question, new.chosen)[1] / (2 if new.looked_up else 1)
        if mode.timed_questions:
            limit = question_time_limit(question, len(before.verdicts))
            assert new.seconds <= limit + ROUNDING
            assert new.outcome != "timed out" or new.seconds >= limit - ROUNDING

    @invariant()
    def no_question_comes_twice_in_a_round(self) -> None:
        keys, size = [one.question for one in self.game.verdicts], len(self.game.questions)
        rounds = [keys[begin : begin + size] for begin in range(0, len(keys), size)]
        assert all(len(set(one)) == len(one) for one in rounds)

    @invariant()
    def the_score_is_the_sum_of_points_and_within_bounds(self) -> None:
        score, asked = self.game.score, len(self.game.verdicts)
        assert score == sum((one.points for one in self.game.verdicts), Fraction(0))
        assert -100 * asked <= score <= 100 * asked

    @invariant()
    def the_clock_is_never_overdrawn_and_runs_out_once(self) -> None:
        seconds = self.game.setup.seconds
        if seconds is not None:
            assert self.game.seconds_used <= seconds + ROUNDING
            assert "timed out" not in [one.outcome for one in self.game.verdicts[:-1]]

    @invariant()
    def lives_go_with_what_is_not_right_and_none_is_lost_that_was_not_there(self) -> None:
        lives = self.game.setup.mode.lives
        lost = sum(one.outcome != "right" for one in self.game.verdicts)
        assert self.game.lives == (None if lives is None else lives - lost)
        assert self.game.lives is None or self.game.lives >= 0

    @invariant()
    def a_question_is_open_only_while_the_game_has_not_come_to_its_end(self) -> None:
        assert self.game.phase != "asking" or not self.game.complete


TestAnyGame = AnyGame.TestCase
TestAnyGame.settings = settings(stateful_step_count=30, deadline=None, database=None)
