"""The best game of each kind of game: by score, then by time, then the earlier one."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import msgspec
import pytest

from quiz.game.selection import Filters
from quiz.records.kept import KeptGame, bests
from tests import making

AT = datetime(2025, 6, 6, 20, 0, tzinfo=UTC)
LATER = AT + timedelta(days=1)
GAME = KeptGame(
    id="game",
    state="finished",
    mode="classic",
    seed="7",
    filters=Filters(),
    length=2,
    seconds=None,
    bank="0123456789abcdef",
    questions=("test/q0", "test/q1"),
    started_at=AT,
    ended_at=AT,
    verdicts=(making.verdict(seconds=2.0), making.verdict("test/q1", "wrong", Fraction(-100, 3), seconds=3.0)),
)


def another(**changes: object) -> KeptGame:
    return msgspec.structs.replace(GAME, **changes)


def scored(points: Fraction | int, seconds: float = 5.0, **changes: object) -> KeptGame:
    return another(verdicts=(making.verdict(points=points, seconds=seconds),), **changes)


def test_a_kept_game_sums_up_its_verdicts() -> None:
    assert (GAME.result.score, GAME.result.right, GAME.result.seconds) == (Fraction(200, 3), 1, 5.0)


@pytest.mark.parametrize(
    ("best", "beaten"),
    [
        (scored(100, seconds=50.0), scored(Fraction(200, 3), seconds=1.0)),
        (scored(-50), scored(-100)),
        (scored(100, seconds=4.0, started_at=LATER), scored(100, seconds=4.5)),
        (scored(100), scored(100, started_at=LATER)),
    ],
    ids=["more points", "fewer lost", "the same in less time", "the same earlier"],
)
def test_the_best_is_first_by_score_then_by_time_then_the_earlier(best: KeptGame, beaten: KeptGame) -> None:
    assert bests((best, beaten)) == bests((beaten, best)) == (best,)


@pytest.mark.parametrize("rules", [{"mode": "marathon"}, {"questions": ("test/q0",)}, {"seconds": 60}], ids=str)
def test_games_by_different_rules_do_not_compete(rules: dict[str, object]) -> None:
    assert {one.id for one in bests((GAME, another(id="other", **rules)))} == {"game", "other"}


@pytest.mark.parametrize("state", ["open", "stopped", "dropped"])
def test_only_finished_games_can_be_best(state: str) -> None:
    assert bests((scored(500, state=state), GAME)) == (GAME,)


def test_there_is_no_best_of_nothing() -> None:
    assert bests(()) == ()
