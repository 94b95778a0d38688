"""Entries: every mistake of an author is reported at its place."""

from textwrap import dedent

import msgspec
import pytest
from msgspec import inspect

from quiz.bank.entry_parser import nearest_word, read_entry, read_list
from quiz.bank.kinds.choice import ChoiceEntry
from quiz.bank.kinds.true_false import TrueFalseEntry
from quiz.bank.problem import Place, Problem
from quiz.bank.question_entry import QuestionEntry
from quiz.bank.yaml_nodes import Node, parse_yaml
from tests.bank.pack_folder import PackFolder, entry, question

GOOD = """\
id: director
prompt: Who directs?
answer: Len Wiseman
distractors: [Chad Stahelski]
citations: [{source: review, quote: Len Wiseman directs}]
"""


def node(text: str) -> Node:
    root, problems = parse_yaml(dedent(text), "f")
    assert root is not None
    assert not problems
    return root


def read(text: str, cls: type[QuestionEntry] = ChoiceEntry) -> list[Problem]:
    """What is wrong with an entry; only unknown keys may be passed over in reading what else there is."""
    entry, problems = read_entry(node(text), cls, "f", "director")
    assert (entry is None) == any(one.rule.code != "Q201" for one in problems)
    return problems


class Counted(QuestionEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry with numbers, as a kind of question may have them."""

    whole: int
    any: float | None = None


@pytest.mark.parametrize(("whole", "rest"), [("7", "1.5"), ("-3", "2"), ("0", "null")])
def test_numbers_are_read(whole: str, rest: str) -> None:
    assert read(f"{{id: a, prompt: p, whole: {whole}, any: {rest}}}", Counted) == []


@pytest.mark.parametrize(
    ("whole", "rest", "wrong"), [("seven", "1", "whole"), ("1.5", "1", "whole"), ("1", "x", "any")]
)
def test_what_is_no_number_is_reported_where_it_stands(whole: str, rest: str, wrong: str) -> None:
    [problem] = read(f"id: a\nprompt: p\nwhole: {whole}\nany: {rest}\n", Counted)
    value = whole if wrong == "whole" else rest
    assert (problem.rule.code, problem.message) == ("Q203", f"{wrong} is {value!r}; it must be a number.")
    assert problem.place.line == (3 if wrong == "whole" else 4)


def test_a_good_entry_is_read_with_its_defaults() -> None:
    entry, problems = read_entry(node(GOOD), ChoiceEntry, "f")
    assert problems == []
    assert entry is not None
    assert (entry.kind, entry.difficulty, entry.explanation, entry.disputes) == ("choice", "medium", None, ())
    assert entry.appeal == 2
    assert entry.citations[0].quote == "Len Wiseman directs"


@pytest.mark.parametrize("typed", ["No", "1:30", "3.10", "012", "2024-01-01", "yes", '"null"', '"~"', "true"])
def test_words_reach_the_entry_as_they_were_typed(typed: str) -> None:
    entry, _ = read_entry(
        node(GOOD.replace("Len Wiseman\n", f"{typed}\n") + f"explanation: {typed}"), ChoiceEntry, "f"
    )
    assert entry is not None
    assert entry.answer == typed.strip('"')
    assert entry.explanation == typed.strip('"')


def test_an_unknown_key_is_reported_at_the_key_with_what_was_meant() -> None:
    found = {one.rule.code: one for one in read(GOOD.replace("distractors", "distracters"))}
    assert found["Q201"].place == Place("f", 4, 1)
    assert found["Q201"].hint == "Did you mean 'distractors'?"
    assert found["Q201"].question == "director"


def test_an_unknown_key_like_none_is_told_the_keys() -> None:
    [problem] = read(GOOD + "zzz: x\n")
    assert problem.place == Place("f", 6, 1)
    assert "distractors" in problem.hint


def test_unknown_keys_do_not_hide_what_else_the_entry_says() -> None:
    entry, problems = read_entry(node(GOOD + "zzz: x\nyyy: [a, {b: c}]\n"), ChoiceEntry, "f")
    assert [one.rule.code for one in problems] == ["Q201", "Q201"]
    assert entry == read_entry(node(GOOD), ChoiceEntry, "f")[0]


def test_an_unknown_key_inside_a_citation_is_found() -> None:
    [problem] = read(GOOD.replace("quote:", "qoute: x, quote:"))
    assert problem.rule.code == "Q201"
    assert problem.place == Place("f", 5, 30)


@pytest.mark.parametrize("key", ["id", "prompt", "answer", "distractors"])
@pytest.mark.parametrize("instead", [None, "{}:\n", "{}: ~\n"])
def test_a_required_key_must_be_there_and_have_a_value(key: str, instead: str | None) -> None:
    lines = [line for line in GOOD.splitlines(keepends=True) if not line.startswith(key)]
    [problem] = read("".join(lines) + (instead.format(key) if instead else ""))
    assert problem.rule.code == "Q202"
    assert repr(key) in problem.message
    assert problem.place.line == (5 if instead else 1)


@pytest.mark.parametrize(
    ("line", "place", "said"),
    [
        ("difficulty: tough", Place("f", 6, 13), "difficulty cannot be 'tough'"),
        ("difficulty: hrad", Place("f", 6, 13), "difficulty cannot be 'hrad'"),
        ("difficulty: ~", Place("f", 6, 13), "difficulty is empty"),
        ("appeal: 4", Place("f", 6, 9), "appeal cannot be '4'"),
        ("appeal: much", Place("f", 6, 9), "appeal cannot be 'much'"),
        ("appeal: 2.0", Place("f", 6, 9), "appeal cannot be '2.0'"),
        ("appeal: ~", Place("f", 6, 9), "appeal is empty"),
        ("topic: [a]", Place("f", 6, 8), "topic must be text"),
        ("explanation: {a: b}", Place("f", 6, 14), "explanation must be text"),
        ("kind: [choice]", Place("f", 6, 7), "kind must be text"),
        ("disputes: none", Place("f", 6, 11), "disputes must be a list"),
        ("disputes: ~", Place("f", 6, 11), "disputes must be a list"),
        ("disputes: [word]", Place("f", 6, 12), "an item of disputes must be a mapping"),
        ("disputes: [{answer: a, citation: c}]", Place("f", 6, 34), "citation must be a mapping"),
    ],
)
def test_a_value_of_the_wrong_sort_is_reported_at_the_value(line: str, place: Place, said: str) -> None:
    [problem] = read(GOOD + line)
    assert (problem.rule.code, problem.place) == ("Q203", place)
    assert said in problem.message
    assert problem.hint


def test_an_empty_item_of_a_list_is_reported() -> None:
    [problem] = read(GOOD.replace("[Chad Stahelski]", "[Chad Stahelski, ~]"))
    assert (problem.rule.code, problem.place) == ("Q203", Place("f", 4, 31))
    assert '"null"' in problem.hint


@pytest.mark.parametrize("typed", ["yes", "No", "2", "Len Wiseman"])
def test_what_is_true_or_false_takes_nothing_else(typed: str) -> None:
    [problem] = read(f"{{id: a, prompt: p, answer: {typed}, citations: []}}", TrueFalseEntry)
    assert problem.rule.code == "Q203"
    assert "must be true or false" in problem.message


@pytest.mark.parametrize("typed", ["tRuE", "TRUE", "False", "1", "0"])
def test_a_fault_beside_it_does_not_change_what_counts_as_true_or_false(typed: str) -> None:
    alone = read(f"{{id: a, prompt: p, answer: {typed}, citations: []}}", TrueFalseEntry)
    beside = read(f"{{id: a, prompt: p, answer: {typed}, citations: [], zzz: x}}", TrueFalseEntry)
    assert [one.rule.code for one in beside if one.rule.code != "Q201"] == [one.rule.code for one in alone]


def test_an_entry_that_is_no_mapping_is_told_the_keys() -> None:
    [problem] = read("- just\n- words\n")
    assert problem.rule.code == "Q203"
    assert "prompt" in problem.hint


def test_all_mistakes_are_reported_each_at_its_own_place() -> None:
    problems = read(
        """\
        id: director
        promt: Who directs?
        answer: [Len, Wiseman]
        distractors: Chad Stahelski
        difficulty: tough
        citations:
          - source: review
          - {source: review, quote: q, hilight: h}
        """
    )
    found = sorted((one.place.line, one.place.column, one.rule.code) for one in problems)
    assert found == [
        (1, 1, "Q202"),
        (2, 1, "Q201"),
        (3, 9, "Q203"),
        (4, 14, "Q203"),
        (5, 13, "Q203"),
        (7, 5, "Q202"),
        (8, 32, "Q201"),
    ]


def test_many_bad_entries_cost_no_more_each_than_one(monkeypatch: pytest.MonkeyPatch) -> None:
    class Strange(msgspec.Struct):
        name: str

    reload_if_changed: list[object] = []
    inspected = inspect.type_info
    monkeypatch.setattr(inspect, "type_info", lambda cls: reload_if_changed.append(cls) or inspected(cls))
    root, _ = parse_yaml("- {a: b}\n" * 20, "f")
    assert root is not None
    assert all(read_entry(node, Strange, "f")[1] for node in root.value or ())
    assert reload_if_changed == [Strange]


def test_a_files_list_is_read_with_what_may_stand_beside_it() -> None:
    items, problems = read_list(node("topic: T\nquestions: [a, b]\n"), "questions", ("topic",), "f")
    assert [item.value for item in items] == ["a", "b"]
    assert problems == []


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("- a", "Q203", Place("f", 1, 1)),
        ("topic: T", "Q202", Place("f", 1, 1)),
        ("questions: word", "Q203", Place("f", 1, 12)),
        ("questions:", "Q203", Place("f", 1, 11)),
        ("topic: [T]\nquestions: []", "Q203", Place("f", 1, 8)),
        ("questions: []\nquestion: []", "Q201", Place("f", 2, 1)),
    ],
)
def test_a_file_without_its_list_is_reported(text: str, code: str, place: Place) -> None:
    items, [problem] = read_list(node(text), "questions", ("topic",), "f")
    assert items == []
    assert (problem.rule.code, problem.place) == (code, place)


def test_the_nearest_word_is_a_misspelling_or_nothing() -> None:
    assert nearest_word("distracters", ["distractors", "disputes"]) == "distractors"
    assert nearest_word("zzz", ["distractors", "disputes"]) is None
    assert nearest_word("x", []) is None


def test_what_the_check_can_make_by_itself_is_said_where_it_is_missing(pack: PackFolder) -> None:
    pack.questions(question(id=..., prompt=...))
    pack.write_sources_file(entry(id=...))
    hints = [(one.place.file, one.hint) for one in pack.read().problems if one.rule.code == "Q202"]
    assert set(hints) == {
        ("questions/cast.yaml", "Add `id:` and its value, or let `quiz check --fix` make one."),
        ("questions/cast.yaml", "Add `prompt:` and its value."),
        ("seeds/sources.yaml", "Add `id:` and its value."),
    }
