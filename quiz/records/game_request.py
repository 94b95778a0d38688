"""From what a player asks for, by command-line options or a challenge code, to the setup of a game."""

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
from quiz.records.challenge import GameRequestError, setup_from_code
from quiz.records.game_setup import GameRequest, NothingToAskError, make_setup
from quiz.records.records import Records, RecordsError


def new_seed() -> str:
    """Return a new random seed, short enough to be read aloud."""
    return os.urandom(3).hex()


def request_for(
    bank: Bank, mode: str, filters: Filters, questions: int | None, seconds: int | None, seed: str | None
) -> GameRequest:
    """Return the game that the options of the command line ask for.

    ``mode`` is a mode's id, ``seconds`` the clock of the whole game. None means the mode's default, or a random seed.

    Raises:
        GameRequestError: there is no such mode, topic or source, or an option does not fit the mode.
    """
    if mode not in MODES:
        raise GameRequestError(f"There is no mode {mode!r}. The modes: {', '.join(MODES)}.")
    chosen = MODES[mode]
    topics = {topic.casefold(): topic for topic in bank.topics}
    for topic in filters.topics:
        if topic.casefold() not in topics:
            raise GameRequestError(f"There is no topic {topic!r}. The topics: {', '.join(bank.topics)}.")
    sources = [source.name for source in bank.summary.sources]
    for source in filters.sources:
        if source not in sources:
            raise GameRequestError(f"There is no source {source!r}. The sources: {', '.join(sources)}.")
    _check_options(chosen, filters, questions, seconds, seed)
    if seed is not None and printable(seed) != seed:
        raise GameRequestError("A seed can contain only visible characters.")
    return GameRequest(
        mode=chosen,
        seed=seed or new_seed(),
        filters=msgspec.structs.replace(filters, topics=tuple(topics[topic.casefold()] for topic in filters.topics)),
        length=chosen.length if questions is None else questions,
        seconds=seconds or chosen.seconds,
        is_personal=seed is None,
    )


def _check_options(
    mode: Mode, filters: Filters, questions: int | None, seconds: int | None, seed: str | None
) -> None:
    """Reject options that the mode does not allow."""
    if seconds is not None and mode.seconds is None:
        timed = " or ".join(f"--mode {known.id}" for known in MODES.values() if known.seconds is not None)
        raise GameRequestError(f"The mode {mode.id} has no clock; --seconds goes with {timed}.")
    if questions is not None and (mode.endless or mode.daily):
        raise GameRequestError(f"The mode {mode.id} takes no --questions.")
    if mode.daily and (filters != Filters() or seed is not None):
        raise GameRequestError("The daily is the same for everyone: it takes no filters and no --seed.")
    if seconds is not None and not MIN_SECONDS <= seconds <= MAX_SECONDS:
        raise GameRequestError(f"A clock can run from {MIN_SECONDS} to {MAX_SECONDS} seconds, not {seconds}.")


def setup_for(bank: Bank, records: Records | None, request: GameRequest | str) -> tuple[Setup, str | None]:
    """Return the setup of a requested game and a warning for the player, if there is one.

    ``request`` may also be a challenge code.

    Raises:
        GameRequestError: there is no question to ask, or the code is not valid.
    """
    if isinstance(request, str):
        return setup_from_code(bank, request)
    now = datetime.now(UTC)
    try:
        try:
            return make_setup(request, bank, records, now), None
        except RecordsError as error:  # play without records
            return make_setup(request, bank, None, now), str(error)
    except NothingToAskError as error:
        raise GameRequestError(str(error)) from error


@contextmanager
def records_or_none(open_records: Callable[[], Records]) -> Iterator[tuple[Records | None, str | None]]:
    """Open the records, yield them with None, and close them at the end.

    If they cannot be opened, yield None and the reason, for the player.
    """
    records, reason = None, None
    try:
        records = open_records()
    except RecordsError as error:
        reason = str(error)
    try:
        yield records, reason
    finally:
        if records is not None:
            records.close()
