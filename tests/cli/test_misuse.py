"""What cannot be done is said in one line, with exit code 2, and never in a traceback."""

from pathlib import Path

import pytest

from tests.bank.pack_folder import PackFolder, question
from tests.cli.conftest import Run
from tests.cli.run_command import Terminal, environment
from tests.cli.test_cli import one_line


@pytest.mark.parametrize("command", [[], ["play"], ["play", "--mode", "classic", "--questions", "3", "--seed", "1"]])
def test_without_a_terminal_there_is_no_game(run: Run, tmp_path: Path, command: list[str]) -> None:
    ran = run(*command)
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == "quiz needs a terminal to play in; `quiz play --plain`, `quiz list` and `quiz check` do without one.\n"
    )
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--mode", "chess"], "There is no mode 'chess'. The modes: classic"),
        (["--topic", "Chess"], "There is no topic 'Chess'. The topics: Cast."),
        (["--source", "chess"], "There is no source 'chess'. The sources: review."),
        (["--difficulty", "tough"], "'tough' is not one of"),
        (["--questions", "0"], "0 is not in the range"),
        (["--questions", "-1"], "-1 is not in the range"),
        (["--questions", "abc"], "'abc' is not a valid integer"),
        (["--questions", "1e3"], "'1e3' is not a valid integer"),
        (["--questions", "99999999999999999999"], "is not in the range"),
        (["--color", "red"], "No such option"),
        (["chess"], "unexpected extra argument"),
    ],
)
def test_play_says_what_cannot_be_had(run: Run, pack: PackFolder, arguments: list[str], said: str) -> None:
    ran = run("play", "--pack", pack.root, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in one_line(ran.err)


@pytest.mark.parametrize("arguments", [["chess"], ["play", "--mode", "chess"]], ids=" ".join)
def test_a_process_that_is_misused_says_the_same_and_ends_alike(
    run: Run, installed: Run, arguments: list[str]
) -> None:
    real, here = installed(*arguments), run(*arguments)
    assert (real.code, real.out, real.err) == (here.code, here.out, here.err)
    assert real.code == 2


def test_topics_are_taken_in_any_case(run: Run) -> None:
    assert "needs a terminal" in run("play", "--topic", "cAST").err


@pytest.mark.parametrize(
    ("changes", "arguments"),
    [
        ({}, ["--difficulty", "hard"]),
        ({"distractors": []}, []),
        ({}, ["--seed", "1", "--source", "review", "--difficulty", "easy"]),
    ],
)
def test_a_game_of_no_questions_is_refused(
    run: Run, pack: PackFolder, changes: dict[str, object], arguments: list[str]
) -> None:
    pack.questions(question(**changes))
    ran = run("play", "--plain", "--pack", pack.root, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "question" in one_line(ran.err).lower()


def test_a_game_of_no_questions_is_refused_in_a_terminal(pack: PackFolder, tmp_path: Path) -> None:
    pack.questions(question(distractors=[]))
    env = environment(tmp_path / "data")
    with Terminal("play", "--pack", str(pack.root), env=env, cwd=tmp_path) as terminal:
        assert terminal.until_ended() == 2
        assert "question" in one_line(terminal.shown).lower()


@pytest.mark.parametrize("command", [["check"], ["list"], ["coverage"], ["play"], []])
def test_a_pack_that_does_not_exist_is_told(run: Run, tmp_path: Path, command: list[str]) -> None:
    runs = [run(*command, "--pack", tmp_path / "nowhere"), run(*command, QUIZ_PACK=str(tmp_path / "nowhere"))]
    if command in (["check"], ["coverage"]):
        runs.append(run(*command, tmp_path / "nowhere"))
    for ran in runs:
        assert (ran.code, ran.out) == (2, "")
        assert f"{tmp_path / 'nowhere'}' does not exist." in one_line(ran.err)


def test_a_pack_that_is_a_file_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    ran = run("list", "--pack", tmp_path / "file")
    assert ran.code == 2
    assert "is a file" in one_line(ran.err)


@pytest.mark.parametrize(
    "command",
    [
        ["chess"],
        ["check", "--format", "xml"],
        ["check", "--strict=yes"],
        ["list", "extra"],
        ["coverage", "--format", "github"],
        ["coverage", "--strict"],
        ["records", "--foo"],
    ],
)
def test_a_command_that_is_not_understood_is_misuse(run: Run, command: list[str]) -> None:
    ran = run(*command)
    assert (ran.code, ran.out) == (2, "")
    one_line(ran.err)


def test_a_message_lets_no_control_character_of_a_pack_through(run: Run, pack: PackFolder) -> None:
    pack.questions(question(topic="To\x1b]0;x\x07pic\u202e"))
    ran = run("play", "--pack", pack.root, "--topic", "nothing")
    assert ran.code == 2
    assert "pic" in one_line(ran.err)
    assert not set(ran.err) & set("\x1b\x07\u202e")


def test_a_seed_that_cannot_be_shown_is_refused(run: Run) -> None:
    ran = run("play", "--seed", "\udcff")
    assert ran.code == 2
    assert "seed" in one_line(ran.err)


def test_what_stands_before_the_command_outweighs_the_environment(run: Run, tmp_path: Path) -> None:
    said, environs = tmp_path / "said", tmp_path / "environs"
    run("--data-dir", said, "--player", "Ada", "records", QUIZ_DATA_DIR=str(environs), QUIZ_PLAYER="Bob")
    assert (said.exists(), environs.exists()) == (True, False)
    run("records", "--data-dir", said, QUIZ_DATA_DIR=str(environs))
    assert not environs.exists()
    run("records", QUIZ_DATA_DIR=str(environs))
    assert environs.exists()
