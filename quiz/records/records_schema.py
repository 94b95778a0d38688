"""The schema of the records: its tables, its version, and the migrations between versions."""

import sqlite3
from contextlib import suppress

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE games (
        id TEXT PRIMARY KEY,
        owner TEXT NOT NULL,      -- who may add to it: a token of the process that plays it
        state TEXT NOT NULL CHECK (state IN ('open', 'finished', 'stopped', 'dropped')),
        mode TEXT NOT NULL,
        seed TEXT NOT NULL,
        filters TEXT NOT NULL,    -- JSON
        length INTEGER,
        seconds INTEGER,
        bank TEXT NOT NULL,       -- the digest of the bank
        questions TEXT NOT NULL,  -- JSON: the keys, in the order in which they are asked
        started_at TEXT NOT NULL, -- UTC, ISO 8601
        ended_at TEXT
    ) STRICT;
    CREATE TABLE answers (
        game TEXT NOT NULL REFERENCES games (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        question TEXT NOT NULL,
        outcome TEXT NOT NULL,
        chosen TEXT NOT NULL,     -- JSON
        points TEXT NOT NULL,     -- a fraction, as 100 or -100/3
        seconds REAL NOT NULL,
        answered_at TEXT NOT NULL,
        PRIMARY KEY (game, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX answers_of_question ON answers (question);
    """,
    """
    ALTER TABLE games ADD COLUMN player TEXT NOT NULL DEFAULT '';
    ALTER TABLE games ADD COLUMN scored INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE games ADD COLUMN picked TEXT;  -- JSON: the keys that were drawn from, null for any
    CREATE INDEX games_of_player ON games (player, started_at);
    """,
    """
    ALTER TABLE games ADD COLUMN postponed TEXT NOT NULL DEFAULT '[]'; -- JSON: the keys that were asked last
    ALTER TABLE games ADD COLUMN rules_version INTEGER NOT NULL DEFAULT 2;
    CREATE TABLE reactions (
        player TEXT NOT NULL,
        question TEXT NOT NULL,
        likes INTEGER NOT NULL CHECK (likes IN (0, 1)),
        reason TEXT,              -- why the player dislikes it, null if unknown
        reacted_at TEXT NOT NULL, -- UTC, ISO 8601
        PRIMARY KEY (player, question)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    ALTER TABLE answers ADD COLUMN looked_up INTEGER NOT NULL DEFAULT 0;  -- whether it was worth half
    ALTER TABLE games ADD COLUMN looked_up INTEGER NOT NULL DEFAULT -1;   -- the last position that was looked up
    """,
)
"""``MIGRATIONS[n]`` leads from version n to version n + 1. Never edit a released one."""

VERSION = len(MIGRATIONS)


class NewerSchemaError(Exception):
    """The file has a later schema version than this program knows."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file to the current version, each step in its own transaction.

    Raises:
        NewerSchemaError: the file has a later version than this program knows.
        sqlite3.Error: the file cannot be read or written.
        ValueError: its version is negative.
    """
    while (version := _version(connection)) < VERSION:
        if version < 0:
            raise ValueError(f"there is no version {version}")
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _version(connection) == version:  # another process may have migrated the file meanwhile
                for statement in MIGRATIONS[version].split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version + 1}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    _refuse_if_newer(version)


def refuse_newer(connection: sqlite3.Connection) -> None:
    """Check that no newer program has migrated the file since it was opened. Ignore a file that cannot be read.

    Raises:
        NewerSchemaError: the file has a later version than this program knows.
    """
    with suppress(sqlite3.Error):
        _refuse_if_newer(_version(connection))


def _refuse_if_newer(version: int) -> None:
    if version > VERSION:
        raise NewerSchemaError(f"version {version}, and this is version {VERSION}")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
