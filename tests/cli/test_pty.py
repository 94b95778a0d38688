"""The real program in a real terminal: played to the end, killed in the middle, taken up again."""

import json
import re
import time
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.kinds.registry import kind_of
from quiz.game.deal import deal
from tests.bank.pack_folder import PackFolder, entry, question
from tests.cli.conftest import Run
from tests.cli.run_command import Terminal, answered, environment

PLAY = ("play", "--mode", "classic", "--questions", "3", "--seed", "1")


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path / "data")


def asking(number: int, of: int) -> str:
    return f"{number} of {of} "


def test_a_game_is_played_to_its_results_and_kept(run: Run, env: dict[str, str], tmp_path: Path) -> None:
    with Terminal(*PLAY, env=env, cwd=tmp_path) as terminal:
        for number in range(1, 4):
            terminal.until(lambda shown, n=number: asking(n, 3) in shown and not answered(shown))
            terminal.answer()
            terminal.press("\r")
        terminal.until_shown("Play again")
        score = re.search("Classic  ([+−]?\\d+)", terminal.shown)
        assert score is not None
        terminal.press("\x11")
        assert terminal.until_ended() == 0
    told = json.loads(run("records", "--format", "json").out)
    assert len(told["history"]) == 1
    game = told["history"][0]
    assert (game["mode"], game["state"], game["seed"], game["questions"]) == ("classic", "finished", "1", 3)
    assert len(game["answers"]) == 3
    assert round(game["score"]) == int(score[1].replace("−", "-"))
    assert "classic, 3 questions" in run("records").out


@pytest.mark.slow
def test_a_kill_after_a_verdict_loses_nothing_that_was_seen(env: dict[str, str], tmp_path: Path) -> None:
    with Terminal(*PLAY, env=env, cwd=tmp_path) as terminal:
        terminal.until_shown(asking(1, 3))
        terminal.answer()
        terminal.press("\r")
        terminal.until(lambda shown: asking(2, 3) in shown and not answered(shown))
        terminal.answer()
        score = re.search("of 3 .* ([+−]?\\d+)   right ", terminal.shown)
        assert score is not None, terminal.shown
        terminal.kill()
    with Terminal(env=env, cwd=tmp_path) as terminal:
        terminal.until_shown(f"Interrupted: Classic, 2 of 3, {score[1]}")
        terminal.press("r")
        shown = terminal.until_shown(asking(3, 3))
        assert score[1] in shown
        terminal.press("\x11")
        assert terminal.until_ended() == 0


def test_home_opens_and_is_left_with_q(env: dict[str, str], tmp_path: Path) -> None:
    with Terminal(env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("trivia you can check")
        terminal.until_shown("10 of ")
        terminal.press("q")
        assert terminal.until_ended() == 0
        assert "Traceback" not in terminal.shown


@pytest.mark.slow
def test_the_same_seed_asks_the_same_questions(env: dict[str, str], tmp_path: Path) -> None:
    first = []
    for _ in range(2):
        with Terminal(*PLAY, env=env, cwd=tmp_path) as terminal:
            terminal.until(lambda shown: all(part in shown for part in (asking(1, 3), "  1  ", "Skip", "? Help")))
            first.append(terminal.shown)
            terminal.kill()
    assert first[0] == first[1]


@pytest.mark.slow
def test_a_data_folder_that_cannot_be_used_is_told_and_the_game_goes_on(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with Terminal(env=environment(tmp_path / "data"), cwd=tmp_path) as terminal:
        terminal.until_shown("Games are not saved.")
        terminal.press("p")
        terminal.until_shown(asking(1, 10))
        terminal.answer()
        terminal.press("\x11")
        assert terminal.until_ended() == 0


@pytest.mark.slow
def test_hostile_words_leave_the_terminal_alone(env: dict[str, str], tmp_path: Path) -> None:
    hostile = "\x1b]0;owned\x07\x1b[2J\x1b[31mred"
    text = f"The word is {hostile} here.\n"
    pack = PackFolder(tmp_path / "pack")
    pack.article(text)
    pack.write_sources_file(entry(text=text, label=f"Label {hostile}"))
    citations = [{"source": "review", "quote": "The word is", "highlight": "word"}]
    pack.questions(question(prompt=f"Which {hostile}?", explanation=hostile, citations=citations))
    with Terminal("play", "--pack", str(pack.root), env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("Which ␛]0;owned␇␛[2J␛[31mred?")
        terminal.until(answered, pressing="1")
        terminal.until_shown("Label ␛]0;owned")
        assert "owned" not in terminal.screen.title
        terminal.press("\x11")
        assert terminal.until_ended() == 0


@pytest.mark.slow
def test_questions_with_more_than_one_answer_are_played_in_a_terminal(env: dict[str, str], tmp_path: Path) -> None:
    pack = PackFolder(tmp_path / "pack")
    pack.article()
    pack.write_sources_file(entry())
    several = {"kind": "multiple", "answer": ["Reedus", "Byrne"], "distractors": ["McShane", "Huston"]}
    ordered = {"kind": "order", "answer": ["One", "Two", "Three"], "distractors": ...}
    pack.questions(
        *(question(f"q{n}", explanation="So it was.", **kind) for n, kind in enumerate((several, ordered, several)))
    )
    with Terminal("play", "--pack", str(pack.root), env=env, cwd=tmp_path) as terminal:
        for number in range(1, 4):
            terminal.until(lambda shown, n=number: asking(n, 3) in shown and not answered(shown))
            terminal.answer()
            terminal.press("\r")
        terminal.until_shown("Play again")
        terminal.press("\x11")
        assert terminal.until_ended() == 0


def test_a_key_held_down_answers_no_question_unread(builtin: Bank, env: dict[str, str], tmp_path: Path) -> None:
    def chosen_from(seed: str) -> bool:
        """Whether one key answers each of the questions."""
        return all(kind_of(one).is_single for one in deal(builtin.questions, seed, 3, builtin))

    seed = next(str(number) for number in range(1000) if chosen_from(str(number)))
    with Terminal(*PLAY[:-1], seed, env=env, cwd=tmp_path) as terminal:
        terminal.until_shown(asking(1, 3))
        terminal.until(answered, pressing="1")
        began = time.monotonic()
        terminal.press("\r1")
        terminal.until(lambda shown: asking(2, 3) in shown and not answered(shown))  # no old verdict
        terminal.until(answered, pressing="1", every=0.01)
        assert time.monotonic() - began >= 0.15
        terminal.kill()
