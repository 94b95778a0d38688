"""Files of every sort are taken in, or refused in one line."""

from pathlib import Path

import pytest

from quiz.author.slug import UniqueIds
from quiz.exchange.importer import ReadError, assign_ids, import_file, report_lines

CSV = "prompt,answer,distractor\nWho’s it?,a,b\n,a,b\n"


def test_a_file_is_read_by_its_name_or_by_what_stands_in_it(tmp_path: Path) -> None:
    for name in ("a.csv", "a.txt", "a"):
        (tmp_path / name).write_text(CSV, encoding="utf-16")
        result = import_file(tmp_path / name)
        assert (result.format.name, len(result.questions), result.encoding) == ("csv", 1, None)


def test_a_file_whose_encoding_nothing_says_is_read_and_that_is_report_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("prompt,answer,distractor\nWho’s it?,a,b\n", encoding="utf-16le")
    assert (
        report_lines(import_file(file))[0]
        == f"{file}: read as utf-16le; if letters look wrong, save it as UTF-8 and try again."
    )


def test_what_became_of_it_is_report_lines(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("prompt,points,answer,distractor\nWho’s it?,5,a,b\n,,a,b\n", encoding="cp1252")
    assert report_lines(import_file(file)) == [
        f"{file}:1: imported, but the column 'points' is not known and was ignored.",
        f"{file}:3: skipped: the prompt is empty.",
        f"{file}: read as windows-1252; if letters look wrong, save it as UTF-8 and try again.",
        f"{file} (CSV): 1 question imported, 1 skipped.",
    ]


def test_a_question_whose_line_does_not_tell_is_named_too(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('[{"question": "Who?", "correct_answer": "a", "incorrect_answers": []}]')
    assert report_lines(import_file(file))[0] == (
        f"{file}:1: question 1 (“Who?”): skipped: it has no wrong option to choose from."
    )


def test_ids_that_had_to_change_are_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("id,prompt,answer,distractor\nx,Who?,a,b\n,,a,b\nx,When?,a,b\nQ 1,Where?,a,b\n")
    result = assign_ids(import_file(file), UniqueIds(["where"]))
    assert [one.draft.id for one in result.questions] == ["x", "x-2", "where-2"]
    assert report_lines(result)[:-1] == [
        f"{file}:3: skipped: the prompt is empty.",
        f"{file}:4: imported, but the id 'x' is already used; it becomes x-2.",
        f"{file}:5: imported, but the id 'Q 1' is not valid here; it becomes where-2.",
    ]


@pytest.mark.parametrize("name", ["opentdb", "gift", "aiken", "csv"])
def test_an_empty_file_has_no_question(tmp_path: Path, name: str) -> None:
    (tmp_path / "a").write_bytes(b"")
    result = import_file(tmp_path / "a", name)
    assert result.questions == ()
    assert len(result.messages) == 1


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"words", "a.txt", "its format is not known; name one with --format: opentdb, gift, aiken, csv."),
        (b"\0\1\2", "a.csv", "it contains NUL bytes, so it is not text."),
        (b"x", "a.apkg", "Anki can only be exported, not imported."),
        (b"x" * (16 * 1024 * 1024 + 1), "a.csv", "The file is larger than 16 MiB. Split it into several files."),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, data: bytes, name: str, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError) as error:
        import_file(tmp_path / name)
    assert str(error.value) == f"{tmp_path / name}: {reason}"


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="it does not exist"):
        import_file(tmp_path / "nowhere.csv")
    with pytest.raises(ReadError, match="not a regular file"):
        import_file(tmp_path)
    with pytest.raises(ReadError):
        import_file(tmp_path / ("x" * 5000))
