"""Kinds of questions: the entry of each kind becomes right and wrong options."""

import msgspec
import pytest

from quiz.bank.kinds.registry import KINDS
from tests.bank.pack_folder import PackFolder, citation, codes, entry, question


def test_every_kind_is_found_under_its_own_word_and_has_a_schema() -> None:
    assert {"choice", "true-false"} <= KINDS.keys()
    for word, one in KINDS.items():
        assert word == one.name
        name = one.entry.__name__
        assert {"id", "prompt", "answer"} <= set(msgspec.json.schema(one.entry)["$defs"][name]["required"])


def test_a_question_is_a_choice_unless_it_says_otherwise(pack: PackFolder) -> None:
    [one] = pack.read().questions
    assert (one.kind, one.answer, one.distractors) == (
        "choice",
        ("Len Wiseman",),
        ("Chad Stahelski", "Derek Kolstad"),
    )


@pytest.mark.parametrize(
    ("typed", "answer", "wrong"),
    [(True, "True", "False"), (False, "False", "True"), ("true", "True", "False"), ("False", "False", "True")],
)
def test_a_statement_has_its_two_options(pack: PackFolder, typed: object, answer: str, wrong: str) -> None:
    shown = citation(highlight="directs")
    pack.questions(question(kind="true-false", answer=typed, distractors=..., citations=[shown]))
    read = pack.read()
    assert read.problems == ()
    [one] = read.questions
    assert (one.kind, one.answer, one.distractors, one.options) == (
        "true-false",
        (answer,),
        (wrong,),
        (answer, wrong),
    )


@pytest.mark.parametrize(
    ("typed", "read"), [("true", "True"), ("false", "False"), ("True", "True"), ("False", "False")]
)
def test_a_disputed_statement_reads_as_its_options_do(pack: PackFolder, typed: str, read: str) -> None:
    shown = citation(highlight="directs")
    dispute = {"answer": typed, "citation": shown}
    statement = question(
        kind="true-false", answer=read != "True", distractors=..., citations=[shown], disputes=[dispute]
    )
    pack.questions({**statement, "according_to": "review"})
    assert pack.read().problems == ()
    assert pack.read().questions[0].disputes[0].answer == read


@pytest.mark.parametrize("typed", ["true", "Nobody"])
def test_a_disputed_statement_is_disputed_by_the_other_of_its_options(pack: PackFolder, typed: str) -> None:
    shown = citation(highlight="directs")
    dispute = {"answer": typed, "citation": shown}
    statement = question(kind="true-false", answer=True, distractors=..., citations=[shown], disputes=[dispute])
    pack.questions({**statement, "according_to": "review"}, question("good"))
    assert pack.problem("Q608").question == "director"
    assert pack.ids() == ["good"]


@pytest.mark.parametrize("answer", [True, False])
def test_the_words_true_and_false_in_a_quote_show_nothing(pack: PackFolder, answer: bool) -> None:
    text = "It is true that Len Wiseman directs; that he sings is false.\n"
    pack.article(text)
    pack.write_sources_file(entry(text=text))
    whole = citation(text.strip())
    dispute = {"answer": str(not answer).lower(), "citation": whole}
    statement = question(
        kind="true-false",
        answer=answer,
        distractors=...,
        citations=[whole],
        disputes=[dispute],
        according_to="review",
    )
    pack.questions(statement, question("good", citations=[citation("Len Wiseman")]))
    assert pack.problem("Q408").question == "director"
    assert pack.ids() == ["good"]
    pack.questions({**statement, "explanation": "It follows."})
    assert [passage.highlights for passage in pack.read().questions[0].passages] == [(), ()]
    pack.questions({**statement, "citations": [{**whole, "highlight": "Len Wiseman directs"}]})
    assert pack.read().problems == ()
    [one] = pack.read().questions
    assert [one.citations[0].source.words(span) for span in one.citations[0].highlights] == ["Len Wiseman directs"]


def test_a_statement_takes_no_distractors_and_a_choice_needs_them(pack: PackFolder) -> None:
    pack.questions(question("a", kind="true-false", answer=True), question("b", distractors=...))
    read = pack.read()
    assert {("a", "Q201"), ("b", "Q202")} <= {(one.question, one.rule.code) for one in read.problems}
    assert read.questions == ()


def test_true_as_the_answer_of_a_choice_is_a_word(pack: PackFolder) -> None:
    pack.questions(question(answer=True, distractors=[False], explanation="It is said."))
    assert pack.read().questions[0].options == ("true", "false")


def test_a_kind_that_does_not_exist_is_told_the_likely_one(pack: PackFolder) -> None:
    pack.questions(question(kind="true_false"), question("good"), question("other", kind="zzz"))
    read = pack.read()
    assert codes(read.problems) == ["Q502", "Q502"]
    assert [problem.hint for problem in read.problems] == [
        "Did you mean 'true-false'?",
        f"The kinds: {', '.join(KINDS)}.",
    ]
    assert [one.id for one in read.questions] == ["good"]
