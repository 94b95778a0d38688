"""Editing from the game, in a real terminal: the file opens at its line, and the change is there on coming back."""

from pathlib import Path

import pytest

from tests.bank.pack_folder import PackFolder
from tests.cli.conftest import Run
from tests.cli.run_command import Terminal, environment


def script(path: Path, *lines: str) -> str:
    """An editor that keeps what it was started with, then does what the lines say."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(["#!/bin/sh", f'printf "%s\\n" "$*" > {path}.told', *lines]) + "\n")
    path.chmod(0o755)
    return str(path)


def test_a_question_is_edited_and_comes_back_changed(pack: PackFolder, tmp_path: Path) -> None:
    file = pack.root / "questions" / "cast.yaml"
    wait = "stty -a | grep -q -- ' icanon' && echo in the editor"  # the terminal is an ordinary one again
    interrupt = "trap 'echo interrupted' INT; kill -INT $PPID $$"  # as Ctrl-C does with all who are in the foreground
    mend = f"sed -i 's/Who directs/Who is it that directs/' {file}"
    editor = script(tmp_path / "bin" / "vim", interrupt, wait, "read line", mend)
    env = environment(tmp_path / "data", EDITOR=f"{editor} -n")
    with Terminal("--pack", str(pack.root), env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("1 of 1 question")
        terminal.press("e")
        terminal.until_shown("Len Wiseman directs Ballerina")
        terminal.press("e")
        terminal.until_shown("in the editor")
        assert "interrupted" in terminal.shown
        terminal.press("\r")
        terminal.until_shown("Who is it that directs")
        line = next(n for n, words in enumerate(file.read_text().splitlines(), 1) if "director" in words)
        assert (tmp_path / "bin" / "vim.told").read_text() == f"-n +{line - 1} {file}\n"
        terminal.press("\x1b")
        terminal.until_shown("trivia you can check")
        terminal.press("p")
        terminal.until_shown("Who is it that directs")
        terminal.press("\x11")
        assert terminal.until_ended() == 0


BROKEN = ('[ -e "$0.again" ] && kill -INT $$', 'touch "$0.again"; exit 3')
"""What an editor does that ends with a code, and the next time by a signal."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("editor", "told"),
    [
        pytest.param("", [" variable"], marks=pytest.mark.slow),
        pytest.param("no-such-editor", [" started"], marks=pytest.mark.slow),
        ("broken", [" code", " signal"]),
    ],
)
def test_an_editor_that_fails_is_told_in_a_line(
    pack: PackFolder, tmp_path: Path, editor: str, told: list[str]
) -> None:
    path = script(tmp_path / "bin" / editor, *BROKEN) if editor == "broken" else editor
    env = environment(tmp_path / "data", EDITOR=path, VISUAL="")
    before = (pack.root / "questions" / "cast.yaml").read_bytes()
    with Terminal("--pack", str(pack.root), env=env, cwd=tmp_path) as terminal:
        terminal.until_shown("1 of 1 question")
        terminal.press("e")
        terminal.until_shown("Len Wiseman directs Ballerina")
        for said in told:  # a word: lines break anywhere
            terminal.press("e")
            terminal.until(lambda shown, said=said: "Editor" in shown and said in shown)
            assert "Traceback" not in terminal.shown
        terminal.press("\x11")
        assert terminal.until_ended() == 0
    assert (pack.root / "questions" / "cast.yaml").read_bytes() == before


def test_packs_in_the_data_folder_are_offered_at_home(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "data" / "packs").mkdir(parents=True)
    pack.root.rename(tmp_path / "data" / "packs" / "films")
    with Terminal(env=environment(tmp_path / "data"), cwd=tmp_path) as terminal:
        terminal.until_shown("□ films")
        assert "■ ballerina" in terminal.shown
        terminal.press("q")
        assert terminal.until_ended() == 0
    assert "Who directs Ballerina?" not in run("list").out
