"""The kind "true-false": a statement that is true or false."""

from quiz.bank.kinds.choice import grade_choice, is_one_option
from quiz.bank.kinds.kind import Answer, EntryValue, Kind, LintHooks, single_value
from quiz.bank.kinds.option_count import check_distractors
from quiz.bank.question import Question
from quiz.bank.question_entry import QuestionEntry

_OPTIONS = ("True", "False")


class TrueFalseEntry(QuestionEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A statement that is true or false."""

    answer: bool

    def options(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The right option and the wrong one."""
        return (str(self.answer),), (str(not self.answer),)

    def answer_words(self) -> tuple[str, ...]:
        """None: "true" in a quote proves nothing. `highlight:` marks the words that do."""
        return ()

    def dispute_answer(self, answer: str) -> str:
        """``true`` and ``false`` of YAML as the options ``True`` and ``False``."""
        return answer.capitalize() if answer in ("true", "false") else answer


def _true_first(_: Question) -> Answer:
    return _OPTIONS


def _as_bool(answer: Answer) -> EntryValue:
    known = {"true": True, "false": False}
    return known.get(answer[0].casefold(), answer[0]) if len(answer) == 1 else single_value(answer)


TRUE_FALSE = Kind(
    name="true-false",
    entry=TrueFalseEntry,
    is_answer=is_one_option,
    grade=grade_choice,
    fixed_order=_true_first,
    to_entry=_as_bool,
    is_single=True,
    words_reveal_answer=False,
    lint=LintHooks(
        check_options=check_distractors,
        only_answers=_OPTIONS,
        question_mark=(
            ("prompt",),
            "The statement ends with a question mark.",
            "Write a statement that is true or false.",
        ),
        max_share=0.2,
    ),
)
