"""Which questions a mode draws from, where that rests on what the player answered before."""

from collections.abc import Callable, Sequence
from datetime import datetime

from quiz.bank.question_index import QuestionLike
from quiz.records.models import Answered

Pool = Callable[[Sequence[QuestionLike], Sequence[Answered], datetime], tuple[str, ...] | None]
"""From questions, the player's answers and the time: the keys to draw from, the most urgent first; None for any."""

_KNEW = {"right": True, "partly": False, "wrong": False, "timed out": False}
"""Whether an outcome says that the player knew the answer; a question that was skipped says neither."""


def any_question(_: Sequence[QuestionLike], __: Sequence[Answered], ___: datetime) -> None:
    """Draw from every question."""


def last_missed(questions: Sequence[QuestionLike], answers: Sequence[Answered], _: datetime) -> tuple[str, ...]:
    """The questions whose last answer was wrong, the longest ago first."""
    last = {answer.question: answer for answer in answers if answer.outcome in _KNEW}
    missed = [key for key, answer in last.items() if not _KNEW[answer.outcome]]
    known = {question.key for question in questions}
    return tuple(key for key in sorted(missed, key=lambda key: last[key].at) if key in known)


def due_then_new(questions: Sequence[QuestionLike], answers: Sequence[Answered], now: datetime) -> tuple[str, ...]:
    """The questions that are due, the longest overdue first, then those never answered, in the bank's order."""
    due = due_times(answers)
    waiting = sorted((due[one.key], one.key) for one in questions if one.key in due and due[one.key] <= now)
    new = tuple(one.key for one in questions if one.key not in due)
    return tuple(key for _, key in waiting) + new


POOLS: dict[str, Pool] = {"all": any_question, "missed": last_missed, "due": due_then_new}
"""The pools that a mode can name."""


def due_times(answers: Sequence[Answered]) -> dict[str, datetime]:
    """When each answered question is due again, by FSRS: right is Good, anything else that was answered is Again.

    The schedule follows from the answers alone, so that nothing but them is kept. FSRS is the scheduler of the
    open-spaced-repetition project, with its default parameters and without its random fuzz.
    """
    from fsrs import Card, Rating, Scheduler  # imported here: 20 ms that only practice needs

    scheduler = Scheduler(enable_fuzzing=False)
    cards: dict[str, Card] = {}
    for answer in answers:
        if answer.outcome in _KNEW:
            card = cards.get(answer.question) or Card(card_id=len(cards), due=answer.at)
            rating = Rating.Good if _KNEW[answer.outcome] else Rating.Again
            cards[answer.question], _ = scheduler.review_card(card, rating, answer.at)
    return {key: card.due for key, card in cards.items()}
