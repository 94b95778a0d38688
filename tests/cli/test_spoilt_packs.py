"""Packs that are not as they should be: what is wrong is said once, and what is good can be played."""

import json
from pathlib import Path

import pytest

from tests.bank.pack_folder import PackFolder, entry, question
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"questions: [\n", "Q108"),
        (b"", "Q202"),
        (b"# nothing but a comment\n", "Q202"),
        (b"questions:\n  - id: caf\xe9\n", "Q105"),
        (b"- just a list\n", "Q203"),
        (b"\x00\x01\x02", "Q107"),
    ],
)
def test_a_spoilt_file_is_told_once_and_the_good_questions_stay(
    run: Run, pack: PackFolder, content: bytes, code: str
) -> None:
    pack.write("questions/spoilt.yaml", content)
    checked = run("check", pack.root)
    about = [line for line in checked.out.splitlines() if "spoilt.yaml:" in line]
    if code == "Q202" and checked.code == 0:
        assert not about  # an empty file asks nothing and harms nothing
    else:
        assert checked.code == 1
        assert len(about) == 1, checked.out
        assert code in about[0] or code == "Q202"
    listed = json.loads(run("list", "--pack", pack.root, "--format", "json").out)
    assert [one["id"] for one in listed] == ["director"]


def test_a_folder_that_is_no_pack_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("check", tmp_path / "empty")
    assert ran.code == 1
    assert "Q102" in ran.out
    assert "Q103" in ran.out
    assert json.loads(run("list", "--pack", tmp_path / "empty", "--format", "json").out) == []


def test_two_packs_are_played_together(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    second = PackFolder(tmp_path / "second")
    second.article()
    second.write_sources_file(entry())
    second.questions(question("another"))
    listed = json.loads(run("list", "--pack", pack.root, "--pack", second.root, "--format", "json").out)
    assert [(one["pack"], one["id"]) for one in listed] == [("pack", "director"), ("second", "another")]
