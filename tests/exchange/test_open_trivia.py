"""Open Trivia DB's JSON in and out."""

import json

import pytest
from hypothesis import given

from quiz.bank.question import Question
from quiz.exchange.open_trivia import read, write
from tests.bank.asking import asked, choice, order
from tests.exchange.asking import came, carried, several

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
    items, troubles = read(ANSWER)
    assert troubles == []
    assert came(items, "topic", "difficulty") == [
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
    assert [item.line for item in items] == [1, 1]


def test_a_bare_list_and_other_keys_before_the_results_are_read() -> None:
    assert len(read(json.dumps([result(), result()]))[0]) == 2
    assert len(read(json.dumps({"a": {"results": []}, "b": [1, "]"], "results": [result()]}))[0]) == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"question": ...}, "it has no question"),
        ({"question": " "}, "it asks nothing: the prompt is empty"),
        ({"question": None}, "question is not words"),
        ({"question": ["Q"]}, "question is not words"),
        ({"correct_answer": ...}, "it has no correct_answer"),
        ({"incorrect_answers": ...}, "incorrect_answers is no list"),
        ({"incorrect_answers": []}, "it has no wrong option to choose from"),
        ({"incorrect_answers": ["b", {}]}, "an incorrect answer is not words"),
        ({"incorrect_answers": ["b", ""]}, "one of its options is empty"),
        ({"type": "essay"}, "its type is 'essay', which is neither multiple nor boolean"),
        ({"type": {}}, "its type is {}, which is neither multiple nor boolean"),
        ({"type": "boolean"}, "a true-false question is true or false, not 'a'"),
        ({"question": "\ud800"}, "it holds half a character, a lone surrogate"),
        ({"correct_answer": "a\0"}, "it holds a NUL character, with which no file is text"),
        ({"category": ["C"]}, "category is not words"),
    ],
)
def test_what_cannot_be_taken_is_named_and_the_rest_goes_in(changes: dict[str, object], reason: str) -> None:
    text = json.dumps({"results": [result(), result(**changes), result()]}, indent=0)
    items, [trouble] = read(text)
    assert len(items) == 2
    assert (trouble.reason, trouble.taken) == (reason, False)
    assert (trouble.line, trouble.which.split(" (")[0]) == (1, "question 2")


def test_a_difficulty_that_is_not_known_is_said_and_the_question_taken() -> None:
    [item], [trouble] = read(one(difficulty="tough"))
    assert item.difficulty is None
    assert (trouble.taken, trouble.reason) == (True, "its difficulty 'tough' is not known; it counts as medium")


def test_numbers_and_truth_stay_as_they_were_typed() -> None:
    text = '[{"question": "Q", "correct_answer": 3.10, "incorrect_answers": [1e400, 12345678901234567890, true]}]'
    [item], _ = read(text)
    assert (item.answer, item.distractors) == (("3.10",), ("1e400", "12345678901234567890", "True"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1), ("nonsense", 1), ('{"results": [\n{"a": ', 2), ('[{"a": "b" "c"}]', 1), ("[" * 100_000, 1),
        ('{"results": [' + '{"a":' * 100_000, 1), ('{"results"', 1), ('{"results": [] x', 1), ("[1, 2", 1),
        ("\n\n{", 3), ("{1: 2}", 1), ("[9" + "9" * 5000, 1),
    ],
)  # fmt: skip
def test_what_is_no_json_is_said_with_its_line_and_never_raised(text: str, line: int) -> None:
    items, [trouble] = read(text)
    assert (items, trouble.line, trouble.taken) == ([], line, False)
    assert trouble.reason.startswith("the JSON is broken: ")


@pytest.mark.parametrize("text", ['{"response_code": 5}', '{"results": 3}', "5", '"x"', "null", '{"results": {}}'])
def test_json_without_a_list_of_results_is_said_and_what_follows_is_read(text: str) -> None:
    items, [trouble] = read(f"\n{text}\n{one()}")
    assert len(items) == 1
    assert (trouble.line, trouble.taken) == (2, False)
    assert trouble.reason == "it has no list of results, as an answer of Open Trivia DB has"


@pytest.mark.parametrize("between", ["", "\n", " \r\n\t"])
def test_further_lists_after_the_first_are_read(between: str) -> None:
    answer = json.dumps({"response_code": 0, "results": [result()]})
    bare = json.dumps([result(), result()])
    for text, count in ((answer + between + answer, 2), (bare + between + answer, 3)):
        items, troubles = read(text)
        assert (len(items), troubles) == (count, [])
        assert [item.line for item in items][-1] == 1 + between.count("\n")


@pytest.mark.parametrize("after", ["x", ", {}", "]", "{", "[" + one()])
def test_what_is_broken_after_an_answer_is_said_and_the_answer_goes_in(after: str) -> None:
    items, [trouble] = read(f"{one()}\n\n{after}")
    assert len(items) == 1
    assert (trouble.line, trouble.taken) == (3, False)
    assert trouble.reason.startswith("the JSON is broken: ")
    assert trouble.reason.endswith("; no question from line 3 on was read")


def test_what_is_wrong_is_told_by_number_and_prompt_since_the_lines_do_not_tell() -> None:
    asked_for = [
        result(),
        result(question="Who &amp; what\n did   it?", difficulty="tough"),
        result(question="Who was it that stood on the pier and rang?", incorrect_answers=[]),
        result(question=...),
        3,
    ]
    items, troubles = read(json.dumps({"results": asked_for}))
    assert len(items) == 2
    assert [(trouble.line, trouble.which, trouble.taken) for trouble in troubles] == [
        (1, "question 2 (“Who & what did it?”)", True),
        (1, "question 3 (“Who was it that stood on the pier and ra…”)", False),
        (1, "question 4", False),
        (1, "question 5", False),
    ]


def test_optional_keys_that_hold_nothing_count_as_absent() -> None:
    [item], troubles = read(one(type=None, category=None, difficulty=None, explanation=None, image=None))
    assert troubles == []
    assert (item.kind, item.topic, item.difficulty, item.explanation) == ("choice", None, "medium", None)


def test_keys_that_are_not_known_are_named_once_and_an_explanation_goes_in() -> None:
    asked_for = [result(explanation="R&amp;B."), result(image="x.png"), result(image="y.png", id=3)]
    items, troubles = read(json.dumps({"response_code": 0, "results": asked_for, "lang": "en"}, indent=0))
    assert [item.explanation for item in items] == ["R&B.", None, None]
    assert [(trouble.taken, trouble.reason) for trouble in troubles] == [
        (True, f"the key {key!r} is not known; what stands in it is not taken over")
        for key in ("image", "id", "lang")
    ]


def test_what_is_true_or_false_has_no_third_option() -> None:
    [item], [trouble] = read(one(type="boolean", correct_answer="True", incorrect_answers=["False", "Maybe"]))
    assert (item.distractors, trouble.taken) == (("False",), True)
    assert trouble.reason == "'Maybe' cannot be wrong options of what is true or false"
    [item], troubles = read(one(type=..., correct_answer="True", incorrect_answers=["False", "Maybe"]))
    assert (item.kind, item.distractors, troubles) == ("choice", ("False", "Maybe"), [])


@given(several("choice", "true-false"))
def test_what_was_written_comes_back(questions: list[Question]) -> None:
    text, _ = write(questions)
    items, troubles = read(text)
    assert troubles == []
    parts = ("topic", "difficulty")
    assert came(items, *parts) == [carried(one, *parts) for one in questions]


def test_what_it_has_no_place_for_is_said() -> None:
    _, lost = write([choice("a", "b", id="x"), asked(kind="multiple", answer=("a", "b"), id="y"), order("a", "b")])
    assert [(loss.what, loss.ids, loss.whole) for loss in lost] == [
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
