"""Lists every kind of question."""

from quiz.bank.kinds.choice import CHOICE
from quiz.bank.kinds.kind import Kind
from quiz.bank.kinds.multiple import MULTIPLE
from quiz.bank.kinds.order import ORDER
from quiz.bank.kinds.proof import PROOF
from quiz.bank.kinds.true_false import TRUE_FALSE
from quiz.bank.question import Question

KINDS: dict[str, Kind] = {kind.name: kind for kind in (CHOICE, TRUE_FALSE, MULTIPLE, ORDER)}
"""Every kind that authors write, by its name, the value of ``kind:``. The first is the default."""

DERIVED_KINDS: dict[str, Kind] = {PROOF.name: PROOF}
"""Every kind that is only derived from questions of other kinds, by its name."""


def kind_of(question: Question) -> Kind:
    """The kind of a question.

    Raises:
        KeyError: there is no such kind, so the question was not loaded by this program.

    """
    return KINDS.get(question.kind) or DERIVED_KINDS[question.kind]


def answer_line(question: Question) -> str:
    """The right answer in one line: arrows between options in order, semicolons between several right options."""
    return kind_of(question).answer_line(question)
