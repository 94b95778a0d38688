"""Edits: a value is changed where it stands, however it is written, and nothing beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.yaml_edits import Edit, apply_edits, edit_scalar
from quiz.bank.yaml_nodes import Node, parse_yaml


def scalar(text: str) -> Node:
    root, problems = parse_yaml(text, "f")
    assert root is not None
    assert not problems
    return root.at("key")


def test_edits_are_made_from_the_end_so_that_places_stay() -> None:
    assert apply_edits("abcdef", [Edit(0, 1, "xyz"), Edit(4, 6, ""), Edit(2, 2, "-")]) == "xyzb-cd"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("key: a 'b' c  # 'b'\n", "key: a ‘b' c  # 'b'\n"),
        ("key: 'a ''b'' c'\n", "key: 'a ‘b'' c'\n"),
        ("key: \"a 'b' c\"\n", 'key: "a ‘b\' c"\n'),
        ("key: >-\n  a\n  'b' c\n", "key: >-\n  a\n  ‘b' c\n"),
        ("key: |  # 'b'\n    a 'b' c\n\nnext: 'b'\n", "key: |  # 'b'\n    a ‘b' c\n\nnext: 'b'\n"),
        ("{key: a 'b' c, next: 'b'}", "{key: a ‘b' c, next: 'b'}"),
        ("key: a\n  'b'\n  c\n", "key: a\n  ‘b'\n  c\n"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_character_is_changed_in_every_style(text: str, after: str, line_end: str) -> None:
    text = text.replace("\n", line_end)
    node = scalar(text)
    assert isinstance(node.value, str)
    at = node.value.index("'")
    edits, complete = edit_scalar(text, node, [Edit(at, at + 1, "‘")])
    assert complete
    assert apply_edits(text, edits) == after.replace("\n", line_end)


@pytest.mark.parametrize(
    ("text", "new", "after"),
    [
        ("key: 'a_b'", "'", "key: 'a''b'"),
        ('key: "a_b"', '"', 'key: "a\\"b"'),
        ('key: "a_b"', "\\", 'key: "a\\\\b"'),
        ('key: "\\"a_b\\""', "-", 'key: "\\"a-b\\""'),
    ],
)
def test_what_is_put_between_quotation_marks_is_escaped_and_escaped_ones_are_known(
    text: str, new: str, after: str
) -> None:
    node = scalar(text)
    assert isinstance(node.value, str)
    at = node.value.index("_")
    edits, complete = edit_scalar(text, node, [Edit(at, at + 1, new)])
    assert complete
    assert apply_edits(text, edits) == after
    assert scalar(after).value == node.value.replace("_", new)


@pytest.mark.parametrize(
    ("text", "complete"),
    [('key: "\\x41 b"', False), ("key: \"a\\\n  b c\"", True), ("key: a b", True), ("key: a\n  b", False),
     ("key: >-\n  a\n  b\n", False), ("key: |-\n  a b\n", True)],
)  # fmt: skip
def test_escapes_and_folded_lines_are_left_alone(text: str, complete: bool) -> None:
    node = scalar(text)
    assert isinstance(node.value, str)
    at = node.value.index(" ") if " " in node.value else 0
    edits, done = edit_scalar(text, node, [Edit(at, at + 1, "\u00a0")])
    assert done is complete
    assert bool(edits) is complete


def test_what_is_only_partly_in_a_folded_line_is_left_alone() -> None:
    text = "key: a b\n  c"
    assert edit_scalar(text, scalar(text), [Edit(0, 5, "x")]) == ([], False)
    assert edit_scalar(text, scalar(text), [Edit(0, 3, "x"), Edit(0, 5, "y")]) == ([Edit(5, 8, "x")], False)


WORDS = st.text(alphabet="ab'’\"\u00a0 :#-", min_size=1, max_size=20).map(str.strip).filter(len)


@given(words=WORDS, style=st.sampled_from(["'", '"', ">-", "|", ""]), data=st.data())
def test_whatever_is_changed_the_value_is_what_was_asked_for(words: str, style: str, data: st.DataObject) -> None:
    if style == "'":
        written = "'" + words.replace("'", "''") + "'"
    elif style == '"':
        written = '"' + words.replace('"', '\\"') + '"'
    else:
        written = f"{style}\n    {words}" if style else words
    text = f"before: x  # c\nkey: {written}\nafter: y\n"
    root, problems = parse_yaml(text, "f")
    if problems or root is None or not root.text("key"):
        return  # not every word can stand without quotation marks
    value = root.text("key") or ""
    at = data.draw(st.integers(0, len(value) - 1))
    edits, complete = edit_scalar(text, root.at("key"), [Edit(at, at + 1, "Z")])
    if complete:
        again, _ = parse_yaml(apply_edits(text, edits), "f")
        assert again is not None
        assert again.plain() == {"before": "x", "key": value[:at] + "Z" + value[at + 1 :], "after": "y"}
    else:
        assert edits == []
        assert value[at] in " \n"
