"""The kind "multiple": several right options among wrong ones, and players choose all that apply."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from msgspec import Meta

from quiz.bank.kinds.choice import order_of_quantities
from quiz.bank.kinds.grade import FULL_POINTS, Grade, grade_from_points
from quiz.bank.kinds.kind import Answer, Kind, LintHooks, all_values
from quiz.bank.kinds.option_count import check_distractors, seconds_to_judge
from quiz.bank.problem import Finding
from quiz.bank.question import Question
from quiz.bank.question_entry import QuestionEntry, Words


class MultipleEntry(QuestionEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Several right options among wrong ones: all that apply."""

    answer: Annotated[tuple[Words, ...], Meta(description="Every right option.")]
    distractors: tuple[Words, ...]

    def options(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The right options and the wrong ones."""
        return self.answer, self.distractors

    def answer_words(self) -> tuple[str, ...]:
        """The right options: a quote that has the words of one shows it."""
        return self.answer


def multiple_points(right: Fraction, wrong: Fraction) -> Fraction:
    """The points: 100 × (share of the right options that are chosen − share of the wrong options that are chosen).

    The shares are from 0 to 1. Random choices have equal shares on average, so they average zero points.
    """
    return FULL_POINTS * (right - wrong)


def _are_options(question: Question, chosen: Answer) -> bool:
    return bool(chosen) and len(set(chosen)) == len(chosen) and set(chosen) <= set(question.options)


def _grade(question: Question, chosen: Answer) -> Grade:
    right = Fraction(sum(option in question.answer for option in chosen), len(question.answer))
    wrong = Fraction(sum(option in question.distractors for option in chosen), len(question.distractors))
    return grade_from_points(multiple_points(right, wrong))


def _check_options(question: Question) -> Iterator[Finding]:
    if not question.answer:
        yield ("answer",), "The question has no right option.", "Give it at least one."
    else:
        yield from check_distractors(question)


MULTIPLE = Kind(
    name="multiple",
    entry=MultipleEntry,
    is_answer=_are_options,
    grade=_grade,
    fixed_order=order_of_quantities,
    extra_seconds=seconds_to_judge,
    to_entry=all_values,
    answer_is_list=True,
    lint=LintHooks(check_options=_check_options, options_key="distractors", exclusive="sides"),
)
