"""The wheel: it carries the bank, and works from any folder without the repository."""

import email
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from quiz import __version__
from quiz.bank.bank import Bank
from tests.cli.run_command import environment

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
    sheets = {path.relative_to(ROOT).as_posix() for path in (ROOT / "quiz").rglob("*.tcss")}
    assert sheets
    assert {name for name in names if name.endswith(".tcss")} == sheets
    assert not [name for name in names if name.split("/")[0] in ("tests", "seeds", "questions", "docs")]
    assert any(name.endswith("entry_points.txt") for name in names)


def test_it_has_a_name_of_its_own_and_the_version_of_the_package(wheel: Path) -> None:
    """`quiz` is another project on the Python package index; the command is still called `quiz`."""
    assert wheel.name == f"provable_quiz-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        info = f"provable_quiz-{__version__}.dist-info"
        about = email.message_from_bytes(archive.read(f"{info}/METADATA"))
        commands = archive.read(f"{info}/entry_points.txt").decode()
    assert (about["Name"], about["Version"]) == ("provable-quiz", __version__)
    assert commands == "[console_scripts]\nquiz = quiz.cli.main:main\n"
    required = {re.match(r"[\w.-]+", line)[0] for line in about.get_all("Requires-Dist", [])}  # type: ignore[index]
    assert "quiz" not in required  # an extra that asks for another one names this project


def test_uv_builds_it_again_when_a_file_of_it_changes(wheel: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = [key["file"] for key in project["tool"]["uv"]["cache-keys"]]
    watched = {path for pattern in patterns for path in ROOT.glob(pattern)}
    with zipfile.ZipFile(wheel) as archive:
        inside = [name.removeprefix("quiz/builtin/") for name in archive.namelist()]
    files = [ROOT / name for name in inside if ".dist-info/" not in name]
    assert len(files) > 100
    assert [
        path
        for path in [*files, ROOT / "pyproject.toml", ROOT / "README.md", ROOT / "LICENSE"]
        if path not in watched
    ] == []


@pytest.mark.slow
def test_it_works_from_any_folder(wheel: Path, builtin: Bank, tmp_path: Path) -> None:
    unpacked, elsewhere = tmp_path / "unpacked", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)

    def run(*arguments: str) -> str:
        program = "import sys; from quiz.cli import main; print(main.__file__, file=sys.stderr); main.main()"
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
        assert ran.stderr == f"{unpacked / 'quiz' / 'cli' / 'main.py'}\n"
        return ran.stdout

    read = f"{len(builtin.questions)} questions in {builtin.packs[0].files} files: "
    assert run("check").splitlines()[-1].startswith(read)
    assert run("coverage").splitlines()[-1].startswith("All sources: ")
    listed = json.loads(run("list", "--format", "json"))
    assert [(one["pack"], one["id"]) for one in listed] == [(one.pack, one.id) for one in builtin.questions]
