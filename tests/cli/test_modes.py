"""Modes, codes and players on the command line, and the records that it tells."""

import json
import re
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.game.challenge_code import encode
from quiz.game.game import Setup
from quiz.records.records import Records
from tests.bank.pack_folder import PackFolder
from tests.cli.conftest import Run
from tests.cli.run_command import Terminal, environment
from tests.cli.test_cli import one_line
from tests.tui.app_player import classic
from tests.tui.mode_games import keep, setup_of

SUMS = {
    "score",
    "right",
    "wrong",
    "skipped",
    "timed_out",
    "accuracy",
    "seconds",
    "median_seconds",
    "longest_run",
    "answers",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where ``run`` keeps its records."""
    return tmp_path / "data"


def kept(data: Path, bank: Bank, setup: Setup, *outcomes: str, player: str = "") -> None:
    records = Records(data, player)
    keep(records, bank, setup, *outcomes)
    records.close()


# Misuse


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--mode", "timed", "--seconds", "9"], "from 10 to 3600 seconds, not 9"),
        (["--mode", "timed", "--seconds", "3601"], "from 10 to 3600 seconds, not 3601"),
        (["--mode", "timed", "--seconds", "0"], "from 10 to 3600 seconds, not 0"),
        (["--mode", "timed", "--seconds", "1.5"], "'1.5' is not a valid integer"),
        (["--mode", "classic", "--seconds", "60"], "The mode classic has no clock"),
        (["--seconds", "60"], "The mode classic has no clock"),
        (["--mode", "survival", "--seconds", "60"], "The mode survival has no clock"),
        (["--mode", "timed", "--questions", "5"], "The mode timed takes no --questions"),
        (["--mode", "survival", "--questions", "5"], "The mode survival takes no --questions"),
        (["--mode", "daily", "--questions", "5"], "The mode daily takes no --questions"),
        (["--player", ""], "a player's name has 1 to 24 visible letters"),
        (["--player", "x" * 25], "a player's name has 1 to 24 visible letters"),
    ],
)
def test_what_does_not_go_with_a_mode_is_told_in_a_line(
    run: Run, pack: PackFolder, arguments: list[str], said: str
) -> None:
    ran = run("play", "--pack", pack.root, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in one_line(ran.err)


@pytest.mark.parametrize("code", ["00000-00000", ""])
def test_what_is_no_code_is_told_in_a_line(run: Run, code: str) -> None:
    ran = run("play", "--plain", "--code", code)
    assert (ran.code, ran.out) == (2, "")
    assert one_line(ran.err).startswith("Error: Th")


def test_a_mistyped_code_is_told_in_a_line(builtin: Bank, data: Path, tmp_path: Path) -> None:
    code = encode(classic(builtin), builtin.questions)
    wrong = code[:-1] + ("0" if code[-1] == "1" else "1")
    with Terminal("play", "--code", wrong, env=environment(data), cwd=tmp_path) as terminal:
        assert terminal.until_ended() == 2
        assert one_line(terminal.shown) == "Error: This code was mistyped: its letters do not add up."


@pytest.mark.parametrize("mode", ["missed", "practice"])
def test_a_mode_with_nothing_to_ask_is_told_in_a_line(run: Run, builtin: Bank, data: Path, mode: str) -> None:
    topic = min(builtin.topics, key=lambda topic: sum(one.topic == topic for one in builtin.questions))
    asked = [one for one in builtin.questions if one.topic == topic]
    setup = Setup(mode=setup_of("classic", builtin).mode, seed="1", picked=tuple(one.key for one in asked))
    kept(data, builtin, setup, *["right"] * len(asked))
    ran = run("play", "--plain", "--mode", mode, "--topic", topic)
    assert (ran.code, ran.out) == (2, "")
    told = (
        "There is no question that you last answered wrongly" if mode == "missed" else "The next question is due in"
    )
    assert told in one_line(ran.err)


# A game by its code, and what is printed at its end


def test_a_code_plays_its_game_and_the_result_is_printed_at_exit(builtin: Bank, data: Path, tmp_path: Path) -> None:
    setup = classic(builtin, length=1, seed="c0de")
    code = encode(setup, builtin.questions)
    with Terminal("play", "--code", code, env=environment(data), cwd=tmp_path) as terminal:
        terminal.until_shown("1 of 1 ")
        terminal.answer()
        terminal.press("\r")
        terminal.until_shown("Play again")
        terminal.press("e")
        terminal.until_shown("will be printed")
        terminal.press("\x11")
        assert terminal.until_ended() == 0
        assert re.search(r"Quiz classic · [01] of 1 · (right|partly|wrong)\n", terminal.shown)


# Records


def test_the_records_have_all_that_the_screens_show(run: Run, builtin: Bank, data: Path) -> None:
    kept(data, builtin, setup_of("timed", builtin), "right", "wrong", "timed out", player="Ada")
    kept(data, builtin, setup_of("survival", builtin), "right", "wrong", "wrong", "wrong", player="Ada")
    kept(data, builtin, setup_of("timed", builtin, seed="8"), "right", "timed out", player="Ada")
    kept(data, builtin, setup_of("classic", builtin), "right", player="Ada")
    told = json.loads(run("records", "--format", "json", "--player", "Ada").out)
    assert (told["player"], told["days_in_row"]) == ("Ada", 1)
    assert [(one["mode"], one["state"]) for one in told["history"]] == [
        ("classic", "stopped"),
        ("timed", "finished"),
        ("survival", "finished"),
        ("timed", "finished"),
    ]
    assert [(one["mode"], one["clock"], one["right"]) for one in told["bests"]] == [
        ("survival", None, 1),
        ("timed", 60, 1),
    ]
    assert told["bests"][1]["score"] == 100
    for game in told["history"] + told["bests"]:
        assert game.keys() >= SUMS
        assert game["player"] == "Ada"
    assert [answer["outcome"] for answer in told["history"][3]["answers"]] == ["right", "wrong", "timed out"]
    assert sum(topic["asked"] for topic in told["topics"]) == 8  # a clock that runs out says nothing of its question
    assert sum(topic["right"] for topic in told["topics"]) == 4
    assert {topic["name"] for topic in told["topics"]} <= set(builtin.topics)
    assert {one["topic"] for one in told["mastery"]} == set(builtin.topics)
    assert told["daily"]["played"] == 0
    assert told["hardest"] == []  # nothing was answered five times


def test_the_hardest_of_the_records_were_answered_five_times_or_more(run: Run, builtin: Bank, data: Path) -> None:
    for last in ("wrong", "wrong", "right", "right", "wrong"):
        kept(data, builtin, setup_of("classic", builtin), "wrong", last)
    told = json.loads(run("records", "--format", "json").out)
    shares = [one["smoothed"] for one in told["hardest"]]
    assert len(shares) == 2
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5
    assert {one["name"] for one in told["hardest"]} <= set(builtin.by_key)


def test_players_records_are_kept_apart_and_the_bests_stand_together(run: Run, builtin: Bank, data: Path) -> None:
    kept(data, builtin, setup_of("timed", builtin), "right", "timed out", player="Ada")
    kept(data, builtin, setup_of("timed", builtin), "right", "right", "timed out", player="Bob")
    kept(data, builtin, setup_of("timed", builtin), "wrong", "timed out", player="Bob")
    for name, games in (("Ada", 1), ("Bob", 2), ("", 0)):
        told = json.loads(run("records", "--format", "json", **({"QUIZ_PLAYER": name} if name else {})).out)
        assert told["player"] == name
        assert len(told["history"]) == games
        assert all(game["player"] == name for game in told["history"])
        assert sorted((game["player"], game["right"]) for game in told["bests"]) == [("Ada", 1), ("Bob", 2)]
    text = run("--player", "Bob", "records").out
    assert text.count("timed, 60 s, Bob") == 3  # a best, and two in the history
    bests, _, history = run("records", "--player", "Cleo").out.partition("History")
    assert [name for name in ("Ada", "Bob") if name in bests] == ["Ada", "Bob"]
    assert "timed" not in history


@pytest.mark.slow
def test_a_game_is_kept_as_its_players(run: Run, data: Path, tmp_path: Path) -> None:
    arguments = ("play", "--player", "Ada", "--mode", "timed", "--seed", "1")
    with Terminal(*arguments, env=environment(data), cwd=tmp_path) as terminal:
        terminal.until_shown("Answer")
        terminal.answer()
        terminal.press("\x1b")
        terminal.until_shown("Leave this game?")
        terminal.press("e")
        terminal.until_shown("Play again")
        terminal.press("\x11")
        assert terminal.until_ended() == 0
    assert len(json.loads(run("records", "--format", "json", "--player", "Ada").out)["history"]) == 1
    assert json.loads(run("records", "--format", "json").out)["history"] == []
