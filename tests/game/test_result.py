"""The sums over the verdicts of a game."""

from fractions import Fraction

import pytest

from quiz.game.game import Outcome
from quiz.game.modes import CLASSIC, SURVIVAL, TIMED, Mode
from quiz.game.result import current_streak, summarise
from tests import sample


def test_a_result_adds_up_points_outcomes_and_seconds() -> None:
    result = summarise(
        (
            sample.verdict("test/a", "right", 100, seconds=1.5),
            sample.verdict("test/b", "wrong", Fraction(-100, 3), seconds=2.0),
            sample.verdict("test/c", "partly", 50, seconds=3.0),
            sample.verdict("test/d", "skipped", 0, seconds=0.5),
            sample.verdict("test/e", "right", 100, seconds=4.0),
        )
    )
    assert result.score == Fraction(650, 3)
    assert (result.asked, result.right, result.partly, result.wrong, result.skipped) == (5, 2, 1, 1, 1)
    assert result.seconds == 11.0


def test_a_question_that_timed_out_is_neither_skipped_nor_wrong() -> None:
    result = summarise((sample.verdict("test/a", "skipped", 0), sample.verdict("test/b", "timed out", 0)))
    assert (result.asked, result.skipped, result.timed_out, result.wrong) == (2, 1, 1, 0)


def test_missed_is_whatever_was_not_right_in_the_order_in_which_it_was_asked() -> None:
    outcomes = ("timed out", "right", "wrong", "partly", "skipped")
    verdicts = [sample.verdict(f"test/{key}", outcome, 0) for key, outcome in zip("zyxwv", outcomes, strict=True)]
    assert summarise(verdicts).missed == ("test/z", "test/x", "test/w", "test/v")


def test_accuracy_is_the_share_of_right_answers_among_those_given() -> None:
    right, wrong, partly = (sample.verdict(outcome=outcome) for outcome in ("right", "wrong", "partly"))
    skipped = sample.verdict(outcome="skipped", points=0)
    assert summarise((right, wrong, partly, right, skipped)).accuracy == 0.5


def test_there_is_no_accuracy_where_nothing_was_answered() -> None:
    assert summarise(()).accuracy is None
    assert summarise((sample.verdict(outcome="skipped", points=0),)).accuracy is None


def test_an_empty_game_comes_to_nothing() -> None:
    result = summarise(())
    assert (result.score, result.asked, result.seconds, result.missed) == (0, 0, 0, ())


def test_the_median_time_is_that_of_the_answers_that_were_given() -> None:
    given = [
        sample.verdict(outcome=outcome, seconds=seconds)
        for outcome, seconds in (
            ("right", 1.0),
            ("wrong", 2.0),
            ("partly", 9.0),
            ("skipped", 50.0),
            ("timed out", 60.0),
        )
    ]  # type: ignore[arg-type]
    assert summarise(given).median_seconds == 2.0
    assert summarise(given[:2]).median_seconds == 1.5
    assert summarise(given[3:]).median_seconds is None


RUNS: list[tuple[list[Outcome], int, int]] = [
    ([], 0, 0),
    (["wrong", "skipped"], 0, 0),
    (["right"], 1, 1),
    (["right", "right", "wrong", "right"], 2, 1),
    (["right", "skipped", "right", "right"], 2, 2),
    (["right", "right", "timed out"], 2, 0),
    (["right", "partly", "right", "wrong"], 1, 0),
]


@pytest.mark.parametrize(("outcomes", "longest", "last"), RUNS, ids=str)
def test_a_run_of_right_answers_is_broken_by_anything_else(outcomes: list[Outcome], longest: int, last: int) -> None:
    verdicts = [sample.verdict(outcome=outcome) for outcome in outcomes]
    assert (summarise(verdicts).longest_streak, current_streak(verdicts)) == (longest, last)


@pytest.mark.parametrize(
    ("mode", "outcomes", "perfect"),
    [
        (CLASSIC, ["right", "right"], True),
        (CLASSIC, ["right"], False),
        (CLASSIC, [], False),
        (CLASSIC, ["right", "skipped"], False),
        (TIMED, ["right", "right"], False),
        (SURVIVAL, ["right", "right"], False),
    ],
    ids=str,
)
def test_a_game_is_perfect_when_every_question_was_answered_right(
    mode: Mode, outcomes: list[Outcome], perfect: bool
) -> None:
    assert sample.played(sample.game(2, mode=mode, seconds=mode.seconds), *outcomes).is_perfect is perfect
