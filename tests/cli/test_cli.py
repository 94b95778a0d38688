"""The commands that need no terminal: what they print, and how they end."""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.bank.bank import Bank
from quiz.bank.kinds.registry import answer_line
from quiz.lint.registry import RULES
from quiz.records.records import FILE
from tests.bank.pack_folder import PackFolder, entry, question
from tests.cli.conftest import Run
from tests.cli.run_command import environment

TWO_PROBLEMS = (question(), question("bad", distractors=[]), question("worse", answer="Nobody at all"))


def one_line(err: str) -> str:
    """What was said in one line, after click's own lines on how the command is used."""
    lines = [line for line in err.splitlines() if line and not line.startswith(("Usage:", "Try "))]
    assert len(lines) == 1, err
    return lines[0]


# quiz check


def test_check_finds_nothing_wrong_with_the_bank_that_comes_with_it(run: Run, builtin: Bank) -> None:
    ran = run("check", "--strict")
    files = sum(pack.files for pack in builtin.packs)
    assert (ran.code, ran.err) == (0, ""), ran.out
    assert ran.out.splitlines()[-1] == f"{len(builtin.questions)} questions in {files} files: no problems."


def test_check_reports_problems_with_their_places_and_exits_1(run: Run, pack: PackFolder) -> None:
    pack.questions(*TWO_PROBLEMS)
    ran = run("check", pack.root)
    assert ran.code == 1
    assert f"{pack.root}/questions/cast.yaml:" in ran.out
    assert "error Q601 [option-count]" in ran.out
    assert "error Q408 [answer-not-shown]" in ran.out
    last = ran.out.splitlines()[-1]
    assert last.startswith("1 question in 1 file: 2 errors")
    assert last.endswith(" problems per 100 questions).")
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
    errors = [(one["code"], one["question"]) for one in told["problems"] if one["severity"] == "error"]
    assert errors == [("Q601", "bad"), ("Q408", "worse")]
    assert {one["code"]: one["problems"] for one in told["rules"]}["Q601"] == 1
    assert all(one["line"] > 0 and one["column"] > 0 and one["hint"] for one in told["problems"])


def test_check_for_github_marks_the_lines(run: Run, pack: PackFolder) -> None:
    pack.questions(*TWO_PROBLEMS)
    ran = run("check", ".", "--format", "github", cwd=pack.root)
    lines = ran.out.splitlines()
    assert ran.code == 1
    errors = [line for line in lines if line.startswith("::error ")]
    assert len(errors) == 2
    assert all(line.startswith("::error file=questions/cast.yaml,line=") for line in errors)
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)  # and no closing lines


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


COPY = {"prompt": "Who directs the film Ballerina?"}
SILENCE = {"silence": [{"rule": "near-copy", "reason": "asked twice on purpose"}]}


def only_a_copy(pack: PackFolder, **changes: object) -> None:
    """A pack that has a warning of its own making, whatever else it may be warned of."""
    pack.questions(question("first", **COPY), question("second", **COPY, **changes))


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_warnings_end_a_check_with_1_only_when_it_is_strict(run: Run, pack: PackFolder, form: str) -> None:
    only_a_copy(pack)
    lenient = run("check", pack.root, "--format", form)
    strict = run("check", pack.root, "--format", form, "--strict")
    assert (lenient.code, strict.code) == (0, 1)
    assert "Q804" in strict.out
    assert strict.out == lenient.out


def test_errors_end_a_check_with_1_strict_or_not(run: Run, pack: PackFolder) -> None:
    pack.questions(*TWO_PROBLEMS)
    assert run("check", pack.root).code == run("check", pack.root, "--strict").code == 1


def test_a_warning_that_is_silenced_does_not_count_and_is_listed(run: Run, pack: PackFolder) -> None:
    only_a_copy(pack)
    loud = json.loads(run("check", pack.root, "--format", "json").out)
    others = [one["code"] for one in loud["problems"] if one["code"] != "Q804"]
    only_a_copy(pack, **SILENCE)
    ran = run("check", pack.root, "--strict")
    assert ran.code == (1 if others else 0)
    assert "near-copy: asked twice on purpose\n" in ran.out
    assert "Q804 near-copy: 0 warnings, 1 silenced\n" in ran.out
    assert "warning Q804" not in ran.out
    told = json.loads(run("check", pack.root, "--format", "json").out)
    assert [one["code"] for one in told["problems"]] == others
    assert [(one["code"], one["reason"]) for one in told["silenced"]] == [("Q804", "asked twice on purpose")]
    assert "Q804" not in run("check", pack.root, "--format", "github").out


def test_a_pack_with_nothing_but_a_silenced_warning_passes_a_strict_check(run: Run, pack: PackFolder) -> None:
    """Where a new rule breaks this, the pack needs mending, not the rule."""
    pack.questions(question("first"), question("second", **SILENCE))
    ran = run("check", pack.root, "--strict")
    assert ran.code == 0, ran.out
    assert ran.out.splitlines()[-1] == "2 questions in 1 file: no problems."


def test_a_rule_that_is_unknown_is_misuse(run: Run) -> None:
    ran = run("check", "--explain", "Q000")
    assert (ran.code, ran.out) == (2, "")
    assert "There is no rule 'Q000'" in one_line(ran.err)


@pytest.mark.parametrize(
    "command", ["check", *(pytest.param(one, marks=pytest.mark.slow) for one in ("coverage", "list"))]
)
def test_what_needs_no_screen_does_without_textual(command: str, tmp_path: Path) -> None:
    program = (
        f"import sys; from quiz.cli.main import quiz; quiz(['{command}'], standalone_mode=False); print(*sys.modules)"
    )
    env = environment(tmp_path / "data", QUIZ_CACHE_DIR=str(tmp_path / "cache"))
    ran = [
        subprocess.run([sys.executable, "-c", program], env=env, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    loaded, again = (out.splitlines()[-1].split() for out in ran)
    assert "quiz.bank.validation.options" in loaded
    assert not {"yaml", "rapidfuzz", "quiz.bank.pack", "quiz.lint.linter"} & set(again)  # it is in the cache
    assert ran[0].splitlines()[:-1] == ran[1].splitlines()[:-1]
    assert any(name.startswith("quiz.lint") for name in loaded) == (command == "check")
    assert not {"textual", "rich", "quiz.tui", "quiz.records"} & set(loaded)


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
        assert f"    {one.prompt}\n    = {answer_line(one)}\n    | {one.citations[0].words}\n" in out


def test_list_lets_no_control_character_through(run: Run, pack: PackFolder) -> None:
    pack.questions(question(prompt="Who\x1b[31m\x07 is it\u202e?", topic="To\x1b]0;x\x07pic"))
    out = run("list", "--pack", pack.root).out
    assert "Who␛[31m␇ is it\ufffd?" in out
    assert not set(out) & set("\x1b\x07\u202e")


# quiz coverage


def test_coverage_tells_what_no_question_quotes(run: Run, pack: PackFolder) -> None:
    ran = run("coverage", pack.root)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0].startswith("review (review): 1 of ")
    assert "  ¶ 2   It opens in theaters on June 6, 2025." in lines
    assert not [line for line in lines if "Len Wiseman directs" in line]
    assert lines[-1].startswith("All sources: 1 of ")


def test_coverage_as_json_tells_every_sentence(run: Run, pack: PackFolder) -> None:
    told = json.loads(run("coverage", pack.root, "--format", "json").out)
    assert [one["source"] for one in told] == ["review"]
    quoted = [one["words"] for one in told[0]["sentences"] if one["questions"] == ["pack/director"]]
    assert quoted == ["Len Wiseman directs Ballerina."]


def test_coverage_knows_what_is_exempt(run: Run, pack: PackFolder) -> None:
    pack.write_sources_file(entry(exempt=[{"why": "a heading", "sentences": ["opens in theaters"]}]))
    assert run("coverage", pack.root).out.splitlines()[-1].endswith(", 1 exempt")
    told = json.loads(run("coverage", pack.root, "--format", "json").out)
    assert [one["exempt"] for one in told[0]["sentences"]].count("a heading") == 1


def test_coverage_reads_the_same_pack_however_it_is_named(run: Run, pack: PackFolder) -> None:
    said = {
        run("coverage", pack.root).out,
        run("coverage", ".", cwd=pack.root).out,
        run("coverage", "--pack", pack.root).out,
        run("--pack", pack.root, "coverage").out,
        run("coverage", QUIZ_PACK=str(pack.root)).out,
    }
    assert len(said) == 1
    assert "review (review): " in said.pop()


def test_coverage_is_that_of_the_bank_that_comes_with_it_unless_another_is_named(run: Run, builtin: Bank) -> None:
    told = json.loads(run("coverage", "--format", "json").out)
    assert [one["source"] for one in told] == [source.id for source in builtin.sources]


def test_coverage_lists_every_source_of_every_pack(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    other = PackFolder(tmp_path / "other")
    other.article("Nobody cites me.\n", "note")
    other.write_sources_file(entry("note", "Nobody cites me.\n"))
    ran = run("coverage", pack.root, other.root)  # that it has no question is no reason not to look at it
    assert ran.code == 0
    assert "  ¶ 1   Nobody cites me.\n" in ran.out
    assert "review (review): 1 of " in ran.out


def test_coverage_of_a_pack_without_sources_is_refused_in_text_and_empty_in_json(run: Run, pack: PackFolder) -> None:
    pack.write_sources_file()
    ran = run("coverage", pack.root)
    assert (ran.code, ran.out) == (2, "")
    assert "no readable source" in one_line(ran.err)
    told = run("coverage", pack.root, "--format", "json")
    assert (told.code, json.loads(told.out)) == (0, [])


def test_coverage_lets_no_control_character_through(run: Run, pack: PackFolder) -> None:
    words = "A \x1b[31mred\x07 word\u202e.\n"
    pack.article(words, "odd")
    pack.write_sources_file(entry("odd", words, label="L\x1b[2J"))
    for form in ("text", "json"):
        out = run("coverage", pack.root, "--format", form).out
        assert "word" in out
        assert not set(out) & set("\x1b\x07\u202e")


# quiz records


def test_records_begin_empty(run: Run) -> None:
    assert run("records").out == "No game has been saved yet.\n"
    told = json.loads(run("records", "--format", "json").out)
    assert not told["history"]
    assert not told["bests"]


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
    for command in (["check"], ["list"], ["coverage"], ["--help"], ["--version"], ["play", "--mode", "none"]):
        run(*command)
    assert not (tmp_path / "data").exists()


# Help


def test_help_and_version(run: Run) -> None:
    assert "trivia you can check" in run("--help").out.lower()
    assert run("-h").out == run("--help").out
    assert run("--version").out.startswith("quiz, version ")
    for command in ("play", "check", "list", "coverage", "records"):
        assert f"  {command} " in run("--help").out
        assert run(command, "--help").code == 0
