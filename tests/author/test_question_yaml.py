"""A written question reads back the same, and looks as if somebody had typed it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.question_yaml import question_yaml
from quiz.bank.entry_parser import read_entry
from quiz.bank.files import control_characters
from quiz.bank.kinds.choice import ChoiceEntry
from quiz.bank.kinds.registry import KINDS
from quiz.bank.pack_paths import builtin_pack
from quiz.bank.yaml_nodes import Node, parse_yaml

TRICKY = st.sampled_from(
    [
        "", " ", "No", "null", "~", "true", "1:30", "3.10", "012", "2024-01-01", "- x", "# x", "x # y", "a: b", "a:",
        ":", "-", "?", "? x", "---", "...", "<<", "=", "'", '"', "''", '""', "\\", "\\n", "%x", "@x", "`x", "!x",
        "&x", "*x", "|", ">-", "[x]", "{x}", "a, b", " x", "x ", "\tx", "x\ty", "x\n", "\nx", "x\n\ny", "x\n y",
        "x \ny", "Ünïcödé", "🩰 🎬", "x" * 120, "word " * 40 + "end", "two  spaces " * 20 + "x", "«“”»",
        "\x00\x1b[31m", "\u202ex", "a\u2028b", "a\x85b", "\ufeffx", "x\r\ny", "\xa0x\xa0", "a\u200bb",
        "\ufffe\uffff", "[...]",
    ]
)  # fmt: skip
WORDS = (
    TRICKY
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.text(" :#-\n\t'\"\\,[]{}ab", max_size=150)
    | st.lists(TRICKY, max_size=4).map(" ".join)
)
CITATIONS = st.fixed_dictionaries(
    {"source": WORDS, "quote": WORDS}, optional={"after": WORDS.filter(bool), "highlight": WORDS}
)
QUESTIONS = st.fixed_dictionaries(
    {"id": WORDS, "prompt": WORDS, "answer": WORDS, "distractors": st.lists(WORDS, max_size=5)},
    optional={
        "kind": st.just("choice"),
        "according_to": WORDS,
        "topic": WORDS,
        "difficulty": st.sampled_from(["easy", "medium", "hard"]),
        "draft": st.booleans(),
        "citations": st.lists(CITATIONS, max_size=3),
        "explanation": WORDS,
        "disputes": st.lists(st.fixed_dictionaries({"answer": WORDS, "citation": CITATIONS}), max_size=2),
        "silence": st.lists(st.fixed_dictionaries({"rule": WORDS, "reason": WORDS}), max_size=2),
    },
)


def read(written: str) -> Node:
    """The one question in a file that holds what was written."""
    text = f"questions:\n{written}"
    assert control_characters(text, "f") == []
    root, problems = parse_yaml(text, "f")
    assert problems == []
    assert root is not None
    items = root.at("questions").value
    assert isinstance(items, list)
    assert len(items) == 1
    return items[0]


def typed(value: Any) -> Any:
    """A value as the reader hands it on: every scalar is words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return [typed(one) for one in value]
    return {key: typed(one) for key, one in value.items()} if isinstance(value, dict) else value


@given(QUESTIONS)
def test_what_is_written_reads_back_the_same(question: dict[str, Any]) -> None:
    node = read(question_yaml(question))
    assert node.plain() == typed(question)
    entry, problems = read_entry(node, ChoiceEntry, "f")
    assert problems == []
    assert entry is not None
    assert (entry.prompt, entry.answer, list(entry.distractors)) == tuple(
        question[key] for key in ("prompt", "answer", "distractors")
    )
    assert entry.explanation == question.get("explanation")
    assert entry.draft == question.get("draft", False)


@given(QUESTIONS)
def test_no_line_is_longer_than_a_hundred_columns(question: dict[str, Any]) -> None:
    assert all(len(line) <= 100 for line in question_yaml(question).split("\n"))


@given(QUESTIONS, QUESTIONS)
def test_items_can_stand_one_after_the_other(one: dict[str, Any], other: dict[str, Any]) -> None:
    root, problems = parse_yaml(f"questions:\n{question_yaml(one)}\n{question_yaml(other)}", "f")
    assert problems == []
    assert root is not None
    assert root.at("questions").plain() == [typed(one), typed(other)]


@pytest.mark.parametrize("answer", [True, False])
def test_true_and_false_are_words_of_yaml(answer: bool) -> None:
    written = question_yaml({"id": "x", "kind": "true-false", "prompt": "So.", "answer": answer, "citations": []})
    assert f"    answer: {'true' if answer else 'false'}\n" in written
    entry, problems = read_entry(read(written), KINDS["true-false"].entry, "f")
    assert problems == []
    assert entry is not None
    assert entry.answer is answer


def test_it_looks_as_if_somebody_had_typed_it() -> None:
    written = question_yaml(
        {
            "id": "director",
            "prompt": 'Who said: "No"?',
            "answer": "No",
            "distractors": ["Len Wiseman", "June 6, 2025", "1:30", "It’s him"],
            "according_to": None,
            "topic": "one\ntwo",
            "difficulty": "easy",
            "draft": True,
            "citations": [{"source": "a", "quote": "the words, and more", "highlight": 'it\'s: "x" \\'}],
            "explanation": "Wiseman, of Underworld, is named as the director in four of the five articles on the "
            "film that there are.",
            "disputes": [{"answer": "Yes", "citation": {"source": "b", "quote": "yes, he said"}}],
        }
    )
    assert written == (
        "  - id: director\n"
        "    prompt: 'Who said: \"No\"?'\n"
        "    answer: No\n"
        '    distractors: [Len Wiseman, "June 6, 2025", "1:30", It’s him]\n'
        "    topic: |-\n"
        "      one\n"
        "      two\n"
        "    difficulty: easy\n"
        "    draft: true\n"
        "    citations:\n"
        "      - source: a\n"
        "        quote: the words, and more\n"
        '        highlight: "it\'s: \\"x\\" \\\\"\n'
        "    explanation: >-\n"
        "      Wiseman, of Underworld, is named as the director in four of the five articles on the film that\n"
        "      there are.\n"
        "    disputes:\n"
        "      - answer: Yes\n"
        '        citation: {source: b, quote: "yes, he said"}\n'
    )


def test_every_question_of_the_built_in_pack_survives_being_written() -> None:
    written = 0
    for path in sorted((builtin_pack() / "questions").glob("*.yaml")):
        root, _ = parse_yaml(path.read_text(encoding="utf-8"), path.name)
        assert root is not None
        node = root.find("questions")
        items = node.value if node is not None else []  # a file can have nothing but retired ids
        assert isinstance(items, list)
        for item in items:
            plain = item.plain()
            assert isinstance(plain, dict)
            assert read(question_yaml(plain)).plain() == plain
            written += 1
    assert written > 0
