"""The states of a game. Each question has one outcome, decided from ``now``."""

import math
from fractions import Fraction
from itertools import pairwise

import msgspec
import pytest

from quiz.bank.question import Question
from quiz.game.events import Answer, Event, Next, Shown, Skip, Stop, Tick
from quiz.game.game import ANSWER_DELAY, Game, advance, questions_of, start
from quiz.game.modes import CLASSIC, MISSED, PRACTICE, SURVIVAL, Mode
from tests import sample

BEGAN = 1000.0
DEADLINE = BEGAN + 60


def timed(count: int = 3) -> Game:
    return sample.game(count, seconds=60, now=BEGAN)


def right(game: Game) -> Answer:
    assert game.question is not None
    return Answer(game.index, game.question.answer)


def at_second_question(game: Game, now: float) -> Game:
    return advance(advance(game, right(game), now), Next(0), now)


def but_for_time(game: Game) -> Game:
    return msgspec.structs.replace(game, now=0.0)


# The race


def test_an_answer_just_before_the_deadline_counts() -> None:
    game = advance(timed(), right(timed()), math.nextafter(DEADLINE, 0))
    assert [(one.outcome, one.points) for one in game.verdicts] == [("right", 100)]


@pytest.mark.parametrize("late", [0, 1e-9, 0.25, 3600])
@pytest.mark.parametrize("event", [Answer(0, ("a of 0",)), Skip(0), Tick(), Next(0), Shown(0)])
def test_whatever_comes_at_or_after_the_deadline_finds_the_question_timed_out(event: Event, late: float) -> None:
    game = advance(timed(), event, DEADLINE + late)
    assert game.phase == "explaining"
    (verdict,) = game.verdicts
    assert (verdict.outcome, verdict.chosen, verdict.points, verdict.seconds) == ("timed out", (), 0, 60)


def test_a_late_answer_touches_neither_its_own_question_nor_the_next() -> None:
    timed_out = advance(timed(), right(timed()), DEADLINE)
    late = (Answer(0, ("a of 0",)), Answer(1, ("a of 1",)), Skip(0), Skip(1), Next(1), Tick(), Shown(0), Shown(1))
    for event in late:
        assert but_for_time(advance(timed_out, event, DEADLINE + 1)) == but_for_time(timed_out)


def test_a_tick_after_the_answer_changes_nothing_even_when_it_comes_after_the_deadline() -> None:
    answered = advance(timed(), right(timed()), DEADLINE - 1)
    assert but_for_time(advance(answered, Tick(), DEADLINE + 5)) == but_for_time(answered)


@pytest.mark.parametrize("index", [-1, 0, 2])
def test_an_event_for_another_question_changes_nothing(index: int) -> None:
    game = at_second_question(timed(), BEGAN + 5)
    for event in (Answer(index, game.options[:1]), Skip(index), Next(index), Shown(index)):
        assert but_for_time(advance(game, event, BEGAN + 8)) == but_for_time(game)


def test_a_second_answer_changes_nothing() -> None:
    answered = advance(timed(), Answer(0, ("b of 0",)), BEGAN + 5)
    assert but_for_time(advance(answered, Answer(0, ("a of 0",)), BEGAN + 5)) == but_for_time(answered)


def test_a_second_next_does_not_pass_the_next_question() -> None:
    game = at_second_question(timed(), BEGAN + 5)
    assert but_for_time(advance(game, Next(0), BEGAN + 5)) == but_for_time(game)


def test_stop_leaves_the_open_question_unanswered_and_after_the_deadline_timed_out() -> None:
    stopped = advance(timed(), Stop(), DEADLINE - 1)
    assert (stopped.phase, stopped.verdicts) == ("over", ())
    late = advance(timed(), Stop(), DEADLINE + 1)
    assert (late.phase, [one.outcome for one in late.verdicts]) == ("over", ["timed out"])


@pytest.mark.parametrize(("began", "answered_after"), [(0.0, 2.1), (1000.0, 22.4), (1000.5, 21.9), (0.0, 30.0)])
def test_the_clock_runs_out_once_however_the_seconds_add_up(began: float, answered_after: float) -> None:
    game = sample.game(4, seconds=60, now=began)
    game = advance(game, right(game), began + answered_after)
    game = advance(game, Next(0), began + answered_after + 2)
    game = advance(game, Tick(), began + 100)
    assert game.verdicts[-1].outcome == "timed out"
    assert advance(game, Next(1), began + 101).phase == "over"


# The clock


def test_time_left_is_deadline_minus_now_and_never_below_nothing() -> None:
    game = timed()
    assert game.deadline == DEADLINE
    assert [game.time_left(BEGAN + gone) for gone in (0, 12.5, 60, 61)] == [60, 47.5, 0, 0]


def test_the_clock_pauses_while_an_answer_is_explained() -> None:
    explaining = advance(timed(), right(timed()), BEGAN + 20)
    assert explaining.deadline is None
    assert explaining.time_left(BEGAN + 20) == explaining.time_left(BEGAN + 900) == 40
    asking = advance(explaining, Next(0), BEGAN + 900)
    assert asking.deadline == BEGAN + 940
    assert asking.time_left(BEGAN + 910) == 30


def test_a_stalled_screen_loses_no_time_and_gains_none() -> None:
    smooth = stalled = timed()
    for tick in range(1, 401):
        smooth = advance(smooth, Tick(), BEGAN + tick / 10)
    stalled = advance(stalled, Tick(), BEGAN + 40)
    assert smooth == stalled
    assert stalled.time_left(BEGAN + 40) == 20
    assert advance(stalled, right(stalled), BEGAN + 50) == advance(timed(), right(timed()), BEGAN + 50)


def test_a_game_without_a_clock_never_times_out() -> None:
    game = sample.game()
    assert (game.deadline, game.time_left(BEGAN)) == (None, None)
    assert advance(game, right(game), BEGAN + 1e9).verdicts[0].outcome == "right"


def test_time_never_goes_back() -> None:
    later = advance(timed(), Tick(), BEGAN + 30)
    assert advance(later, Tick(), BEGAN + 10).now == BEGAN + 30
    assert later.time_left(BEGAN + 10) == 30
    assert advance(later, right(later), BEGAN).verdicts[0].seconds == 30


# Shown


def test_time_before_a_question_is_shown_does_not_count() -> None:
    shown = advance(timed(), Shown(0), BEGAN + 50)
    assert (shown.opened_at, shown.deadline, shown.time_left(BEGAN + 60)) == (BEGAN + 50, DEADLINE + 50, 50)
    answered = advance(shown, right(shown), BEGAN + 70)
    assert ([one.outcome for one in answered.verdicts], answered.seconds_used) == (["right"], 20)
    asking = advance(advance(answered, Next(0), BEGAN + 80), Shown(1), BEGAN + 90)
    assert (asking.opened_at, asking.deadline) == (BEGAN + 90, BEGAN + 130)
    assert advance(asking, Tick(), BEGAN + 130).verdicts[-1].seconds == 40


def test_a_question_can_be_answered_when_it_has_stood_on_the_screen_not_when_it_was_asked_for() -> None:
    shown = advance(sample.game(), Shown(0), BEGAN + 5)
    for event in (right(shown), Skip(0)):
        assert advance(shown, event, BEGAN + 5 + ANSWER_DELAY - 0.01).phase == "asking"
        assert advance(shown, event, BEGAN + 5 + ANSWER_DELAY + 0.01).phase == "explaining"


def test_a_question_that_is_never_said_to_be_shown_is_open_since_it_was_asked_for() -> None:
    assert advance(timed(), right(timed()), BEGAN + 20).seconds_used == 20


@pytest.mark.parametrize("mode", [CLASSIC, SURVIVAL], ids=lambda mode: mode.id)
def test_a_question_is_shown_once_so_that_no_time_is_won_by_showing_it_again(mode: Mode) -> None:
    game = advance(sample.game(mode=mode, seconds=60 if mode is CLASSIC else None), Shown(0), BEGAN + 1)
    for index in (0, -1, 1, 2, 0):
        again = advance(game, Shown(index), BEGAN + 5)
        assert but_for_time(again) == but_for_time(game)
    answered = advance(game, right(game), BEGAN + 6)
    for index in (0, 1):
        assert but_for_time(advance(answered, Shown(index), BEGAN + 7)) == but_for_time(answered)
    asking = advance(answered, Next(0), BEGAN + 8)
    assert but_for_time(advance(asking, Shown(0), BEGAN + 9)) == but_for_time(asking)
    assert advance(asking, Shown(1), BEGAN + 9).opened_at == BEGAN + 9


def test_a_game_that_is_over_shows_nothing() -> None:
    over = advance(sample.game(), Stop(), BEGAN + 1)
    assert but_for_time(advance(over, Shown(0), BEGAN + 2)) == but_for_time(over)


# Answers


def test_a_question_is_answered_only_when_it_has_stood_long_enough_to_be_seen() -> None:
    game = sample.game()
    for event in (right(game), Skip(0)):
        assert advance(game, event, BEGAN + ANSWER_DELAY - 0.01).phase == "asking"
        assert advance(game, event, BEGAN + ANSWER_DELAY + 0.01).phase == "explaining"
    heard = [game.accepts_answers(BEGAN + gone) for gone in (-1, 0, ANSWER_DELAY - 0.01, ANSWER_DELAY + 0.01)]
    assert heard == [False, False, False, True]
    assert not advance(game, Skip(0), BEGAN + 1).accepts_answers(BEGAN + 2)


@pytest.mark.parametrize("began", [0.0, 1000.0, 123456.789])
def test_a_held_key_answers_no_question_that_has_not_yet_stood_long_enough(began: float) -> None:
    game = sample.game(now=began)
    for repeat in range(60):  # 30 a second, for the answer and for going on
        now = began + repeat / 30
        opened = game.opened_at
        before = len(game.verdicts)
        game = advance(advance(game, Answer(game.index, game.options[:1]), now), Next(game.index), now)
        assert len(game.verdicts) == before or now - opened >= ANSWER_DELAY
    assert [one.seconds for one in game.verdicts] == pytest.approx([5 / 30] * 3)


@pytest.mark.parametrize("chosen", [(), ("",), ("a of 1",), ("a of 0", "a of 0"), ("a of 0", "a of 1"), ("A of 0",)])
def test_what_is_no_choice_of_options_is_no_answer(chosen: tuple[str, ...]) -> None:
    assert advance(sample.game(), Answer(0, chosen), BEGAN + 1).verdicts == ()


MULTIPLE, ORDER = sample.multiple(), sample.order()


@pytest.mark.parametrize(
    ("question", "chosen"),
    [
        (MULTIPLE, ()),
        (MULTIPLE, ("Reedus", "Reedus")),
        (MULTIPLE, ("Reedus", "Nobody")),
        (ORDER, ()),
        (ORDER, ("First",)),
        (ORDER, ORDER.answer[:3]),
        (ORDER, (*ORDER.answer[:3], "Third")),
        (ORDER, (*ORDER.answer, "First")),
        (ORDER, (*ORDER.answer[:3], "Nobody")),
    ],
)
def test_what_cannot_be_chosen_together_is_no_answer(question: Question, chosen: tuple[str, ...]) -> None:
    game = start(sample.setup(), [question], BEGAN)
    assert advance(game, Answer(0, chosen), BEGAN + 1).verdicts == ()


@pytest.mark.parametrize(
    ("question", "chosen", "outcome"),
    [
        (MULTIPLE, ("Moreno",), "partly"),
        (MULTIPLE, ("Moreno", "Reedus", "Byrne"), "right"),
        (MULTIPLE, MULTIPLE.options, "wrong"),
        (ORDER, ORDER.answer, "right"),
        (ORDER, ("Second", "First", "Third", "Fourth"), "partly"),
        (ORDER, ORDER.answer[::-1], "wrong"),
    ],
)
def test_all_that_apply_and_an_order_are_answered_with_several_options(
    question: Question, chosen: tuple[str, ...], outcome: str
) -> None:
    (verdict,) = advance(start(sample.setup(), [question], BEGAN), Answer(0, chosen), BEGAN + 1).verdicts
    assert (verdict.outcome, verdict.chosen) == (outcome, chosen)


def test_a_partly_right_answer_costs_a_life() -> None:
    game = start(sample.setup(mode=SURVIVAL), [MULTIPLE], BEGAN)
    game = advance(game, Answer(0, ("Reedus",)), BEGAN + 1)
    outcome = game.verdicts[-1].outcome
    assert (outcome, game.lives) == ("partly", SURVIVAL.lives - 1)


def test_a_verdict_tells_question_choice_points_and_seconds() -> None:
    game = advance(sample.game(), Answer(0, ("b of 0",)), BEGAN + 4)
    wrong = sample.verdict("test/q0", "wrong", Fraction(-100, 3), chosen=("b of 0",), seconds=4.0)
    assert (game.verdict, game.verdicts, game.score, game.seconds_used) == (wrong, (wrong,), Fraction(-100, 3), 4.0)


def test_a_skipped_question_costs_nothing() -> None:
    game = advance(sample.game(), Skip(0), BEGAN + 4)
    assert game.verdict == sample.verdict("test/q0", "skipped", 0, seconds=4.0)


def test_a_game_is_over_after_the_verdict_on_its_last_question_has_been_read() -> None:
    game = advance(sample.game(1), Skip(0), BEGAN + 1)
    assert game.phase == "explaining"
    over = advance(game, Next(0), BEGAN + 2)
    assert (over.phase, over.question, over.options, over.verdict, over.deadline) == ("over", None, (), None, None)


def test_the_options_shown_are_those_of_the_question_being_asked_or_explained() -> None:
    game = sample.game()
    assert sorted(game.options) == ["a of 0", "b of 0", "c of 0", "d of 0"]
    assert advance(game, Skip(0), BEGAN + 1).options == game.options
    assert at_second_question(game, BEGAN + 1).question == sample.questions(2)[1]


# Beginning, and taking up again


def test_a_resumed_game_goes_on_with_the_next_question_and_what_is_left_of_the_clock() -> None:
    kept = (
        sample.verdict("test/q0", "right", 100, seconds=20.0),
        sample.verdict("test/q1", "skipped", 0, seconds=5.0),
    )
    game = start(sample.setup(seconds=60), sample.questions(4), 50.0, kept)
    assert (game.index, game.phase, game.score, game.deadline) == (2, "asking", 100, 85.0)
    assert advance(game, right(game), 52.0).verdicts[:2] == kept


@pytest.mark.parametrize(
    "kept",
    [
        tuple(sample.verdict(f"test/q{number}") for number in range(3)),
        (sample.verdict(seconds=2.1), sample.verdict("test/q1", "timed out", 0, seconds=57.89999999999999)),
    ],
    ids=["nothing left to ask", "no time left"],
)
def test_a_finished_game_that_is_resumed_is_over(kept: tuple[sample.Verdict, ...]) -> None:
    assert start(sample.setup(seconds=60), sample.questions(3), BEGAN, kept).phase == "over"


def test_a_game_needs_a_question_and_no_more_verdicts_than_questions() -> None:
    with pytest.raises(ValueError, match="cannot start a game of 0 questions with 0 verdicts"):
        start(sample.setup(), (), BEGAN)
    with pytest.raises(ValueError, match="cannot start a game of 1 questions with 2 verdicts"):
        start(sample.setup(), sample.questions(1), BEGAN, (sample.verdict(), sample.verdict()))


def test_practice_asks_what_was_picked_in_the_order_of_its_urgency_and_other_modes_by_their_seed() -> None:
    bank = sample.questions(6)
    picked = tuple(bank[number].key for number in (4, 1, 5, 0))
    asked = {}
    for mode in (PRACTICE, MISSED):
        for only in (picked, (*picked[::-1], "test/gone")):
            setup = msgspec.structs.replace(sample.setup(mode=mode), picked=only)
            asked[mode.id, only[0]] = tuple(one.key for one in questions_of(setup, sample.bank(*bank)))
            layouts = [sample.bank(*asked_of) for asked_of in (bank, bank[::-1])]
            assert questions_of(setup, layouts[0]) == questions_of(setup, layouts[1])
    assert asked["practice", picked[0]] == picked
    assert asked["practice", picked[-1]] == picked[::-1]
    assert asked["missed", picked[0]] == asked["missed", picked[-1]]
    assert set(asked["missed", picked[0]]) == set(picked)


@pytest.mark.parametrize("count", [2, 3, 4])
def test_the_last_question_of_a_round_does_not_begin_the_next(count: int) -> None:
    asked = sample.game(count, mode=SURVIVAL)
    for seed in range(40):
        played = msgspec.structs.replace(asked, setup=msgspec.structs.replace(asked.setup, seed=str(seed)))
        order = [played.question_at(index).key for index in range(count * 4)]
        assert all(one != other for one, other in pairwise(order))
        rounds = [set(order[begin : begin + count]) for begin in range(0, len(order), count)]
        assert all(len(one) == count for one in rounds)


# The order of the options


def test_in_whatever_order_options_stand_the_game_is_the_same() -> None:
    """The same answers by their words come to the same verdicts, and the setup knows nothing of the order."""
    played = []
    for order in ("shuffled", "alphabetical"):
        game = msgspec.structs.replace(sample.game(6, now=BEGAN), order=order)
        for number in range(6):
            assert game.question is not None
            assert sorted(game.options) == sorted(game.question.options)
            chosen = (sorted(game.question.options)[number % 4],)
            game = advance(advance(game, Answer(game.index, chosen), game.now + 5), Next(game.index), game.now + 5)
        played.append(game)
    assert played[0].verdicts == played[1].verdicts
    assert played[0].setup == played[1].setup
    assert [played[1].options_at(place) for place in range(6)] == [
        tuple(sorted(played[1].question_at(place).options)) for place in range(6)
    ]
    assert [played[0].options_at(place) for place in range(6)] != [played[1].options_at(place) for place in range(6)]
