"""Completion in a shell: the commands, the modes, and the topics and sources of the pack that is named."""

from pathlib import Path

import pytest

from tests.bank.pack_folder import PackFolder, entry, question
from tests.cli.conftest import Run


def completed(run: Run, words: str, cwd: Path, shell: str = "bash") -> list[str]:
    """What is offered for the last of these words."""
    parts = words.split(" ")
    asked = {"_QUIZ_COMPLETE": f"{shell}_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(parts) - 1)}
    lines = run(cwd=cwd, **asked).out.splitlines()
    return [line.partition(",")[2] for line in lines if line.startswith("plain,")]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("quiz pl", ["play"]),
        ("quiz play --mode s", ["survival"]),
        ("quiz play --topic c", ["Cast", "Crew"]),
        ("quiz play --difficulty h", ["hard"]),
        ("quiz new --source wor", ["world-guide"]),
        ("quiz export --source feat", ["featurette-2024"]),
        ("quiz play --topic zz", []),
        ("quiz --theme mat", ["matinee"]),
        ("quiz play --options a", ["alphabetical"]),
    ],
)
def test_what_can_follow_is_offered(run: Run, tmp_path: Path, words: str, offered: list[str]) -> None:
    assert completed(run, words, tmp_path) == offered


def test_the_topics_of_the_pack_that_is_named_are_offered(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    pack.write_sources_file(entry())
    pack.questions(question(), topic="Jam jars")
    assert completed(run, f"quiz --pack {pack.root} play --topic J", tmp_path) == ["Jam jars"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(run: Run, tmp_path: Path, shell: str) -> None:
    script = run(cwd=tmp_path, _QUIZ_COMPLETE=f"{shell}_source")
    assert script.code == 0
    assert f"_QUIZ_COMPLETE={shell}_complete" in script.out
