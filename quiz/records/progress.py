"""A player's progress, which the home screen shows before a game is chosen."""

from collections.abc import Callable, Sequence
from datetime import datetime

import msgspec

from quiz.bank.question_index import QuestionLike
from quiz.game.phrases import NOTHING_TO_REVIEW
from quiz.records.daily import DailyStatus, daily_status
from quiz.records.mastery import Mastery, mastery
from quiz.records.models import AnswerRecord
from quiz.records.question_pool import due_now, due_times, last_missed
from quiz.records.records import Records, RecordsError


class PracticeCounts(msgspec.Struct, frozen=True):
    """How many questions a game of practice could ask."""

    due: int
    """Questions that are due for review."""
    new: int
    """Questions that the player has never answered."""


def practice_counts(questions: Sequence[QuestionLike], times: dict[str, datetime], now: datetime) -> PracticeCounts:
    """Count the questions that practice could ask. ``times`` are the ``due_times`` of the player's answers."""
    new = sum(question.key not in times for question in questions)
    return PracticeCounts(len(due_now(questions, times, now)), new)


def practice_text(counts: PracticeCounts) -> str:
    """Return how many questions practice could ask: ``12 due now, 157 new``."""
    if not (counts.due or counts.new):
        return NOTHING_TO_REVIEW
    return f"{counts.due} due now" + (f", {counts.new} new" if counts.new else "")


class PlayerProgress:
    """The progress of a player. It is computed from the answers that ``reread`` has read.

    If the records cannot be read, it is that of a new player: starting a game reports the error.
    """

    def __init__(self, records: Records | None, now: Callable[[], datetime]) -> None:
        """``now`` returns the date and time. Nothing is read before ``reread`` is called."""
        self._records = records
        self._now = now
        self._answers: tuple[AnswerRecord, ...] = ()
        self._times: dict[str, datetime] | None = None

    def reread(self) -> None:
        """Read the player's answers again."""
        try:
            answers = () if self._records is None else self._records.answers()
        except RecordsError:
            answers = ()
        if answers != self._answers:
            self._answers, self._times = answers, None

    @property
    def has_answers(self) -> bool:
        """Whether the player has answered anything."""
        return bool(self._answers)

    @property
    def has_due_times(self) -> bool:
        """Whether the player has answers, and it is computed when their questions are due."""
        return self.has_answers and self._times is not None

    def load_due_times(self) -> dict[str, datetime]:
        """Return when each answered question is due, by key. After new answers it is slow, but can be in a thread."""
        times, answers = self._times, self._answers
        if times is None:
            times = due_times(answers)
            if answers is self._answers:  # no other thread has read newer ones
                self._times = times
        return times

    def practice(self, questions: Sequence[QuestionLike]) -> PracticeCounts:
        """Count the questions among ``questions`` that practice could ask now."""
        return practice_counts(questions, self.load_due_times(), self._now())

    def missed(self, questions: Sequence[QuestionLike]) -> int:
        """Count the questions among ``questions`` that the player last answered wrongly."""
        return len(last_missed(questions, self._answers, self._now()))

    def mastery(self, questions: Sequence[QuestionLike]) -> tuple[Mastery, ...]:
        """Return the mastery of each topic of ``questions``."""
        return mastery(questions, self._answers)

    def daily(self, bank: str) -> DailyStatus:
        """Return the status of today's daily of a bank, given by its digest."""
        return daily_status(self._records, bank, self._now())

    @property
    def now(self) -> datetime:
        """The date and time."""
        return self._now()
