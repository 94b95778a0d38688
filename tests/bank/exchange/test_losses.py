"""What a format cannot carry is said once for each sort."""

from quiz.bank.exchange.item import Loss
from quiz.bank.exchange.losses import PARTS, sort_out, told
from tests.bank.asking import PASSAGE, asked, choice, order


def test_every_part_that_is_not_carried_is_said_with_the_questions_that_have_it() -> None:
    full = asked(
        id="full", explanation="So.", disputes=("x",), according_to=PASSAGE.source, topic="a\nb", answer="a ",
    )  # fmt: skip
    bare = choice("a", "b", id="bare", citations=())
    kept, lost = sort_out([full, order("a", "b", id="steps"), bare], ("choice",), ())
    assert kept == [full, bare]
    assert [(loss.what, loss.ids, loss.whole, loss.everywhere) for loss in lost] == [
        ("questions of the kind order", ("steps",), True, False),
        ("ids", ("full", "bare"), False, True),
        ("topics", ("full", "bare"), False, True),
        ("difficulties", ("full", "bare"), False, True),
        ("explanations", ("full",), False, False),
        ("citations", ("full",), False, False),
        ("disputes", ("full",), False, False),
        ("sources that a question follows", ("full",), False, False),
        ("line breaks", ("full",), False, False),
        ("white space around words", ("full",), False, False),
    ]
    assert sort_out([full], ("choice",), tuple(PARTS))[1] == []


def test_a_loss_is_told_in_one_line() -> None:
    assert told(Loss("x", ("a", "b")), "F") == "Not carried, since F has no place for it: x (2 questions: a, b)"
    assert told(Loss("x", ("a",), whole=True), "F") == "Left out, since F has no place for it: x (1 question: a)"
    assert told(Loss("x", ("a", "b"), everywhere=True), "F").endswith("x (every question)")
