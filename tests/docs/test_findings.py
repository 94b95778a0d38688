"""Every finding has the form that findings/README.md asks for. Running them needs a network, so no test does."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.docs.test_docs import ROOT

FOLDER = ROOT / "findings"
SCRIPTS = sorted(FOLDER.glob("*.sh"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_finding_has_the_form(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    assert os.access(script, os.X_OK)
    assert re.search(r"^# Guess: ", text, re.MULTILINE)
    assert re.search(r"^# Behaviour: ", text, re.MULTILINE)
    assert "$(mktemp -d)" in text
    assert "exit 1" in text
    installed = [word for line in re.findall(r"pip\" install (.*?) 2>", text) for word in line.split()]
    packages = [word for word in installed if not word.startswith("-")]
    assert packages
    assert [word for word in packages if "==" not in word] == []
    assert "quiz" not in packages
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0


def test_the_list_has_every_finding() -> None:
    listed = re.findall(r"^\| \[([\w.-]+)\]", (FOLDER / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == [path.name for path in SCRIPTS]
