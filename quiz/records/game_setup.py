"""Opening a game: from what a player wants to the setup that asks it."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.question_index import QuestionLike
from quiz.game.deal import Filters, draw_without_spoilers, matching
from quiz.game.game import Setup
from quiz.game.modes import Mode, daily_seed
from quiz.records.models import Answered
from quiz.records.question_pool import POOLS, due_times
from quiz.records.records import Records, RecordsError


class NothingToAskError(Exception):
    """No question can be asked; the message says why and what to do."""


class GameRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What a player wants to play."""

    mode: Mode
    seed: str
    """Used unless the mode has a seed of its own."""
    filters: Filters = Filters()
    length: int | None = None
    seconds: int | None = None


def open_setup(wish: GameRequest, bank: Bank, records: Records | None, now: datetime) -> Setup:
    """The setup of a game that a player wants, by what they have answered so far.

    Raises:
        NothingToAskError: nothing matches the filters, or the mode has nothing for this player now.
        RecordsError: the records cannot be read.
    """
    mode = wish.mode
    filters = Filters() if mode.daily else wish.filters  # the same for everyone
    if not bank.summary.questions:
        raise NothingToAskError("The bank has no question that can be played. `quiz check` says why.")
    found: Sequence[QuestionLike] = matching(bank.question_summaries, filters)
    if not found:
        raise NothingToAskError("No question passes all of these filters. Leave one out.")
    answers = records.answers() if records is not None and mode.pool != "all" else ()
    keys = {question.key for question in found}
    if mode.pool == "due":  # new ones come in any order, and such as can stand together
        met = {one.question for one in answers}
        new = [one for one in found if one.key not in met]
        found = [*(one for one in found if one.key in met), *draw_without_spoilers(new, wish.seed, wish.length, bank)]
    only = POOLS[mode.pool](found, answers, now)
    if only is not None and not only:
        raise NothingToAskError(_why_nothing(mode, [one for one in answers if one.question in keys], now))
    length = mode.length if mode.daily else wish.length
    setup = Setup(
        mode=mode,
        seed=wish.seed,
        filters=filters,
        length=length,
        seconds=wish.seconds,
        bank=bank.digest,
        only=None if only is None else only[:length],
    )
    return _of_today(setup, records, now.astimezone().date()) if mode.daily else setup


def how_many(
    mode: Mode, questions: Sequence[QuestionLike], *, records: Records | None, wall: Callable[[], datetime]
) -> int:
    """How many of some questions a mode would draw from now."""
    if mode.pool == "all":
        return len(questions)
    try:
        answers = records.answers() if records is not None else ()
    except RecordsError:  # whoever opens a game says so
        answers = ()
    return len(POOLS[mode.pool](questions, answers, wall()) or ())


def _of_today(setup: Setup, records: Records | None, today: date) -> Setup:
    seed = daily_seed(today.isoformat(), setup.bank)
    first = records is None or not records.attempted(setup.mode.id, seed)
    return msgspec.structs.replace(setup, seed=seed, scored=first)


def _why_nothing(mode: Mode, answers: Sequence[Answered], now: datetime) -> str:
    if mode.pool == "missed":
        return "Nothing is left that you last answered wrongly."
    return " ".join(part for part in ("Nothing is due.", next_due(answers, now)) if part)


def next_due(answers: Sequence[Answered], now: datetime) -> str:
    """What is due of the questions that were answered, in a sentence; empty where none was."""
    times = due_times(answers).values()
    waiting = sum(time <= now for time in times)
    if waiting:
        return f"{waiting} more {'question is' if waiting == 1 else 'questions are'} due now."
    return f"The next question is due {in_how_long(min(times), now)}." if times else ""


def in_how_long(due: datetime, now: datetime) -> str:
    """How long it is until a time to come: ``in 9 minutes``, ``in 3 hours``, ``in 12 days``."""
    minutes = max(1, round((due.astimezone(UTC) - now.astimezone(UTC)).total_seconds() / 60))
    for size, name in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = round(minutes / size)
            return f"in {count} {name}{'' if count == 1 else 's'}"
    return "now"
