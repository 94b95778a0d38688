"""Every kind of question."""

from quiz.bank.kinds.choice import CHOICE
from quiz.bank.kinds.kind import Kind
from quiz.bank.kinds.multiple import MULTIPLE
from quiz.bank.kinds.order import ORDER
from quiz.bank.kinds.true_false import TRUE_FALSE
from quiz.bank.question import Question

KINDS: dict[str, Kind] = {kind.name: kind for kind in (CHOICE, TRUE_FALSE, MULTIPLE, ORDER)}
"""Every kind by the word under ``kind:``. The first is that of a question that names none."""


def kind_of(question: Question) -> Kind:
    """The kind of a question.

    Raises:
        KeyError: there is no such kind, so that the question was not read by this program.

    """
    return KINDS[question.kind]


def answer_line(question: Question) -> str:
    """The right answer of a question in one line: arrows between options in order, semicolons between right ones."""
    return kind_of(question).answer_line(question)
