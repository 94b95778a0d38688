"""The better of two games: by score, then accuracy, then less time."""

from fractions import Fraction

import pytest

from quiz.game.game import Outcome, Verdict
from quiz.game.modes import CLASSIC, MODES, SURVIVAL, TIMED, Mode
from quiz.game.ranking import Rank, rank
from quiz.game.result import summarise
from tests import sample

POINTS: dict[Outcome, Fraction] = {"right": Fraction(100), "wrong": Fraction(-100, 3)}


def run(*outcomes: Outcome, seconds: float = 2.0) -> tuple[Verdict, ...]:
    return tuple(
        sample.verdict(outcome=outcome, points=POINTS.get(outcome, Fraction(0)), seconds=seconds)
        for outcome in outcomes
    )


def of(mode: Mode, verdicts: tuple[Verdict, ...]) -> Rank:
    return rank(mode, summarise(verdicts))


@pytest.mark.parametrize("mode", [CLASSIC, TIMED], ids=lambda mode: mode.id)
@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (run("right", "right", "wrong", seconds=9), run("right", seconds=1)),
        (run("right", "skipped", seconds=9), run("right", "right", "wrong", "wrong", "wrong", seconds=1)),
        (run("skipped", seconds=9), run("wrong", seconds=1)),
        (run("right", "skipped", seconds=1), run("right", "skipped", seconds=2)),
    ],
    ids=["more points", "the same points, more accurately", "nothing rather than less", "the same in less time"],
)
def test_points_come_first_then_accuracy_then_time(
    mode: Mode, better: tuple[Verdict, ...], worse: tuple[Verdict, ...]
) -> None:
    assert of(mode, better) > of(mode, worse)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (run("right", "right", "wrong", "wrong", "wrong", seconds=9), run("right", "wrong", seconds=1)),
        (run("right", "timed out", "timed out", seconds=9), run("right", "wrong", "wrong", seconds=1)),
        (run("right", "wrong", seconds=1), run("right", "wrong", seconds=2)),
    ],
    ids=["more right, fewer points", "as many right, more accurately", "the same in less time"],
)
def test_a_survival_run_ranks_by_how_many_were_right(better: tuple[Verdict, ...], worse: tuple[Verdict, ...]) -> None:
    assert of(SURVIVAL, better) > of(SURVIVAL, worse)


def test_a_survival_run_of_more_right_answers_beats_one_of_more_points() -> None:
    longer, dearer = run("right", "right", *["wrong"] * 4), run("right", "skipped", "skipped")
    assert of(SURVIVAL, longer) > of(SURVIVAL, dearer)
    assert of(CLASSIC, longer) < of(CLASSIC, dearer)


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_the_same_run_ranks_the_same_and_an_empty_one_can_be_ranked(mode: Mode) -> None:
    assert of(mode, run("right", "wrong")) == of(mode, run("wrong", "right"))
    assert of(mode, ()) < of(mode, run("right"))
