"""Defines what a kind of question is: everything that differs between kinds, as data and small pure functions.

The bank, the linter and the game only use ``Kind``; they have no branches on the name of a kind. How a kind is shown
and answered is registered once for each surface:

- the app: ``quiz.tui.widgets.kind_widgets``
- line by line: ``quiz.plain.answer_lines``
- the form for new questions: ``quiz.tui.screens.question_form.kind_fields``
- import, and the formats that carry it: ``quiz.exchange.importable_kinds``

An answer is a tuple of texts, for every kind: the options that were chosen, or what was typed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from quiz.bank.kinds.grade import Grade
from quiz.bank.problem import Finding
from quiz.bank.question import Question
from quiz.bank.question_entry import QuestionEntry
from quiz.bank.source import Source

Answer = tuple[str, ...]
EntryValue = str | bool | Sequence["EntryValue"] | Mapping[str, "EntryValue"] | None
"""An answer as YAML has it."""


def every_option(question: Question) -> Answer:
    """All options of a question, for kinds that are answered by choosing."""
    return question.options


def single_value(answer: Answer) -> EntryValue:
    """The YAML value of an answer of one text. Several texts are not changed, so that a check reports them."""
    return answer[0] if len(answer) == 1 else answer


def all_values(answer: Answer) -> EntryValue:
    """The YAML value of an answer that is a list."""
    return answer


def right_options(question: Question) -> Answer:
    """The right options of a question, for kinds whose options are the answers."""
    return question.answer


def _no_order(_: Question) -> Answer | None:
    return None


def _no_seconds(_: Question) -> float:
    return 0.0


def _no_article(_: Question) -> Source | None:
    return None


def _no_remarks(_: Question, __: Answer) -> tuple[str, ...]:
    return ()


def _no_flaws(_: Question) -> Iterable[Finding]:
    return ()


class LintHooks(msgspec.Struct, frozen=True, kw_only=True):
    """What the checks of the bank and the linter need to know about a kind."""

    check_options: Callable[[Question], Iterable[Finding]] = _no_flaws
    """Finds errors that make a question unanswerable: too few options, or too many (Q601)."""
    options_key: str | None = None
    """The key under which an author adds options; None if the number of options is fixed (Q710)."""
    only_answers: Answer = ()
    """The possible answers, if they are the same for every question of the kind: True and False."""
    exclusive: Literal["all", "sides", "none"] = "all"
    """Which options may not overlap: any two, a right one with a wrong one, or only equal ones (Q607)."""
    question_mark: Finding | None = None
    """The finding for a prompt with a question mark at its end; None if a prompt needs one (Q708)."""
    max_share: float | None = None
    """The largest share of a pack that may be of this kind (Q806)."""


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of question."""

    name: str
    """The value of ``kind:`` in question files."""
    entry: type[QuestionEntry]
    """The type of its YAML entry."""
    is_answer: Callable[[Question, Answer], bool]
    """Whether an answer is possible, right or wrong."""
    grade: Callable[[Question, Answer], Grade]
    """Grades an answer. The points of random answers must average zero."""
    options: Callable[[Question], Answer] = every_option
    """The options that a player sees, in any order; none if the answer is typed."""
    fixed_order: Callable[[Question], Answer | None] = _no_order
    """The order in which the options are always shown; None if they are shuffled."""
    extra_seconds: Callable[[Question], float] = _no_seconds
    """Seconds added to a time limit, beyond the time for reading and for one key."""
    measured_options: Callable[[Question], Answer] = every_option
    """The options among which players chose when they showed whether they know the answer. A derived question has
    those of the question it comes from."""
    shown_answer: Callable[[Question], Answer] = right_options
    """The answer as players are told it, in parts."""
    article: Callable[[Question], Source | None] = _no_article
    """The article that is shown whole, with its sentences as the options; None if options are listed."""
    remarks: Callable[[Question, Answer], tuple[str, ...]] = _no_remarks
    """Lines below a verdict, from the question and the chosen answer: what the marked options do not say."""
    separator: str = "; "
    """The text between the parts of an answer in one line."""
    to_entry: Callable[[Answer], EntryValue] = single_value
    """Converts an answer to its YAML value."""
    min_list_length: int = 1
    """The least length of the list of options in YAML, for the JSON Schema."""
    answer_is_list: bool = False
    """Whether ``answer:`` is a list, so that problems can be about an item of it."""
    is_single: bool = False
    """Whether the answer is exactly one of the options."""
    is_order: bool = False
    """Whether the answer is an order of the options, so that the options must not reveal their places."""
    words_reveal_answer: bool = True
    """Whether the words of the answer reveal it in other texts. "True" and options to be put in order do not."""
    lint: LintHooks = LintHooks()

    @property
    def has_distractors(self) -> bool:
        """Whether its entries have wrong options."""
        return "distractors" in self.entry.__struct_fields__

    def answer_line(self, question: Question) -> str:
        """The right answer in one line."""
        return self.separator.join(self.shown_answer(question))
