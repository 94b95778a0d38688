"""GIFT in and out."""

import pytest
from hypothesis import given

from quiz.bank.question import Question
from quiz.exchange.gift import read, write
from tests.bank.asking import asked, choice, order, statement
from tests.bank.asking import several as several_right
from tests.exchange.asking import came, carried, several

GOOD = "::good::Who directs it? {=Wiseman ~Stahelski ~Leitch}"


def test_moodles_own_examples_are_read() -> None:
    items, troubles = read(
        "// question: 1 name: Grants tomb\n"
        "::Grants tomb::Who is buried in Grant's tomb in New York City? {\n"
        "=Grant\n~No one\n#Was true for 12 years, but Grant's remains were buried in the tomb in 1897\n"
        "~Napoleon\n#He was buried in France\n~Churchill\n}\n\n"
        "// true/false\n::TrueStatement about Grant::Grant was buried in a tomb in New York City.{T}\n"
    )
    assert came(items, "id") == [
        {
            "kind": "choice",
            "prompt": "Who is buried in Grant's tomb in New York City?",
            "answer": ("Grant",),
            "distractors": ("No one", "Napoleon", "Churchill"),
            "id": "Grants tomb",
        },
        {
            "kind": "true-false",
            "prompt": "Grant was buried in a tomb in New York City.",
            "answer": ("True",),
            "distractors": ("False",),
            "id": "TrueStatement about Grant",
        },
    ]
    assert [(one.line, one.taken) for one in troubles] == [(2, True)]
    assert troubles[0].reason == "the feedback of single options cannot be taken over"
    assert [item.line for item in items] == [2, 12]


def test_escapes_are_read_once() -> None:
    [item], troubles = read(r"Is 1\=2 \{x\: y\} \\n \x a\nb \\\\ ? {=\~ \= \# ~C\:\\~50%}")
    assert troubles == []
    assert item.prompt == "Is 1=2 {x: y} \\n \\x a\nb \\\\ ?"
    assert (item.answer, item.distractors) == (("~ = #",), ("C:\\", "50%"))


def test_lines_of_the_file_are_not_lines_of_the_words() -> None:
    [item], _ = read("Who\r\n  directs\r\n// no one\r\n it? {\r\n=Len\r\n  Wiseman\r\n~Leitch\r\n}")
    assert (item.prompt, item.answer, item.distractors) == ("Who directs it?", ("Len Wiseman",), ("Leitch",))


@pytest.mark.parametrize(
    ("category", "topic"),
    [
        ("Film", "Film"),
        ("$course$/top/Film/Cast", "Film / Cast"),
        ("top/Film", "Film"),
        ("$module$/top", "top"),
        ("R//B / x", "R/B / x"),
        ("", None),
    ],
)
def test_a_category_is_the_topic_of_what_follows(category: str, topic: str | None) -> None:
    items, _ = read(f"{GOOD}\n\n$CATEGORY: {category}\n\n{GOOD}\n\n// x\n$CATEGORY: Other\n{GOOD}")
    assert [item.topic for item in items] == [None, topic, "Other"]


@pytest.mark.parametrize("word", ["T", "TRUE", "true", " t ", "T#no#yes", "TRUE####So."])
def test_true_is_written_in_many_ways(word: str) -> None:
    [item], _ = read(f"It is so. {{{word}}}")
    assert (item.kind, item.answer) == ("true-false", ("True",))
    assert item.explanation == ("So." if "####" in word else None)


@pytest.mark.parametrize(
    ("answers", "kind", "right", "wrong"),
    [
        ("=a ~b", "choice", ("a",), ("b",)),
        ("~b =a", "choice", ("a",), ("b",)),
        ("~%100%a ~%0%b ~c", "choice", ("a",), ("b", "c")),
        ("~%50%a ~%50%b ~%-50%c ~%-50%d", "multiple", ("a", "b"), ("c", "d")),
        ("~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d", "multiple", ("a", "b", "c"), ("d",)),
        ("=%50%a ~ % b", "choice", ("%50%a",), ("% b",)),
        ("=a -> b ~c", "choice", ("a -> b",), ("c",)),
        ("=[html]<b>a</b> ~[plain][html]", "choice", ("a",), ("[html]",)),
    ],
)
def test_options_are_right_by_their_signs_and_weights(
    answers: str, kind: str, right: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    [item], troubles = read(f"Who? {{{answers}}}")
    assert troubles == []
    assert (item.kind, item.answer, item.distractors) == (kind, right, wrong)


@pytest.mark.parametrize(
    ("answers", "kind", "right", "wrong"),
    [
        ("=a ~%-25%b", "choice", ("a",), ("b",)),
        ("~%33%a ~%33%b ~%-100%c", "multiple", ("a", "b"), ("c",)),
        ("~%50%a ~%-50%b", "choice", ("a",), ("b",)),
        ("~%50%a ~b", "choice", ("a",), ("b",)),
        ("~%100%a ~%50%b ~c", "multiple", ("a", "b"), ("c",)),
        ("~%100%a ~%100%b ~c", "multiple", ("a", "b"), ("c",)),
        ("~%50%a ~%50%b ~%-100%c ~%-50%d", "multiple", ("a", "b"), ("c", "d")),
        ("~%50%a ~%50%b ~%-100%c ~d", "multiple", ("a", "b"), ("c", "d")),
    ],
)
def test_weights_that_a_question_cannot_have_here_are_said(
    answers: str, kind: str, right: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    [item], troubles = read(f"Who? {{{answers}}}")
    assert [(one.reason, one.taken) for one in troubles] == [
        ("the weights of its options cannot be taken over", True)
    ]
    assert (item.kind, item.answer, item.distractors) == (kind, right, wrong)


@pytest.mark.parametrize(
    "text", ["[markdown]Who **is** it? {=a ~b}", "Who? {=a ~[markdown]**b**}", "Who? {=a ~b####[Markdown]*So.*}"]
)
def test_markdown_stays_as_it_is_typed_and_is_said(text: str) -> None:
    [item], [trouble] = read(text)
    assert any("*" in words for words in (item.prompt, *item.distractors, item.explanation or ""))
    assert (trouble.reason, trouble.taken) == ("it is in Markdown, whose signs stay in its words", True)


def test_a_long_path_of_categories_and_many_options_are_read() -> None:
    [item], _ = read(f"$CATEGORY: {'top/' * 1_000_000}Film\n\nWho? {{=a{' ~b' * 100_000}}}")
    assert (item.topic, len(item.distractors)) == ("Film", 100_000)


def test_weights_that_differ_are_said() -> None:
    [item], [trouble] = read("Who? {~%75%a ~%25%b ~c####Well, #1.}")
    assert (item.kind, item.explanation, trouble.taken) == ("multiple", "Well, #1.", True)
    assert "weights" in trouble.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Just words.", "it has no answers in braces: it is a description"),
        ("Tell me. {}", "it is an essay question: it has no answers"),
        ("Tell me. {####Well.}", "it is an essay question: it has no answers"),
        ("When? {#1822:5}", "it is a numerical question: there is nothing to choose from"),
        ("Match. {=a -> b =c -> d}", "it is a matching question"),
        ("Who? {=Grant =Ulysses}", "it is a short answer question: there is nothing to choose from"),
        ("Who? {Grant}", "it is a short answer question: there is nothing to choose from"),
        ("He {=is ~was} here.", "words stand after its answers: it is a missing word question"),
        ("Who? {=a {b} ~c}", "words stand after its answers: it is a missing word question"),
        ("Who? {=a ~b", "its brace is not closed before the next empty line"),
        ("::Who? {=a ~b}", "its title is not closed by ::"),
        (":: ::{=a ~b}", "it asks nothing: the prompt is empty"),
        ("Who? {~a ~b}", "it has no right answer"),
        ("Who? {=a = b ~c}", "several of its options are each the whole answer"),
        ("Who? {=a ~%50%b ~c}", "one of its options is right by half"),
        ("Who? {=a ~ }", "one of its options is empty"),
        ("Who? {x =a ~b}", "words stand before its first option"),
        ("[html]Who is <img src=x>? {=a ~b}", "it has HTML that words cannot stand for"),
        ("Who? {~%100%a}", "it has no wrong option to choose from"),
    ],
)
def test_what_cannot_be_taken_is_named_and_the_rest_goes_in(text: str, reason: str) -> None:
    items, troubles = read(f"{GOOD}\n\n// {GOOD}\n{text}\n\n{GOOD}\n")
    assert [item.id for item in items] == ["good", "good"]
    assert [(one.line, one.reason, one.taken) for one in troubles] == [(4, reason, False)]


def test_html_becomes_words_and_entities_are_read_once() -> None:
    [item], _ = read("[html]<p>R&amp;amp;B<br>and <b class\\=x>more</b></p> {=a&lt;b ~[plain]&lt;}")
    assert (item.prompt, item.answer, item.distractors) == ("R&amp;B\nand more", ("a<b",), ("&lt;",))


def test_nothing_is_read_from_nothing() -> None:
    assert read("") == ([], [])
    assert read("// nothing\n\n$CATEGORY: x\n") == ([], [])


@given(several("choice", "true-false", "multiple"))
def test_what_was_written_comes_back(questions: list[Question]) -> None:
    text, _ = write(questions)
    items, troubles = read(text)
    assert troubles == []
    parts = ("id", "explanation")
    assert came(items, *parts) == [carried(one, *parts) for one in questions]


@pytest.mark.parametrize("topic", ["Cast", "R/B", "/", "a//b/", "top", "$x$", "// x", "a: {b}", "a \\ b"])
def test_a_topic_comes_back(topic: str) -> None:
    text, _ = write([choice("a", "b", topic=topic), choice("a", "b", topic=topic, id="y")])
    assert text.count("$CATEGORY:") == 1
    assert [item.topic for item in read(text)[0]] == [topic, topic]


def test_a_topic_of_several_lines_becomes_one_and_that_is_said() -> None:
    text, lost = write([choice("a", "b", topic="Film:\nCast"), choice("a", "b", id="y")])
    assert [item.topic for item in read(text)[0]] == ["Film: Cast", "Cast"]
    assert [loss.ids for loss in lost if loss.what == "line breaks in topics"] == [("director",)]


def test_a_question_of_several_with_one_right_option_becomes_a_choice_and_that_is_said() -> None:
    text, lost = write([several_right(["a"], ["b", "c"]), several_right(["a", "b"], ["c"], id="y")])
    items, troubles = read(text)
    assert ([item.kind for item in items], troubles) == (["choice", "multiple"], [])
    whose = [loss.ids for loss in lost if loss.what == "the kind multiple where one option alone is right"]
    assert whose == [("director",)]


def test_control_characters_are_left_out_and_said() -> None:
    text, lost = write([choice("[pl\x00ain]a\x1b", "b\x00", topic="T\x08", explanation="\x00So.")])
    [item], _ = read(text)
    assert (item.answer, item.distractors, item.topic, item.explanation) == (("[plain]a",), ("b",), "T", "So.")
    assert [loss.ids for loss in lost if loss.what == "control characters"] == [("director",)]


def test_it_is_written_as_moodle_reads_it() -> None:
    text, lost = write(
        [
            choice("a=b", "%50%", "[html]", prompt="Who\nis {x}?", explanation="So: #1"),
            several_right(["a", "b"], ["c", "d", "e"], id="y"),
            statement("It is.", id="z", topic="Crew"),
            order("a", "b", id="o"),
        ]
    )
    assert text == (
        "$CATEGORY: Cast\n\n"
        "::director::[plain]Who\\nis \\{x\\}? {\n\t=a\\=b\n\t~%0%%50%\n\t~[plain][html]\n\t####So\\: \\#1\n}\n\n"
        "::y::[plain]Who directs Ballerina? {\n\t~%50%a\n\t~%50%b\n\t~%-33.33333%c\n\t~%-33.33333%d\n"
        "\t~%-33.33333%e\n}\n\n"
        "$CATEGORY: Crew\n\n"
        "::z::[plain]It is. {TRUE}\n"
    )
    assert [(loss.what, loss.ids) for loss in lost] == [
        ("questions of the kind order", ("o",)),
        ("difficulties", ("director", "y", "z")),
        ("citations", ("director", "y", "z")),
    ]


def test_a_question_with_everything_keeps_its_shape() -> None:
    text, _ = write([asked(id="x", explanation="E")])
    assert read(text)[0][0].explanation == "E"
