"""What the fields of a form become: what is empty is left out, and each kind has the keys it takes."""

from typing import Any

import pytest

from quiz.author.question_draft import QuestionDraft
from quiz.bank.kinds.registry import KINDS
from quiz.bank.question_entry import CitationEntry


@pytest.mark.parametrize(
    ("kind", "answer", "written"),
    [
        ("choice", ("a",), "a"),
        ("choice", ("a", "b"), ("a", "b")),
        ("choice", (), None),
        ("choice", ("",), None),
        ("true-false", ("true",), True),
        ("true-false", ("false",), False),
        ("true-false", ("True",), True),
        ("true-false", ("maybe",), "maybe"),
        ("multiple", ("a",), ("a",)),
        ("multiple", (), None),
        ("order", ("a", "b"), ("a", "b")),
    ],
)
def test_the_answer_has_the_shape_that_the_kind_takes(kind: str, answer: tuple[str, ...], written: object) -> None:
    entry = QuestionDraft(kind=kind, answer=answer).entry()
    assert entry["answer"] == written
    assert type(entry["answer"]) is type(written)


@pytest.mark.parametrize(
    ("kind", "distractors"), [("choice", True), ("true-false", False), ("multiple", True), ("order", False)]
)
def test_wrong_options_are_written_for_the_kinds_that_have_any(kind: str, distractors: bool) -> None:
    entry = QuestionDraft(kind=kind, distractors=("x", "y")).entry()
    assert entry["distractors"] == (("x", "y") if distractors else None)


def test_what_is_empty_or_goes_without_saying_is_left_out() -> None:
    made = QuestionDraft(citations=(CitationEntry(source="s", quote="q"),), topic="Cast", difficulty="medium").entry(
        "Cast"
    )
    assert {key: value for key, value in made.items() if value is not None} == {
        "distractors": (),
        "difficulty": "medium",
        "citations": ({"source": "s", "quote": "q"},),
    }


def test_what_is_said_is_written() -> None:
    citation = CitationEntry(source="s", quote="q", after="a", highlight="h")
    new = QuestionDraft(
        id="i",
        kind="order",
        prompt="p",
        topic="Crew",
        difficulty="hard",
        appeal="3",
        citations=(citation,),
        explanation="e",
    )
    made: dict[str, Any] = {
        "id": "i", "kind": "order", "prompt": "p", "answer": None, "distractors": None, "topic": "Crew",
        "difficulty": "hard", "appeal": "3", "draft": None, "explanation": "e",
        "citations": ({"source": "s", "quote": "q", "after": "a", "highlight": "h"},),
    }  # fmt: skip
    assert new.entry("Cast") == made


def test_a_draft_says_so_and_needs_no_citation() -> None:
    made = QuestionDraft(prompt="p", draft=True).entry()
    assert (made["draft"], made["citations"]) == (True, None)
    assert QuestionDraft(prompt="p", draft=True, citations=(CitationEntry(source="s", quote="q"),)).entry()[
        "citations"
    ]


def test_the_keys_are_those_of_a_question() -> None:
    keys = set(QuestionDraft().entry())
    assert all(keys - {"distractors"} <= set(kind.entry.__struct_fields__) for kind in KINDS.values())
