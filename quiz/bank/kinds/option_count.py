"""Checks the number of options: at least one wrong one, and a key for each."""

from collections.abc import Iterator

from quiz.bank.problem import Finding
from quiz.bank.question import Question

MOST_OPTIONS = 9
"""Options are chosen with the keys 1 to 9."""
SECONDS_PER_OPTION = 2.0
"""Time per option for kinds in which every option has to be judged."""


def check_distractors(question: Question) -> Iterator[Finding]:
    """Find a question without a wrong option, or with more options than keys."""
    if not question.distractors:
        yield ("distractors",), "The question has no wrong option.", "Give it at least one."
    else:
        yield from check_option_limit(question, "distractors")


def check_option_limit(question: Question, key: str) -> Iterator[Finding]:
    """Find a question with more options than keys; ``key`` is the YAML key of the options."""
    count = len(question.options)
    if count > MOST_OPTIONS:
        yield (key,), f"The question has {count} options.", f"Give it at most {MOST_OPTIONS}."


def seconds_to_judge(question: Question) -> float:
    """The seconds for judging every option."""
    return SECONDS_PER_OPTION * len(question.options)
