"""From what a player asks for, in the words of the command line or a challenge code, to the setup of a game."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import msgspec

from quiz.bank.bank import Bank
from quiz.bank.printable import printable
from quiz.game.deal import Filters
from quiz.game.game import Setup
from quiz.game.modes import MAX_SECONDS, MIN_SECONDS, MODES, Mode
from quiz.records.challenge import MisuseError, challenge
from quiz.records.game_setup import GameRequest, NothingToAskError, open_setup
from quiz.records.records import Records, RecordsError


def new_seed() -> str:
    """A seed nobody knows yet, short enough to be read out."""
    return os.urandom(3).hex()


def request_for(
    bank: Bank, mode: str, filters: Filters, questions: int | None, seconds: int | None, seed: str | None
) -> GameRequest:
    """What a player wants, from the words of the command line.

    Raises:
        MisuseError: there is no such mode, topic or source, or the mode has no clock to set.
    """
    if mode not in MODES:
        raise MisuseError(f"There is no mode {mode!r}. The modes: {', '.join(MODES)}.")
    chosen = MODES[mode]
    topics = {topic.casefold(): topic for topic in bank.topics}
    for topic in filters.topics:
        if topic.casefold() not in topics:
            raise MisuseError(f"There is no topic {topic!r}. The topics: {', '.join(bank.topics)}.")
    sources = [source.name for source in bank.summary.sources]
    for source in filters.sources:
        if source not in sources:
            raise MisuseError(f"There is no source {source!r}. The sources: {', '.join(sources)}.")
    _check_rules(chosen, filters, questions, seconds, seed)
    if seed is not None and printable(seed) != seed:
        raise MisuseError("A seed is made of characters that can be seen.")
    return GameRequest(
        mode=chosen,
        seed=seed or new_seed(),
        filters=msgspec.structs.replace(filters, topics=tuple(topics[topic.casefold()] for topic in filters.topics)),
        length=chosen.length if questions is None else questions,
        seconds=seconds or chosen.seconds,
    )


def _check_rules(mode: Mode, filters: Filters, questions: int | None, seconds: int | None, seed: str | None) -> None:
    """Refuse what a mode leaves no choice of."""
    if seconds is not None and mode.seconds is None:
        raise MisuseError(f"The mode {mode.id} has no clock; --seconds goes with --mode timed.")
    if questions is not None and (mode.endless or mode.daily):
        raise MisuseError(f"The mode {mode.id} takes no --questions.")
    if mode.daily and (filters != Filters() or seed is not None):
        raise MisuseError("The daily is the same for everyone: it takes no filters and no --seed.")
    if seconds is not None and not MIN_SECONDS <= seconds <= MAX_SECONDS:
        raise MisuseError(f"A clock has from {MIN_SECONDS} to {MAX_SECONDS} seconds, not {seconds}.")


def setup_for(bank: Bank, records: Records | None, wanted: GameRequest | str) -> tuple[Setup, str | None]:
    """The setup of a game that is wanted, by a wish or by a challenge code, and a word of warning if there is one.

    Raises:
        MisuseError: there is nothing to ask, or the code cannot be read.
    """
    if isinstance(wanted, str):
        return challenge(bank, wanted)
    now = datetime.now(UTC)
    try:
        try:
            return open_setup(wanted, bank, records, now), None
        except RecordsError as error:  # the game goes on unsaved
            return open_setup(wanted, bank, None, now), str(error)
    except NothingToAskError as error:
        raise MisuseError(str(error)) from error


@contextmanager
def records_or_none(open_records: Callable[[], Records]) -> Iterator[tuple[Records | None, str | None]]:
    """The records while a game is played, and closed after it; where they cannot be opened, none and the reason."""
    records, trouble = None, None
    try:
        records = open_records()
    except RecordsError as error:
        trouble = str(error)
    try:
        yield records, trouble
    finally:
        if records is not None:
            records.close()
