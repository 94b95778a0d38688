"""The commands that need no terminal: what they print, and how they end."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.problem import RULES
from quiz.records.records import FILE
from tests.bank.packs import PackFolder, question
from tests.cli.conftest import Run

TWO_PROBLEMS = (question(), question("bad", distractors=[]), question("worse", answer="Nobody at all"))


def one_line(err: str) -> str:
    """What was said in one line, after click's own lines on how the command is used."""
    lines = [line for line in err.splitlines() if line and not line.startswith(("Usage:", "Try "))]
    assert len(lines) == 1, err
    return lines[0]


# quiz check


def test_check_finds_nothing_wrong_with_the_bank_that_comes_with_it(run: Run, builtin: Bank) -> None:
    ran = run("check")
    files = sum(pack.files for pack in builtin.packs)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{len(builtin.questions)} questions in {files} files: no problems.\n"


def test_check_reports_problems_with_their_places_and_exits_1(run: Run, pack: PackFolder) -> None:
    pack.questions(*TWO_PROBLEMS)
    ran = run("check", pack.root)
    assert ran.code == 1
    assert f"{pack.root}/questions/cast.yaml:" in ran.out
    assert "error Q601 [option-count]" in ran.out
    assert "error Q408 [answer-not-shown]" in ran.out
    assert ran.out.endswith("1 question in 1 file: 2 errors.\n")
    assert ran.err == ""


def test_check_reads_the_same_pack_however_it_is_named(run: Run, pack: PackFolder) -> None:
    pack.questions(*TWO_PROBLEMS)
    said = {
        run("check", pack.root).out,
        run("check", "--pack", pack.root).out,
        run("--pack", pack.root, "check").out,
        run("check", QUIZ_PACK=str(pack.root)).out,
    }
    assert len(said) == 1
    assert "2 errors" in said.pop()


def test_check_as_json_tells_every_problem(run: Run, pack: PackFolder) -> None:
    pack.questions(*TWO_PROBLEMS)
    ran = run("check", pack.root, "--format", "json")
    told = json.loads(ran.out)
    assert (ran.code, told["questions"]) == (1, 1)
    assert [(one["code"], one["question"]) for one in told["problems"]] == [("Q601", "bad"), ("Q408", "worse")]
    assert all(one["line"] > 0 and one["column"] > 0 and one["hint"] for one in told["problems"])


def test_check_for_github_marks_the_lines(run: Run, pack: PackFolder) -> None:
    pack.questions(*TWO_PROBLEMS)
    ran = run("check", ".", "--format", "github", cwd=pack.root)
    lines = ran.out.splitlines()
    assert (ran.code, len(lines)) == (1, 2)
    assert all(line.startswith("::error file=questions/cast.yaml,line=") for line in lines)


@pytest.mark.parametrize("word", ["Q401", "q401", "quote-not-found"])
def test_a_rule_is_explained_by_its_code_and_its_name(run: Run, word: str) -> None:
    ran = run("check", "--explain", word)
    assert ran.code == 0
    assert ran.out.startswith("Q401 quote-not-found (error)\n")
    assert "Wrong:" in ran.out
    assert "Right:" in ran.out


def test_every_rule_is_explained_at_once(run: Run) -> None:
    out = run("check", "--explain", "all").out
    assert all(f"{rule.code} {rule.name}" in out for rule in RULES.values())


def test_a_rule_that_is_unknown_is_misuse(run: Run) -> None:
    ran = run("check", "--explain", "Q000")
    assert (ran.code, ran.out) == (2, "")
    assert "There is no rule 'Q000'" in one_line(ran.err)


def test_check_does_without_textual() -> None:
    program = "import sys; from quiz.cli import quiz; quiz(['check'], standalone_mode=False); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    loaded = out.splitlines()[-1].split()
    assert "quiz.bank.checks.options" in loaded
    assert not {"textual", "rich", "sqlite3", "quiz.tui", "quiz.records"} & set(loaded)


# quiz list


def test_list_as_json_gives_every_passage_in_the_articles_own_words(run: Run, builtin: Bank) -> None:
    ran = run("list", "--format", "json")
    listed = json.loads(ran.out)
    articles = {source.id: (builtin.packs[0].root / source.file).read_text("utf-8") for source in builtin.sources}
    assert [one["id"] for one in listed] == [question.id for question in builtin.questions]
    for one, known in zip(listed, builtin.questions, strict=True):
        citations = one["citations"] + [dispute["citation"] for dispute in one["disputes"]]
        for citation, passage in zip(citations, known.passages, strict=True):
            assert list(citation) == ["source", "start", "end", "paragraph", "words"]
            words = articles[citation["source"]][citation["start"] : citation["end"]]
            parts = citation["words"].split(" [...] ")
            assert words.startswith(parts[0])
            assert words.endswith(parts[-1])
            assert citation["words"] == words or len(passage.parts) > 1
            assert citation["paragraph"] == passage.paragraph


def test_list_as_text_shows_every_question_with_its_answer_quote_and_citation(run: Run, builtin: Bank) -> None:
    out = run("list").out
    for one in builtin.questions:
        assert f"  {one.id} · {one.kind} · {one.difficulty}" in out
        assert f"    {one.prompt}\n    = {'; '.join(one.answer)}\n    | {one.citations[0].words}\n" in out


def test_list_lets_no_control_character_through(run: Run, pack: PackFolder) -> None:
    pack.questions(question(prompt="Who\x1b[31m\x07 is it\u202e?", topic="To\x1b]0;x\x07pic"))
    out = run("list", "--pack", pack.root).out
    assert "Who␛[31m␇ is it\ufffd?" in out
    assert not set(out) & set("\x1b\x07\u202e")


# quiz records


def test_records_begin_empty(run: Run) -> None:
    assert run("records").out == "No game has been kept yet.\n"
    told = json.loads(run("records", "--format", "json").out)
    assert not told["history"]
    assert not told["bests"]


def test_records_that_are_no_database_are_told_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / FILE).write_bytes(b"not a database at all, but long enough to be taken for one" * 20)
    ran = run("records")
    assert (ran.code, ran.out) == (1, "")
    assert "cannot be used: file is not a database." in one_line(ran.err)


def test_records_of_a_newer_quiz_are_left_alone(run: Run, tmp_path: Path) -> None:
    run("records")
    with sqlite3.connect(tmp_path / "data" / FILE) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    ran = run("records")
    assert ran.code == 1
    assert "written by a newer Quiz" in one_line(ran.err)


@pytest.mark.parametrize("where", ["--data-dir", "QUIZ_DATA_DIR"])
def test_a_data_folder_that_is_a_file_is_told_in_one_line(run: Run, tmp_path: Path, where: str) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    ran = run("records", "--data-dir", file) if where == "--data-dir" else run("records", QUIZ_DATA_DIR=str(file))
    assert (ran.code, ran.out) == (1, "")
    assert f"The data folder {file} cannot be made" in one_line(ran.err)
    assert file.read_text() == "in the way"


def test_the_data_folder_of_the_command_line_wins(run: Run, tmp_path: Path) -> None:
    run("records", "--data-dir", tmp_path / "mine")
    assert (tmp_path / "mine" / FILE).exists()
    assert not (tmp_path / "data").exists()


def test_no_command_but_records_makes_a_data_folder(run: Run, tmp_path: Path) -> None:
    for command in (["check"], ["list"], ["--help"], ["--version"], ["play", "--mode", "none"]):
        run(*command)
    assert not (tmp_path / "data").exists()


# Help


def test_help_and_version(run: Run) -> None:
    assert "trivia you can check" in run("--help").out.lower()
    assert run("-h").out == run("--help").out
    assert run("--version").out.startswith("quiz, version ")
    for command in ("play", "check", "list", "records"):
        assert run(command, "--help").code == 0
