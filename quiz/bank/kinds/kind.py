"""What a kind of question is: everything that differs from kind to kind, as data and small pure functions.

Whatever needs to know about a kind asks its ``Kind``; nothing else in the bank, the linter and the game branches on
kinds. How a kind is shown and answered is registered once for each surface:

- the app: ``quiz.tui.widgets.kind_widgets``
- line by line: ``quiz.plain.answer_lines``
- the form for new questions: ``quiz.tui.screens.question_form.kind_fields``
- import, and the formats that carry it: ``quiz.exchange.importable_kinds``

An answer is a tuple of words, for every kind: the options that were chosen, or what was typed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from quiz.bank.kinds.grade import Grade
from quiz.bank.problem import Finding
from quiz.bank.question import Question
from quiz.bank.question_entry import QuestionEntry

Answer = tuple[str, ...]
EntryValue = str | bool | Sequence["EntryValue"] | Mapping[str, "EntryValue"] | None
"""An answer as a file has it."""


def every_option(question: Question) -> Answer:
    """The options of kinds that are answered by choosing."""
    return question.options


def single_value(answer: Answer) -> EntryValue:
    """An answer as a file has it where it is one value. Several are left as they are, for a check to name."""
    return answer[0] if len(answer) == 1 else answer


def all_values(answer: Answer) -> EntryValue:
    """An answer as a file has it where it is a list."""
    return answer


def _no_order(_: Question) -> Answer | None:
    return None


def _no_seconds(_: Question) -> float:
    return 0.0


def _no_flaws(_: Question) -> Iterable[Finding]:
    return ()


class LintHooks(msgspec.Struct, frozen=True, kw_only=True):
    """What the linter's rules ask about a kind."""

    check_options: Callable[[Question], Iterable[Finding]] = _no_flaws
    """The errors that keep it from being answered at all: too few options, or too many (Q601)."""
    options_key: str | None = None
    """The key under which an author adds options; None where their number is not the author's choice (Q710)."""
    only_answers: Answer = ()
    """The only answers that there are, for every question of the kind: True and False."""
    exclusive: Literal["all", "sides", "none"] = "all"
    """Which options cannot be right at once: any two, a right and a wrong one, or none but repeated ones (Q607)."""
    question_mark: Finding | None = None
    """What is said of a prompt that ends with a question mark; None where the prompt asks and needs one (Q708)."""
    max_share: float | None = None
    """The largest share of a pack that may be of this kind (Q806)."""


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of question."""

    name: str
    """The word under ``kind:``."""
    entry: type[QuestionEntry]
    """What an author writes."""
    is_answer: Callable[[Question, Answer], bool]
    """Whether these words can be given as an answer, right or wrong."""
    grade: Callable[[Question, Answer], Grade]
    """What an answer is worth. By chance alone, the points must come to nothing on average."""
    options: Callable[[Question], Answer] = every_option
    """The options that a player is shown, in any order; none where the answer is typed."""
    fixed_order: Callable[[Question], Answer | None] = _no_order
    """The order in which the options always stand; None where they are shuffled."""
    extra_seconds: Callable[[Question], float] = _no_seconds
    """What a time limit has beside the time for reading and for one key."""
    separator: str = "; "
    """What stands between the parts of an answer in one line."""
    to_entry: Callable[[Answer], EntryValue] = single_value
    """An answer as a file has it."""
    min_list_length: int = 1
    """The fewest options in the list that an author writes, for the JSON Schema."""
    answer_is_list: bool = False
    """Whether an author writes a list under ``answer:``, each item of which is a place of its own."""
    is_single: bool = False
    """Whether the answer is one option among others."""
    is_order: bool = False
    """Whether the answer is the order of its parts, so that their places must not tell it."""
    words_reveal_answer: bool = True
    """Whether the words of the answer give it away wherever they stand: "True" and options to be sorted do not."""
    lint: LintHooks = LintHooks()

    @property
    def has_distractors(self) -> bool:
        """Whether an author writes wrong options."""
        return "distractors" in self.entry.__struct_fields__

    def answer_line(self, question: Question) -> str:
        """The right answer in one line."""
        return self.separator.join(question.answer)
