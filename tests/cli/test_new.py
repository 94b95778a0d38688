"""`quiz new` opens the source reader, and what is written there is in the pack."""

from pathlib import Path

import pytest

from tests.bank.pack_folder import PackFolder, entry, question
from tests.cli.conftest import Run
from tests.cli.run_command import Terminal, environment
from tests.cli.test_cli import one_line

CTRL_S, CTRL_Q = "\x13", "\x11"


def ground(terminal: Terminal, field: str) -> str:
    """The background of a field's first row, by which one sees where the focus is."""
    rows = [number for number, line in enumerate(terminal.screen.display) if line.strip().startswith(field)]
    return str(terminal.screen.buffer[rows[0]][70].bg) if rows else ""


def test_a_question_is_written_in_a_terminal(pack: PackFolder, tmp_path: Path) -> None:
    env = environment(tmp_path / "data")
    with Terminal("new", "--source", "review", "--pack", str(pack.root), env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("sentences unquoted")
        terminal.press("w")
        terminal.press("n")
        terminal.until_shown("the question")
        terminal.press("When does Ballerina open?")
        terminal.until_shown("when-does-ballerina-open")
        typed = {
            "Answer": "June 6, 2025",
            "Distractors": "June 7, 2024\rMarch 24, 2023",
            "Explanation": "Its makers had wanted more action in it.",
        }
        focused = ground(terminal, "Prompt")
        for field, words in typed.items():
            terminal.press("\t")
            terminal.until(lambda _, field=field: ground(terminal, field) == focused)
            terminal.press(words)
            terminal.until_shown(words.split("\r")[-1])
        terminal.until_shown("✓ No problems.")
        terminal.press(CTRL_S)
        terminal.until_shown("Saved to questions/cast.yaml.")
        terminal.press(CTRL_Q)
        assert terminal.until_ended() == 0
    assert pack.ids() == ["director", "when-does-ballerina-open"]


@pytest.mark.slow
def test_which_article_is_asked_where_none_is_named(pack: PackFolder, tmp_path: Path) -> None:
    pack.article("Another one.\n", "other")
    pack.write_sources_file(entry(), entry("other", "Another one.\n"))
    with Terminal("new", "--pack", str(pack.root), env=environment(tmp_path / "data"), cwd=tmp_path) as terminal:
        terminal.until_shown("Which article?")
        terminal.press("\x1b[F\r")  # the last one
        terminal.until_shown("Another one.")
        terminal.press(CTRL_Q)
        assert terminal.until_ended() == 0


@pytest.mark.parametrize("arguments", [[], ["--source", "review"]])
def test_without_a_terminal_it_says_so_in_one_line(run: Run, pack: PackFolder, arguments: list[str]) -> None:
    ran = run("new", "--pack", pack.root, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "needs a terminal" in one_line(ran.err)


def test_a_source_that_is_not_there_is_told(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    ran = run("new", "--pack", pack.root, "--source", "chess")
    assert (ran.code, ran.out) == (2, "")
    assert "There is no source 'chess'. The sources: review." in one_line(ran.err)
    empty = PackFolder(tmp_path / "empty")
    empty.questions(question())
    assert "The pack has no readable source." in one_line(run("new", "--pack", empty.root).err)
