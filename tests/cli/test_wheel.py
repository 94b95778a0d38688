"""The wheel: it carries the bank, and works from any folder without the repository."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from tests.cli.command import environment

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from the repository without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("*.whl")
    return found


def test_it_carries_the_bank_byte_for_byte_and_nothing_of_the_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        for folder in ("seeds", "questions"):
            for path in (ROOT / folder).iterdir():
                assert archive.read(f"quiz/builtin/{folder}/{path.name}") == path.read_bytes()
    styles = {path.name for path in (ROOT / "quiz" / "tui" / "styles").iterdir()}
    assert {Path(name).name for name in names if name.startswith("quiz/tui/styles/")} == styles
    assert not [name for name in names if name.split("/")[0] in ("tests", "seeds", "questions", "docs")]
    assert any(name.endswith("entry_points.txt") for name in names)


@pytest.mark.slow
def test_it_works_from_any_folder(wheel: Path, builtin: Bank, tmp_path: Path) -> None:
    unpacked, elsewhere = tmp_path / "unpacked", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)

    def run(*arguments: str) -> str:
        program = "import sys; import quiz.cli; print(quiz.cli.__file__, file=sys.stderr); quiz.cli.main()"
        env = environment(tmp_path / "data", PYTHONPATH=str(unpacked))
        ran = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            cwd=elsewhere,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        assert ran.stderr == f"{unpacked / 'quiz' / 'cli' / '__init__.py'}\n"
        return ran.stdout

    read = f"{len(builtin.questions)} questions in {builtin.packs[0].files} files: "
    assert run("check").splitlines()[-1].startswith(read)
    assert run("coverage").splitlines()[-1].startswith("All sources: ")
    listed = json.loads(run("list", "--format", "json"))
    assert [(one["pack"], one["id"]) for one in listed] == [(one.pack, one.id) for one in builtin.questions]
