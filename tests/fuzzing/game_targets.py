"""What is read of games: challenge codes, the records file, and each value that stands in it."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import cache

import msgspec

from quiz.bank.printable import printable
from quiz.game.challenge_code import BadCodeError, _checksum, _from_base32, _to_base32, decode, encode
from quiz.game.deal import Filters
from quiz.game.game import Setup, questions_of, start
from quiz.game.modes import MODES, daily_seed
from quiz.game.share_text import share_text
from quiz.records.daily import status_text
from quiz.records.game_setup import GameRequest, NothingToAskError, make_setup
from quiz.records.overview import overview
from quiz.records.progress import PlayerProgress, practice_text
from quiz.records.records import FILE, Records, RecordsError
from quiz.records.records_export import as_json, as_text
from quiz.records.session import interrupted, resumable, resume_session
from quiz.records.standings import best_comparable_game, standing_among
from tests import sample
from tests.fuzzing.target import Target, folder, refused, tokens

BANK = sample.bank(*sample.questions(3), sample.question("cast", topic="Cast"), sample.multiple(), sample.order())
_NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
_LETTERS = tuple(letter.encode() for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ-")


def _setups() -> Iterator[Setup]:
    for mode in MODES.values():
        seed = daily_seed("2026-11-20", BANK.digest) if mode.daily else "c0ffee"
        plain = Setup(mode=mode, seed=seed, length=mode.length, seconds=mode.seconds, bank=BANK.digest)
        yield plain
        if not mode.daily:
            filters = Filters(topics=("Crew",), difficulties=("medium",), sources=("article",))
            yield msgspec.structs.replace(plain, seed="Straße", filters=filters, picked=tuple(BANK.by_key)[:5])


def _read_code(code: str) -> int:
    try:
        setup, _ = decode(code, BANK.questions, BANK.digest)
    except BadCodeError as error:
        return refused(error)
    again, same = decode(encode(setup, BANK.questions), BANK.questions, BANK.digest)
    assert same
    assert again == setup
    asked = questions_of(setup, BANK)
    if asked:
        game = start(setup, asked, 0.0)
        assert printable(share_text(game)) == share_text(game)
        with closing(Records(folder("codes"))) as records:
            records.end(records.begin(game, _NOW), "dropped", _NOW)
    return 1 + len(asked)


def _packed(data: bytes) -> int:
    """What a code holds, so that what is tried is not always mistyped."""
    short = data[:2400]  # longer ones are refused by their length alone
    return _read_code(_to_base32(_checksum(short) + short))


def _codes() -> Iterator[bytes]:
    return (encode(setup, BANK.questions).encode() for setup in _setups())


def _contents() -> Iterator[bytes]:
    return (_from_base32(code.decode().replace("-", ""))[2:] for code in _codes())


@cache
def records_file() -> bytes:
    """A small records file with a game in every state."""
    made = folder("made")
    with closing(Records(made, "Ana")) as records:
        for state in ("finished", "stopped", "dropped", "open"):
            kept = records.begin(sample.game(3), _NOW)
            verdicts = (sample.verdict(), sample.verdict("test/q1", "wrong", -50, chosen=("b of 1",)))
            for position, verdict in enumerate((*verdicts, sample.verdict("test/q2", "skipped", 0))):
                if position < 2 or state == "finished":
                    records.add(kept, position, verdict, _NOW)
            if state != "open":
                records.end(kept, state, _NOW)  # type: ignore[arg-type]
    with closing(sqlite3.connect(made / FILE, isolation_level=None)) as connection:
        for statement in ("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 512", "VACUUM"):
            connection.execute(statement)
    return (made / FILE).read_bytes()


def _read_records(data: bytes) -> int:
    for left in folder("records").iterdir():
        left.unlink()
    (folder("records") / FILE).write_bytes(data)
    return _look_at_everything()


def _look_at_everything() -> int:
    """Read all that the game, the screens and the commands read of the records; how much of that could be read."""
    read = 0
    with suppress(RecordsError), closing(Records(folder("records"), "Ana")) as records:
        for look in (_look_at_games, _look_at_answers, _take_up):
            with suppress(RecordsError):
                look(records)
                read += 1
    return read


def _look_at_games(records: Records) -> None:
    whole = overview(records, _NOW)
    as_text(whole, BANK)
    json.loads(as_json(whole, BANK), parse_constant=_refuse)
    history = records.history()
    best_comparable_game(sample.game(3), history)
    for game in history:
        standing_among(game, history)


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def _look_at_answers(records: Records) -> None:
    assert all(isinstance(name, str) for name in records.players())
    progress = PlayerProgress(records, lambda: _NOW)
    progress.reread()
    practice_text(progress.practice(BANK.questions))
    status_text(progress.daily(BANK.digest), _NOW)
    assert len(progress.mastery(BANK.questions)) == len(BANK.topics)
    assert progress.missed(BANK.questions) <= len(BANK.questions)
    for mode in MODES.values():
        wish = GameRequest(mode=mode, seed="7", length=mode.length, seconds=mode.seconds)
        with suppress(NothingToAskError):
            make_setup(wish, BANK, records, _NOW)


def _take_up(records: Records) -> None:
    interrupted(records, BANK, _NOW)
    for game in records.interrupted():
        if resumable(game, BANK):
            share_text(resume_session(game, BANK, records, lambda: 0.0).game)


_COLUMNS = {
    "games": "id state mode seed filters length seconds bank questions started_at ended_at player scored picked",
    "answers": "game position question outcome chosen points seconds answered_at",
}


def _change_rows(data: bytes) -> int:
    """Lines such as ``answers.points=1/3``: values put into every row of a good file, as far as SQLite takes them."""
    for left in folder("records").iterdir():
        left.unlink()
    (folder("records") / FILE).write_bytes(records_file())
    with closing(sqlite3.connect(folder("records") / FILE)) as connection, connection:
        for line in data.split(b"\n"):
            name, _, value = line.decode("utf-8", "replace").partition("=")
            table, _, column = name.partition(".")
            if column in _COLUMNS.get(table, "").split():
                with suppress(sqlite3.Error):
                    connection.execute(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608 - known names
    return _look_at_everything()


def _rows() -> Iterator[bytes]:
    """The values of a good file."""
    records_file()
    with closing(sqlite3.connect(folder("made") / FILE)) as connection:
        for table, columns in _COLUMNS.items():
            for row in connection.execute(f"SELECT {columns.replace(' ', ', ')} FROM {table}"):  # noqa: S608
                pairs = zip(columns.split(), row, strict=True)
                yield "\n".join(f"{table}.{name}={value}" for name, value in pairs).encode()


_VALUES = tokens(
    *(f"\n{table}.{column}=" for table, columns in _COLUMNS.items() for column in columns.split()),
    *("9e999", "1e999999999", "1/0", "-100/3", "nan", "-1", "9223372036854775807", "[]", '["test/q0"]', "{}", "null"),
    *('{"topics": ["Crew"]}', "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-11-20", "classic"),
    *("timed", "survival", "daily", "open", "finished", "right", "partly", "timed out", "\x1b", "\ud800", "\x00"),
)
_SQLITE = (
    *tokens("SQLite format 3\x00", "CREATE TABLE games", "CREATE VIEW answers AS", "STRICT", "WITHOUT ROWID"),
    *(bytes([size]) for size in (0, 1, 2, 5, 10, 13, 128, 255)),
    *_VALUES[22:],
)

_IN_CODES = (
    *(
        b"\x90",
        b"\x91",
        b"\x99",
        b"\x9a",
        b"\x9f",
        b"\xc0",
        b"\xc4\xff",
        b"\xcf",
        b"\xff" * 8,
        b"\xdd",
        b"\x1b",
        b"\x00",
    ),
    *(mode[:3].encode() for mode in MODES),
)

GAMES = (
    Target(
        "code",
        lambda data: _read_code(data.decode("utf-8", "surrogateescape")),
        _codes,
        (*_LETTERS, *tokens("o", "l", "i", " ", "\n", "ﬁ", "ß", "١", "\x00", "🎲")),
    ),
    Target("packed-code", _packed, _contents, _IN_CODES),
    Target("records", _read_records, lambda: [records_file()], _SQLITE),
    Target("rows", _change_rows, _rows, _VALUES),
)
