"""A kind of question that the program does not have: a number is typed, and the nearer it is, the more it gains.

It is all that a new kind takes: what ``quiz.bank.kinds.kind`` asks for, and an entry for each surface. Unlike the
kinds that there are, it shows no options, and its answer is typed.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Annotated

from msgspec import Meta
from textual.widgets import Input

from quiz.bank.kinds.grade import Grade, grade_from_points
from quiz.bank.kinds.kind import Answer, Kind, LintHooks
from quiz.bank.problem import Finding
from quiz.bank.question import Details, Question
from quiz.bank.question_entry import QuestionEntry
from quiz.plain.answer_lines import PlainKind
from quiz.tui.screens.question_form.kind_fields import KindField
from quiz.tui.widgets.answer_widget import AnswerWidget

NAME = "closest"


# The kind itself


class ClosestEntry(QuestionEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An integer in a range."""

    answer: int
    between: Annotated[tuple[int, ...], Meta(description="The least and the greatest number.", min_length=2)]

    def options(self) -> tuple[Answer, Answer]:
        return (str(self.answer),), ()

    def answer_words(self) -> Answer:
        return (str(self.answer),)

    def details(self) -> Details:
        return (("between", tuple(map(str, self.between))),)


def numbers(question: Question) -> range:
    """Return all possible answers."""
    least, most = map(int, question.detail("between"))
    return range(least, most + 1)


def is_answer(question: Question, chosen: Answer) -> bool:
    return len(chosen) == 1 and chosen[0].isdecimal() and int(chosen[0]) in numbers(question)


def grade(question: Question, chosen: Answer) -> Grade:
    """Score 100 for the right number. A random number of the range scores zero on average."""
    right = int(question.answer[0])
    average = Fraction(sum(abs(one - right) for one in numbers(question)), len(numbers(question)))
    return grade_from_points(100 * (1 - abs(int(chosen[0]) - right) / average))


def check_range(question: Question) -> Iterator[Finding]:
    if int(question.answer[0]) not in numbers(question):
        yield ("between",), f"{question.answer[0]} is not on the range.", "Widen the range."


CLOSEST = Kind(
    name=NAME,
    entry=ClosestEntry,
    is_answer=is_answer,
    grade=grade,
    options=lambda _: (),
    extra_seconds=lambda _: 4.0,
    lint=LintHooks(check_options=check_range),
)


# One registration a surface


class NumberField(Input, AnswerWidget):
    """A field for the number, which shows the right one after the verdict."""

    def ask(self, question: Question, index: int, options: tuple[str, ...]) -> None:
        self.index = index
        self.accepts_answers: Callable[[], bool] | None = None
        self.value = ""
        self.placeholder = "from {} to {}".format(*question.detail("between"))
        self.can_focus = True

    def open(self, accepts_answers: Callable[[], bool]) -> None:
        self.accepts_answers = accepts_answers

    async def action_submit(self) -> None:
        if self.accepts_answers is not None and self.accepts_answers():
            self.post_message(self.Given(self.index, (self.value,)))

    def reveal(self, answer: tuple[str, ...], chosen: tuple[str, ...]) -> None:
        self.accepts_answers = None
        self.value = f"{answer[0]} is right; you: {chosen[0]}" if chosen else f"{answer[0]} is right"
        if self.has_focus:
            self.screen.set_focus(None)

    def lines_at(self, width: int) -> int:
        return 3


def _right_answer(asked: Question, chosen: Answer) -> list[str]:
    return [f"The number: {asked.answer[0]}", *(f"Yours: {one}" for one in chosen)]


IN_LINES = PlainKind(
    instruction="",
    prompt=lambda asked: "A number from {} to {}".format(*asked.detail("between")),
    hint=lambda _: "Type a number",
    read=lambda typed, _: (typed,),
    right_answer=_right_answer,
)

IN_THE_FORM = (
    KindField("answer", "the number"),
    KindField("between", "the least and the greatest, one a line", multiple=True),
)
