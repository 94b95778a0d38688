"""With damaged bytes in the records, every command works or prints one line, and no byte is lost."""

import json
import sqlite3
from contextlib import closing, suppress
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.cli.main import quiz
from quiz.game.modes import PRACTICE
from quiz.plain.plain_game import run_plain
from quiz.records.game_setup import GameRequest
from quiz.records.overview import overview
from quiz.records.records import FILE, Records, RecordsError
from quiz.records.records_export import as_json
from tests import sample
from tests.plain.scripted_input import Script
from tests.records.test_records import AT, VERDICTS, keep
from tests.records.test_recovery import damaged_in
from tests.tui.app_player import Clock, bank_of

BANK = bank_of(sample.questions(5))
LATER = AT + timedelta(days=30)
Flips = list[tuple[int, int]]


@cache
def whole() -> dict[str, bytes]:
    """A records file with games that are over and games that are not, and what a killed process leaves beside it."""
    with TemporaryDirectory() as name:
        records = Records(Path(name))
        for number in range(12):
            state = "open" if number % 4 == 0 else "finished"
            keep(records, *VERDICTS[: 1 + number % 5], state=state, at=AT + timedelta(days=number))
        records._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        keep(records, *VERDICTS, state="open")
        found = contents(Path(name))
        records.close()
    return found


def use(folder: Path) -> None:
    """Look at the records, and play on them."""
    said = CliRunner().invoke(quiz, ["records", "--data-dir", str(folder)], prog_name="quiz", catch_exceptions=False)
    assert said.exit_code in (0, 1)
    assert len(said.stderr.splitlines()) <= 1
    talk = Script(Clock(), "s", "", "s")
    wish = GameRequest(mode=PRACTICE, seed="7", length=2)
    run_plain(BANK, lambda: Records(folder), wish, talk, clock=talk.clock, now=lambda: LATER)
    assert "The results." in talk.said
    with suppress(RecordsError), closing(Records(folder)) as records:
        json.loads(as_json(overview(records, LATER), BANK))


def answers_in(files: dict[str, bytes], name: str = FILE) -> set[object]:
    """The answers that SQLite still finds in a file and what lies beside it."""
    found: set[object] = set()
    with TemporaryDirectory() as folder:
        for one, content in files.items():
            (Path(folder) / one).write_bytes(content)
        with suppress(sqlite3.Error), closing(sqlite3.connect(Path(folder) / name)) as file:
            found.update(file.execute("SELECT game, position FROM answers"))
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def spoilt(flips: Flips, cut: int | None, name: str) -> dict[str, bytes]:
    """The files, with bits of one flipped, and its end cut off."""
    files = dict(whole())
    content = bytearray(files[name])
    for where, bits in flips:
        content[where % len(content)] ^= bits
    files[name] = bytes(content if cut is None else content[: cut % len(content)])
    return files


@given(
    flips=st.lists(st.tuples(st.integers(0, 2**20), st.integers(1, 255)), max_size=8),
    cut=st.none() | st.integers(0, 2**20),
    name=st.sampled_from([FILE, FILE, FILE, f"{FILE}-wal", f"{FILE}-shm"]),
)
@example(flips=[(0, 1)], cut=None, name=FILE)
@example(flips=[(63, 255)], cut=None, name=FILE)  # the version
@example(flips=[(60, 255)], cut=None, name=FILE)  # a version below nought
@example(flips=[], cut=0, name=FILE)
@example(flips=[], cut=5000, name=FILE)
def test_no_traceback_and_nothing_lost(flips: Flips, cut: int | None, name: str) -> None:
    files = spoilt(flips, cut, name)
    with TemporaryDirectory() as folder:
        for one, content in files.items():
            (Path(folder) / one).write_bytes(content)
        use(Path(folder))
        after = contents(Path(folder))
        moved = [one.name for one in damaged_in(Path(folder))]
        if files[FILE] not in [after[one] for one in moved]:  # it was in use, as far as it can be
            assert answers_in(files) <= set().union(*(answers_in(after, one) for one in (FILE, *moved)))
