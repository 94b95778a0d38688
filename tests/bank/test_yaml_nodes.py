"""YAML nodes: every value has its place and its text as typed, and forbidden YAML features are reported."""

import pytest

from quiz.bank.problem import Place, Problem
from quiz.bank.yaml_nodes import MAX_DEPTH, MOST_VALUES, Node, ValueLimit, parse_yaml
from tests.bank.pack_folder import PackFolder, codes, question


def tree(text: str) -> Node:
    """The nodes of a text without problems."""
    root, problems = parse_yaml(text, "f")
    assert not problems
    assert root is not None
    return root


def problems_of(text: str) -> list[Problem]:
    """What is wrong with a text."""
    return parse_yaml(text, "f")[1]


@pytest.mark.parametrize(
    "typed", ["No", "yes", "on", "1:30", "3.10", "012", "0x1F", "1e3", "2024-01-01", "1_000", ".inf", "-0", "+1", "="]
)
def test_a_scalar_stays_as_it_was_typed(typed: str) -> None:
    assert tree(f"key: {typed}").plain() == {"key": typed}
    assert tree(f"- {typed}").plain() == [typed]


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_plain_null_is_nothing(typed: str) -> None:
    assert tree(f"key: {typed}").plain() == {"key": None}


@pytest.mark.parametrize("typed", ['"null"', "'~'", '""', "|-\n  null"])
def test_quoted_null_is_a_word(typed: str) -> None:
    assert isinstance(tree(f"key: {typed}").at("key").value, str)


def test_every_value_and_key_knows_its_line_and_column_in_characters() -> None:
    root = tree("topic: “é”\nquestions:\n  - id: a\n    options: [“𝄞”, two]\n")
    assert root.place("f") == Place("f", 1, 1)
    assert root.place("f", "topic") == Place("f", 1, 8)
    assert root.place("f", "questions", 0) == Place("f", 3, 5)
    assert root.place("f", "questions", 0, "options", 1) == Place("f", 4, 20)
    assert root.key_place("f", "questions") == Place("f", 2, 1)
    assert root.at("questions", 0).key_place("f", "options") == Place("f", 4, 5)


def test_a_path_that_leads_nowhere_ends_at_the_last_value_on_the_way() -> None:
    root = tree("questions:\n  - id: a\n")
    assert root.place("f", "questions", 0, "prompt") == Place("f", 2, 5)
    assert root.place("f", "questions", 7) == Place("f", 2, 3)
    assert root.key_place("f", "missing") == Place("f", 1, 1)


def test_text_is_the_words_under_a_key_and_nothing_else() -> None:
    root = tree("a: words\nb: [x]\nc:\n")
    assert [root.text(key) for key in "abcd"] == ["words", None, None, None]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_a_file_without_yaml_has_no_root_and_no_problem(text: str) -> None:
    assert parse_yaml(text, "f") == (None, [])


def test_the_first_line_of_a_part_moves_every_place() -> None:
    root, problems = parse_yaml("- a: 1\n  a: 2\n", "f", first_line=10)
    assert root is not None
    assert root.place("f", 0) == Place("f", 10, 3)
    assert problems[0].place == Place("f", 11, 3)
    assert parse_yaml("a: b: c", "f", first_line=10)[1][0].place.line == 10


def test_what_is_not_yaml_is_a_problem_where_it_stands() -> None:
    [problem] = problems_of("a: 1\nb: c: d\n")
    assert problem.rule.code == "Q108"
    assert problem.place == Place("f", 2, 5)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b\nas", Place("f", 2, 1)),
        ("a: b\nas\n\n\n", Place("f", 2, 1)),
        ("a: b\nas\nc: d\n", Place("f", 2, 1)),
        ("a: [b, c\n", Place("f", 1, 4)),
        ("[", Place("f", 1, 2)),
        ("a: b\n[\n\n", Place("f", 2, 1)),
        ("a: 'b\n", Place("f", 1, 4)),
    ],
)
def test_what_is_left_open_is_a_problem_where_it_begins_and_never_behind_the_last_line(
    text: str, place: Place
) -> None:
    assert [(one.rule.code, one.place) for one in problems_of(text)] == [("Q108", place)]


def test_a_duplicate_key_is_a_problem_that_names_the_first_and_the_first_value_stays() -> None:
    root, [problem] = parse_yaml("answer: a\nnote: n\nanswer: b\n", "f")
    assert problem.rule.code == "Q109"
    assert problem.place == Place("f", 3, 1)
    assert "Line 1" in problem.message
    assert root is not None
    assert root.plain() == {"answer": "a", "note": "n"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &name b", Place("f", 1, 4)),
        ("a: &name [b]", Place("f", 1, 4)),
        ("a: !!int 3", Place("f", 1, 4)),
        ("a: !!python/object/apply:os.system [ls]", Place("f", 1, 4)),
        ("a: !mine {b: c}", Place("f", 1, 4)),
        ("a: 1\n<<: {b: c}", Place("f", 2, 1)),
        ("? [a, b]\n: c", Place("f", 1, 3)),
        ("a: 1\n---\nb: 2", Place("f", 2, 1)),
    ],
)
def test_what_hides_what_a_question_says_is_refused(text: str, place: Place) -> None:
    [problem] = problems_of(text)
    assert problem.rule.code == "Q110"
    assert problem.place == place


def test_an_alias_is_refused_and_stands_for_nothing() -> None:
    root, problems = parse_yaml("a: &one [x]\nb: *one\n", "f")
    assert codes(problems) == ["Q110", "Q110"]
    assert root is not None
    assert root.plain() == {"a": ["x"], "b": None}


def test_an_alias_bomb_does_not_go_off() -> None:
    lines = ["l0: &l0 [x, x]"] + [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30)]
    root, problems = parse_yaml("\n".join(lines), "f")
    assert set(codes(problems)) == {"Q110"}
    assert root is not None
    assert root.plain()["l29"] == [None] * 9  # type: ignore[index, call-overload]


@pytest.mark.parametrize("text", ["[" * 10_000, "{a: " * 10_000, "- " * 10_000, "[" * 10_000 + "]" * 10_000])
def test_deep_nesting_is_refused(text: str) -> None:
    root, problems = parse_yaml(text, "f")
    assert root is None
    assert codes(problems) == ["Q111"]
    assert problems[0].message == "Nested more than 16 levels deep."


def test_nesting_as_deep_as_allowed_is_read() -> None:
    assert codes(problems_of("[" * MAX_DEPTH + "]" * MAX_DEPTH)) == []
    assert codes(problems_of("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))) == ["Q111"]


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ufffe"])
def test_a_control_character_is_a_problem_where_it_stands(pack: PackFolder, char: str) -> None:
    pack.write("questions/odd.yaml", f"questions:\n  - id: a{char}b\n")
    problem = pack.problem("Q107")
    assert problem.place == Place("questions/odd.yaml", 2, 10)
    assert f"U+{ord(char):04X}" in problem.message


@pytest.mark.parametrize("extra", [{"answer": "Len Wiseman"}, {"explanation": "Twice."}])
def test_a_question_with_a_duplicate_key_is_not_played(pack: PackFolder, extra: dict[str, str]) -> None:
    key, value = extra.popitem()
    pack.questions(question(explanation="Once."))
    text = (pack.root / "questions/cast.yaml").read_text().replace('"id"', f'"{key}": "{value}", "id"')
    pack.write("questions/cast.yaml", text)
    assert codes(pack.read().problems) == ["Q103", "Q109"]
    assert pack.ids() == []


LAID_OUT = """\
# a comment
questions:
  - id: a  # another
    prompt: >-
      Who \u2019
      directs?
    list: ["x", 'y''s', {b: 𝄞}]
    empty:
    last: plain words
      go on
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_value_knows_where_it_begins_and_ends_in_the_text(line_end: str) -> None:
    text = LAID_OUT.replace("\n", line_end)
    item = tree(text).at("questions", 0)

    def written(*path: str | int) -> str:
        node = item.at(*path)
        return text[node.start : node.end].replace(line_end, "\n")

    assert written("id") == "a"
    assert written("prompt") == ">-\n      Who \u2019\n      directs?\n"
    assert written("list") == """["x", 'y''s', {b: 𝄞}]"""
    assert written("list", 1) == "'y''s'"
    assert written("list", 2) == "{b: 𝄞}"
    assert written("empty") == ""
    assert written("last") == "plain words\n      go on"
    assert written().startswith("id: a  #")
    assert written().endswith("go on")


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\x9b", "\ufffe", "\ud800"])
def test_no_control_character_reaches_the_parser(char: str) -> None:
    root, [problem] = parse_yaml(f"a: x\nb: y{char}z\n", "f", first_line=7)
    assert root is None
    assert (problem.rule.code, problem.place) == ("Q107", Place("f", 8, 5))


def test_whatever_the_parser_refuses_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.bank.yaml_nodes.control_characters", lambda *_, **__: [])
    root, [problem] = parse_yaml("a: x\nb: y\x00z\n", "f", first_line=7)  # it says no line of it
    assert root is None
    assert (problem.rule.code, problem.place) == ("Q108", Place("f", 7, 1))
    assert "\n" not in problem.message


@pytest.mark.slow
def test_a_file_of_more_values_than_anybody_writes_is_refused_and_its_parts_share_the_limit(pack: PackFolder) -> None:
    entries = MOST_VALUES // 5
    pack.write("questions/much.yaml", "questions:\n" + "  - {id: x, a: b}\n" * (entries + 10))
    assert pack.problem("Q106").place.file == "questions/much.yaml"
    assert pack.ids() == ["director"]

    pack.write("questions/much.yaml", 'questions:\n  - "\n' + "  - {id: x, a: b}\n" * (entries + 10))
    assert pack.problem("Q106").place.line > entries // 2  # its parts are read
    assert pack.ids() == ["director"]


def test_the_parts_of_a_file_share_the_limit() -> None:
    limit = ValueLimit(8)
    for first_line in (1, 2):
        assert parse_yaml("- {a: b}\n", "f", first_line=first_line, limit=limit)[1] == []
    _, [problem] = parse_yaml("- {a: b}\n", "f", first_line=3, limit=limit)
    assert (problem.rule.code, problem.place.line) == ("Q106", 3)


def test_as_many_values_as_allowed_are_read() -> None:
    assert parse_yaml("- a\n- b\n- c\n", "f", limit=ValueLimit(4))[1] == []
    _, [problem] = parse_yaml("- a\n- b\n- c\n- d\n", "f", limit=ValueLimit(4))
    assert (problem.rule.code, problem.place) == ("Q106", Place("f", 4, 3))
    assert problem.message == "The file has more than 4 keys and values."
