"""The kind "order": players put options in order."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Annotated

from msgspec import Meta

from quiz.bank.kinds.grade import FULL_POINTS, Grade, grade_from_points
from quiz.bank.kinds.kind import Answer, Kind, LintHooks, all_values
from quiz.bank.kinds.option_count import check_option_limit, seconds_to_judge
from quiz.bank.problem import Finding
from quiz.bank.question import Question
from quiz.bank.question_entry import QuestionEntry, Words


class OrderEntry(QuestionEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Options to be put in order."""

    answer: Annotated[tuple[Words, ...], Meta(description="Every option, in the right order.")]

    def options(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """All options in the right order; there are no wrong ones."""
        return self.answer, ()

    def answer_words(self) -> tuple[str, ...]:
        """None: the name of an event does not prove its place. `highlight:` marks the words that do."""
        return ()


def order_points(places: Sequence[int]) -> Fraction:
    """The points of an order: 100 × Kendall's tau. ``places`` has the right place of each item, in the given order.

    Tau is the share of pairs in the right order minus the share of pairs in the wrong order (M. G. Kendall, "A New
    Measure of Rank Correlation", Biometrika 30, 1938). Its average over all orders is zero.

    Raises:
        ValueError: there are fewer than two items.

    """
    if len(places) < 2:
        raise ValueError(f"an order needs two items, not {len(places)}")
    pairs = list(combinations(places, 2))
    agreeing = sum(first < second for first, second in pairs)
    return Fraction(FULL_POINTS * (2 * agreeing - len(pairs)), len(pairs))


def _is_permutation(question: Question, chosen: Answer) -> bool:
    complete = len(set(chosen)) == len(chosen) == len(question.options)
    return complete and set(chosen) <= set(question.options)


def _grade(question: Question, chosen: Answer) -> Grade:
    return grade_from_points(order_points([question.answer.index(option) for option in chosen]))


def _check_options(question: Question) -> Iterator[Finding]:
    count = len(question.options)
    if count < 2:
        yield ("answer",), f"The question has {count} option(s) to put in order.", "Give it at least two."
    yield from check_option_limit(question, "answer")


ORDER = Kind(
    name="order",
    entry=OrderEntry,
    is_answer=_is_permutation,
    grade=_grade,
    extra_seconds=seconds_to_judge,
    separator=" → ",
    to_entry=all_values,
    answer_is_list=True,
    min_list_length=2,
    is_order=True,
    words_reveal_answer=False,
    lint=LintHooks(
        check_options=_check_options,
        options_key="answer",
        exclusive="none",
        question_mark=(
            ("prompt",),
            "The prompt of an order question ends with a question mark.",
            "Write: Put these … in order, …",
        ),
    ),
)
