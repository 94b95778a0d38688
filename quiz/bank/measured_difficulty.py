"""Measured difficulty: how hard a question is, by the share of players who got it right."""

from typing import NamedTuple

from quiz.bank.kinds.registry import kind_of
from quiz.bank.question import DIFFICULTIES, Difficulty, Question

MIN_ANSWERS = 10
"""With fewer answers, the share is chance."""
EASY_FROM, HARD_BELOW = 0.7, 0.4
"""The shares of players who know the answer, from which a question is easy, and below which it is hard."""


class Share(NamedTuple):
    """How often a question was answered, and how often right."""

    right: int
    answers: int


def known_share(question: Question, share: Share) -> float:
    """Return the share of players who know the answer: those who were right, without those who guessed it.

    It is below 0 if more were wrong than would be by guessing.
    """
    kind = kind_of(question)
    options = len(kind.measured_options(question))
    by_chance = 1 / options if kind.is_single and options > 1 else 0.0
    return (share.right / share.answers - by_chance) / (1 - by_chance)


def measured_difficulty(question: Question, share: Share | None) -> Difficulty | None:
    """Return how hard a question is for its players; None if there are not enough answers to tell."""
    if share is None or share.answers < MIN_ANSWERS:
        return None
    known = known_share(question, share)
    return "easy" if known >= EASY_FROM else "hard" if known < HARD_BELOW else "medium"


def is_far_apart(label: Difficulty, measured: Difficulty) -> bool:
    """Whether a question that is called easy is hard, or one that is called hard is easy."""
    return abs(DIFFICULTIES.index(label) - DIFFICULTIES.index(measured)) > 1
