"""Rows are read as they were written; invalid ones are rejected."""

from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest

from quiz.records.rows import read_answer, read_game, read_name, read_verdict, utc_text

AT = datetime(2025, 6, 6, 20, 0, tzinfo=UTC)
GAME = {
    "id": "g", "state": "open", "mode": "classic", "seed": "7", "filters": '{"topics":["Crew"]}', "length": 10,
    "seconds": None, "bank": "b", "questions": '["test/q0"]', "started_at": utc_text(AT), "ended_at": None,
    "player": "", "scored": 1, "picked": None, "postponed": '["test/q1"]', "rules_version": 3, "looked_up": -1,
}  # fmt: skip
VERDICT = {
    "question": "test/q0", "outcome": "wrong", "chosen": '["b"]', "points": "-100/3", "seconds": 2.5, "looked_up": 1,
}  # fmt: skip
ANSWERED = {
    "question": "test/q0", "outcome": "wrong", "seconds": 2.5, "at": utc_text(AT), "out_of_clock": 0, "game": "g",
    "with_article": 1,
}  # fmt: skip


def test_what_was_written_is_read() -> None:
    game = read_game(tuple(GAME.values()), ())
    assert (game.state, game.filters.topics, game.questions, game.started_at) == ("open", ("Crew",), ("test/q0",), AT)
    assert (game.scored, game.picked, game.ended_at) == (True, None, None)
    assert (game.postponed, game.rules_version) == (("test/q1",), 3)
    verdict = read_verdict(tuple(VERDICT.values()))
    assert (verdict.points, verdict.chosen, verdict.seconds) == (Fraction(-100, 3), ("b",), 2.5)
    assert verdict.looked_up
    answer = read_answer(tuple(ANSWERED.values()))
    assert (answer.at, answer.known, answer.game, answer.with_article) == (AT, False, "g", True)
    assert read_name(("Ana",)) == "Ana"


@pytest.mark.parametrize(
    ("read", "row", "field", "value"),
    [
        *((lambda row: read_game(row, ()), GAME, field, value) for field, value in [
            ("id", 5), ("id", None), ("state", "begun"), ("mode", b"classic"), ("seed", 7), ("filters", "{"),
            ("filters", '{"topics":5}'), ("filters", None), ("length", "ten"), ("length", -1), ("length", 2**62),
            ("length", 1.5), ("seconds", -5), ("seconds", 2**40), ("questions", "5"), ("questions", "[5]"),
            ("questions", b"\xff"), ("started_at", "yesterday"), ("started_at", "2025-06-06T20:00:00"),
            ("started_at", "2025-06-06T20:00:00+01:00"), ("started_at", "0001-01-01T00:00:00+00:00"),
            ("started_at", "9999-12-31T23:59:59+00:00"), ("started_at", 2025), ("started_at", None),
            ("ended_at", "never"), ("player", 5), ("picked", "5"), ("picked", "[5]"),
            ("looked_up", -2), ("looked_up", "one"), ("looked_up", 2**40),
            ("postponed", None), ("postponed", "5"), ("postponed", "[5]"), ("rules_version", "3"),
            ("rules_version", -1),
        ]),
        *((read_verdict, VERDICT, field, value) for field, value in [
            ("question", 5), ("outcome", "rihgt"), ("outcome", None), ("chosen", "["), ("chosen", "5"),
            ("points", "many"), ("points", "1/0"), ("points", "1e999999999"), ("points", "٣"), ("points", 5),
            ("points", "9" * 5000), ("seconds", float("inf")), ("seconds", float("nan")), ("seconds", -1.0),
            ("seconds", 1e300), ("seconds", None), ("seconds", "2"),
        ]),
        *((read_answer, ANSWERED, field, value) for field, value in [
            ("question", None), ("outcome", "rihgt"), ("seconds", float("inf")), ("at", "2025-06-06"), ("at", b"x"),
            ("game", 5),
        ]),
        (read_name, {"player": "Ana"}, "player", None),
        (read_name, {"player": "Ana"}, "player", b"Ana"),
    ],
)  # fmt: skip
def test_what_cannot_have_been_written_is_refused(read: Any, row: dict[str, Any], field: str, value: Any) -> None:
    with pytest.raises((ValueError, TypeError, ZeroDivisionError)):
        read(tuple({**row, field: value}.values()))
