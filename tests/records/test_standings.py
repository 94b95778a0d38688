"""The place of a game among the player's other games, and its ghost."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from quiz.game.deal import Filters
from quiz.game.game import Game, Outcome, Setup, start
from quiz.game.ghost import curve
from quiz.game.modes import CLASSIC, DAILY, SURVIVAL, TIMED
from quiz.records.models import GameRecord
from quiz.records.records import Records
from quiz.records.session import Session
from quiz.records.standings import (
    Standing,
    best_comparable_game,
    comparable_games,
    ghost_of,
    standing_among,
    standing_of,
)
from tests import sample
from tests.records.test_records import another_window

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
RULES = {
    "mode": {"mode": "classic"},
    "length": {"length": 5},
    "clock": {"seconds": 30},
    "filters": {"filters": Filters(topics=("Cast",))},
    "picked": {"picked": ("test/q0",)},
    "bank": {"bank": "fedcba9876543210"},
}


def run(right: int, wrong: int = 0, *, name: str = "run", each: float = 2.0, **changes: object) -> GameRecord:
    verdicts = [sample.verdict(seconds=each)] * right + [sample.verdict(outcome="wrong", points=-50)] * wrong
    game = GameRecord(
        id=name,
        state="finished",
        mode="timed",
        seed="another",
        filters=Filters(),
        length=None,
        seconds=60,
        bank="0123456789abcdef",
        questions=("test/q0",),
        started_at=AT,
        ended_at=AT,
        verdicts=tuple(verdicts),
    )
    return msgspec.structs.replace(game, **changes)


def timed() -> Game:
    return sample.game(4, mode=TIMED, seconds=60)


# What can be compared


def test_runs_by_the_same_rules_can_be_compared_whatever_their_seed() -> None:
    assert comparable_games(timed(), [run(1), run(2)]) == [run(1), run(2)]


def test_what_a_player_had_met_before_makes_no_other_rules() -> None:
    after_others = msgspec.structs.replace(timed().setup, postponed=("test/q0",))
    game = msgspec.structs.replace(timed(), setup=after_others)
    assert comparable_games(game, [run(1), run(2, postponed=("test/q1",))]) == [
        run(1),
        run(2, postponed=("test/q1",)),
    ]


@pytest.mark.parametrize("changes", RULES.values(), ids=RULES)
def test_runs_by_other_rules_cannot_be_compared(changes: dict[str, object]) -> None:
    assert comparable_games(timed(), [run(1, **changes)]) == []
    assert standing_among(run(1), [run(2, name="other", **changes)]) == Standing(1, 1, False)


@pytest.mark.parametrize("changes", [{"state": "stopped"}, {"state": "dropped"}, {"scored": False}], ids=str)
def test_only_games_that_were_finished_and_scored_count(changes: dict[str, object]) -> None:
    assert comparable_games(timed(), [run(1, **changes)]) == []
    first = "state" in changes  # a game that does not count may have been finished
    assert standing_among(run(1), [run(2, name="other", **changes)]) == Standing(1, 1, False, is_first=first)
    assert not standing_among(run(3, **changes), [run(2, name="other")]).is_best


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Filters(topics=("Cast", "Crew")), Filters(topics=("Crew", "Cast"))),
        (Filters(topics=("Crew",)), Filters(topics=("crew", "Crew"))),
        (Filters(difficulties=("hard", "easy")), Filters(difficulties=("easy", "hard"))),
        (Filters(sources=("a", "b")), Filters(sources=("b", "a", "b"))),
    ],
    ids=str,
)
def test_filters_that_let_the_same_through_are_the_same_rules(one: Filters, other: Filters) -> None:
    assert standing_among(run(1, filters=one), [run(2, name="other", filters=other)]) == Standing(2, 2, False)
    game = start(sample.setup(filters=one, seconds=60, mode=TIMED), sample.questions(1), 0.0)
    assert best_comparable_game(game, [run(2, filters=other)])


# Place and best


@pytest.mark.parametrize(
    ("others", "place", "runs", "is_best", "margin"),
    [
        ([], 1, 1, False, 0),
        ([run(2)], 1, 2, True, 100),
        ([run(4)], 2, 2, False, 0),
        ([run(3)], 1, 2, False, 0),
        ([run(3), run(2), run(2)], 1, 4, False, 0),
        ([run(5), run(5), run(3), run(1)], 3, 5, False, 0),
        ([run(3, each=2.5)], 1, 2, True, 0),
        ([run(4, wrong=2)], 1, 2, True, 0),
        ([run(1), run(2, wrong=1)], 1, 3, True, 150),
    ],
    ids=[
        "alone",
        "better",
        "worse",
        "tied",
        "tied above others",
        "third beside a tie",
        "faster",
        "more accurate",
        "by 150",
    ],
)
def test_a_place_counts_who_is_better_and_a_best_beats_every_other_run_by_a_margin(
    others: list[GameRecord], place: int, runs: int, is_best: bool, margin: int
) -> None:
    named = [msgspec.structs.replace(one, id=f"other {number}") for number, one in enumerate(others)]
    expected = Standing(place, runs, is_best, margin, is_first=not others)
    assert standing_among(run(3), named) == standing_among(run(3), [*named, run(3)]) == expected


def test_the_margin_is_the_difference_of_the_scores_as_they_are_shown() -> None:
    """200 − 33⅓ is shown as 167, and 100 − 33⅓ as 67."""
    third = sample.verdict(outcome="wrong", points=Fraction(-100, 3))
    one, two = (run(right, name=str(right)) for right in (1, 2))
    best, other = (msgspec.structs.replace(game, verdicts=(*game.verdicts, third)) for game in (two, one))
    assert standing_among(best, [other]).margin == 100
    assert standing_among(best, [one]).margin == 67


def test_the_first_game_is_the_first_that_was_finished_in_any_mode() -> None:
    classic = run(1, name="classic", mode="classic")
    assert standing_among(run(1), []).is_first
    assert standing_among(run(1), [run(1, name="left", state="stopped")]).is_first
    assert not standing_among(run(1), [classic]).is_first
    assert not standing_among(run(1, state="stopped"), []).is_first


def test_survival_runs_stand_by_how_many_were_right() -> None:
    longer = run(4, 9, mode="survival", seconds=None)
    assert standing_among(longer, [run(3, name="other", mode="survival", seconds=None)]) == Standing(1, 2, True, 1)


def test_the_ghost_is_the_best_run_that_can_be_compared() -> None:
    best = run(4, name="best")
    assert best_comparable_game(timed(), [run(3), best, run(9, state="stopped"), run(9, bank="other")]) is best
    assert best_comparable_game(timed(), []) is None


# From the records


def finish(records: Records, *outcomes: Outcome, setup: Setup | None = None) -> Session:
    """A game played to its end with these outcomes; in a timed one, its last question is left to time out."""
    game = sample.played(start(setup or timed().setup, sample.questions(4), 0.0), *outcomes)
    if game.setup.mode is TIMED:
        game = sample.played(game, "timed out")
    kept = records.begin(game, AT)
    for position, verdict in enumerate(game.verdicts):
        records.add(kept, position, verdict, AT)
    records.end(kept, "finished", AT)
    return Session(game, records, lambda: 0.0, record_id=kept)


def test_the_ghost_of_a_game_is_the_course_of_the_best_other_run(records: Records) -> None:
    finish(records, "right")
    best = finish(records, "right", "right")
    finish(records, "wrong")
    assert ghost_of(Session(timed(), records, lambda: 0.0), records) == curve(best.game.verdicts)


def test_a_game_is_not_its_own_ghost_even_once_it_is_over(records: Records) -> None:
    first = finish(records, "right", "right")
    assert ghost_of(first, records) is None
    second = finish(records, "right")
    assert ghost_of(first, records) == curve(second.game.verdicts)


def test_there_is_no_ghost_without_a_clock_without_records_and_of_another_player(
    records: Records, tmp_path: Path
) -> None:
    untimed = finish(records, *["right"] * 4, setup=sample.setup())  # type: ignore[list-item]
    assert ghost_of(Session(untimed.game, records, lambda: 0.0), records) is None
    finish(records, "right")
    assert ghost_of(Session(timed(), None, lambda: 0.0), None) is None
    with another_window(tmp_path, "Ana") as other:
        assert ghost_of(Session(timed(), other, lambda: 0.0), other) is None


def test_the_standing_of_a_game_that_is_over_is_among_the_players_own(records: Records, tmp_path: Path) -> None:
    with another_window(tmp_path, "Ana") as other:
        finish(other, "right", "right", "right")
    first = finish(records, "right")
    assert standing_of(first, records) == Standing(1, 1, False, is_first=True)
    assert standing_of(finish(records, "right", "right"), records) == Standing(1, 2, True, 100)
    assert standing_of(first, records) == Standing(2, 2, False)


def test_a_game_that_does_not_count_or_is_not_kept_has_no_standing(records: Records) -> None:
    again = msgspec.structs.replace(sample.setup(mode=DAILY), scored=False)
    assert standing_of(finish(records, "right", setup=again), records) is None
    assert standing_of(Session(timed(), records, lambda: 0.0), records) is None
    assert standing_of(Session(timed(), None, lambda: 0.0), None) is None


def test_records_that_cannot_be_read_give_no_ghost_and_no_standing(records: Records) -> None:
    session = finish(records, "right")
    records.close()
    assert (ghost_of(session, records), standing_of(session, records)) == (None, None)


def test_modes_do_not_mix(records: Records) -> None:
    for mode in (CLASSIC, SURVIVAL):
        standing = standing_of(finish(records, "right", setup=sample.setup(mode=mode)), records)
        assert standing == Standing(1, 1, False, is_first=mode is CLASSIC)
