"""The kind "choice": one right option among several."""

from fractions import Fraction

from quiz.bank.kinds.grade import FULL_POINTS, Grade
from quiz.bank.kinds.kind import Answer, Kind, LintHooks
from quiz.bank.kinds.option_count import check_distractors
from quiz.bank.question import Question
from quiz.bank.question_entry import DEFAULT_KIND, QuestionEntry, Words


class ChoiceEntry(QuestionEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One right option among several."""

    answer: Words
    distractors: tuple[Words, ...]

    def options(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The right options and the wrong ones."""
        return (self.answer,), self.distractors

    def answer_words(self) -> tuple[str, ...]:
        """The answer: a quote that has its words shows it."""
        return (self.answer,)


def choice_points(right: bool, options: int) -> Fraction:
    """The points for choosing one of ``options`` (at least 2): +100 if right, −100/(options − 1) if wrong.

    Raises:
        ValueError: there are fewer than two options.

    """
    if options < 2:
        raise ValueError(f"a choice needs two options, not {options}")
    return Fraction(FULL_POINTS) if right else Fraction(-FULL_POINTS, options - 1)


def is_one_option(question: Question, chosen: Answer) -> bool:
    """Whether exactly one of the options is chosen."""
    return len(chosen) == 1 and chosen[0] in question.options


def grade_choice(question: Question, chosen: Answer) -> Grade:
    """Grade an answer as right or wrong."""
    right = chosen == question.answer
    return ("right" if right else "wrong"), choice_points(right, len(question.options))


def order_of_quantities(question: Question) -> Answer | None:
    """The fixed order of options that are all numbers or all dates; None for all others."""
    from quiz.bank.quantity import sorted_by_value  # only needed in a game

    return sorted_by_value(question.options)


CHOICE = Kind(
    name=DEFAULT_KIND,
    entry=ChoiceEntry,
    is_answer=is_one_option,
    grade=grade_choice,
    fixed_order=order_of_quantities,
    is_single=True,
    lint=LintHooks(check_options=check_distractors, options_key="distractors"),
)
