"""Settings in the user's config folder, and the same on the command line, which outweighs them."""

import re
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.game.option_order import arrange
from quiz.settings.store import FILE
from tests.cli.command import Terminal, environment
from tests.cli.conftest import Run
from tests.cli.test_cli import one_line

PLAIN = ("play", "--plain", "--seed", "1")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The config folder of ``run`` and of ``env``."""
    folder = tmp_path / "data" / "config"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path / "data")


# What is misused


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--theme", "matine"], "--theme: 'matine' is none of them. Did you mean 'matinee'?"),
        (
            ["--theme", "[/foo]\x1b[31m"],
            "--theme: '[/foo]\\x1b[31m' is none of them. Write one of: curtain,",
        ),
        (["--key", "home.play"], "'home.play' names no binding with its key, as app.help=f1."),
        (["--key", "home.play="], "'home.play=' names no binding with its key, as app.help=f1."),
        (["--key", "home.pley=g"], "--key home.pley: There is no such binding. Did you mean 'home.play'?"),
        (["--key", "home.play=x"], "--key home.play: x is for Clear (home.clear) there."),
        (["--key", "home.play=g", "--key", "home.clear=g"], "--key home.clear: g is for Play (home.play) there."),
        (["--options", "reversed"], "'reversed' is not one of"),
        (["--questions", "0"], "0 is not in the range"),
        (["--seconds", "9"], "9 is not in the range"),
    ],
)
def test_what_cannot_be_settled_is_told_in_a_line(run: Run, arguments: list[str], said: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in one_line(ran.err)


def test_without_a_terminal_settings_change_nothing(run: Run, config: Path) -> None:
    (config / FILE).write_text("theme: matinee\n")
    ran = run("--no-animation", "--config-dir", config)
    assert (ran.code, ran.out) == (2, "")
    assert "quiz needs a terminal to play in" in one_line(ran.err)


def test_no_command_makes_a_config_folder(run: Run, tmp_path: Path) -> None:
    for command in (["check"], ["list"], ["records"], [], [*PLAIN, "--questions", "1"]):
        run(*command)
    assert not (tmp_path / "data" / "config").exists()


# Line by line


def asked(out: str) -> tuple[int, list[str]]:
    """How many questions a plain game has, and the options of its first."""
    number = re.search(r"Question 1 of (\d+)", out)
    assert number is not None
    return int(number[1]), re.findall(r"^\d\. (.*)$", out, re.MULTILINE)


def test_the_usual_length_is_that_of_the_file_unless_another_is_named(run: Run, config: Path, tmp_path: Path) -> None:
    assert asked(run(*PLAIN).out)[0] == 10
    (config / FILE).write_text("questions: 4\n")
    assert asked(run(*PLAIN).out)[0] == 4
    assert asked(run(*PLAIN, "--questions", "3").out)[0] == 3
    assert asked(run("--questions", "2", *PLAIN).out)[0] == 2
    assert asked(run(*PLAIN, "--config-dir", tmp_path / "elsewhere").out)[0] == 10
    assert asked(run("--config-dir", tmp_path / "elsewhere", *PLAIN).out)[0] == 10
    assert "Daily, 10 questions." in run("play", "--plain", "--mode", "daily").out


def test_the_usual_clock_is_that_of_the_file_unless_another_is_named(run: Run, config: Path) -> None:
    (config / FILE).write_text("seconds: 40\n")
    assert "Timed, 40 seconds" in run(*PLAIN, "--mode", "timed").out
    assert "Timed, 30 seconds" in run(*PLAIN, "--mode", "timed", "--seconds", "30").out
    assert "40 seconds" not in run(*PLAIN).out


def test_options_stand_in_the_order_that_is_settled(run: Run, builtin: Bank, config: Path) -> None:
    by_prompt = {question.prompt: question for question in builtin.questions}
    shuffled = run(*PLAIN).out
    (config / FILE).write_text("options: alphabetical\n")
    for out, order in (
        (shuffled, "shuffled"),
        (run(*PLAIN).out, "alphabetical"),
        (run(*PLAIN, "--options", "shuffled").out, "shuffled"),
    ):
        question = next(by_prompt[line] for line in out.splitlines() if line in by_prompt)
        assert tuple(asked(out)[1]) == arrange(question, "1", order)  # type: ignore[arg-type]


def test_a_broken_file_is_told_line_by_line_and_the_game_goes_on(run: Run, config: Path) -> None:
    broken = "questions: 3\nseconds: 5\nfoo: \x1b[31m\n"
    (config / FILE).write_text(broken)
    out = run(*PLAIN).out
    assert "settings.yaml:3: The character U+001B cannot stand here." in out
    assert asked(out)[0] == 10
    (config / FILE).write_text("questions: 3\nseconds: 5\nfoo: 1\n")
    out = run(*PLAIN).out
    assert "settings.yaml:2: seconds: It is '5'; write a number from 10 to 3600.\n" in out
    assert "settings.yaml:3: The key 'foo' is not known." in out
    assert asked(out)[0] == 3
    assert (config / FILE).read_text() == "questions: 3\nseconds: 5\nfoo: 1\n"


# On the screen


def test_keys_of_the_file_and_of_the_command_line_work_in_the_app(
    config: Path, env: dict[str, str], tmp_path: Path
) -> None:
    (config / FILE).write_text("keys:\n  home.play: g\n  home.quit: z\n")
    with Terminal("--key", "home.quit=w", "--questions", "7", env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("g Play")
        terminal.until_shown("w Quit")
        terminal.until_shown("● 7")
        terminal.press("w")
        assert terminal.until_ended() == 0


@pytest.mark.slow
def test_what_is_changed_on_the_settings_screen_is_there_the_next_time(
    run: Run, config: Path, env: dict[str, str], tmp_path: Path
) -> None:
    with Terminal("--no-timer", env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("Set up")
        terminal.press(",")
        terminal.until_shown("‹ curtain ›")
        assert "Timer             ‹ off ›" in terminal.shown
        terminal.press("\r")
        terminal.until_shown("‹ matinee ›")
        terminal.press("jl")
        terminal.until_shown("‹ 20 ›")
        terminal.press("\x11")
        assert terminal.until_ended() == 0
    assert (config / FILE).read_text() == "theme: matinee\nquestions: 20\n"
    assert asked(run(*PLAIN).out)[0] == 20


@pytest.mark.slow
def test_a_broken_file_is_told_at_home_and_left_as_it_is(config: Path, env: dict[str, str], tmp_path: Path) -> None:
    (config / FILE).write_text("theme: [\n")
    with Terminal(env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("settings.yaml:1: This is not YAML")
        terminal.press(",")
        terminal.until_shown("not kept while the file has problems")
        terminal.press("\r")
        terminal.until_shown("‹ matinee ›")
        terminal.press("\x11")
        assert terminal.until_ended() == 0
    assert (config / FILE).read_text() == "theme: [\n"
