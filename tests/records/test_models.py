"""The best game of each kind of game: by score, then by time, then the earlier one."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import msgspec
import pytest

from quiz.game.deal import Filters
from quiz.game.modes import SURVIVAL
from quiz.records.models import GameRecord, bests, mode_of
from tests import sample

AT = datetime(2025, 6, 6, 20, 0, tzinfo=UTC)
LATER = AT + timedelta(days=1)
GAME = GameRecord(
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
    verdicts=(sample.verdict(seconds=2.0), sample.verdict("test/q1", "wrong", Fraction(-100, 3), seconds=3.0)),
)


def another(**changes: object) -> GameRecord:
    return msgspec.structs.replace(GAME, **changes)


def scored(points: Fraction | int, seconds: float = 5.0, **changes: object) -> GameRecord:
    return another(verdicts=(sample.verdict(points=points, seconds=seconds),), **changes)


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
def test_the_best_is_first_by_score_then_by_time_then_the_earlier(best: GameRecord, beaten: GameRecord) -> None:
    assert bests((best, beaten)) == bests((beaten, best)) == (best,)


@pytest.mark.parametrize(
    "rules",
    [{"mode": "marathon"}, {"questions": ("test/q0",)}, {"seconds": 60}, {"player": "Ana"}],
    ids=str,
)
def test_games_by_different_rules_do_not_compete(rules: dict[str, object]) -> None:
    assert {one.id for one in bests((GAME, another(id="other", **rules)))} == {"game", "other"}


@pytest.mark.parametrize("state", ["open", "stopped", "dropped"])
def test_only_finished_games_can_be_best(state: str) -> None:
    assert bests((scored(500, state=state), GAME)) == (GAME,)


@pytest.mark.parametrize("changes", [{"scored": False}, {"picked": ("test/q0",)}], ids=str)
def test_an_attempt_that_was_not_scored_and_a_game_of_picked_questions_cannot_be_best(
    changes: dict[str, object],
) -> None:
    assert bests((scored(500, **changes), GAME)) == (GAME,)


@pytest.mark.parametrize(("mode", "seconds"), [("timed", 60), ("survival", None)])
def test_endless_games_compete_however_many_questions_there_were_to_draw_from(mode: str, seconds: int | None) -> None:
    rules = {"mode": mode, "seconds": seconds}
    short, long = another(**rules), another(questions=("test/q0",), **rules)
    assert len(bests((short, long))) == 1


def test_the_best_survival_run_is_the_one_with_the_most_right() -> None:
    lost = sample.verdict(outcome="wrong", points=-100)
    longer = another(id="longer", mode="survival", verdicts=(sample.verdict(), sample.verdict(), lost, lost, lost))
    dearer = another(id="dearer", mode="survival", verdicts=(sample.verdict(),))
    assert longer.result.score < dearer.result.score
    assert bests((longer, dearer)) == bests((dearer, longer)) == (longer,)


@pytest.mark.parametrize(
    ("changes", "counts"),
    [({}, True), ({"scored": False}, False), ({"state": "stopped"}, False), ({"state": "open"}, False)],
    ids=str,
)
def test_a_game_counts_when_it_was_played_to_its_end_for_score(changes: dict[str, object], counts: bool) -> None:
    assert another(**changes).is_ranked is counts


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({}, "2 questions"),
        ({"questions": ("test/q0",)}, "1 question"),
        ({"mode": "timed", "seconds": 90}, "90 s"),
        ({"mode": "survival"}, ""),
        ({"mode": "marathon"}, "2 questions"),
    ],
    ids=str,
)
def test_the_size_of_a_game_is_its_clock_or_its_questions(changes: dict[str, object], size: str) -> None:
    assert another(**changes).size == size


def test_a_mode_that_this_version_does_not_know_is_judged_by_points() -> None:
    assert (mode_of("marathon").scored_by, mode_of("marathon").name) == ("points", "Marathon")
    assert mode_of("survival") is SURVIVAL
    assert another(mode="marathon").rank == GAME.rank


def test_there_is_no_best_of_nothing() -> None:
    assert bests(()) == ()
