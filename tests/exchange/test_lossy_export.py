"""What a format cannot carry is said once for each sort."""

from quiz.exchange.lossy_export import FEATURES, LossNote, exportable, loss_line
from tests.bank.question_factory import PASSAGE, asked, choice, order


def test_every_part_that_is_not_carried_is_said_with_the_questions_that_have_it() -> None:
    full = asked(
        id="full", explanation="So.", disputes=("x",), according_to=PASSAGE.source, topic="a\nb", answer="a ",
        kind="multiple", prompt="Who\x1b?",
    )  # fmt: skip
    bare = choice("a", "b", id="bare", citations=())
    kept, lost = exportable([full, order("a", "b", id="steps"), bare], ("choice", "multiple"), ())
    assert [one.id for one in kept] == ["full", "bare"]
    assert [(loss.feature, loss.ids, loss.drops_questions, loss.in_all) for loss in lost] == [
        ("questions of the kind order", ("steps",), True, False),
        ("ids", ("full", "bare"), False, True),
        ("topics", ("full", "bare"), False, True),
        ("difficulties", ("full", "bare"), False, True),
        ("explanations", ("full",), False, False),
        ("citations", ("full",), False, False),
        ("disputes", ("full",), False, False),
        ("sources that a question follows", ("full",), False, False),
        ("line breaks", ("full",), False, False),
        ("line breaks in topics", ("full",), False, False),
        ("white space around words", ("full",), False, False),
        ("control characters", ("full",), False, False),
        ("the kind multiple with a single right option", ("full",), False, False),
    ]
    assert exportable([full], ("multiple",), tuple(FEATURES))[1] == []


def test_what_is_kept_is_in_plain_words() -> None:
    odd = choice(
        "\x00 a\x9b", " b\r\nc", prompt="\x1b[31mWho\x0b?\x7f", topic="\x08T", explanation="\x00 ", citations=()
    )
    [kept], lost = exportable([odd], ("choice",), ("ids", "topics", "difficulties", "line breaks"))
    assert (kept.prompt, kept.answer, kept.distractors) == ("[31mWho\x0b?", ("a",), ("b\nc",))
    assert (kept.topic, kept.explanation, kept.key) == ("T", None, odd.key)
    assert [loss.feature for loss in lost] == ["explanations", "white space around words", "control characters"]


def test_words_that_are_nothing_but_control_characters_leave_a_question_out() -> None:
    kept, lost = exportable([choice("a", "\x00", id="mute"), choice("a", "b")], ("choice",), tuple(FEATURES))
    assert [one.id for one in kept] == ["director"]
    assert [(loss.feature, loss.ids, loss.drops_questions) for loss in lost] == [
        ("prompts or options that consist of control characters", ("mute",), True)
    ]


def test_a_loss_is_told_in_one_line() -> None:
    assert (
        loss_line(LossNote("x", ("a", "b")), "F")
        == "Not exported, since F has no place for it: x (2 questions: a, b)"
    )
    assert (
        loss_line(LossNote("x", ("a",), drops_questions=True), "F")
        == "Left out, since F has no place for it: x (1 question: a)"
    )
    assert loss_line(LossNote("x", ("a", "b"), in_all=True), "F").endswith("x (every question)")
