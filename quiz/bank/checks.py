"""Checks of a question: one function a rule, each told by its code, its name and a sentence.

A check looks at one question that could be read and yields what it finds as (path of keys, message, hint).
"""

from collections.abc import Callable, Iterator

from quiz.bank.entry import Path
from quiz.bank.folding import fold
from quiz.bank.problem import Problem, Rule, rule
from quiz.bank.question import Question
from quiz.bank.yaml_nodes import Node

Finding = tuple[Path, str, str]
Check = Callable[[Question], Iterator[Finding]]

CHECKS: list[tuple[Rule, Check]] = []
"""Every check of a single question with its rule."""

_ABOUT_PROOF: set[str] = set()
"""The codes of checks that judge the citations: where one could not be located, they would blame the wrong thing."""

MOST_OPTIONS = 9
"""Options are chosen with the keys 1 to 9."""


def check(
    code: str, name: str, sentence: str, *, wrong: str, right: str, about_proof: bool = False
) -> Callable[[Check], Check]:
    """Enter a function in ``CHECKS`` under a new rule; ``about_proof`` says that it judges the citations."""

    def enter(function: Check) -> Check:
        if about_proof:
            _ABOUT_PROOF.add(code)
        CHECKS.append((rule(code, name, sentence, wrong=wrong, right=right), function))
        return function

    return enter


def run_checks(question: Question, node: Node, *, proven: bool) -> list[Problem]:
    """All that the checks find in a question read from ``node``; ``proven`` if all its citations were located."""
    return [
        Problem(
            rule=broken,
            place=node.place(question.place.file, *path),
            message=message,
            hint=hint,
            question=question.id,
        )
        for broken, function in CHECKS
        if proven or broken.code not in _ABOUT_PROOF
        for path, message, hint in function(question)
    ]


@check(
    "Q504",
    "empty-words",
    "An id, a prompt, an answer and a distractor must have words that can be seen.",
    wrong='prompt: "  "',
    right="prompt: Who is directing Ballerina?",
)
def empty_words(question: Question) -> Iterator[Finding]:
    """Find the fields that are there but say nothing."""
    fields: list[tuple[Path, str]] = [(("id",), question.id), (("prompt",), question.prompt)]
    fields += [(("answer",), answer) for answer in question.answer]
    fields += [(("distractors", index), words) for index, words in enumerate(question.distractors)]
    fields += [(("disputes", index, "answer"), one.answer) for index, one in enumerate(question.disputes)]
    for path, words in fields:
        if not fold(words):
            yield path, f"{path[0]} has no words.", "Write what the player should read."


@check(
    "Q409",
    "no-citation",
    "Every question has at least one citation: what cannot be proved is not asked.",
    wrong="citations: []",
    right="citations: [{source: featurette-2024, quote: director Len Wiseman said}]",
    about_proof=True,
)
def no_citation(question: Question) -> Iterator[Finding]:
    """Find a question that proves nothing."""
    if not question.citations:
        yield (
            ("citations",),
            "The question has no citation.",
            "Add a source and the words that prove the answer.",
        )


@check(
    "Q408",
    "answer-not-shown",
    "The answer's words must be visible in a quote, or `highlight:` must name the words that carry it and the "
    "explanation tell how it follows.",
    wrong="answer: A cameo\ncitations: [{source: world-guide, quote: Keanu Reeves appears}]",
    right="answer: A cameo\ncitations: [{source: world-guide, quote: Keanu Reeves appears in a cameo}]",
    about_proof=True,
)
def answer_not_shown(question: Question) -> Iterator[Finding]:
    """Find an answer that neither a quote shows nor an explanation derives."""
    shown = any(passage.highlights for passage in question.citations)
    if question.citations and not shown and not fold(question.explanation or ""):
        hint = "Quote the words that say it, or add an `explanation:` that tells how the answer follows."
        yield ("answer",), "No quote shows the answer, and no explanation tells how it follows.", hint


@check(
    "Q601",
    "option-count",
    f"A question has from two to {MOST_OPTIONS} options, so that there is a choice and a key for each.",
    wrong="distractors: []",
    right="distractors: [Chad Stahelski, Derek Kolstad, David Leitch]",
)
def option_count(question: Question) -> Iterator[Finding]:
    """Find a question without a choice, or with more options than keys."""
    count = len(question.options)
    if not 2 <= count <= MOST_OPTIONS:
        yield ("distractors",), f"The question has {count} option(s).", f"Give it from 2 to {MOST_OPTIONS}."


@check(
    "Q602",
    "option-repeated",
    "No option stands twice, the answer included. Case and signs count: −2 is not 2.",
    wrong="answer: Len Wiseman\ndistractors: [Len Wiseman, Derek Kolstad]",
    right="answer: Len Wiseman\ndistractors: [Chad Stahelski, Derek Kolstad]",
)
def option_repeated(question: Question) -> Iterator[Finding]:
    """Find distractors that repeat the answer or one another."""
    seen = {fold(answer) for answer in question.answer}
    for index, distractor in enumerate(question.distractors):
        if fold(distractor) in seen:
            yield (
                ("distractors", index),
                f"The option {distractor!r} stands twice.",
                "Write another distractor.",
            )
        seen.add(fold(distractor))


@check(
    "Q604",
    "disputed-option",
    "Where an option is what another source answers, `according_to:` must say which source the question follows. "
    "A true-false question with disputes always says so.",
    wrong="distractors: [June 7, 2024]\ndisputes: [{answer: June 7, 2024, …}]",
    right="according_to: featurette-2024\ndistractors: [June 7, 2024]\ndisputes: [{answer: June 7, 2024, …}]",
)
def disputed_option(question: Question) -> Iterator[Finding]:
    """Find an option that is right by another source, in a question that does not say whom it follows."""
    if question.according_to is not None:
        return
    options = {fold(option) for option in question.options}
    for index, dispute in enumerate(question.disputes):
        if fold(dispute.answer) in options or question.kind == "true-false":
            message = f"The disputed answer {dispute.answer!r} is an option, and the question follows no source."
            yield ("disputes", index, "answer"), message, "Add `according_to:` with the source of the answer."


@check(
    "Q605",
    "according-to-uncited",
    "The source that a question follows is one that it cites.",
    wrong="according_to: trailer-2024\ncitations: [{source: featurette-2024, …}]",
    right="according_to: featurette-2024\ncitations: [{source: featurette-2024, …}]",
    about_proof=True,
)
def according_to_uncited(question: Question) -> Iterator[Finding]:
    """Find a question that claims to follow a source that it does not quote."""
    followed = question.according_to
    if followed is not None and question.citations and followed.id not in question.sources:
        yield (
            ("according_to",),
            f"No citation is from {followed.id}.",
            "Cite it, or name a source that is cited.",
        )
