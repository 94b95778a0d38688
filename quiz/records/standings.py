"""Where a game stands among the player's own by the same rules."""

from collections.abc import Sequence

import msgspec

from quiz.game.game import Game
from quiz.game.ghost import Curve, curve
from quiz.records.models import GameRecord, rules_of
from quiz.records.records import Records, RecordsError
from quiz.records.session import Session


class Standing(msgspec.Struct, frozen=True):
    """The place of a game among the runs by the same rules, itself included."""

    place: int
    """From 1; runs of the same rank share a place."""
    runs: int
    is_best: bool
    """Whether it is better than every other run, and there is one."""


def like(game: Game, kept: Sequence[GameRecord]) -> list[GameRecord]:
    """The runs that can be compared with a game: by the same rules, filters and bank, and played to their end."""
    setup = game.setup
    rules = rules_of(setup.mode.id, setup.length, setup.seconds, setup.filters, setup.picked, setup.bank)
    return [one for one in kept if one.counts and one.rules == rules]


def best_like(game: Game, kept: Sequence[GameRecord]) -> GameRecord | None:
    """The best earlier run by the rules of a game: its ghost."""
    return max(like(game, kept), key=lambda one: one.rank, default=None)


def standing(kept: GameRecord, others: Sequence[GameRecord]) -> Standing:
    """The place of a kept game among those that can be compared with it; ``others`` may hold the game itself."""
    ranks = [one.rank for one in others if one.counts and one.rules == kept.rules and one.id != kept.id]
    better = sum(rank > kept.rank for rank in ranks)
    is_best = kept.counts and bool(ranks) and kept.rank > max(ranks)
    return Standing(1 + better, len(ranks) + 1, is_best)


def ghost_of(session: Session, records: Records | None) -> Curve | None:
    """The course of the best other run by the rules of a game against the clock; None where there is none."""
    if session.game.setup.seconds is None:
        return None
    best = best_like(session.game, [kept for kept in _history(records) if kept.id != session.kept_as])
    return None if best is None else curve(best.verdicts)


def standing_of(session: Session, records: Records | None) -> Standing | None:
    """The place of a game that is over among the player's own; None where it is not kept or does not count."""
    history = _history(records)
    kept = next((one for one in history if one.id == session.kept_as and one.counts), None)
    return None if kept is None else standing(kept, history)


def _history(records: Records | None) -> tuple[GameRecord, ...]:
    try:
        return records.history() if records is not None else ()
    except RecordsError:  # the session says that nothing can be kept
        return ()
