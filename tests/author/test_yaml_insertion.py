"""Insertion: what is added is laid out as its neighbours are, and they stay as they were."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.yaml_edits import apply_edits
from quiz.author.yaml_insertion import append_mapping, insert_first, line_end
from quiz.bank.yaml_nodes import Node, parse_yaml

ENTRY = {"id": "new", "title": "It: is #1", "label": None}


def tree(text: str) -> Node:
    root, problems = parse_yaml(text, "f")
    assert root is not None, problems
    assert not problems
    return root


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("q:\n  - a: 1\n    b: 2\n", "q:\n  - id: x\n    a: 1\n    b: 2\n"),
        ("q:\n- a: 1\r\n  b: 2\n", "q:\n- id: x\n  a: 1\r\n  b: 2\n"),
        ("q:\r\n  -\r\n    a: 1\r\n", "q:\r\n  -\r\n    id: x\r\n    a: 1\r\n"),
        ("q: [{a: 1}]", "q: [{id: x, a: 1}]"),
        ("q: [{}]", "q: [{id: x}]"),
        ('{"q": [{"a": 1}]}', '{"q": [{"id": "x", "a": 1}]}'),
        ('{"q": [\n {\n  "a": 1\n }\n]}', '{"q": [\n {\n  "id": "x",\n  "a": 1\n }\n]}'),
    ],
)
def test_a_new_first_key_stands_as_the_others_do(text: str, after: str) -> None:
    assert apply_edits(text, [insert_first(text, tree(text).at("q", 0), "id", "x")]) == after
    assert tree(after).at("q", 0, "id").value == "x"


NEW = ["id: new", 'title: "It: is #1"', "label: null"]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("s:\n  - a: 1\n    b: 2\n", "s:\n  - a: 1\n    b: 2\n{new}"),
        ("s:\n  - a: 1", "s:\n  - a: 1\n{new}"),
        ("s:\n  - a: 1  # one\n    # of the entry\n\n# of the file\n",
         "s:\n  - a: 1  # one\n    # of the entry\n{new}\n# of the file\n"),
        ("s:\n  - a: 1\n# of the file\n", "s:\n  - a: 1\n{new}# of the file\n"),
        ("s:\n  - a: 1\n  # of what comes\n", "s:\n  - a: 1\n{new}  # of what comes\n"),
        ("s:\n  - a: 1\n\n  - a: 2\n", "s:\n  - a: 1\n\n  - a: 2\n\n{new}"),
        ("s:\n  - a: |\n      x\n\nother: y\n", "s:\n  - a: |\n      x\n{new}\nother: y\n"),
        ("s:\n  - {{a: [1]}}\nother: y\n", "s:\n  - {{a: [1]}}\n{new}other: y\n"),
        ("s:\n  - a: 1\n  - a:\n", "s:\n  - a: 1\n  - a:\n{new}"),
        ("s:  # none yet\nother: y\n", "s:  # none yet\n{new}other: y\n"),
        ("s:", "s:\n{new}"),
        ("s: ~\nother: y\n", "s:\n{new}other: y\n"),
        ("s:   null # none yet\n", "s: # none yet\n{new}"),
        ("s: Null", "s:\n{new}"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_new_entry_stands_after_the_last_one(text: str, after: str, end: str) -> None:
    if "\n" not in text and end != "\n":
        return  # a file without a line end gets the usual one
    block = f"  - {NEW[0]}\n    {NEW[1]}\n    {NEW[2]}\n"
    text, wanted = text.format().replace("\n", end), after.format(new=block).replace("\n", end)
    root = tree(text)
    assert apply_edits(text, append_mapping(text, root.at("s"), ENTRY)) == wanted
    assert len(tree(wanted).at("s").plain()) == len(root.at("s").plain() or []) + 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("s: []", "s: [{}]"),
        ("s: [{a: 1}]", "s: [{a: 1}, {}]"),
        ('{"s": [\n {"a": 1},\n {"a": 2}\n]}', '{"s": [\n {"a": 1},\n {"a": 2},\n {}\n]}'),
    ],
)
def test_a_list_in_brackets_stays_one(text: str, after: str) -> None:
    written = '{"id": "new", "title": "It: is #1", "label": null}'
    done = apply_edits(text, append_mapping(text, tree(text).at("s"), ENTRY))
    assert done == after.replace("{}", written)


def test_what_yaml_refuses_is_escaped_in_brackets_too() -> None:
    entry = {"id": "a\x9b\ufffe\u202e\x85"}
    after = apply_edits("s: [{id: one}]", append_mapping("s: [{id: one}]", tree("s: [{id: one}]").at("s"), entry))
    assert after.isprintable()
    assert tree(after).plain() == {"s": [{"id": "one"}, entry]}


def test_a_column_of_its_own_is_kept() -> None:
    text = "s:\n- a: 1\n  b: 2\n"
    assert (
        apply_edits(text, append_mapping(text, tree(text).at("s"), {"id": "x", "c": "3"}))
        == f"{text}- id: x\n  c: 3\n"
    )


def test_the_line_end_is_the_files_own() -> None:
    assert [line_end(text) for text in ("a\r\nb\n", "a\nb", "a\rb", "a")] == ["\r\n", "\n", "\r", "\n"]


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.text("xy #:'\"[]", max_size=6), min_size=1), max_size=4))
def test_whatever_the_list_holds_it_holds_one_more(entries: list[dict[str, str]]) -> None:
    text = "s:\n" + "".join(f"  - {json.dumps(entry)}\n" for entry in entries) + "after: z\n"
    after = apply_edits(text, append_mapping(text, tree(text).at("s"), ENTRY))
    assert tree(after).plain() == {"s": [*entries, ENTRY], "after": "z"}
