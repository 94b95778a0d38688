"""Checks of the options: that they can be chosen between, and that one answer is right."""

from collections.abc import Iterator

from quiz.bank.checks.registry import Finding, check
from quiz.bank.entry import Path
from quiz.bank.folding import fold
from quiz.bank.question import Question

MOST_OPTIONS = 9
"""Options are chosen with the keys 1 to 9."""


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
