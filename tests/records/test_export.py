"""Records as plain data: everything the screens show, in types that JSON has."""

import json
from datetime import timedelta
from fractions import Fraction

import pytest

from quiz.game.selection import Filters
from quiz.records.export import as_data, as_json, as_text
from tests import making
from tests.records.test_kept import AT, GAME, LATER, another

FULL = another(
    filters=Filters(topics=("Crew",), difficulties=("easy", "hard"), sources=("featurette",)),
    ended_at=AT + timedelta(minutes=2),
    questions=tuple(f"test/q{number}" for number in range(5)),
    verdicts=(
        making.verdict("test/q0", "right", 100, chosen=("Len Wiseman",), seconds=1.5),
        making.verdict("test/q1", "partly", 50, seconds=1.0),
        making.verdict("test/q2", "wrong", Fraction(-100, 3), chosen=("殺し屋",), seconds=2.0),
        making.verdict("test/q3", "skipped", 0, seconds=0.5),
        making.verdict("test/q4", "timed out", 0, seconds=5.0),
    ),
)


def test_every_figure_of_a_game_is_there() -> None:
    (found,) = json.loads(json.dumps(as_data((FULL,))))["history"]
    figures = {
        "id": "game",
        "state": "finished",
        "mode": "classic",
        "seed": "7",
        "bank": "0123456789abcdef",
        "topics": ["Crew"],
        "difficulties": ["easy", "hard"],
        "sources": ["featurette"],
        "questions": 5,
        "started_at": "2025-06-06T20:00:00+00:00",
        "ended_at": "2025-06-06T20:02:00+00:00",
        "score": float(Fraction(350, 3)),
        "right": 1,
        "partly": 1,
        "wrong": 1,
        "skipped": 2,
        "seconds": 10.0,
    }
    assert {figure: found[figure] for figure in figures} == figures
    assert [one["outcome"] for one in found["answers"]] == ["right", "partly", "wrong", "skipped", "timed out"]
    assert found["answers"][2] == {
        "question": "test/q2",
        "outcome": "wrong",
        "chosen": ["殺し屋"],
        "points": float(Fraction(-100, 3)),
        "seconds": 2.0,
    }


@pytest.mark.parametrize(
    "change",
    [
        {"state": "stopped"},
        {"mode": "marathon"},
        {"seed": "8"},
        {"filters": Filters(topics=("Cast",))},
        {"seconds": 60},
        {"bank": "fedcba9876543210"},
        {"questions": ("test/q0",)},
        {"started_at": LATER},
        {"ended_at": LATER},
        {"verdicts": GAME.verdicts[:1]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_games_that_differ_in_anything_kept_are_told_apart(change: dict[str, object]) -> None:
    assert as_data((another(**change),))["history"] != as_data((GAME,))["history"]


def test_bests_and_history_stand_side_by_side_history_as_given() -> None:
    beaten = another(id="beaten", verdicts=GAME.verdicts[1:])
    stopped = another(id="stopped", state="stopped")
    data = json.loads(json.dumps(as_data((stopped, beaten, GAME))))
    assert [one["id"] for one in data["history"]] == ["stopped", "beaten", "game"]
    assert [one["id"] for one in data["bests"]] == ["game"]
    assert data["bests"][0] == data["history"][2]


def test_no_records_are_empty_lists() -> None:
    assert as_data(()) == {"bests": [], "history": []}


def test_a_game_without_an_end_has_none() -> None:
    (found,) = as_data((another(ended_at=None),))["history"]  # type: ignore[misc]
    assert found["ended_at"] is None


def test_the_json_is_one_object_with_words_as_they_are() -> None:
    assert json.loads(as_json((FULL, GAME))) == as_data((FULL, GAME))
    assert "殺し屋" in as_json((FULL,))


def test_the_text_has_a_line_for_each_best_and_each_game_with_its_figures() -> None:
    stopped = another(id="stopped", state="stopped", verdicts=FULL.verdicts[2:])
    best, *_, history = as_text((stopped, FULL)).split("\n\n")
    assert best.startswith("Bests\n")
    assert len(best.splitlines()) == 2
    _, first, second = history.splitlines()
    for figure in ("classic", "2 questions", "-33", "right 0", "wrong 1", "skipped 2", "8 s", "stopped"):
        assert figure in first
    for figure in ("classic", "5 questions", "+117", "right 1", "wrong 1", "skipped 2", "10 s"):
        assert figure in second
    assert "finished" not in second


def test_the_text_says_so_where_no_game_was_played_to_its_end() -> None:
    assert "none yet" in as_text((another(state="stopped"),)).split("\n\n")[0]


def test_the_text_of_no_records_says_so() -> None:
    assert as_text(()) == "No game has been kept yet."
