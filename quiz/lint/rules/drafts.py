"""The rule that lists drafts, which are not played yet."""

from collections.abc import Iterator

from quiz.bank.problem import Finding
from quiz.bank.question import Question
from quiz.bank.question_check import check


@check(
    "Q411",
    "draft-question",
    "A draft is played only with `--drafts`. Once cited, it is no longer a draft.",
    wrong="draft: true",
    right="citations: [{source: featurette-2024, quote: director Len Wiseman said}]",
    severity="warning",
)
def draft(question: Question) -> Iterator[Finding]:
    """Find a draft."""
    if question.draft:
        hint = "Add what proves the answer, and delete `draft: true`; until then `--drafts` plays it."
        yield ("draft",), "The question is a draft.", hint
