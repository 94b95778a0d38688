"""The schema has a version, and migrations that run completely or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

from quiz.records.records import Records
from quiz.records.records_schema import MIGRATIONS, VERSION, NewerSchemaError, migrate


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "records.sqlite3", isolation_level=None)) as opened:
        yield opened


def version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


def at_version(connection: sqlite3.Connection, number: int) -> None:
    for step in MIGRATIONS[:number]:
        connection.executescript(step)
    connection.execute(f"PRAGMA user_version = {number}")


def test_a_new_file_gets_the_tables_and_the_version(connection: sqlite3.Connection) -> None:
    migrate(connection)
    assert version(connection) == VERSION
    assert {"games", "answers"} <= tables(connection)
    assert not connection.in_transaction


@pytest.mark.parametrize("number", range(VERSION + 1))
def test_a_file_of_every_earlier_version_becomes_what_a_new_one_is(
    connection: sqlite3.Connection, number: int
) -> None:
    at_version(connection, number)
    migrate(connection)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh)
        assert (version(connection), tables(connection)) == (version(fresh), tables(fresh))


def test_migrating_again_changes_nothing(connection: sqlite3.Connection, tmp_path: Path) -> None:
    migrate(connection)
    before = (tmp_path / "records.sqlite3").read_bytes()
    for _ in range(3):
        migrate(connection)
    assert (tmp_path / "records.sqlite3").read_bytes() == before


def test_a_step_that_fails_leaves_version_and_tables_as_they_were(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE answers (in_the_way)")  # the step makes games first, then stumbles
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        migrate(connection)
    assert not connection.in_transaction
    assert (version(connection), tables(connection)) == (0, {"answers"})
    connection.execute("DROP TABLE answers")
    migrate(connection)
    assert version(connection) == VERSION


def test_a_later_version_is_refused_and_left_alone(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(NewerSchemaError, match=f"version {VERSION + 1}, and this is version {VERSION}"):
        migrate(connection)
    assert (version(connection), tables(connection)) == (VERSION + 1, set())


COLUMNS = "id, owner, state, mode, seed, filters, length, seconds, bank, questions, started_at, ended_at"


@pytest.mark.parametrize(
    "row",
    [
        "('g', 'o', 'sleeping', 'm', 's', '{}', 1, 1, 'b', '[]', 't', NULL)",
        "('g', 'o', 'open', 'm', 's', '{}', 'ten', 1, 'b', '[]', 't', NULL)",
    ],
    ids=["a state that is none", "a length that is no number"],
)
def test_the_tables_take_no_nonsense(connection: sqlite3.Connection, row: str) -> None:
    migrate(connection)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"INSERT INTO games ({COLUMNS}) VALUES {row}")  # noqa: S608


def test_the_games_of_a_first_version_file_are_all_there_scored_and_of_the_player_without_a_name(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    at_version(connection, 1)
    for number, state in enumerate(("finished", "stopped", "open")):
        at = f"2025-06-0{number + 1}T20:00:00+00:00"
        row = (f"g{number}", "o", state, "classic", "7", "{}", 10, None, "b", '["test/q0"]', at, None)
        connection.execute(f"INSERT INTO games ({COLUMNS}) VALUES ({', '.join('?' * 12)})", row)  # noqa: S608
        answer = (f"g{number}", 0, "test/q0", "wrong", '["b"]', "-100/3", 2.5, at)
        connection.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)", answer)
    with closing(Records(tmp_path)) as records:
        games = (*records.history(), *records.interrupted())
        assert (records.players(), len(records.answers()), records.attempted("classic", "7")) == (("",), 3, True)
    assert [(game.id, game.state) for game in games] == [("g1", "stopped"), ("g0", "finished"), ("g2", "open")]
    assert {(game.player, game.scored, game.picked) for game in games} == {("", True, None)}
    assert {(game.postponed, game.rules_version) for game in games} == {((), 2)}
    assert {game.verdicts[0].points for game in games} == {Fraction(-100, 3)}
    assert not any(game.verdicts[0].looked_up for game in games)
    with closing(Records(tmp_path, "Ana")) as records:
        assert (records.history(), records.interrupted(), records.answers()) == ((), (), ())


def test_what_was_answered_before_answers_could_be_looked_up_was_not_looked_up(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    before = next(number for number, step in enumerate(MIGRATIONS) if "looked_up" in step)
    at_version(connection, before)
    at = "2026-06-01T20:00:00+00:00"
    row = ("g", "o", "finished", "classic", "7", "{}", 10, None, "b", '["test/q0"]', at, at)
    connection.execute(f"INSERT INTO games ({COLUMNS}) VALUES ({', '.join('?' * 12)})", row)  # noqa: S608
    answer = ("g", 0, "test/q0", "right", '["b"]', "100", 2.5, at)
    connection.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)", answer)
    with closing(Records(tmp_path)) as records:
        [game] = records.history()
        assert [one.outcome for one in records.answers()] == ["right"]
    assert (game.verdicts[0].points, game.verdicts[0].looked_up) == (100, False)
    assert version(connection) == VERSION
