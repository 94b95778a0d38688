"""A syntax error in one question of a file does not affect the others."""

import pytest

from quiz.bank.partial_parse import split_items
from tests.bank.pack_folder import PackFolder, codes


def test_a_list_is_cut_into_its_items_with_their_lines() -> None:
    text = "topic: T\nquestions:\n  - id: a\n    citations:\n      - source: s\n\n  - id: b\n    note: |\n      x\n"
    assert list(split_items(text, "questions")) == [
        (3, "  - id: a\n    citations:\n      - source: s\n\n"),
        (7, "  - id: b\n    note: |\n      x\n"),
    ]


def test_a_list_that_is_not_indented_is_cut_too() -> None:
    assert [line for line, _ in split_items("questions:\n- id: a\n  x: y\n- id: b\n", "questions")] == [2, 4]


@pytest.mark.parametrize("key", ["questions:", "'questions':", '"questions":', "questions : # ours"])
@pytest.mark.parametrize("dash", ["- ", "-\n    ", "-\t", "- # mine\n    "])
def test_a_quoted_key_and_a_dash_alone_on_its_line_are_known(key: str, dash: str) -> None:
    items = f"  {dash}id: a\n", f"  {dash}id: b\n"
    found = list(split_items(f"{key}\n{''.join(items)}", "questions"))
    assert tuple(text for _, text in found) == items
    assert [line for line, _ in found] == [2, 2 + items[0].count("\n")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "'questions:\n  - a\n",
        "questions-to-come:\n  - a\n",
        "other:\n  - a\n",
        "questions:\n",
        "questions: none\n",
    ],
)
def test_where_there_is_no_list_there_are_no_items(text: str) -> None:
    assert list(split_items(text, "questions")) == []


BROKEN = """\
questions:
  - id: broken
    prompt: {broken}
    answer: x
  - id: director
    prompt: Who directs?
    answer: Len Wiseman
    distractors: [Chad Stahelski]
    citations: [{{source: review, quote: Len Wiseman directs}}]
  - id: spare
    prompt: Who, again?
"""


@pytest.mark.parametrize("broken", ["a: b", '"open', "[open", "'open", "@at", "&", "a\n   b: c", "\tx: y"])
def test_what_is_broken_in_one_question_stays_in_it(pack: PackFolder, broken: str) -> None:
    text = BROKEN.format(broken=broken)
    pack.write("questions/cast.yaml", text)
    read = pack.read()
    assert [one.id for one in read.questions] == ["director"]
    first = text.splitlines().index("  - id: director") + 1
    assert [one.place.line for one in read.questions] == [first]
    assert {one.place.line for one in read.problems if one.rule.code == "Q108"} <= set(range(2, first))
    assert "Q108" in codes(read.problems)
    assert {one.place.line for one in read.problems if one.question == "spare"} == {first + 5}


def test_what_stands_after_the_list_does_not_spoil_its_last_question(pack: PackFolder) -> None:
    pack.write("questions/cast.yaml", BROKEN.format(broken="a: b").partition("  - id: spare")[0] + "topic: Cast\n")
    assert pack.ids() == ["director"]


def test_a_salvaged_question_keeps_the_topic_of_its_file(pack: PackFolder) -> None:
    pack.write("questions/cast.yaml", "topic: Makers\n" + BROKEN.format(broken="a: b"))
    assert [one.topic for one in pack.read().questions] == ["Makers"]


def test_what_is_broken_stays_in_its_question_however_the_list_is_written(pack: PackFolder) -> None:
    text = BROKEN.format(broken="a: b").replace("questions:", '"questions":').replace("  - id", "  -\n    id")
    pack.write("questions/cast.yaml", text)
    assert pack.ids() == ["director"]
