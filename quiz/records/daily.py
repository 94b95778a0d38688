"""The player's dailies: days in a row, the distribution of their results, and when the next one comes.

The day of a daily is the date in its seed: the player's calendar day when it began, wherever the player is now.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import msgspec

from quiz.game.modes import DAILY
from quiz.game.phrases import counted, spoken_hours
from quiz.records.game_setup import seed_of_today
from quiz.records.models import GameRecord, mode_of
from quiz.records.records import Records, RecordsError
from quiz.records.statistics import day_streak, longest_streak

_YEARS = range(1970, 9000)
"""The valid years of a daily: there are days before and after each of them."""


class DailyHistory(msgspec.Struct, frozen=True, kw_only=True):
    """A player's dailies. Only first attempts that were played to their end count."""

    played: int = 0
    days_in_row: int = 0
    """Days in a row up to today, or to yesterday while today's daily is still to be played."""
    longest_row: int = 0
    """The most days in a row so far."""
    by_right: tuple[tuple[int, int], ...] = ()
    """The distribution of results: pairs of a number of right answers and the number of dailies with it, the most
    right answers first. There is a pair for each number between the best and the worst result."""
    today: int | None = None
    """How many answers were right in today's daily; None if it is not finished."""


def day_of(seed: str) -> date | None:
    """Return the calendar day in the seed of a daily; None if it has none."""
    try:
        day = date.fromisoformat(seed.partition("/")[0])
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def daily_history(games: Iterable[GameRecord], today: date, seed: str | None = None) -> DailyHistory:
    """Return the history of the dailies among a player's games.

    ``seed`` is that of today's daily. If it is None, any daily of ``today`` is today's.
    """
    dailies = [(day, game) for game in games if (day := _counted_day(game)) is not None]
    days = [day for day, _ in dailies]
    counts = Counter(game.result.right for _, game in dailies)
    now = [game.result.right for day, game in dailies if (day == today if seed is None else game.seed == seed)]
    return DailyHistory(
        played=len(dailies),
        days_in_row=day_streak(days, today),
        longest_row=longest_streak(days),
        by_right=tuple((right, counts[right]) for right in range(max(counts), min(counts) - 1, -1)) if counts else (),
        today=now[0] if now else None,
    )


class DailyStatus(msgspec.Struct, frozen=True, kw_only=True):
    """What a player should know before choosing the daily."""

    attempted: bool = False
    """Whether the player has begun today's daily, so that another game of it is practice."""
    history: DailyHistory = DailyHistory()


def daily_status(records: Records | None, bank: str, now: datetime) -> DailyStatus:
    """Return the status of today's daily of a bank, given by its digest. Without records, nothing was played."""
    if records is None:
        return DailyStatus()
    seed, today = seed_of_today(bank, now), now.astimezone().date()
    try:
        attempted = records.attempted(DAILY.id, seed)
        history = daily_history(records.history(), today, seed)
    except RecordsError:  # starting a game reports the error
        return DailyStatus()
    return DailyStatus(attempted=attempted, history=history)


def _counted_day(game: GameRecord) -> date | None:
    return day_of(game.seed) if mode_of(game.mode).daily and game.is_ranked else None


def next_daily(now: datetime) -> datetime:
    """Return when the next daily comes: at the player's next midnight."""
    return datetime.combine(now.astimezone().date() + timedelta(days=1), time()).astimezone()


def next_daily_text(now: datetime) -> str:
    """Return the time to the next daily in words."""
    return f"Next daily in {spoken_hours((next_daily(now) - now).total_seconds())}."


def status_text(status: DailyStatus, now: datetime) -> str:
    """Return the player's result of today, if there is one, the days in a row, and when the next daily comes.

    Before the first attempt, it is only the days in a row so far; empty if there are none.
    """
    history = status.history
    row = f"{counted(history.days_in_row, 'day')} in a row" if history.days_in_row else ""
    if not status.attempted:
        return f"{row} so far." if row else ""
    today = f"{history.today} right today" if history.today is not None else "Today's attempt is used"
    return f"{', '.join(part for part in (today, row) if part)}. {next_daily_text(now)}"


def practice_notice(status: DailyStatus) -> str:
    """Return that another game of today's daily is practice; empty if it is not."""
    if not status.attempted:
        return ""
    return "practice: played today" if status.history.today is not None else "practice: attempt used"


def distribution_lines(history: DailyHistory) -> list[str]:
    """Return a line for each result that occurred: ``7 right: 3 dailies``."""
    return [f"{right} right: {counted(games, 'daily', 'dailies')}" for right, games in history.by_right if games]


def days_text(history: DailyHistory) -> str:
    """Return the days in a row and the number of dailies: ``3 days in a row, longest 5. 12 dailies played``."""
    row = f"{counted(history.days_in_row, 'day')} in a row"
    if history.longest_row > history.days_in_row:
        row += f", longest {history.longest_row}"
    return f"{row}. {counted(history.played, 'daily', 'dailies')} played."
