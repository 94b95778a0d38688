"""Checking as authors do it: with the line beside the problem, on every save, and mending what can be mended."""

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

from quiz.bank.pack_paths import builtin_pack
from tests.bank.apply_patch import patched
from tests.bank.pack_folder import PackFolder, citation, question
from tests.cli.conftest import Run
from tests.cli.run_command import PATIENCE, QUIZ, Terminal, environment
from tests.cli.test_cli import one_line

TYPED = "It's not reshoots"


def shoots(**changes: object) -> dict[str, object]:
    return question("shoots", answer="Ian McShane", citations=[citation(TYPED)], explanation="So he said.", **changes)


def cast(pack: PackFolder) -> Path:
    return pack.root / "questions" / "cast.yaml"


def test_the_line_stands_under_its_problem_with_a_caret(run: Run, pack: PackFolder) -> None:
    text = 'questions:\n  - id: a\n    kind:\tchioce\n    prompt: "片\\x1b"\n    片: x\n'
    pack.write("questions/cast.yaml", text)
    said = run("check", pack.root).out.splitlines()
    at = next(number for number, line in enumerate(said) if "Q502" in line)
    assert said[at].startswith(f"{pack.root}/questions/cast.yaml:3:11: error Q502")
    assert said[at + 2 : at + 4] == ["     3 |     kind: chioce", "       |           ^"]
    assert "\x1b" not in "\n".join(said)


def test_a_quote_that_is_not_found_is_shown_beside_the_article(run: Run, pack: PackFolder) -> None:
    pack.questions(question(citations=[citation("Len Wiseman directed Ballerina.")]))
    assert "nearest: Len Wiseman {-directed-} {+directs+} Ballerina." in run("check", pack.root).out.splitlines()
    assert "nearest:" not in run("check", pack.root, "--format", "github").out


def test_a_retired_id_that_is_used_again_is_an_error_and_its_file_is_none_of_questions(
    run: Run, pack: PackFolder
) -> None:
    pack.write("questions/retired.yaml", "retired: [theme-song]\n")
    assert "1 question in 1 file: no problems." in run("check", "--strict", pack.root).out
    pack.questions(question(), question("theme-song", prompt="Who sings?"))
    ran = run("check", pack.root)
    assert ran.code == 1
    assert "error Q505 [retired-id] The id 'theme-song' is retired: an earlier question had it." in ran.out
    assert [one["id"] for one in json.loads(run("list", "--format", "json", "--pack", pack.root).out)] == ["director"]


def test_the_lines_of_several_packs_and_of_the_current_folder_are_found(
    run: Run, pack: PackFolder, tmp_path: Path
) -> None:
    second = PackFolder(tmp_path / "pack" / "second")
    second.write("questions/cast.yaml", "quetsions: here\n")
    pack.questions(question(kind="chioce"))
    said = run("check", pack.root, second.root).out
    assert "| quetsions: here\n" in said
    assert '"kind": "chioce"' in said
    assert '"kind": "chioce"' in run("check", ".", cwd=pack.root).out
    assert '"kind": "chioce"' in run("--pack", pack.root, "check").out


def test_a_difference_is_shown_before_anything_is_written(run: Run, pack: PackFolder) -> None:
    pack.questions(shoots(id=...), question())
    before = cast(pack).read_bytes()
    ran = run("check", "--diff", pack.root)
    assert ran.code == 1
    assert ran.out.startswith("--- a/")
    assert '+   "id": "who-directs-ballerina",' in ran.out
    assert one_line(ran.err) == "Possible fixes: 2. Run `quiz check --fix` to write them."
    assert cast(pack).read_bytes() == before
    fixed = run("check", "--fix", "--diff", pack.root)
    assert fixed.code == 0, fixed.out
    assert fixed.out.startswith(ran.out)
    assert ": fixed: It now has an id: who-directs-ballerina." in fixed.out
    assert ": fixed: The quote now has the article's characters: ’ for '." in fixed.out
    after = cast(pack).read_bytes()
    assert after == before.replace(b"It's", "It’s".encode()).replace(
        b'  {\n   "prompt', b'  {\n   "id": "who-directs-ballerina",\n   "prompt'
    )
    again = run("check", "--diff", pack.root)
    assert (again.code, again.out, one_line(again.err)) == (0, "", "Nothing to fix.")
    assert run("check", "--fix", pack.root).code == 0
    assert cast(pack).read_bytes() == after


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_difference_is_a_patch(run: Run, pack: PackFolder, line_end: str) -> None:
    pack.questions(shoots(id=...), file="a b.yaml")
    for name, end in (("cast.yaml", ""), ("a b.yaml", "\n# \u202e\u2028# the end")):
        file = pack.root / "questions" / name
        file.write_bytes((file.read_text(encoding="utf-8") + end).replace("\n", line_end).encode())
    shutil.copytree(pack.root, pack.root.with_name("copy"))
    difference = run("check", "--diff", cwd=pack.root)
    assert difference.code == 1
    patched(pack.root.with_name("copy"), difference.out)
    assert run("check", "--fix", cwd=pack.root).code == 0
    for file in (pack.root / "questions").iterdir():
        assert (pack.root.with_name("copy") / "questions" / file.name).read_bytes() == file.read_bytes()


def test_on_a_terminal_the_difference_acts_on_nothing(pack: PackFolder, tmp_path: Path) -> None:
    text = "questions:\r\n  - prompt: Who?  # \u202eorder\r\n"
    pack.write("questions/cast.yaml", text.encode())
    with Terminal("check", "--diff", env=environment(tmp_path / "data"), cwd=pack.root) as terminal:
        assert terminal.until_ended() == 1
        assert "   prompt: Who?  # \ufffdorder" in terminal.shown
        assert "Possible fixes: 1." in terminal.shown


def test_what_was_mended_and_what_is_left_stand_where_they_are_now(run: Run, pack: PackFolder) -> None:
    quotes = "{source: review, quote: It's not}, {source: review, quote: \"it's \\x6eew\"}"
    text = f"questions:\n  - prompt: Who?\n    answer: Ian McShane\n    citations: [{quotes}]\n"
    pack.write("questions/cast.yaml", text)
    shown = run("check", "--diff", cwd=pack.root)
    assert "questions/cast.yaml:4:76: not fixed: " in shown.err
    said = run("check", "--fix", cwd=pack.root).out.splitlines()
    assert said[0] == "questions/cast.yaml:2:9: fixed: It now has an id: who."
    assert said[1].startswith("questions/cast.yaml:5:41: fixed: The quote now has")
    assert said[2].startswith("questions/cast.yaml:5:76: not fixed: ")


def test_what_is_mended_does_not_stand_among_json(run: Run, pack: PackFolder) -> None:
    pack.questions(shoots())
    ran = run("check", "--fix", pack.root, "--format", "json")
    assert json.loads(ran.out)["questions"] == 1
    assert "fixed" in ran.err


def test_what_cannot_be_written_is_told_and_left(run: Run, pack: PackFolder) -> None:
    pack.questions(shoots())
    cast(pack).chmod(0o444)
    before = cast(pack).read_bytes()
    ran = run("check", "--fix", pack.root)
    assert ran.code == 2
    assert one_line(ran.err) == "Error: cast.yaml is read-only: nothing was written."
    assert cast(pack).read_bytes() == before


@pytest.mark.parametrize(
    "data",
    [b"questions: " + b"[" * 10_000, b"a: &a [x]\nb: &b [*a, *a]\nquestions: [*b]\n",
     b"questions:\n  - prompt: a\0b\n",
     b"questions:\n  - prompt: \xff\n", b"questions:\n  - prompt: [\n", b'questions:\n  - prompt: "\\e[2J"\n', b""],
    ids=["deep", "bomb", "nul", "latin", "broken", "escape", "empty"],
)  # fmt: skip
def test_a_spoilt_file_is_mended_nowhere_or_where_it_is_whole(run: Run, pack: PackFolder, data: bytes) -> None:
    pack.questions(shoots(), file="good.yaml")
    pack.write("questions/cast.yaml", data)
    ran = run("check", "--fix", pack.root)
    assert "\x1b" not in ran.out + ran.err
    assert cast(pack).read_bytes() in (data, data.replace(b"- prompt", b"- id: 2j\n    prompt"))
    assert "It’s not" in (pack.root / "questions" / "good.yaml").read_text(encoding="utf-8")


def test_a_file_of_a_hundred_megabytes_is_told_and_left(run: Run, pack: PackFolder) -> None:
    with cast(pack).open("ab") as sparse:
        sparse.truncate(100 * 1024 * 1024)
    ran = run("check", "--fix", pack.root)
    assert ran.code == 1
    assert "Q106" in ran.out
    assert cast(pack).stat().st_size == 100 * 1024 * 1024


@pytest.mark.parametrize(
    "arguments",
    [["--watch", "--fix"], ["--watch", "--diff"], ["--watch", "--format", "json"], ["--diff", "--format", "json"]],
)
def test_what_does_not_go_together_is_refused(run: Run, pack: PackFolder, arguments: list[str]) -> None:
    ran = run("check", pack.root, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "can be combined neither with --format nor with each other" in one_line(ran.err)


def test_problems_are_shown_as_files_are_saved(pack: PackFolder, tmp_path: Path) -> None:
    good = cast(pack).read_bytes()
    with Terminal("check", "--watch", ".", env=environment(tmp_path / "data"), cwd=pack.root) as terminal:
        terminal.until_shown("press Ctrl-C to stop.")
        assert "no problems" in terminal.shown
        for half in (good[:40], b"", b"questions: [", b"\xff\x00"):  # an editor that writes a file bit by bit
            cast(pack).write_bytes(half)
            terminal.until(lambda shown: "no problems" not in shown and "press Ctrl-C to stop." in shown)
            assert "Q103" in terminal.shown
            cast(pack).write_bytes(good)
            terminal.until(lambda shown: "no problems" in shown and "Q103" not in shown)
        new = pack.root / "questions" / ".cast.tmp"
        new.write_bytes(good.replace(b"prompt", b"promt"))
        new.replace(cast(pack))  # an editor that writes another file and moves it there
        terminal.until(lambda shown: "Did you mean 'prompt'?" in shown and "press Ctrl-C to stop." in shown)
        terminal.process.send_signal(signal.SIGINT)  # what a terminal makes of Ctrl-C
        assert terminal.until_ended() == 0
        assert "Traceback" not in terminal.shown
        assert "Aborted" not in terminal.shown


def test_warnings_are_shown_as_files_are_saved(pack: PackFolder, tmp_path: Path) -> None:
    with Terminal("check", "--watch", ".", env=environment(tmp_path / "data"), cwd=pack.root) as terminal:
        terminal.until(lambda shown: "no problems" in shown and "press Ctrl-C to stop." in shown)
        pack.questions(question(answer="Len Wiseman, who directs Ballerina as nobody else ever could"))
        terminal.until(lambda shown: " warning Q" in shown and "press Ctrl-C to stop." in shown)


def test_without_a_terminal_every_report_is_printed_below_the_last(pack: PackFolder, tmp_path: Path) -> None:
    with subprocess.Popen(
        [QUIZ, "check", "--watch", "."], cwd=pack.root, stdout=subprocess.PIPE, env=environment(tmp_path / "data")
    ) as process:
        assert process.stdout is not None
        said = b""
        try:
            while b"press Ctrl-C to stop." not in said:
                said += os.read(process.stdout.fileno(), 65536)
            assert b"\x1b" not in said
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()  # else the block waits for it


def test_in_the_folder_of_a_pack_it_is_that_pack_that_is_checked(run: Run, pack: PackFolder, tmp_path: Path) -> None:
    pack.questions(question(distractors=[]))
    assert "(review)" in run("coverage", cwd=pack.root).out
    here = run("check", cwd=pack.root)
    assert here.code == 1
    assert "questions/cast.yaml:" in here.out
    assert run("check", cwd=tmp_path).code == 0  # the built-in pack
    assert run("check", cwd=pack.root, QUIZ_PACK=str(builtin_pack())).code == 0  # what was named counts
