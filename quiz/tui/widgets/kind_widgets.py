"""The answer widgets of all kinds of questions. A new kind is an entry here."""

from quiz.bank.kinds import proof
from quiz.tui.widgets.answer_widget import AnswerWidget
from quiz.tui.widgets.checkbox_options import CheckboxOptions
from quiz.tui.widgets.option_list import Options
from quiz.tui.widgets.order_options import OrderOptions
from quiz.tui.widgets.sentence_options import SentenceOptions

KIND_WIDGETS: dict[str, type[AnswerWidget]] = {
    "choice": Options,
    "true-false": Options,
    "multiple": CheckboxOptions,
    "order": OrderOptions,
    proof.NAME: SentenceOptions,
}
"""The answer widget by the name of a kind."""
