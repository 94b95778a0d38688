"""The user's editor: the command that opens a file at a line."""

from pathlib import Path

import pytest

from quiz.tui.external_editor import EditorError, editor_command

FILE = Path("/pack/questions/a b.yaml")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", str(FILE)]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", str(FILE)]),
        ("emacs -nw", ["emacs", "-nw", "+7", str(FILE)]),
        ("code --wait", ["code", "--wait", "-g", f"{FILE}:7"]),
        ("subl -w", ["subl", "-w", f"{FILE}:7"]),
        ("'/my editors/hx'", ["/my editors/hx", f"{FILE}:7"]),
        ("ed", ["ed", str(FILE)]),
        ('"/my editors/own" --x', ["/my editors/own", "--x", str(FILE)]),
    ],
)
def test_each_editor_gets_the_line_in_its_own_syntax(editor: str, command: list[str]) -> None:
    assert editor_command({"EDITOR": editor}, FILE, 7) == command


def test_visual_is_used_when_editor_is_not_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert editor_command({"EDITOR": " ", "VISUAL": "vi"}, FILE, 1)[0] == "vi"
    assert editor_command({"EDITOR": "nano", "VISUAL": "vi"}, FILE, 1)[0] == "nano"
    monkeypatch.chdir(tmp_path)
    assert editor_command({"EDITOR": "ed"}, Path("-n.yaml"), 1) == ["ed", str(tmp_path / "-n.yaml")]  # no option


@pytest.mark.parametrize("environ", [{}, {"EDITOR": ""}, {"EDITOR": "'vim"}, {"EDITOR": "''"}])
def test_without_an_editor_that_can_be_read_there_is_a_message(environ: dict[str, str]) -> None:
    with pytest.raises(EditorError, match="EDITOR"):
        editor_command(environ, FILE, 1)
