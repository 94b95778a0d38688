"""Lists the rules of the linter. The lists are written by hand; a check missing here does not run.

Every rule is a warning. Errors, which keep questions out of the game, are in ``quiz.bank.validation``.
"""

from quiz.bank.question_check import QuestionCheck
from quiz.lint.pack_check import PackCheck
from quiz.lint.rules import answer_cues, balance, drafts, near_copies, order_cues, wording

QUESTION_CHECKS: tuple[QuestionCheck, ...] = (
    drafts.draft,
    order_cues.order_revealed,
    answer_cues.answer_length,
    answer_cues.one_sided_word,
    answer_cues.shared_word,
    answer_cues.grammar_fits_answer,
    answer_cues.mixed_options,
    wording.unmarked_negative,
    wording.blank_in_prompt,
    wording.no_question_mark,
    wording.no_anchor,
    wording.option_number,
    wording.explanation_repeats,
)
"""The checks of single questions, in the order in which they run."""
PACK_CHECKS: tuple[PackCheck, ...] = (
    balance.uneven_places,
    balance.uneven_lengths,
    balance.source_overused,
    balance.many_true_false,
    near_copies.near_copy,
)
"""The checks of all questions of a pack together, in the order in which they run."""
