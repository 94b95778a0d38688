"""Settings in the user's config folder, and the same on the command line, which overrides them."""

import re
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.cli.main import quiz
from quiz.cli.play_commands import play
from quiz.game.option_order import arrange
from quiz.settings.setting import declarations, option_name
from quiz.settings.settings import Settings
from quiz.settings.store import FILE
from tests.cli.conftest import Run
from tests.cli.run_command import Terminal, environment
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
    ("arguments", "message"),
    [
        (["--theme", "matine"], "--theme: 'matine' is not a known value. Did you mean 'matinee'?"),
        (
            ["--theme", "[/foo]\x1b[31m"],
            "--theme: '[/foo]\\x1b[31m' is not a known value. Write one of: curtain,",
        ),
        (["--key", "home.play"], "'home.play' is not of the form ID=KEY, such as app.help=f1."),
        (["--key", "home.play="], "'home.play=' is not of the form ID=KEY, such as app.help=f1."),
        (["--key", "home.pley=g"], "--key home.pley: There is no such binding. Did you mean 'home.play'?"),
        (["--key", "home.play=x"], "--key home.play: x is already used for Clear (home.clear)."),
        (
            ["--key", "home.play=g", "--key", "home.clear=g"],
            "--key home.clear: g is already used for Play (home.play).",
        ),
        (["--options", "reversed"], "'reversed' is not one of"),
        (["--questions", "0"], "0 is not in the range"),
        (["--seconds", "9"], "9 is not in the range"),
    ],
)
def test_a_wrong_override_is_reported_in_one_line(run: Run, arguments: list[str], message: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in one_line(ran.err)


def test_every_setting_has_an_option_before_the_command_and_most_after_play() -> None:
    for name, setting in declarations(Settings).items():
        option = option_name(name, setting)
        assert [option in one.opts for one in quiz.params].count(True) == 1
        assert [option in one.opts for one in play.params].count(True) == 1
        [own] = [one for one in play.params if option in one.opts]
        assert own.expose_value is setting.per_game  # what `play` itself takes is for its one game


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


def test_options_are_shown_in_the_order_of_the_settings(run: Run, builtin: Bank, config: Path) -> None:
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


def test_each_problem_of_a_broken_file_is_printed_and_the_game_goes_on(run: Run, config: Path) -> None:
    broken = "questions: 3\nseconds: 5\nfoo: \x1b[31m\n"
    (config / FILE).write_text(broken)
    out = run(*PLAIN).out
    assert "settings.yaml:3: The character U+001B is not allowed here." in out
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
        terminal.until_shown("Settings")
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
def test_a_broken_file_is_reported_on_home_and_left_alone(config: Path, env: dict[str, str], tmp_path: Path) -> None:
    (config / FILE).write_text("theme: [\n")
    with Terminal(env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("settings.yaml:1: This is not YAML")
        terminal.press(",")
        terminal.until_shown("not saved while the file has problems")
        terminal.press("\r")
        terminal.until_shown("‹ matinee ›")
        terminal.press("\x11")
        assert terminal.until_ended() == 0
    assert (config / FILE).read_text() == "theme: [\n"
