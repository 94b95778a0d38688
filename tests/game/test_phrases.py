"""The texts about a game. Spoken ones have no signs or abbreviations."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.game.phrases import outcome_counts, spoken_points, spoken_time
from quiz.game.result import summarise
from quiz.game.shown_points import shown_points
from tests import sample


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (Fraction(100), "plus 100 points"),
        (Fraction(-100, 3), "minus 33 points"),
        (Fraction(1), "plus 1 point"),
        (Fraction(-1), "minus 1 point"),
        (Fraction(1, 3), "0 points"),
        (Fraction(0), "0 points"),
    ],
)
def test_points_are_spoken_with_their_sign_as_a_word(points: Fraction, said: str) -> None:
    assert spoken_points(points) == said


@given(st.fractions(-1000, 1000))
def test_points_in_words_are_those_that_are_shown(points: Fraction) -> None:
    said = spoken_points(points)
    sign = {"plus": 1, "minus": -1}.get(said.split()[0], 0)
    number = next(int(word) for word in said.split() if word.isdecimal())
    assert sign * number == shown_points(points)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (59.6, "1 minute"),
        (60, "1 minute"),
        (72, "1 minute 12 seconds"),
        (121, "2 minutes 1 second"),
        (3600, "60 minutes"),
    ],
)
def test_a_time_is_said_in_minutes_and_seconds(seconds: float, said: str) -> None:
    assert spoken_time(seconds) == said


def test_of_a_result_only_right_and_wrong_are_told_where_nothing_else_occurred() -> None:
    assert outcome_counts(summarise(())) == {"right": "right 0", "wrong": "wrong 0"}
    all_kinds = [sample.verdict(outcome=outcome) for outcome in ("right", "partly", "wrong", "skipped", "timed out")]
    assert outcome_counts(summarise(all_kinds)) == {
        "right": "right 1",
        "wrong": "wrong 1",
        "partly": "partly 1",
        "skipped": "skipped 1",
        "timed out": "timed out 1",
    }
