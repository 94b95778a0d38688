"""Reading files: bytes become text or a problem with its place, never an exception."""

import os
from pathlib import Path

import pytest

from quiz.bank.files import MOST_BYTES, control_characters, is_inside, question_files, read_bytes, read_text, resolved
from quiz.bank.problem import Place


def refused(path: Path) -> tuple[str, Place, str]:
    text, [problem] = read_text(path, "shown")
    assert text is None
    return problem.rule.code, problem.place, problem.message


def test_text_is_the_files_own_line_ends_included(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("a\r\nb\nc\r“𝄞”\n".encode())
    assert read_text(path, "shown") == ("a\r\nb\nc\r“𝄞”\n", [])
    assert read_bytes(path, "shown") == ("a\r\nb\nc\r“𝄞”\n".encode(), [])


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfwords")
    assert read_text(path, "shown") == ("words", [])


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [(b"\xff", 1, 1), (b"ab\xe9", 1, 3), ("é\n€é".encode() + b"\x80x", 2, 3), (b"\xed\xa0\x80", 1, 1)],
)
def test_what_is_not_utf8_is_reported_where_it_begins(tmp_path: Path, data: bytes, line: int, column: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    code, place, message = refused(path)
    assert (code, place) == ("Q105", Place("shown", line, column))
    assert "byte 0x" in message


def test_a_file_that_is_not_there_is_reported(tmp_path: Path) -> None:
    code, place, message = refused(tmp_path / "none.txt")
    assert (code, place) == ("Q104", Place("shown"))
    assert "does not exist" in message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    code, _, message = refused(tmp_path)
    assert code == "Q104"
    assert "not a regular file" in message


def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe")[0] == "Q104"


@pytest.mark.parametrize("target", ["nowhere", "link"])
def test_a_link_to_nothing_is_reported(tmp_path: Path, target: str) -> None:
    (tmp_path / "link").symlink_to(tmp_path / target)
    assert refused(tmp_path / "link")[0] == "Q104"


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b"])
def test_a_name_that_no_disk_takes_is_reported(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name)[0] == "Q104"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    path.chmod(0)
    assert refused(path)[0] == "Q104"


def test_a_file_may_be_as_large_as_is_said_and_no_larger(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    os.truncate(path, MOST_BYTES)
    assert len(read_bytes(path, "shown")[0] or b"") == MOST_BYTES
    os.truncate(path, MOST_BYTES + 1)
    assert refused(path)[0] == "Q106"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("\x00", 1, 1), ("ab\x1b[31m", 1, 3), ("a\n\nbé\x9b", 3, 3), ("a\r\n\x7f", 2, 1), ("\ud800", 1, 1)],
)
def test_the_first_control_character_is_reported_where_it_stands(text: str, line: int, column: int) -> None:
    [problem] = control_characters(text + "\x00", "f")
    assert (problem.rule.code, problem.place) == ("Q107", Place("f", line, column))


def test_line_ends_tabs_and_letters_are_no_control_characters() -> None:
    assert control_characters("a\tb\r\n“é”\u00a0𝄞\n", "f") == []


def test_question_files_come_by_name_without_what_editors_and_systems_keep_beside_them(tmp_path: Path) -> None:
    folder = tmp_path / "questions"
    assert question_files(tmp_path) == ([], [])
    folder.mkdir()
    for name in ("b.yaml", "a.yml", "._a.yml", ".b.yaml.swp", "b.yaml~", ".yaml", "notes.md", "c.yaml.tmp"):
        (folder / name).touch()
    (folder / ".#b.yaml").symlink_to("somebody@somewhere.1234")  # an editor's lock
    assert question_files(tmp_path) == ([folder / "a.yml", folder / "b.yaml"], [])


def test_a_folder_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "questions").touch()
    paths, [problem] = question_files(tmp_path, "here/")
    assert paths == []
    assert (problem.rule.code, problem.place) == ("Q104", Place("here/questions/"))
    assert "Not a directory" in problem.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_without_permission_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir(mode=0)
    assert "Permission denied" in question_files(tmp_path)[1][0].message


def test_a_path_lies_where_its_links_lead(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "out").symlink_to(tmp_path)
    (tmp_path / "to-in").symlink_to("in")
    (tmp_path / "loop").symlink_to("loop")
    assert is_inside(tmp_path / "in", tmp_path / "to-in" / "a")
    assert is_inside(tmp_path / "to-in", tmp_path / "in" / "a")
    for path in (tmp_path / "in" / "out", tmp_path / "in" / ".." / "a", tmp_path / "in" / "a\0b"):
        assert not is_inside(tmp_path / "in", path)
    assert resolved(tmp_path / "a\0b") is None
    for path in (tmp_path / "loop", tmp_path / "loop" / "a"):
        assert not is_inside(tmp_path / "in", path)
        assert not is_inside(tmp_path / "loop" / "b", tmp_path / "in")
