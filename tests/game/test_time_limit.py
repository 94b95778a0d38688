"""The time limit of a question: by its length, shrinking to a minimum; a timeout costs a life."""

import math
from itertools import pairwise

import pytest

from quiz.bank.question import Question
from quiz.game.events import Answer, Skip
from quiz.game.game import Game, advance
from quiz.game.modes import SURVIVAL
from quiz.game.time_limit import question_time_limit
from tests import sample

WORDS_11 = sample.question()  # "What about director?" and four names of two words
WORDS_7 = sample.question("q", "a", "b", "c", "d")
WORDS_5 = sample.question("statement", "True", "False", kind="true-false")
LONG = sample.question("q", *(f"{letter} and many, many more words to read" for letter in "abcd"))


@pytest.mark.parametrize(
    ("question", "asked", "seconds"),
    [
        (WORDS_11, 0, 8.75),  # 11 words at 4 a second, and 6 seconds to answer
        (WORDS_7, 0, 7.75),
        (WORDS_5, 0, 7.25),
        (WORDS_11, 1, 8.4875),  # 3 % less
        (WORDS_11, 10, 8.75 * 0.97**10),
        (WORDS_11, 31, 3.5),  # 40 % of 8.75, the floor
        (WORDS_11, 1000, 3.5),
    ],
)
def test_a_limit_is_reading_time_and_answering_time_less_three_in_a_hundred_for_each_question_asked(
    question: Question, asked: int, seconds: float
) -> None:
    assert question_time_limit(question, asked) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("question", "asked", "seconds"),
    [
        (sample.multiple(), 0, 18.0),  # 8 words, 6 seconds to answer, and 2 for each of 5 options
        (sample.order(), 0, 15.75),  # 7 words, 4 options
        (sample.multiple(), 2, 18.0 * 0.97**2),
        (sample.order(), 1000, 15.75 * 0.4),
    ],
)
def test_where_more_than_one_option_is_picked_each_has_two_seconds_more(
    question: Question, asked: int, seconds: float
) -> None:
    assert question_time_limit(question, asked) == pytest.approx(seconds)


@pytest.mark.parametrize("asked", [0, 5, 31, 500])
def test_who_has_more_to_read_has_more_time(asked: int) -> None:
    limits = [question_time_limit(question, asked) for question in (WORDS_5, WORDS_7, WORDS_11, LONG)]
    assert limits == sorted(set(limits))


def test_a_limit_shrinks_with_every_question_to_the_floor_and_not_below() -> None:
    limits = [question_time_limit(WORDS_11, asked) for asked in range(200)]
    floor = limits.index(limits[-1])
    assert all(later < earlier for earlier, later in pairwise(limits[: floor + 1]))
    assert set(limits[floor:]) == {limits[-1]}
    assert limits[-1] == pytest.approx(0.4 * limits[0])


# In play


def survival() -> Game:
    return sample.game(40, mode=SURVIVAL)


def test_each_question_of_a_survival_run_has_the_limit_of_its_own_place() -> None:
    game = survival()
    for index in range(40):
        assert game.question is not None
        assert game.deadline == game.opened_at + question_time_limit(game.question, index)
        game = sample.played(game, "right", seconds=1.0)


def test_an_answer_before_the_limit_counts_and_one_at_or_after_it_is_late() -> None:
    game = survival()
    assert game.deadline is not None
    answer = sample.event(game, "right")
    assert advance(game, answer, math.nextafter(game.deadline, 0)).verdicts[0].outcome == "right"
    for late in (0.0, 1e-9, 100.0):
        for event in (answer, Answer(0, ("b of 0",)), Skip(0)):
            (verdict,) = advance(game, event, game.deadline + late).verdicts
            assert (verdict.outcome, verdict.chosen, verdict.points) == ("timed out", (), 0)
            assert verdict.seconds == game.deadline - game.opened_at


def test_a_question_that_timed_out_costs_a_life_and_the_game_goes_on() -> None:
    game = sample.played(survival(), "right", "timed out")
    assert (game.phase, game.index, game.lives) == ("asking", 2, 2)
    assert sample.played(game, "right").verdicts[-1].outcome == "right"


def test_the_limit_pauses_while_an_answer_is_explained() -> None:
    game = survival()
    explaining = advance(game, sample.event(game, "right"), game.opened_at + 3)
    assert explaining.deadline is None
    assert explaining.time_left(explaining.now) == explaining.time_left(explaining.now + 900) == limit(game) - 3


def test_time_left_of_a_limit_is_deadline_minus_now_and_never_below_nothing() -> None:
    game = survival()
    left = [game.time_left(game.opened_at + gone) for gone in (0, 2, 5000)]
    assert left == [limit(game), limit(game) - 2, 0]


def limit(game: Game) -> float:
    assert game.question is not None
    return question_time_limit(game.question, game.index)
