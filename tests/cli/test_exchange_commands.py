"""`quiz import` and `quiz export`, and `--drafts`, as they are typed."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.bank.pack_folder import PackFolder, pack_of, question
from tests.cli.conftest import Run
from tests.cli.run_command import Ran, Terminal, environment

CSV = "prompt,answer,distractor 1,distractor 2,topic\nWho directs Ballerina?,Wiseman,a,b,Crew\n"
GIFT = "::director::Who wrote it? {=Hatten ~Kolstad}\n\nWhen? {#2024}\n"


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    sooner = question("sooner", kind="order", answer=["a", "b"], distractors=..., explanation="So.")
    return pack_of(tmp_path / "pack", question(), sooner)


def files(pack: PackFolder) -> set[str]:
    return {path.name for path in (pack.root / "questions").iterdir()}


def refused(ran: Ran, words: str) -> None:
    assert (ran.code, ran.out) == (2, "")
    assert words in " ".join(ran.err.split())
    assert "\x1b" not in ran.err


def test_questions_go_in_as_drafts_and_are_played_on_request(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "Film Trivia.csv").write_text(CSV)
    ran = run("import", tmp_path / "Film Trivia.csv", "--pack", pack.root)
    target = pack.root / "questions" / "film-trivia.yaml"
    assert ran.out.splitlines() == [
        f"{tmp_path}/Film Trivia.csv (CSV): 1 question imported, 0 skipped.",
        f"{target}: 1 draft written. Play them with `quiz --drafts --pack {pack.root}`.",
    ]
    assert (ran.code, ran.err) == (0, "")
    assert target.read_text().startswith("# Imported from Film Trivia.csv (CSV).\n")
    plain = json.loads(run("list", "--format", "json", "--pack", pack.root).out)
    assert [one["id"] for one in plain] == ["director", "sooner"]
    for listed in (
        run("list", "--format", "json", "--pack", pack.root, "--drafts"),
        run("--drafts", "list", "--format", "json", "--pack", pack.root),
        run("list", "--format", "json", "--pack", pack.root, QUIZ_DRAFTS="1"),
    ):
        assert [one["id"] for one in json.loads(listed.out)][2:] == ["who-directs-ballerina"]
    checked = run("check", pack.root)
    assert checked.code == 0
    assert "\nQ411 draft-question: 1 warning\n" in checked.out


def test_what_is_not_taken_is_named_and_the_rest_goes_in(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GIFT)
    ran = run("import", tmp_path / "a.txt", "--to", "questions/new.yaml", "--pack", pack.root)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        f"{tmp_path}/a.txt:1: imported, but the id 'director' is already used; it becomes director-2.",
        f"{tmp_path}/a.txt:3: skipped: it is a numerical question: there is nothing to choose from.",
        f"{tmp_path}/a.txt (GIFT): 1 question imported, 1 skipped.",
        f"{pack.root}/questions/new.yaml: 1 draft written. Play them with `quiz --drafts --pack {pack.root}`.",
    ]
    assert "  - id: director-2\n" in (pack.root / "questions" / "new.yaml").read_text()


def test_several_files_go_to_files_of_their_own_or_to_one(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "a.csv").write_text(CSV)
    (tmp_path / "x" / "a.csv").write_text(CSV)
    both = (tmp_path / "a.csv", tmp_path / "x" / "a.csv")
    assert run("import", *both, cwd=pack.root).code == 0
    assert files(pack) == {"cast.yaml", "a.yaml", "a-2.yaml"}
    assert run("import", *both, "--to", "all.yaml", "--format", "csv", cwd=pack.root).code == 0
    listed = json.loads(run("list", "--format", "json", "--drafts", "--pack", pack.root).out)
    ids = [one["id"] for one in listed if one["draft"]]
    assert len(ids) == len(set(ids)) == 4


def test_what_keeps_a_draft_from_being_played_is_said(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(CSV.replace(",b,", ",a,"))
    ran = run("import", tmp_path / "a.csv", "--pack", pack.root)
    assert ran.code == 0
    assert ran.out.endswith("1 of them must be fixed before they can be played: run `quiz check`.\n")


def test_nothing_is_written_where_nothing_was_taken(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[" * 50_000)
    ran = run("import", tmp_path / "a.json", "--pack", pack.root)
    assert (ran.code, ran.err) == (1, "")
    assert "it is nested too deeply" in ran.out
    assert files(pack) == {"cast.yaml"}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.csv", None, "none.csv: The file cannot be read: it does not exist."),
        ("a\x1b[31m.txt", b"words", "a␛[31m.txt: its format is not known"),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_refused(
    run: Run, pack: PackFolder, tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    (tmp_path / "good.csv").write_text(CSV)
    if data is not None:
        (tmp_path / name).write_bytes(data)
    refused(run("import", tmp_path / "good.csv", tmp_path / name, "--pack", pack.root), said)
    assert files(pack) == {"cast.yaml"}


def test_a_folder_and_a_file_without_rights_are_refused(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    refused(run("import", tmp_path, "--pack", pack.root), "it is not a regular file")
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (tmp_path / "a.csv").write_text(CSV)
    (tmp_path / "a.csv").chmod(0)
    refused(run("import", tmp_path / "a.csv", "--pack", pack.root), "Permission denied")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing argument 'FILE…'"),
        (["a.csv", "--format", "word"], "there is no format 'word'; the formats: opentdb, gift, aiken, csv, anki."),
        (["a.csv", "--to", "cast.yaml"], "cast.yaml already exists; name a new file with --to."),
        (["a.csv", "--to", "../new.yaml"], "--to names a YAML file in the pack's questions/ folder"),
        (["a.csv", "--to", "/new.yaml"], "--to names a YAML file in the pack's questions/ folder"),
        (["a.csv", "--to", "new.txt"], "--to names a YAML file in the pack's questions/ folder"),
        (["a.csv", "--to", "x" * 300 + ".yaml"], "cannot be written"),
        (["a.csv", "--pack", "."], "Questions go into one pack"),
    ],
)
def test_misuse_is_refused_in_one_line(run: Run, pack: PackFolder, arguments: list[str], said: str) -> None:
    (pack.root / "a.csv").write_text(CSV)
    refused(run("import", *arguments, "--pack", pack.root, cwd=pack.root), said)
    assert files(pack) == {"cast.yaml"}


def test_without_a_pack_nothing_goes_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(CSV)
    refused(run("import", tmp_path / "a.csv"), "This folder is not a pack: name one with --pack DIR")


@pytest.mark.parametrize(
    ("form", "suffix"), [("csv", "csv"), ("gift", "gift"), ("aiken", "aiken"), ("opentdb", "json")]
)
def test_what_goes_out_comes_in_again(run: Run, pack: PackFolder, tmp_path: Path, form: str, suffix: str) -> None:
    out = tmp_path / f"out.{suffix}"
    ran = run("export", "--pack", pack.root, "--out", out)
    assert ran.code == (0 if form == "csv" else 1)
    assert ran.out == ""
    assert "place for it: citations (" in ran.err
    assert run("export", "--pack", pack.root, "--format", form).out == out.read_text()
    assert run("import", out, "--pack", pack.root).code == 0
    listed = json.loads(run("list", "--format", "json", "--drafts", "--pack", pack.root).out)
    came = [(one["prompt"], one["answer"], sorted(one["distractors"])) for one in listed if one["draft"]]
    gone = [(one["prompt"], one["answer"], sorted(one["distractors"])) for one in listed if not one["draft"]]
    assert came == (gone if form == "csv" else gone[:1])


def test_what_is_left_out_is_named(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    ran = run("export", "--format", "aiken", "--pack", pack.root, "--out", tmp_path / "a")
    assert ran.err.splitlines()[0] == (
        "Left out, since Aiken has no place for it: questions of the kind order (1 question: sooner)"
    )
    assert ran.err.splitlines()[-1] == f"{tmp_path}/a: 1 question written as Aiken."
    ran = run("export", "--format", "aiken", "--pack", pack.root, "--source", "review", "--difficulty", "medium")
    assert ran.code == 1


def test_only_what_is_asked_for_goes_out(run: Run, pack: PackFolder) -> None:
    pack.questions(question(topic="A"), question("other", topic="B", difficulty="hard"))
    ran = run("export", "--pack", pack.root, "--topic", "b", "--difficulty", "hard", "--source", "review")
    assert ran.code == 0
    assert [line.split(",")[0] for line in ran.out.splitlines()] == ["id", "other"]
    refused(run("export", "--pack", pack.root, "--topic", "C"), "No question matches.")


def test_anki_gets_a_package(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    ran = run("export", "--pack", pack.root, "--out", tmp_path / "cards.apkg")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"{tmp_path}/cards.apkg: 2 questions written as Anki.\n"
    assert zipfile.is_zipfile(tmp_path / "cards.apkg")
    refused(run("export", "--pack", pack.root, "--format", "anki"), "name a file to write with --out")


def test_no_file_is_written_over_unasked(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("mine")
    ran = run("export", "--pack", pack.root, "--out", out)
    assert ran.code == 2
    assert f"{out} already exists; --force overwrites it." in ran.err
    assert out.read_text() == "mine"
    assert run("export", "--pack", pack.root, "--out", out, "--force").code == 0
    assert out.read_text().startswith("id,kind,prompt")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--out", "a.txt"], "The name a.txt does not tell the format; add --format"),
        (["--out", "no/such/a.csv"], "cannot be written"),
        (["--out", "seeds", "--format", "csv", "--force"], "it is not a regular file"),
        (["--format", "word"], "there is no format 'word'"),
    ],
)
def test_what_cannot_go_out_is_refused(run: Run, pack: PackFolder, arguments: list[str], said: str) -> None:
    ran = run("export", *arguments, "--pack", pack.root, cwd=pack.root)
    assert (ran.code, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())


def test_control_characters_are_left_out_and_what_reorders_goes_into_a_file_and_not_onto_a_terminal(
    run: Run, pack: PackFolder, tmp_path: Path
) -> None:
    prompt = "Who\x1b[31m \u202edirects it?"
    pack.write("questions/cast.yaml", json.dumps({"questions": [question(prompt=prompt)]}))
    ran = run("export", "--pack", pack.root)
    assert "Who[31m \u202edirects it?" in ran.out
    assert "Not exported, since CSV has no place for it: control characters (1 question: director)\n" in ran.err
    arguments = ("export", "--pack", str(pack.root))
    with Terminal(*arguments, env=environment(tmp_path / "data"), cwd=tmp_path) as terminal:
        assert terminal.until_ended() == 0
        assert "Who[31m \ufffddirects it?" in terminal.shown.replace("\n", "")


def test_the_formats_are_not_loaded_where_none_is_named() -> None:
    code = (
        "import sys; from quiz.cli.exchange_commands import export; export.make_context('export', []); "
        "print('quiz.exchange.formats' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"


def test_an_imported_question_gets_no_retired_id(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    pack.questions(question("other"), retired=["who-directs-ballerina"])
    (tmp_path / "a.csv").write_text(CSV)
    assert run("import", tmp_path / "a.csv", "--pack", pack.root).code == 0
    assert "  - id: who-directs-ballerina-2\n" in (pack.root / "questions" / "a.yaml").read_text()
