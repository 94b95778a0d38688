"""The proof mode in a real terminal, by keys, by mouse and line by line."""

import json
from pathlib import Path

import pytest

from tests.bank.pack_folder import PackFolder, question
from tests.cli.conftest import Run
from tests.cli.run_command import Terminal, environment, run_here
from tests.cli.test_cli import one_line
from tests.proof_pack import proof_pack

SIZES = [(40, 12), (80, 24), (120, 40)]
PLAY = ("play", "--mode", "proof", "--seed", "7", "--seconds")


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    return proof_pack(tmp_path / "pack")


def click(terminal: Terminal, words: str) -> str:
    """Return what a terminal sends for a click on words on the screen."""
    row, line = next((row, line) for row, line in enumerate(terminal.screen.display) if words in line)
    place = f"{line.index(words) + 1};{row + 1}"
    return f"\x1b[<0;{place}M\x1b[<0;{place}m"


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_game_is_played_to_its_end_by_keys_and_by_mouse(
    pack: PackFolder, run: Run, tmp_path: Path, size: tuple[int, int]
) -> None:
    env = environment(tmp_path / "data", QUIZ_PACK=str(pack.root))
    with Terminal(*PLAY, "10", env=env, cwd=tmp_path, size=size) as terminal:
        terminal.until_shown("Find the sentence")
        terminal.until_shown("▸", pressing="\x1b[B")
        terminal.until_shown("Wrong", pressing="\r")
        terminal.until_shown("Another sentence proves it: ¶")
        terminal.press("\r")
        terminal.until(lambda shown: "Find the sentence" in shown and "Wrong" not in shown)
        terminal.until_shown("Wrong", pressing=click(terminal, "Everybody"))
        terminal.press("\r")
        terminal.until_shown("Time ran out")
        terminal.press("\r")
        terminal.until_shown("Play again")
        terminal.press("\x11")
        assert terminal.until_ended() == 0
    [game] = json.loads(run("records", "--format", "json").out)["history"]
    assert (game["mode"], game["state"], game["clock"]) == ("proof", "finished", 10)
    assert [one["outcome"] for one in game["answers"]] == ["wrong", "wrong", "timed out"]
    assert game["answers"][1]["chosen"] == ["Everybody talks about the ballerina."]


def test_it_is_played_line_by_line(pack: PackFolder, tmp_path: Path) -> None:
    env = environment(tmp_path / "data")
    ran = run_here(*PLAY, "60", "--plain", "--pack", pack.root, env=env, cwd=tmp_path, typed="1\n\n2\nq\n")
    assert ran.code == 0, ran.err
    assert ran.out.startswith("Proof, 1 minute, 3 questions.\n")
    assert "1. Everybody talks about the ballerina.\n" in ran.out
    assert "Wrong, minus " in ran.out
    assert "The results." in ran.out
    assert "quiz play --code " in ran.out


@pytest.mark.parametrize("plain", [["--plain"], []])
def test_a_pack_whose_articles_have_one_sentence_says_so(tmp_path: Path, run: Run, plain: list[str]) -> None:
    only = question(citations=[{"source": "review", "quote": "Len Wiseman directs Ballerina"}])
    pack = proof_pack(tmp_path / "pack", only, article="Len Wiseman directs Ballerina.\n")
    ran = run("play", "--mode", "proof", *plain, "--pack", pack.root)
    if not plain:
        assert ran.code != 0  # there is no terminal to draw on
        return
    assert (ran.code, ran.out) == (2, "")
    assert one_line(ran.err) == "Error: There is no proof to find: each article has only one sentence."


def test_a_clock_is_for_modes_that_have_one(run: Run, pack: PackFolder) -> None:
    ran = run("play", "--pack", pack.root, "--seconds", "60")
    assert one_line(ran.err).endswith("has no clock; --seconds goes with --mode timed or --mode proof.")
