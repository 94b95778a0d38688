"""GIFT in and out."""

import pytest
from hypothesis import given

from quiz.bank.question import Question
from quiz.exchange.gift import read, write
from tests.bank.question_factory import asked, choice, order, statement
from tests.bank.question_factory import several as several_right
from tests.exchange.sample_questions import came, carried, several

GOOD = "::good::Who directs it? {=Wiseman ~Stahelski ~Leitch}"


def test_moodles_own_examples_are_read() -> None:
    found, messages = read(
        "// question: 1 name: Grants tomb\n"
        "::Grants tomb::Who is buried in Grant's tomb in New York City? {\n"
        "=Grant\n~No one\n#Was true for 12 years, but Grant's remains were buried in the tomb in 1897\n"
        "~Napoleon\n#He was buried in France\n~Churchill\n}\n\n"
        "// true/false\n::TrueStatement about Grant::Grant was buried in a tomb in New York City.{T}\n"
    )
    assert came(found, "id") == [
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
    assert [(one.line, one.is_warning) for one in messages] == [(2, True)]
    assert messages[0].text == "the feedback of single options cannot be imported"
    assert [got.line for got in found] == [2, 12]


def test_escapes_are_read_once() -> None:
    [got], messages = read(r"Is 1\=2 \{x\: y\} \\n \x a\nb \\\\ ? {=\~ \= \# ~C\:\\~50%}")
    assert messages == []
    assert got.draft.prompt == "Is 1=2 {x: y} \\n \\x a\nb \\\\ ?"
    assert (got.draft.answer, got.draft.distractors) == (("~ = #",), ("C:\\", "50%"))


def test_lines_of_the_file_are_not_lines_of_the_words() -> None:
    [got], _ = read("Who\r\n  directs\r\n// no one\r\n it? {\r\n=Len\r\n  Wiseman\r\n~Leitch\r\n}")
    assert (got.draft.prompt, got.draft.answer, got.draft.distractors) == (
        "Who directs it?",
        ("Len Wiseman",),
        ("Leitch",),
    )


@pytest.mark.parametrize(
    ("category", "topic"),
    [
        ("Film", "Film"),
        ("$course$/top/Film/Cast", "Film / Cast"),
        ("top/Film", "Film"),
        ("$module$/top", "top"),
        ("R//B / x", "R/B / x"),
        ("", ""),
    ],
)
def test_a_category_is_the_topic_of_what_follows(category: str, topic: str | None) -> None:
    found, _ = read(f"{GOOD}\n\n$CATEGORY: {category}\n\n{GOOD}\n\n// x\n$CATEGORY: Other\n{GOOD}")
    assert [got.draft.topic for got in found] == ["", topic, "Other"]


@pytest.mark.parametrize("word", ["T", "TRUE", "true", " t ", "T#no#yes", "TRUE####So."])
def test_true_is_written_in_many_ways(word: str) -> None:
    [got], _ = read(f"It is so. {{{word}}}")
    assert (got.draft.kind, got.draft.answer) == ("true-false", ("True",))
    assert got.draft.explanation == ("So." if "####" in word else "")


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
    [got], messages = read(f"Who? {{{answers}}}")
    assert messages == []
    assert (got.draft.kind, got.draft.answer, got.draft.distractors) == (kind, right, wrong)


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
    [got], messages = read(f"Who? {{{answers}}}")
    assert [(one.text, one.is_warning) for one in messages] == [
        ("the weights of its options cannot be imported", True)
    ]
    assert (got.draft.kind, got.draft.answer, got.draft.distractors) == (kind, right, wrong)


@pytest.mark.parametrize(
    "text", ["[markdown]Who **is** it? {=a ~b}", "Who? {=a ~[markdown]**b**}", "Who? {=a ~b####[Markdown]*So.*}"]
)
def test_markdown_stays_as_it_is_typed_and_is_said(text: str) -> None:
    [got], [message] = read(text)
    assert any("*" in words for words in (got.draft.prompt, *got.draft.distractors, got.draft.explanation))
    assert (message.text, message.is_warning) == ("it is in Markdown, whose markup stays in the text", True)


def test_a_long_path_of_categories_and_many_options_are_read() -> None:
    [got], _ = read(f"$CATEGORY: {'top/' * 1_000_000}Film\n\nWho? {{=a{' ~b' * 100_000}}}")
    assert (got.draft.topic, len(got.draft.distractors)) == ("Film", 100_000)


def test_weights_that_differ_are_said() -> None:
    [got], [message] = read("Who? {~%75%a ~%25%b ~c####Well, #1.}")
    assert (got.draft.kind, got.draft.explanation, message.is_warning) == ("multiple", "Well, #1.", True)
    assert "weights" in message.text


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
        ("He {=is ~was} here.", "text follows its answers: it is a missing word question"),
        ("Who? {=a {b} ~c}", "text follows its answers: it is a missing word question"),
        ("Who? {=a ~b", "its brace is not closed before the next empty line"),
        ("::Who? {=a ~b}", "its title is not closed by ::"),
        (":: ::{=a ~b}", "the prompt is empty"),
        ("Who? {~a ~b}", "it has no right answer"),
        ("Who? {=a = b ~c}", "several of its options are each fully right"),
        ("Who? {=a ~%50%b ~c}", "one of its options is partly right"),
        ("Who? {=a ~ }", "one of its options is empty"),
        ("Who? {x =a ~b}", "text precedes its first option"),
        ("[html]Who is <img src=x>? {=a ~b}", "it has HTML that cannot become plain text"),
        ("Who? {~%100%a}", "it has no wrong option to choose from"),
    ],
)
def test_what_cannot_be_taken_is_named_and_the_rest_goes_in(text: str, reason: str) -> None:
    found, messages = read(f"{GOOD}\n\n// {GOOD}\n{text}\n\n{GOOD}\n")
    assert [got.draft.id for got in found] == ["good", "good"]
    assert [(one.line, one.text, one.is_warning) for one in messages] == [(4, reason, False)]


def test_html_becomes_words_and_entities_are_read_once() -> None:
    [got], _ = read("[html]<p>R&amp;amp;B<br>and <b class\\=x>more</b></p> {=a&lt;b ~[plain]&lt;}")
    assert (got.draft.prompt, got.draft.answer, got.draft.distractors) == (
        "R&amp;B\nand more",
        ("a<b",),
        ("&lt;",),
    )


def test_nothing_is_read_from_nothing() -> None:
    assert read("") == ([], [])
    assert read("// nothing\n\n$CATEGORY: x\n") == ([], [])


@given(several("choice", "true-false", "multiple"))
def test_what_was_written_comes_back(questions: list[Question]) -> None:
    text, _ = write(questions)
    found, messages = read(text)
    assert messages == []
    parts = ("id", "explanation")
    assert came(found, *parts) == [carried(one, *parts) for one in questions]


@pytest.mark.parametrize("topic", ["Cast", "R/B", "/", "a//b/", "top", "$x$", "// x", "a: {b}", "a \\ b"])
def test_a_topic_comes_back(topic: str) -> None:
    text, _ = write([choice("a", "b", topic=topic), choice("a", "b", topic=topic, id="y")])
    assert text.count("$CATEGORY:") == 1
    assert [got.draft.topic for got in read(text)[0]] == [topic, topic]


def test_a_topic_of_several_lines_becomes_one_and_that_is_said() -> None:
    text, lost = write([choice("a", "b", topic="Film:\nCast"), choice("a", "b", id="y")])
    assert [got.draft.topic for got in read(text)[0]] == ["Film: Cast", "Cast"]
    assert [loss.ids for loss in lost if loss.feature == "line breaks in topics"] == [("director",)]


def test_a_question_of_several_with_one_right_option_becomes_a_choice_and_that_is_said() -> None:
    text, lost = write([several_right(["a"], ["b", "c"]), several_right(["a", "b"], ["c"], id="y")])
    found, messages = read(text)
    assert ([got.draft.kind for got in found], messages) == (["choice", "multiple"], [])
    whose = [loss.ids for loss in lost if loss.feature == "the kind multiple with a single right option"]
    assert whose == [("director",)]


def test_control_characters_are_left_out_and_said() -> None:
    text, lost = write([choice("[pl\x00ain]a\x1b", "b\x00", topic="T\x08", explanation="\x00So.")])
    [got], _ = read(text)
    assert (got.draft.answer, got.draft.distractors, got.draft.topic, got.draft.explanation) == (
        ("[plain]a",),
        ("b",),
        "T",
        "So.",
    )
    assert [loss.ids for loss in lost if loss.feature == "control characters"] == [("director",)]


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
    assert [(loss.feature, loss.ids) for loss in lost] == [
        ("questions of the kind order", ("o",)),
        ("difficulties", ("director", "y", "z")),
        ("citations", ("director", "y", "z")),
    ]


def test_a_question_with_everything_keeps_its_shape() -> None:
    text, _ = write([asked(id="x", explanation="E")])
    assert read(text)[0][0].draft.explanation == "E"
