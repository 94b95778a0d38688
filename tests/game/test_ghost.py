"""The ghost: the score of an earlier game at the same time."""

from fractions import Fraction

import pytest

from quiz.game.events import Next
from quiz.game.game import advance
from quiz.game.ghost import curve, lead, score_at
from tests import sample

THIRD = Fraction(-100, 3)
RUN = curve(
    (
        sample.verdict("test/a", "right", 100, seconds=2.0),
        sample.verdict("test/b", "wrong", THIRD, seconds=3.5),
        sample.verdict("test/c", "skipped", 0, seconds=0.5),
        sample.verdict("test/d", "right", 100, seconds=4.0),
    )
)


def test_a_curve_adds_up_seconds_and_points_from_nothing() -> None:
    assert RUN == ((0.0, 0), (2.0, 100), (5.5, 100 + THIRD), (6.0, 100 + THIRD), (10.0, 200 + THIRD))


@pytest.mark.parametrize(
    ("used", "score"),
    [
        (0.0, 0),
        (1.999, 0),
        (2.0, 100),
        (5.4, 100),
        (5.5, 100 + THIRD),
        (9.9, 100 + THIRD),
        (10.0, 200 + THIRD),
        (1e6, 200 + THIRD),
    ],
)
def test_the_score_of_a_run_is_that_of_the_last_answer_it_had_given_by_then(used: float, score: Fraction) -> None:
    assert score_at(RUN, used) == score


@pytest.mark.parametrize("used", [0.0, 1.0, 60.0])
def test_a_run_without_answers_stays_at_nothing(used: float) -> None:
    assert curve(()) == ((0.0, 0),)
    assert score_at(curve(()), used) == score_at((), used) == 0


def test_a_run_beside_itself_is_neither_ahead_nor_behind_whatever_the_seconds_add_up_to() -> None:
    game = sample.game(9, now=1000.1)
    for outcome in ("right", "wrong", "skipped") * 3:
        game = sample.played(game, outcome, seconds=0.7)  # type: ignore[arg-type]
        assert score_at(curve(game.verdicts), game.seconds_used) == game.score


@pytest.mark.parametrize(("used", "ahead"), [(1.0, 100), (2.0, 0), (6.0, 33), (10.0, -67)])
def test_the_lead_is_counted_at_the_same_time(used: float, ahead: int) -> None:
    game = sample.game(seconds=60, now=0.0)
    game = advance(game, sample.event(game, "right"), 0.5)
    game = advance(game, Next(0), 0.5)
    assert lead(game, RUN, used) == ahead
    assert lead(game, None, used) is None
    assert lead(sample.game(now=0.0), RUN, used) is None
