"""Pools: which questions a mode draws from, according to the player's earlier answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from quiz.bank.question_index import QuestionLike
from quiz.records.models import AnswerRecord

Pool = Callable[[Sequence[QuestionLike], Sequence[AnswerRecord], datetime], tuple[str, ...] | None]
"""A function of the questions, the player's answers and the time now. It returns the keys of the questions to draw
from, the most urgent first; None for any question."""


def any_question(_: Sequence[QuestionLike], __: Sequence[AnswerRecord], ___: datetime) -> None:
    """Draw from every question."""


def last_missed(questions: Sequence[QuestionLike], answers: Sequence[AnswerRecord], _: datetime) -> tuple[str, ...]:
    """Return the questions whose last answer was not right, the longest ago first."""
    last = {answer.question: answer for answer in answers if answer.known is not None}
    missed = [key for key, answer in last.items() if not answer.known]
    keys = {question.key for question in questions}
    return tuple(key for key in sorted(missed, key=lambda key: last[key].at) if key in keys)


def due_then_new(
    questions: Sequence[QuestionLike], answers: Sequence[AnswerRecord], now: datetime
) -> tuple[str, ...]:
    """Return the due questions, the most overdue first, then those never answered, in their given order."""
    times = due_times(answers)
    return due_now(questions, times, now) + tuple(one.key for one in questions if one.key not in times)


def due_now(questions: Iterable[QuestionLike], times: Mapping[str, datetime], now: datetime) -> tuple[str, ...]:
    """Return the keys of the questions that practice reviews now, the most overdue first.

    ``times`` are the ``due_times`` of the player's answers.
    """
    due = sorted((times[one.key], one.key) for one in questions if one.key in times and times[one.key] <= now)
    return tuple(key for _, key in due)


POOLS: dict[str, Pool] = {"all": any_question, "missed": last_missed, "due": due_then_new}
"""The pools by the name that a mode gives in ``Mode.pool``."""


def due_times(answers: Sequence[AnswerRecord]) -> dict[str, datetime]:
    """Return when each answered question is due for review, by key.

    The schedule is that of FSRS (Free Spaced Repetition Scheduler, open-spaced-repetition project) with its default
    parameters and without fuzzing. A right answer is rated Good, any other one Again. The schedule is not stored, but
    computed from the answers each time.
    """
    reviews = [answer for answer in answers if answer.known is not None]
    if not reviews:
        return {}
    from fsrs import Card, Rating, Scheduler  # imported here: it takes 20 ms, and only practice needs it

    scheduler = Scheduler(enable_fuzzing=False)
    cards: dict[str, Card] = {}
    for answer in reviews:
        card = cards.get(answer.question) or Card(card_id=len(cards), due=answer.at)
        rating = Rating.Good if answer.known else Rating.Again
        cards[answer.question], _ = scheduler.review_card(card, rating, answer.at)
    return {key: card.due for key, card in cards.items()}
