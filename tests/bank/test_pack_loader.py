"""Packs: a mistake in one question or file does not keep others from being read and played."""

import json
import os
from pathlib import Path

import pytest

from quiz.bank.pack_loader import load_pack, read_pack
from quiz.bank.pack_paths import builtin_pack
from quiz.bank.problem import Place
from quiz.lint.linter import lint
from tests.bank.pack_folder import PackFolder, codes, entry, question


def test_a_good_pack_is_read_without_problems(pack: PackFolder) -> None:
    read = pack.read()
    assert read.problems == ()
    assert (read.name, read.root, read.files) == ("pack", pack.root, 1)
    assert [one.key for one in read.questions] == ["pack/director"]
    assert [one.id for one in read.sources] == ["review"]


def test_a_pack_is_called_as_its_catalogue_says(pack: PackFolder) -> None:
    pack.write_sources_file(entry(), pack="ballerina")
    assert pack.read().name == "ballerina"
    assert [one.key for one in pack.read().questions] == ["ballerina/director"]


@pytest.mark.parametrize("name", ["none", "file.txt", "link", "x" * 5000, "a\0b"])
def test_a_pack_that_is_no_folder_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    [problem] = read_pack(tmp_path / name).problems
    assert problem.rule.code == "Q101"
    assert problem.place.file == str(tmp_path / name)


def test_an_empty_folder_is_told_what_it_lacks(tmp_path: Path) -> None:
    assert codes(read_pack(tmp_path).problems) == ["Q102", "Q103"]


@pytest.mark.parametrize("text", [None, "", "questions: []\n", "topic: Cast\nquestions: []\n"])
def test_a_pack_without_questions_is_told_so(pack: PackFolder, text: str | None) -> None:
    (pack.root / "questions/cast.yaml").unlink()
    if text is not None:
        pack.write("questions/cast.yaml", text)
    assert codes(pack.read().problems) == ["Q103"]


def test_bad_questions_neither_hide_each_other_nor_stop_the_good_ones(pack: PackFolder) -> None:
    pack.questions(
        question("first"),
        question("no-answer", answer=...),
        "only words",
        question("no-proof", citations=[]),
        None,
        question("second"),
        question("odd", kind="riddle"),
        {},
        question("last"),
    )
    read = pack.read()
    assert [one.id for one in read.questions] == ["first", "second", "last"]
    found = {(one.question, one.rule.code) for one in read.problems}
    assert {("no-answer", "Q202"), ("no-proof", "Q409"), ("odd", "Q502"), (None, "Q203"), (None, "Q202")} <= found


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"questions: [", "Q108"),
        (b"\xff\xfe", "Q105"),
        (b"questions: \x07", "Q107"),
        (b"[" * 10_000, "Q111"),
        (b"question: []", "Q201"),
        (b"just words", "Q203"),
    ],
)
def test_a_file_that_cannot_be_read_does_not_stop_the_others(pack: PackFolder, data: bytes, code: str) -> None:
    pack.write("questions/aaa.yaml", data)
    assert code in codes(pack.read().problems)
    assert {one.place.file for one in pack.read().problems} == {"questions/aaa.yaml"}
    assert pack.ids() == ["director"]


def test_what_is_not_a_file_does_not_stop_the_others(pack: PackFolder) -> None:
    (pack.root / "questions/folder.yaml").mkdir()
    (pack.root / "questions/link.yml").symlink_to(pack.root / "nowhere")
    os.mkfifo(pack.root / "questions/pipe.yaml")
    read = pack.read()
    assert codes(read.problems) == ["Q104", "Q104", "Q104"]
    assert pack.ids() == ["director"]


def test_only_yaml_files_are_question_files(pack: PackFolder) -> None:
    pack.questions(question("other"), file="more.yml")
    pack.write("questions/notes.md", "# Notes")
    pack.write("questions/cast.yaml~", "questions: [")
    read = pack.read()
    assert read.problems == ()
    assert read.files == 2
    assert [one.id for one in read.questions] == ["director", "other"]


def test_what_editors_and_systems_keep_beside_a_file_is_no_part_of_a_pack(pack: PackFolder) -> None:
    (pack.root / "questions/.#cast.yaml").symlink_to("somebody@somewhere.1234")
    pack.write("questions/._cast.yaml", b"\x00\x05\x16\x07")
    pack.write("seeds/._review.txt", b"\x00\x05\x16\x07")
    read = pack.read()
    assert read.problems == ()
    assert read.files == 1


def test_questions_that_nobody_may_look_at_are_told_as_such(pack: PackFolder) -> None:
    (pack.root / "questions/cast.yaml").unlink()
    (pack.root / "questions").rmdir()
    (pack.root / "questions").symlink_to("seeds/review.txt")
    [problem] = pack.read("my/").problems
    assert (problem.rule.code, problem.place) == ("Q104", Place("my/questions/"))
    assert "Not a directory" in problem.message


def test_a_control_character_in_one_question_stays_in_it(pack: PackFolder) -> None:
    written = f"questions:\n  - id: a\n    prompt: \x07\n  - {json.dumps(question('b'))}\n  - id: c\n    x: \x1b\n"
    pack.write("questions/cast.yaml", written)
    assert pack.ids() == ["b"]
    assert [(one.rule.code, one.place.line) for one in pack.read().problems] == [("Q107", 3), ("Q107", 6)]


def test_files_are_read_in_the_order_of_their_names(pack: PackFolder) -> None:
    for name in "hbfgadec":
        pack.questions(question(name), file=f"{name}.yaml")
    assert pack.ids() == [*"abc", "director", *"defgh"]


def test_the_question_that_stands_first_keeps_its_id(pack: PackFolder) -> None:
    pack.questions(question(prompt="Again?"), question("other"), file="more.yaml")
    problem = pack.problem("Q501")
    assert problem.place == Place("questions/more.yaml", 4, 10)
    assert "questions/cast.yaml:4:10" in problem.message
    assert [one.prompt for one in pack.read().questions] == ["Who directs Ballerina?"] * 2
    assert pack.ids() == ["director", "other"]


def test_an_id_is_taken_even_by_a_question_that_cannot_be_played(pack: PackFolder) -> None:
    pack.questions(question(citations=[]), question())
    assert codes(pack.read().problems) == ["Q103", "Q409", "Q501"]


@pytest.mark.parametrize(
    ("file", "topic"), [("cast.yaml", "Cast"), ("john-wick_world.yaml", "John wick world"), ("über.yaml", "Über")]
)
def test_a_topic_is_the_files_name_where_nothing_else_is_said(pack: PackFolder, file: str, topic: str) -> None:
    (pack.root / "questions/cast.yaml").unlink()
    pack.questions(question(), question("own", topic="Mine"), file=file)
    assert [one.topic for one in pack.read().questions] == [topic, "Mine"]
    pack.questions(question(), question("own", topic="Mine"), file=file, topic="Of the file")
    assert [one.topic for one in pack.read().questions] == ["Of the file", "Mine"]


def test_problems_are_told_with_the_way_to_the_pack(pack: PackFolder) -> None:
    pack.write_sources_file(entry(published="soon"))
    pack.questions(question(citations=[]))
    pack.article("Words.", "stranger")
    files = {problem.place.file for problem in pack.read("my/pack/").problems}
    assert files == {
        f"my/pack/{name}" for name in ("seeds/sources.yaml", "seeds/stranger.txt", "questions/cast.yaml")
    } | {"my/pack/questions/"}


def test_the_built_in_pack_is_where_its_files_are() -> None:
    assert (builtin_pack() / "seeds/sources.yaml").is_file()
    assert list((builtin_pack() / "questions").glob("*.yaml"))


# Where each question is written


def test_every_question_comes_with_its_node_whether_or_not_it_can_be_played(pack: PackFolder) -> None:
    pack.questions(
        question("good", silence=[{"rule": "near-copy", "reason": "r"}]),
        question("bad", distractors=[]),
        question("good", prompt="Who is that?"),
        question("none", answer=...),
        question(id=...),
    )
    loaded = load_pack(pack.root)
    assert [one.id for one in loaded.written] == ["good", "bad", "good", "none", None]
    assert [codes(one.problems) for one in loaded.written] == [[], ["Q601"], ["Q501"], ["Q202"], ["Q202"]]
    assert [one.is_valid for one in loaded.written] == [True, False, False, False, False]
    assert [one.question is not None for one in loaded.written] == [True, True, True, False, False]
    assert [one.rule for one in loaded.written[0].suppressions] == ["near-copy"]
    lines = (pack.root / "questions/cast.yaml").read_text().splitlines()
    for one in loaded.written:
        assert '"prompt": "Who' in lines[one.node.place("f", "prompt").line - 1]
    assert loaded.questions == loaded.pack.questions
    assert [one.id for one in loaded.questions] == ["good"]


def test_of_a_question_that_is_not_yaml_its_first_line_is_known(pack: PackFolder) -> None:
    text = "topic: Talk\nquestions:\n  - id: open\n    prompt: 'never closed\n  - id: fine\n    prompt: 1\n"
    pack.write("questions/cast.yaml", text)
    loaded = load_pack(pack.root)
    assert [(one.id, one.place.line) for one in loaded.written] == [("fine", 5), (None, 3)]
    assert loaded.topics == {"cast.yaml": "Talk"}


def test_loading_to_play_finds_the_same(pack: PackFolder) -> None:
    pack.questions(question("good"), question("draft", draft=True), question("bad", distractors=[]), {"id": "worse"})
    for drafts in (False, True):
        played, whole = read_pack(pack.root, drafts=drafts), load_pack(pack.root, drafts=drafts).pack
        assert [one.id for one in played.questions] == [one.id for one in whole.questions]
        assert (played.problems, played.ids, played.files) == (whole.problems, whole.ids, whole.files)


# Retired ids


def test_retired_ids_are_known_and_their_file_is_no_file_of_questions(pack: PackFolder) -> None:
    pack.write("questions/retired.yaml", "retired: [theme-song, poster]\n")
    pack.questions(question("other"), file="more.yaml", retired=["trailer"])
    read = pack.read()
    assert (read.problems, read.files) == ((), 2)
    assert read.retired == {"theme-song", "poster", "trailer"}
    assert read.taken_ids == {"director", "other", "theme-song", "poster", "trailer"}
    assert load_pack(pack.root).topics == {"cast.yaml": "Cast", "more.yaml": "More"}


@pytest.mark.parametrize("file", ["a.yaml", "retired.yaml"])
def test_a_question_with_a_retired_id_is_reported_and_not_played(pack: PackFolder, file: str) -> None:
    pack.questions(question(), question("other", prompt="Who else?"))
    pack.write(f"questions/{file}", "retired: [director]\n")
    problem = pack.problem("Q505")
    assert (problem.place, problem.question) == (Place("questions/cast.yaml", 4, 10), "director")
    assert "retired" in problem.message
    assert pack.ids() == ["other"]
    loaded = load_pack(pack.root)
    assert [codes(one.problems) for one in loaded.written] == [["Q505"], []]
    assert [one.is_valid for one in loaded.written] == [False, True]
    assert codes(lint(loaded).problems) == ["Q505"]
