"""Mastery: which topics a player knows, by the last answer to each of their questions."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from quiz.bank.question_index import QuestionLike
from quiz.records.models import AnswerRecord


class Mastery(msgspec.Struct, frozen=True):
    """How much of a topic a player knows."""

    topic: str
    known: int
    """How many of its questions the player's last answer was right for."""
    questions: int
    """How many questions the bank has on it, at least 1."""

    @property
    def is_mastered(self) -> bool:
        """Whether the last answer to every question of the topic was right."""
        return self.known == self.questions

    @property
    def share(self) -> float:
        """The share of its questions that the player knows, from 0 to 1."""
        return self.known / self.questions


def mastery(questions: Iterable[QuestionLike], answers: Iterable[AnswerRecord]) -> tuple[Mastery, ...]:
    """Return the mastery of each topic of some questions, in the order in which the topics appear.

    ``answers`` are the player's, the earliest first. An answer that does not show whether the player knew it, such as
    a skipped question, changes nothing.
    """
    last = {answer.question: answer.known for answer in answers if answer.known is not None}
    total, known = Counter[str](), Counter[str]()
    for question in questions:
        total[question.topic] += 1
        known[question.topic] += last.get(question.key) is True
    return tuple(Mastery(topic, known[topic], count) for topic, count in total.items())


def mastered(topics: Sequence[Mastery]) -> tuple[str, ...]:
    """Return the names of the topics that are mastered."""
    return tuple(topic.topic for topic in topics if topic.is_mastered)


def mastered_text(topics: Sequence[Mastery]) -> str:
    """Return how many topics are mastered: ``1 of 7 topics mastered``."""
    return f"{len(mastered(topics))} of {len(topics)} topic{'' if len(topics) == 1 else 's'} mastered"
