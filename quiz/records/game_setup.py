"""From the game that a player requests to its setup."""

from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.question_index import QuestionLike
from quiz.game.deal import Filters, deal, effective, matching
from quiz.game.game import MAX_PROOF_ROUND_LENGTH, Setup, askable, questions_of
from quiz.game.modes import Mode, daily_seed
from quiz.records.models import AnswerRecord
from quiz.records.question_pool import POOLS, due_times
from quiz.records.recency import resting
from quiz.records.records import Records

_LOOKAHEAD = 100
"""In so many questions of an endless game, none is asked that others should be asked before. Few play longer."""


class NothingToAskError(Exception):
    """There is no question to ask; the message says why and what to do."""


class GameRequest(msgspec.Struct, frozen=True, kw_only=True):
    """The game that a player wants to play."""

    mode: Mode
    seed: str
    """Ignored by the daily, which has a seed of its own."""
    filters: Filters = Filters()
    length: int | None = None
    """The number of questions; None for all."""
    seconds: int | None = None
    """The clock of the whole game; None for no clock."""
    is_personal: bool = False
    """Whether questions that the player met lately or does not like are asked last: not if they chose the seed."""


def make_setup(request: GameRequest, bank: Bank, records: Records | None, now: datetime) -> Setup:
    """Return the setup of a requested game. Some modes pick questions by the player's earlier answers.

    Raises:
        NothingToAskError: no question matches the filters, or the mode has no question for this player now.
        RecordsError: the records cannot be read.
    """
    mode = request.mode
    filters = Filters() if mode.daily else request.filters  # the daily is the same for everyone
    if not bank.summary.questions:
        raise NothingToAskError("The bank has no question that can be played. `quiz check` says why.")
    matches = matching(bank.question_summaries, filters)
    if not matches:
        raise NothingToAskError("No question matches all of these filters. Remove one.")
    candidates: Sequence[QuestionLike] = askable(matches, mode)
    answers = records.answers() if records is not None and mode.pool != "all" else ()
    keys = {question.key for question in candidates}
    if mode.pool == "due":  # new questions are shuffled and must not give each other away
        answered = {answer.question for answer in answers if answer.known is not None}  # what was skipped is new
        new = [question for question in candidates if question.key not in answered]
        candidates = [
            *(question for question in candidates if question.key in answered),
            *deal(new, request.seed, request.length, bank),
        ]
    picked = POOLS[mode.pool](candidates, answers, now)
    if picked is not None and not picked:
        raise NothingToAskError(_empty_pool_message(mode, [one for one in answers if one.question in keys], now))
    length = mode.length if mode.daily else request.length
    setup = Setup(
        mode=mode,
        seed=request.seed,
        filters=filters,
        length=length,
        seconds=request.seconds,
        bank=bank.digest,
        picked=None if picked is None else picked[:length],
        postponed=_postponed(request, candidates, bank, records),
    )
    if mode.find_proof and not questions_of(setup, bank):
        from quiz.bank.proof_question import no_proof_reason  # not needed unless there is nothing to find

        some = (candidates or matches)[:MAX_PROOF_ROUND_LENGTH]  # looking up a question loads it
        raise NothingToAskError(no_proof_reason(bank.by_key[question.key] for question in some))
    return _daily_setup(setup, records, now) if mode.daily else setup


def seed_of_today(bank: str, now: datetime) -> str:
    """Return the seed of the daily of the player's calendar day; ``bank`` is the bank's digest."""
    return daily_seed(now.astimezone().date().isoformat(), bank)


def _postponed(
    request: GameRequest, candidates: Sequence[QuestionLike], bank: Bank, records: Records | None
) -> tuple[str, ...]:
    """The keys of the candidates that are asked last, because of what the player met and likes."""
    mode = request.mode
    if records is None or mode.daily or mode.pool != "all" or not request.is_personal:
        return ()
    late = resting(candidates, records.met(), records.reactions.of(records.player))
    length = _LOOKAHEAD if mode.endless else request.length
    return effective(late, candidates, request.seed, length, bank) if late else ()


def _daily_setup(setup: Setup, records: Records | None, now: datetime) -> Setup:
    seed = seed_of_today(setup.bank, now)
    is_first = records is None or not records.attempted(setup.mode.id, seed)
    return msgspec.structs.replace(setup, seed=seed, scored=is_first)


def _empty_pool_message(mode: Mode, answers: Sequence[AnswerRecord], now: datetime) -> str:
    if mode.pool == "missed":
        return "There is no question that you last answered wrongly."
    return " ".join(part for part in ("Nothing is due.", next_due(answers, now)) if part)


def next_due(answers: Sequence[AnswerRecord], now: datetime) -> str:
    """Return a sentence: how many answered questions are due, or when the next one is; empty if none was answered."""
    times = due_times(answers).values()
    due = sum(time <= now for time in times)
    if due:
        return f"{due} more {'question is' if due == 1 else 'questions are'} due now."
    return f"The next question is due {time_until(min(times), now)}." if times else ""


def time_until(due: datetime, now: datetime) -> str:
    """Return the time until ``due`` in words: ``in 9 minutes``, ``in 3 hours``, ``in 12 days``."""
    minutes = max(1, round((due.astimezone(UTC) - now.astimezone(UTC)).total_seconds() / 60))
    for size, name in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = round(minutes / size)
            return f"in {count} {name}{'' if count == 1 else 's'}"
    return "now"
