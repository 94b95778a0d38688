"""How a game compares with the player's other games with the same rules."""

from collections.abc import Sequence

import msgspec

from quiz.game.game import Game
from quiz.game.ghost import Curve, curve
from quiz.records.models import GameRecord, rules_of
from quiz.records.records import Records, RecordsError
from quiz.records.session import Session


class Standing(msgspec.Struct, frozen=True):
    """The place of a game among the games with the same rules, including itself."""

    place: int
    """From 1; games with equal ranks share a place."""
    runs: int
    """The number of games."""
    is_best: bool
    """Whether there are other games and it is better than all of them."""
    margin: int = 0
    """By how much a best beats the best of the others, in shown points or right answers; 0 if it is not a best, or is
    one only by the share of right answers or by time."""
    is_first: bool = False
    """Whether it is the first game that the player has played to its end, in any mode."""


def comparable_games(game: Game, history: Sequence[GameRecord]) -> list[GameRecord]:
    """Return the ranked games of ``history`` that have the same rules as ``game``."""
    setup = game.setup
    rules = rules_of(setup.mode.id, setup.length, setup.seconds, setup.filters, setup.picked, setup.bank)
    return [record for record in history if record.is_ranked and record.rules == rules]


def best_comparable_game(game: Game, history: Sequence[GameRecord]) -> GameRecord | None:
    """Return the best ranked game of ``history`` that has the same rules as ``game``; None if there is none."""
    return max(comparable_games(game, history), key=lambda record: record.rank, default=None)


def standing_among(record: GameRecord, others: Sequence[GameRecord]) -> Standing:
    """Return the standing of a game among ``others`` with the same rules. ``others`` may contain the game itself."""
    others = [other for other in others if other.id != record.id]
    rivals = [other for other in others if other.is_ranked and other.rules == record.rules]
    ranks = [other.rank for other in rivals]
    better = sum(rank > record.rank for rank in ranks)
    is_best = record.is_ranked and bool(ranks) and record.rank > max(ranks)
    margin = record.shown_score - max(other.shown_score for other in rivals) if is_best else 0
    is_first = record.state == "finished" and all(other.state != "finished" for other in others)
    return Standing(1 + better, len(ranks) + 1, is_best, margin, is_first)


def ghost_of(session: Session, records: Records | None) -> Curve | None:
    """Return the score over time of the best other game with the same rules; None without a clock or such a game."""
    if session.game.setup.seconds is None:
        return None
    best = best_comparable_game(
        session.game, [record for record in _history(records) if record.id != session.record_id]
    )
    return None if best is None else curve(best.verdicts)


def standing_of(session: Session, records: Records | None) -> Standing | None:
    """Return the standing of a game that is over; None if it is not saved or not ranked."""
    history = _history(records)
    record = next((one for one in history if one.id == session.record_id and one.is_ranked), None)
    return None if record is None else standing_among(record, history)


def _history(records: Records | None) -> tuple[GameRecord, ...]:
    try:
        return records.history() if records is not None else ()
    except RecordsError:  # the session reports that games are not saved
        return ()
