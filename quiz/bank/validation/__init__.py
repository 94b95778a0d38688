"""Validation: the checks that a question must pass to be played.

They run while a pack is loaded and report errors. Warnings are rules of the linter.
"""

from quiz.bank.question_check import QuestionCheck
from quiz.bank.validation import options, proof

CHECKS: tuple[QuestionCheck, ...] = (
    options.empty_words,
    options.option_count,
    options.option_repeated,
    options.disputed_option,
    options.answer_in_prompt,
    options.all_of_the_above,
    options.overlapping_numbers,
    options.agreeing_dispute,
    proof.no_citation,
    proof.answer_not_shown,
    proof.according_to_uncited,
)
"""Every check, in the order in which they run."""
WITHOUT_PROOF: tuple[QuestionCheck, ...] = tuple(check for check in CHECKS if not check.needs_citations)
"""The checks for a question with a quote that was not found."""
