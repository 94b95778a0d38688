"""The real `quiz play --plain`: in pipes, in a terminal, in any locale, and beside the app."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.game.challenge_code import encode
from quiz.game.game import questions_of
from tests.bank.pack_folder import PackFolder, question
from tests.cli.run_command import PATIENCE, QUIZ, Ran, Terminal, environment, run_here
from tests.cli.test_cli import one_line
from tests.hostile import ACTING, hostile_pack
from tests.plain.conftest import Play
from tests.plain.scripted_input import typed
from tests.tui.app_player import classic

ASKING = "to skip, q to leave:"


def lines_for(bank: Bank, length: int, *, right: bool = True) -> tuple[str, str]:
    """What answers a classic game of the bank rightly or wrongly throughout, and the game's code."""
    setup = classic(bank, length=length)
    asked = questions_of(setup, bank)
    lines = "".join(f"{typed(one, setup.seed, right=right)}\n\n" for one in asked)
    return lines, encode(setup, bank.questions)


def records(data: Path, *arguments: str) -> Ran:
    return run_here("records", *arguments, env=environment(data), cwd=data.parent)


# Through pipes


def test_a_game_is_played_through_pipes_and_kept(play_installed: Play, builtin: Bank, data: Path) -> None:
    lines, code = lines_for(builtin, 10)
    ran = play_installed("--seed", "7", typed=lines)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Classic, 10 questions.\n")
    assert ran.out.count("\nRight, plus 100 points") == 10
    assert "Classic, 10 questions: plus 1000 points. Every answer right. Take a bow." in ran.out
    assert ran.out.endswith(f"Challenge a friend: quiz play --code {code}\n")
    (kept,) = json.loads(records(data, "--format", "json").out)["history"]
    assert (kept["state"], kept["right"], kept["points"]) == ("finished", 10, 1000.0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--questions", "3"], "Classic, 3 questions."),
        (["--mode", "timed", "--seconds", "90"], "Timed, 1 minute 30 seconds, "),
        (["--mode", "survival"], "Survival, 3 lives, "),
        (["--mode", "daily"], "Daily, 10 questions."),
        (["--mode", "practice", "--questions", "2"], "Practice, 2 questions."),
        (["--topic", "cAST", "--questions", "1"], "Question 1 of 1. Cast, "),
        (["--difficulty", "hard", "--questions", "1"], ", hard.\n"),
        (["--source", "featurette-2024", "--questions", "1"], "Source: Featurette article"),
        (["--player", "Ada", "--questions", "1"], "Classic, 1 question."),
    ],
)
def test_it_takes_what_the_app_takes(play: Play, arguments: list[str], said: str) -> None:
    ran = play(*arguments, typed="s\n")
    assert (ran.code, ran.err) == (0, "")
    assert said in ran.out


def test_a_code_gives_the_same_game(play: Play, builtin: Bank) -> None:
    lines, code = lines_for(builtin, 3)
    assert "plus 300 points. Every answer right" in play("--code", code, typed=lines).out


def test_what_was_missed_is_asked_again(play: Play, builtin: Bank) -> None:
    setup = classic(builtin, length=1)
    (asked,) = questions_of(setup, builtin)
    play("--seed", "7", "--questions", "1", typed=typed(asked, "7", right=False))
    out = play("--mode", "missed").out
    assert out.startswith("Missed, 1 question.\n")
    assert asked.prompt in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--mode", "chess"], "There is no mode 'chess'"),
        (["--mode", "missed"], "There is no question that you last answered wrongly"),
        (["--seconds", "60"], "The mode classic has no clock"),
        (["--code", "hello"], "code"),
    ],
)
def test_what_is_impossible_is_said_in_a_line(play: Play, arguments: list[str], said: str) -> None:
    ran = play(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in one_line(ran.err)


def test_drafts_are_asked_where_they_are_wanted(play: Play, pack: PackFolder) -> None:
    pack.questions(question("bare", draft=True, citations=...))
    assert play("--pack", pack.root).code == 2
    out = play("--pack", pack.root, "--drafts", typed="s\n").out
    assert "No source. " in out
    assert "No source: nothing here proves the answer.\n" in out


def test_a_bank_with_problems_is_played_as_far_as_it_is_good(play: Play, pack: PackFolder) -> None:
    pack.questions(question(), question("bad", distractors=[]))
    assert "1 problem in the bank; the rest is played. Run quiz check.\n" in play("--pack", pack.root).out


# However it ends


def test_the_end_of_the_input_leaves_the_game_for_later(play: Play, data: Path) -> None:
    ran = play("--seed", "1", typed="1\n\n")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\nThe game is interrupted after 1 question, and saved. `quiz` resumes it.\n")
    assert "Interrupted, the latest first\n" in records(data).out
    (kept,) = json.loads(records(data, "--format", "json").out)["interrupted"]
    assert (kept["state"], len(kept["answers"])) == ("open", 1)
    assert "Interrupted: Classic, 1 of 10, " in play().out


@pytest.mark.parametrize("closed", ["<&-", "</dev/null", "<&- 2>&-"])
def test_without_any_input_the_game_is_left(tmp_path: Path, data: Path, closed: str) -> None:
    command = f"exec {QUIZ} play --plain {closed}"
    ran = Ran(
        subprocess.run(["sh", "-c", command], env=environment(data), cwd=tmp_path, capture_output=True, check=False)
    )
    assert ran.code == 0
    assert ran.out.endswith("The game was left before anything was answered.\n")


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path, data: Path) -> None:
    command = f"yes s | {QUIZ} play --plain --questions 1000 | head -n 1"
    ran = Ran(
        subprocess.run(["sh", "-c", command], env=environment(data), cwd=tmp_path, capture_output=True, check=False)
    )
    assert ran.err == ""
    assert ran.out.startswith("Classic, ")


def test_ctrl_c_in_a_pipe_leaves_the_game_in_one_line(tmp_path: Path, data: Path) -> None:
    with subprocess.Popen(
        [QUIZ, "play", "--plain"],
        env=environment(data), cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"s\n")
        process.stdin.flush()
        while b"Score:" not in process.stdout.readline():
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (0, b"")
    last = out.decode().splitlines()[-1]
    assert last == "The game is interrupted after 1 question, and saved. `quiz` resumes it."


# What is written


def test_no_escape_sequence_and_no_carriage_return_is_ever_written(play: Play) -> None:
    for arguments in ([], ["--mode", "timed"], ["--mode", "survival"]):
        assert ACTING.search(play(*arguments, typed="s\n\n" * 10).out) is None


def test_hostile_words_of_a_pack_act_on_nothing(play: Play, tmp_path: Path) -> None:
    bank = hostile_pack(tmp_path / "hostile")
    ran = play("--pack", tmp_path / "hostile", "--questions", "100", typed="1\n\n" * len(bank.questions))
    assert (ran.code, ran.err) == (0, "")
    assert "The results.\n" in ran.out
    assert ran.out.count("Sources disagree: ") == len(bank.questions)
    assert ACTING.search(ran.out) is None


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        pytest.param({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, marks=pytest.mark.slow),
        pytest.param({"PYTHONIOENCODING": "ascii"}, marks=pytest.mark.slow),
        pytest.param({"PYTHONIOENCODING": "latin-1"}, marks=pytest.mark.slow),
    ],
    ids=str,
)
def test_letters_that_the_output_lacks_are_replaced_and_no_sign_of_a_number_is(
    play_installed: Play, builtin: Bank, env: dict[str, str]
) -> None:
    ran = play_installed("--seed", "7", typed=lines_for(builtin, 10, right=False)[0], **env)
    assert (ran.code, ran.err) == (0, "")
    assert "minus " in ran.out
    assert not re.search(r"[?\ufffd]\d+ points", ran.out)
    assert "Challenge a friend: " in ran.out


def test_a_plain_game_needs_no_textual(data: Path) -> None:
    run_plain = "quiz(['play', '--plain'], standalone_mode=False)"
    program = f"import sys; from quiz.cli.main import quiz; {run_plain}; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program], env=environment(data), input=b"s\n\n1\n\n", capture_output=True, check=True
    )
    loaded = ran.stdout.decode().splitlines()[-1].split()
    assert "quiz.plain.plain_game" in loaded
    assert not {"textual", "rich", "textual_plotext", "quiz.tui", "fsrs", "watchfiles"} & set(loaded)


# In a terminal


def test_a_game_is_played_in_a_terminal(tmp_path: Path, data: Path) -> None:
    env = environment(data, TERM="dumb")
    with Terminal("play", "--plain", "--questions", "2", "--seed", "1", env=env, cwd=tmp_path) as terminal:
        terminal.until(lambda shown: shown.rstrip().endswith(ASKING))
        terminal.press("nothing\r")
        terminal.until_shown("s skips, q leaves.")
        terminal.press("s\r")
        terminal.until_shown("Enter to continue")
        assert "Skipped, 0 points." in terminal.shown
        terminal.press("\r")
        terminal.until_shown("Question 2 of 2.")
        terminal.until(lambda shown: shown.rstrip().endswith(ASKING))
        terminal.press("s\r")
        terminal.until_shown("Challenge a friend")
        assert terminal.until_ended() == 0


@pytest.mark.parametrize("leave", ["ctrl-c", *(pytest.param(how, marks=pytest.mark.slow) for how in ("ctrl-d", "q"))])
def test_a_game_left_in_a_terminal_is_resumed_in_the_app(tmp_path: Path, data: Path, leave: str) -> None:
    env = environment(data)
    with Terminal("play", "--plain", "--questions", "3", env=env, cwd=tmp_path) as terminal:
        terminal.until(lambda shown: shown.rstrip().endswith(ASKING))
        terminal.press("s\r")
        terminal.until_shown("Enter to continue")
        terminal.press("\r")
        terminal.until_shown("Question 2 of 3.")
        terminal.until(lambda shown: shown.rstrip().endswith(ASKING))
        if leave == "ctrl-c":
            terminal.process.send_signal(signal.SIGINT)  # what a terminal sends for it
        else:
            terminal.press({"ctrl-d": "\x04", "q": "q\r"}[leave])
        assert terminal.until_ended() == 0
        assert terminal.shown.rstrip().endswith("`quiz` resumes it.")
    with Terminal(env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("Interrupted: Classic, 1 of 3")
        terminal.press("r")
        terminal.until_shown("2 of 3 ")


def test_without_a_terminal_the_app_tells_of_the_plain_game(tmp_path: Path, data: Path) -> None:
    ran = subprocess.run(
        [QUIZ, "play"],
        env=environment(data),
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    assert b"`quiz play --plain`" in ran.stderr
    assert not os.path.lexists(data)


def test_a_second_daily_is_practice_before_and_during_it_and_so_it_is_in_the_app(
    play: Play, data: Path, pack: PackFolder, tmp_path: Path
) -> None:
    daily = ("--pack", str(pack.root), "--mode", "daily")
    first = play(*daily, typed="s\n").out
    assert "ractice" not in first
    assert "\n1 day in a row. 1 daily played. Next daily in " in first
    assert re.search(r"\nTo share: Quiz daily \d{4}-\d\d-\d\d · 0 of 1 · skipped\n", first)
    again = play(*daily, typed="q\n").out
    assert "\nPractice: the first attempt counts.\n0 right today, 1 day in a row. Next daily in " in again
    assert "\nQuestion 1 of 1. Practice. " in again
    with Terminal("play", *daily, env=environment(data), cwd=tmp_path) as terminal:
        terminal.until_shown("Practice: the first attempt counts.")
        terminal.until_shown("Daily practice   1 of 1")
        terminal.press("\x11")
        assert terminal.until_ended() == 0


def test_practice_says_first_how_many_questions_are_due(play: Play, pack: PackFolder) -> None:
    practice = ("--pack", str(pack.root), "--mode", "practice")
    assert "\n0 due now, 1 new.\n" in play(*practice, typed="q\n").out
