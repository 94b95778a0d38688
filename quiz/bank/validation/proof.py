"""Validates the proof of the answer: the citations, and the source that a question follows."""

from collections.abc import Iterator

from quiz.bank.normalize import normalize
from quiz.bank.problem import Finding
from quiz.bank.question import Question
from quiz.bank.question_check import check


@check(
    "Q409",
    "no-citation",
    "Every question that is not a draft has at least one citation. What cannot be proved is not asked.",
    wrong="citations: []",
    right="citations: [{source: featurette-2024, quote: director Len Wiseman said}]",
    needs_citations=True,
)
def no_citation(question: Question) -> Iterator[Finding]:
    """Find a question without a citation."""
    if not question.citations and not question.draft:
        yield (
            ("citations",),
            "The question has no citation.",
            "Add a source and the words that prove the answer.",
        )


@check(
    "Q408",
    "answer-not-shown",
    "The answer's words must be in a quote, or `highlight:` must name the words that prove it, or the explanation "
    "must say how it follows.",
    wrong="answer: A cameo\ncitations: [{source: world-guide, quote: Keanu Reeves appears}]",
    right="answer: A cameo\ncitations: [{source: world-guide, quote: Keanu Reeves appears in a cameo}]",
    needs_citations=True,
)
def answer_not_shown(question: Question) -> Iterator[Finding]:
    """Find an answer that no quote shows and no explanation explains."""
    shown = any(passage.highlights for passage in question.citations)
    if question.citations and not question.draft and not shown and not normalize(question.explanation or ""):
        hint = "Quote the words that say it, or add an `explanation:` that says how the answer follows."
        yield ("answer",), "No quote shows the answer, and no explanation says how it follows.", hint


@check(
    "Q605",
    "according-to-uncited",
    "The source that a question follows is one that it cites.",
    wrong="according_to: trailer-2024\ncitations: [{source: featurette-2024, quote: director Len Wiseman said}]",
    right="according_to: featurette-2024\ncitations: [{source: featurette-2024, quote: director Len Wiseman said}]",
    needs_citations=True,
)
def according_to_uncited(question: Question) -> Iterator[Finding]:
    """Find a question that follows a source that it does not cite."""
    followed = question.according_to
    if followed is not None and question.citations and followed.id not in question.sources:
        yield (
            ("according_to",),
            f"No citation is from {followed.id}.",
            "Cite it, or name a source that is cited.",
        )
