"""Correction for guessing: wrong answers cost enough that guessing averages zero."""

import random
from fractions import Fraction
from itertools import combinations, permutations
from math import sqrt
from statistics import mean, stdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.bank.kinds.choice import choice_points
from quiz.bank.load import load_bank
from quiz.bank.question import Question
from quiz.game.events import Answer, Next
from quiz.game.game import Setup, advance, questions_of, start
from quiz.game.grading import grade
from quiz.game.modes import CLASSIC
from quiz.game.shown_points import shown_points

STILL = settings(database=None, deadline=None)


@pytest.mark.parametrize(
    ("right", "options", "points"),
    [
        (True, 4, Fraction(100)),
        (False, 4, Fraction(-100, 3)),
        (True, 2, Fraction(100)),
        (False, 2, Fraction(-100)),
        (False, 3, Fraction(-50)),
        (False, 101, Fraction(-1)),
    ],
)
def test_a_right_choice_gains_a_hundred_and_a_wrong_one_costs_its_share(
    right: bool, options: int, points: Fraction
) -> None:
    assert choice_points(right, options) == points


@STILL
@given(st.integers(2, 1000))
def test_choosing_blindly_gains_exactly_nothing_on_average(options: int) -> None:
    assert choice_points(True, options) + (options - 1) * choice_points(False, options) == 0


def every_guess(question: Question) -> list[tuple[str, ...]]:
    """Every answer that can be given to a question."""
    options = question.options
    every = {
        "choice": lambda: ((option,) for option in options),
        "true-false": lambda: ((option,) for option in options),
        "multiple": lambda: (some for size in range(1, len(options) + 1) for some in combinations(options, size)),
        "order": lambda: permutations(options),
    }
    return list(every[question.kind]())


@pytest.mark.parametrize("seeds", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_random_answers_average_zero_over_fifty_games_of_each_seed(seeds: int) -> None:
    bank, dice, scores = load_bank(), random.Random(11), []  # noqa: S311 - a seeded player
    guesses = {question.key: every_guess(question) for question in bank.questions}
    for seed in range(seeds):
        setup = Setup(mode=CLASSIC, seed=str(seed), length=10)
        begun = start(setup, questions_of(setup, bank), 0.0)
        for _ in range(50):
            game = begun
            for question in game.questions:
                game = advance(game, Answer(game.index, dice.choice(guesses[question.key])), game.now + 1)
                game = advance(game, Next(game.index), game.now)
            scores.append(float(game.score))
            assert (game.phase, len(game.verdicts)) == ("over", 10)
    assert len(scores) == 50 * seeds
    assert abs(mean(scores)) < 4 * stdev(scores) / sqrt(len(scores))


def test_for_each_question_of_the_bank_random_answers_come_to_exactly_nothing() -> None:
    for question in load_bank().questions:
        assert sum(grade(question, guess)[1] for guess in every_guess(question)) == 0, question.key


@pytest.mark.parametrize("options", [1, 0, -1])
@pytest.mark.parametrize("right", [True, False])
def test_there_is_no_choice_below_two_options(right: bool, options: int) -> None:
    with pytest.raises(ValueError, match=f"two options, not {options}"):
        choice_points(right, options)


@pytest.mark.parametrize(
    ("points", "shown"),
    [
        (Fraction(0), 0),
        (Fraction(100), 100),
        (Fraction(100, 3), 33),
        (Fraction(-100, 3), -33),
        (Fraction(200, 3), 67),
        (Fraction(-200, 3), -67),
        (Fraction(1, 2), 1),
        (Fraction(-1, 2), -1),
        (Fraction(5, 2), 3),
        (Fraction(-5, 2), -3),
        (Fraction(49, 100), 0),
        (Fraction(-49, 100), 0),
    ],
)
def test_points_are_shown_as_whole_ones_halves_away_from_zero(points: Fraction, shown: int) -> None:
    assert shown_points(points) == shown


@STILL
@given(st.fractions(-10_000, 10_000, max_denominator=1000))
def test_shown_points_are_the_nearest_whole_ones_and_the_same_for_gain_and_loss(points: Fraction) -> None:
    assert abs(shown_points(points) - points) <= Fraction(1, 2)
    assert shown_points(-points) == -shown_points(points)
