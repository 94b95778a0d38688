"""Question files: a syntax error in one question does not affect the others."""

from pathlib import Path

import pytest

from quiz.bank.question_file import parse_question_file, topic_by_name


def test_a_file_gives_its_topic_and_its_questions_as_nodes() -> None:
    file = parse_question_file("topic: Cast\nquestions:\n  - id: one\n  - id: two\n", "f")
    assert (file.topic, file.problems, file.unreadable) == ("Cast", [], ())
    assert [(node.text("id"), node.line) for node in file.nodes] == [("one", 3), ("two", 4)]


def test_a_question_that_is_not_yaml_hides_no_other() -> None:
    file = parse_question_file('topic: Cast\nquestions:\n  - id: "one\n  - id: two\n  - id: three\nsize: 2\n', "f")
    assert file.topic == "Cast"
    assert [(node.text("id"), node.line) for node in file.nodes] == [("two", 4), ("three", 5)]
    assert [node.line for node in file.unreadable] == [3]
    assert [(problem.rule.code, problem.place.line) for problem in file.problems] == [("Q108", 3)]


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_file_has_no_questions_and_no_problem(text: str) -> None:
    assert parse_question_file(text, "f") == (None, [], [], (), (), False)


@pytest.mark.parametrize("text", ["retired: [old, older]\n", "topic: Cast\nretired:\n  - old\n  - older\n"])
def test_a_file_can_have_nothing_but_retired_ids(text: str) -> None:
    file = parse_question_file(text, "f")
    assert (file.nodes, file.problems, file.retired) == ([], [], ("old", "older"))
    assert file.is_list_of_retired


@pytest.mark.parametrize("questions", ["questions: [{id: new}]\n", 'questions:\n  - id: "new\n  - id: newer\n'])
def test_retired_ids_stand_beside_questions_too(questions: str) -> None:
    file = parse_question_file(f"{questions}retired: [old]\n", "f")
    assert (len(file.nodes), file.retired, file.is_list_of_retired) == (1, ("old",), False)


@pytest.mark.parametrize("value", ["old", "{old: older}", "", "[[old], {a: b}, null, kept]"])
def test_what_is_no_list_of_ids_is_told(value: str) -> None:
    file = parse_question_file(f"questions: []\nretired: {value}\n", "f")
    assert {(problem.rule.code, problem.place.line) for problem in file.problems} == {("Q203", 2)}
    assert file.retired == (("kept",) if "kept" in value else ())


def test_a_file_without_a_topic_is_named_after_itself() -> None:
    assert topic_by_name(Path("questions/film_crew-2.yaml")) == "Film crew 2"
