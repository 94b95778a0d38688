"""The output of ``quiz records``: everything the screens show, as JSON and text."""

import json
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from quiz.bank.bank import Bank
from quiz.bank.pack import Pack
from quiz.game.deal import Filters
from quiz.game.modes import daily_seed
from quiz.records.models import AnswerRecord, GameRecord
from quiz.records.overview import Overview
from quiz.records.records_export import as_data, as_json, as_text
from tests import sample
from tests.records.test_models import AT, GAME, LATER, another

FULL = another(
    filters=Filters(topics=("Crew",), difficulties=("easy", "hard"), sources=("featurette",)),
    ended_at=AT + timedelta(minutes=2),
    questions=tuple(f"test/q{number}" for number in range(5)),
    verdicts=(
        sample.verdict("test/q0", "right", 100, chosen=("Len Wiseman",), seconds=1.5),
        sample.verdict("test/q1", "partly", 50, seconds=1.0),
        sample.verdict("test/q2", "wrong", Fraction(-100, 3), chosen=("殺し屋",), seconds=2.0, looked_up=True),
        sample.verdict("test/q3", "skipped", 0, seconds=0.5),
        sample.verdict("test/q4", "timed out", 0, seconds=5.0),
    ),
)


def test_every_figure_of_a_game_is_there() -> None:
    (found,) = json.loads(json.dumps(as_data((FULL,))))["history"]
    figures = {
        "id": "game",
        "state": "finished",
        "player": "",
        "scored": True,
        "mode": "classic",
        "seed": "7",
        "bank": "0123456789abcdef",
        "topics": ["Crew"],
        "difficulties": ["easy", "hard"],
        "sources": ["featurette"],
        "questions": 5,
        "clock": None,
        "started_at": "2025-06-06T20:00:00+00:00",
        "ended_at": "2025-06-06T20:02:00+00:00",
        "score": float(Fraction(350, 3)),
        "right": 1,
        "partly": 1,
        "wrong": 1,
        "skipped": 1,
        "timed_out": 1,
        "looked_up": 1,
        "accuracy": 1 / 3,
        "seconds": 10.0,
        "median_seconds": 1.5,
        "longest_run": 1,
    }
    assert {figure: found[figure] for figure in figures} == figures
    assert [one["outcome"] for one in found["answers"]] == ["right", "partly", "wrong", "skipped", "timed out"]
    assert found["answers"][2] == {
        "question": "test/q2",
        "outcome": "wrong",
        "chosen": ["殺し屋"],
        "points": float(Fraction(-100, 3)),
        "seconds": 2.0,
        "looked_up": True,
    }


@pytest.mark.parametrize(
    "change",
    [
        {"state": "stopped"},
        {"player": "Ana"},
        {"scored": False},
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


def whole(*games: GameRecord) -> Overview:
    """The records of a player who played these games and answered as in them."""
    answers = tuple(
        AnswerRecord(one.question, one.outcome, one.seconds, AT) for game in games for one in game.verdicts
    )
    return Overview(player="Ana", games=games, all_games=games, answers=answers, today=AT.astimezone().date())


BANK = sample.bank(*(sample.question(f"q{number}", topic="Cast" if number < 2 else "Crew") for number in range(5)))


def test_the_json_is_one_object_with_words_as_they_are() -> None:
    data = json.loads(as_json(whole(FULL, GAME), BANK))
    assert data == data | as_data((FULL, GAME))
    assert "殺し屋" in as_json(whole(FULL), BANK)


def test_the_json_has_what_the_records_screen_shows_beside_the_games() -> None:
    data = json.loads(as_json(whole(FULL), BANK))
    assert (data["player"], data["days_in_row"]) == ("Ana", 1)
    assert data["topics"] == [
        {"name": "Cast", "right": 1, "asked": 2, "share": 0.5, "smoothed": 0.5},
        {"name": "Crew", "right": 0, "asked": 2, "share": 0.0, "smoothed": 0.25},
    ]
    assert data["hardest"] == []  # none was answered five times
    often = json.loads(as_json(whole(FULL, FULL, FULL, FULL, FULL), BANK))
    assert [one["name"] for one in often["hardest"]] == ["test/q1", "test/q2", "test/q4"]


def test_the_json_and_the_text_have_the_dailies_and_the_mastered_topics() -> None:
    seed = daily_seed(AT.astimezone().date().isoformat(), GAME.bank)
    daily = another(mode="daily", seed=seed, verdicts=FULL.verdicts[:1])
    rehearsed = another(mode="daily", seed=seed, scored=False)
    data = json.loads(as_json(whole(daily, rehearsed, another()), BANK))
    assert data["daily"] == {
        "played": 1,
        "days_in_row": 1,
        "longest_row": 1,
        "distribution": [{"right": 1, "games": 1}],
        "right_today": 1,
    }
    assert data["mastery"] == [
        {"topic": "Cast", "known": 1, "questions": 2, "mastered": False},
        {"topic": "Crew", "known": 0, "questions": 3, "mastered": False},
    ]
    known = msgspec.structs.replace(FULL, verdicts=tuple(sample.verdict(f"test/q{number}") for number in range(2)))
    text = as_text(whole(daily, rehearsed, known), BANK)
    assert "\n\nDaily: 1 day in a row. 1 daily played.\n  1 right: 1 daily\n\n" in text
    assert "\n\n1 of 2 topics mastered\n  Cast: mastered\n  Crew: 0 of 3\n\nHistory" in text
    assert text.count("daily practice, 2 questions") == 1
    assert "mastered" not in as_text(whole(), BANK)


def test_the_bests_of_the_json_are_those_of_all_players() -> None:
    other = another(id="other", player="Len")
    data = json.loads(as_json(msgspec.structs.replace(whole(GAME), all_games=(GAME, other)), BANK))
    assert [one["id"] for one in data["bests"]] == ["game", "other"]
    assert [one["id"] for one in data["history"]] == ["game"]


def test_the_text_has_a_line_for_each_best_and_each_game_with_its_figures() -> None:
    stopped = another(id="stopped", state="stopped", verdicts=FULL.verdicts[2:])
    best, *_, history = as_text(whole(stopped, FULL)).split("\n\n")
    assert best.startswith("Bests\n")
    assert len(best.splitlines()) == 2
    _, first, second = history.splitlines()
    sums = ("wrong 1", "skipped 1", "timed out 1")
    for figure in ("classic", "2 questions", "-33", "right 0", *sums, "8 s", "stopped"):
        assert figure in first
    for figure in ("classic", "5 questions", "+117", "right 1", "partly 1", *sums, "10 s"):
        assert figure in second
    assert "finished" not in second


def test_the_text_says_so_where_no_game_was_played_to_its_end() -> None:
    assert "none yet" in as_text(whole(another(state="stopped"))).split("\n\n")[0]


def test_nothing_in_the_text_acts_on_a_terminal() -> None:
    """A damaged file may hold any character."""
    text = as_text(whole(another(mode="\x1b[31mclassic", player="A\x07\nda")))
    assert all(line.isprintable() for line in text.split("\n"))
    assert "␛[31mclassic, 2 questions, A␇ da" in text


def test_the_text_of_no_records_says_so() -> None:
    assert as_text(whole()) == "No game has been saved yet."


def test_the_bests_of_the_text_are_those_of_all_players_and_its_history_the_players_own() -> None:
    other = another(id="other", player="Len")
    best, history = as_text(msgspec.structs.replace(whole(GAME), all_games=(GAME, other))).split("\n\n")
    assert [line.partition("Len")[1] for line in best.splitlines()] == ["", "", "Len"]
    assert len(history.splitlines()) == 2
    assert "Len" not in history
    best, history = as_text(msgspec.structs.replace(whole(), all_games=(other,))).split("\n\n")
    assert (len(best.splitlines()), len(history.splitlines())) == (2, 1)


def test_what_was_interrupted_stands_by_itself_and_is_no_history() -> None:
    open_one = another(id="open", state="open", ended_at=None)
    interrupted = msgspec.structs.replace(whole(), interrupted=(open_one,))
    last = as_text(interrupted).split("\n\n")[-1]
    assert last.startswith("Interrupted, the latest first\n")
    assert len(last.splitlines()) == 2
    data = json.loads(as_json(interrupted, BANK))
    assert [one["id"] for one in data["interrupted"]] == ["open"]
    assert data["history"] == json.loads(as_json(whole(GAME), BANK))["interrupted"] == []
    assert "Interrupted" not in as_text(whole(GAME))


def test_the_json_names_the_answered_questions_that_were_retired() -> None:
    names = ("q1", "q4", "never-asked")
    pack = Pack(name="test", root=Path(), questions=BANK.questions[2:4], retired=frozenset(names))
    data = json.loads(as_json(whole(FULL), Bank((pack,))))
    assert data["retired"] == ["test/q1", "test/q4"]
    assert [one["question"] for one in data["history"][0]["answers"]] == [f"test/q{number}" for number in range(5)]
    assert [one["name"] for one in data["topics"]] == ["Crew"]
    assert json.loads(as_json(whole(FULL), BANK))["retired"] == []
