"""Open Trivia DB's JSON in and out."""

import json

import pytest
from hypothesis import given

from quiz.bank.question import Question
from quiz.exchange.open_trivia import read, write
from tests.bank.question_factory import asked, choice, order
from tests.exchange.sample_questions import came, carried, several

ANSWER = """{"response_code":0,"results":[
{"type":"multiple","difficulty":"easy","category":"Entertainment: Film","question":"What&#039;s &quot;it&quot;?",
 "correct_answer":"R&amp;B","incorrect_answers":["Caf&eacute;","&amp;quot;","&copy"]},
{"type":"boolean","difficulty":"hard","category":"History","question":"Rome fell.","correct_answer":"False",
 "incorrect_answers":["True"]}]}
"""


def result(**changes: object) -> dict[str, object]:
    whole = {"type": "multiple", "question": "Q?", "correct_answer": "a", "incorrect_answers": ["b"], **changes}
    return {key: value for key, value in whole.items() if value is not ...}


def one(**changes: object) -> str:
    return json.dumps({"response_code": 0, "results": [result(**changes)]})


def test_the_answer_of_the_api_is_read_with_entities_decoded_once() -> None:
    found, messages = read(ANSWER)
    assert messages == []
    assert came(found, "topic", "difficulty") == [
        {
            "kind": "choice",
            "prompt": 'What\'s "it"?',
            "answer": ("R&B",),
            "distractors": ("Café", "&quot;", "&copy"),
            "topic": "Entertainment: Film",
            "difficulty": "easy",
        },
        {
            "kind": "true-false",
            "prompt": "Rome fell.",
            "answer": ("False",),
            "distractors": ("True",),
            "topic": "History",
            "difficulty": "hard",
        },
    ]
    assert [got.line for got in found] == [1, 1]


def test_a_bare_list_and_other_keys_before_the_results_are_read() -> None:
    assert len(read(json.dumps([result(), result()]))[0]) == 2
    assert len(read(json.dumps({"a": {"results": []}, "b": [1, "]"], "results": [result()]}))[0]) == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"question": ...}, "it has no question"),
        ({"question": " "}, "the prompt is empty"),
        ({"question": None}, "question is not text"),
        ({"question": ["Q"]}, "question is not text"),
        ({"correct_answer": ...}, "it has no correct_answer"),
        ({"incorrect_answers": ...}, "incorrect_answers is not a list"),
        ({"incorrect_answers": []}, "it has no wrong option to choose from"),
        ({"incorrect_answers": ["b", {}]}, "an incorrect answer is not text"),
        ({"incorrect_answers": ["b", ""]}, "one of its options is empty"),
        ({"type": "essay"}, "its type is 'essay', which is neither multiple nor boolean"),
        ({"type": {}}, "its type is {}, which is neither multiple nor boolean"),
        ({"type": "boolean"}, "a true-false question is true or false, not 'a'"),
        ({"question": "\ud800"}, "it contains half a character, a lone surrogate"),
        ({"correct_answer": "a\0"}, "it contains a NUL character, which no text file may have"),
        ({"category": ["C"]}, "category is not text"),
    ],
)
def test_what_cannot_be_taken_is_named_and_the_rest_goes_in(changes: dict[str, object], reason: str) -> None:
    text = json.dumps({"results": [result(), result(**changes), result()]}, indent=0)
    found, [message] = read(text)
    assert len(found) == 2
    assert (message.text, message.is_warning) == (reason, False)
    assert (message.line, message.question.split(" (")[0]) == (1, "question 2")


def test_a_difficulty_that_is_not_known_is_said_and_the_question_taken() -> None:
    [got], [message] = read(one(difficulty="tough"))
    assert got.draft.difficulty == ""
    assert (message.is_warning, message.text) == (True, "its difficulty 'tough' is not known; it counts as medium")


def test_numbers_and_truth_stay_as_they_were_typed() -> None:
    text = '[{"question": "Q", "correct_answer": 3.10, "incorrect_answers": [1e400, 12345678901234567890, true]}]'
    [got], _ = read(text)
    assert (got.draft.answer, got.draft.distractors) == (
        ("3.10",),
        ("1e400", "12345678901234567890", "True"),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1), ("nonsense", 1), ('{"results": [\n{"a": ', 2), ('[{"a": "b" "c"}]', 1), ("[" * 100_000, 1),
        ('{"results": [' + '{"a":' * 100_000, 1), ('{"results"', 1), ('{"results": [] x', 1), ("[1, 2", 1),
        ("\n\n{", 3), ("{1: 2}", 1), ("[9" + "9" * 5000, 1),
    ],
)  # fmt: skip
def test_what_is_no_json_is_said_with_its_line_and_never_raised(text: str, line: int) -> None:
    found, [message] = read(text)
    assert (found, message.line, message.is_warning) == ([], line, False)
    assert message.text.startswith("the JSON is invalid: ")


@pytest.mark.parametrize("text", ['{"response_code": 5}', '{"results": 3}', "5", '"x"', "null", '{"results": {}}'])
def test_json_without_a_list_of_results_is_said_and_what_follows_is_read(text: str) -> None:
    found, [message] = read(f"\n{text}\n{one()}")
    assert len(found) == 1
    assert (message.line, message.is_warning) == (2, False)
    assert message.text == "the JSON has no list of results"


@pytest.mark.parametrize("between", ["", "\n", " \r\n\t"])
def test_further_lists_after_the_first_are_read(between: str) -> None:
    answer = json.dumps({"response_code": 0, "results": [result()]})
    bare = json.dumps([result(), result()])
    for text, count in ((answer + between + answer, 2), (bare + between + answer, 3)):
        found, messages = read(text)
        assert (len(found), messages) == (count, [])
        assert [got.line for got in found][-1] == 1 + between.count("\n")


@pytest.mark.parametrize("after", ["x", ", {}", "]", "{", "[" + one()])
def test_what_is_broken_after_an_answer_is_said_and_the_answer_goes_in(after: str) -> None:
    found, [message] = read(f"{one()}\n\n{after}")
    assert len(found) == 1
    assert (message.line, message.is_warning) == (3, False)
    assert message.text.startswith("the JSON is invalid: ")
    assert message.text.endswith("; no question from line 3 on was read")


def test_what_is_wrong_is_told_by_number_and_prompt_since_the_lines_do_not_tell() -> None:
    asked_for = [
        result(),
        result(question="Who &amp; what\n did   it?", difficulty="tough"),
        result(question="Who was it that stood on the pier and rang?", incorrect_answers=[]),
        result(question=...),
        3,
    ]
    found, messages = read(json.dumps({"results": asked_for}))
    assert len(found) == 2
    assert [(message.line, message.question, message.is_warning) for message in messages] == [
        (1, "question 2 (“Who & what did it?”)", True),
        (1, "question 3 (“Who was it that stood on the pier and ra…”)", False),
        (1, "question 4", False),
        (1, "question 5", False),
    ]


def test_optional_keys_that_hold_nothing_count_as_absent() -> None:
    [got], messages = read(one(type=None, category=None, difficulty=None, explanation=None, image=None))
    assert messages == []
    assert (got.draft.kind, got.draft.topic, got.draft.difficulty, got.draft.explanation) == (
        "choice",
        "",
        "medium",
        "",
    )


def test_keys_that_are_not_known_are_named_once_and_an_explanation_goes_in() -> None:
    asked_for = [result(explanation="R&amp;B."), result(image="x.png"), result(image="y.png", id=3)]
    found, messages = read(json.dumps({"response_code": 0, "results": asked_for, "lang": "en"}, indent=0))
    assert [got.draft.explanation for got in found] == ["R&B.", "", ""]
    assert [(message.is_warning, message.text) for message in messages] == [
        (True, f"the key {key!r} is not known and was ignored") for key in ("image", "id", "lang")
    ]


def test_what_is_true_or_false_has_no_third_option() -> None:
    [got], [message] = read(one(type="boolean", correct_answer="True", incorrect_answers=["False", "Maybe"]))
    assert (got.draft.distractors, message.is_warning) == (("False",), True)
    assert message.text == "'Maybe' cannot be wrong options of a true-false question"
    [got], messages = read(one(type=..., correct_answer="True", incorrect_answers=["False", "Maybe"]))
    assert (got.draft.kind, got.draft.distractors, messages) == ("choice", ("False", "Maybe"), [])


@given(several("choice", "true-false"))
def test_what_was_written_comes_back(questions: list[Question]) -> None:
    text, _ = write(questions)
    found, messages = read(text)
    assert messages == []
    parts = ("topic", "difficulty")
    assert came(found, *parts) == [carried(one, *parts) for one in questions]


def test_what_it_has_no_place_for_is_said() -> None:
    _, lost = write([choice("a", "b", id="x"), asked(kind="multiple", answer=("a", "b"), id="y"), order("a", "b")])
    assert [(loss.feature, loss.ids, loss.drops_questions) for loss in lost] == [
        ("questions of the kind multiple", ("y",), True),
        ("questions of the kind order", ("director",), True),
        ("ids", ("x",), False),
        ("citations", ("x",), False),
    ]


def test_it_is_written_as_the_api_writes_it() -> None:
    text, _ = write([choice("R&B", "'", "<", prompt='"?"')])
    assert json.loads(text) == {
        "response_code": 0,
        "results": [
            {
                "type": "multiple",
                "difficulty": "easy",
                "category": "Cast",
                "question": "&quot;?&quot;",
                "correct_answer": "R&amp;B",
                "incorrect_answers": ["&#039;", "&lt;"],
            }
        ],
    }
