"""A game whose records file is moved or deleted while it is played is written to the new file from its beginning."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta

import pytest

from quiz.game.events import Next, Skip, Stop
from quiz.game.game import Outcome
from quiz.game.modes import TIMED
from quiz.records.models import State
from quiz.records.records import GameNotFoundError, Records
from quiz.records.session import interrupted, resume_session
from tests import sample
from tests.records.test_records import AT, RIGHT, keep
from tests.records.test_recovery import spoil
from tests.records.test_session import BANK, table


def read_meanwhile(records: Records) -> None:
    """Let something else find the damage first."""
    keep(records, RIGHT)
    spoil(records)
    assert records.history() == ()


def set_aside_in_another_window(records: Records) -> None:
    with closing(Records(records.path.parent)) as other:
        read_meanwhile(other)


def delete(records: Records) -> None:
    records.path.unlink()


WHENEVER = [
    (happens, after) for happens in (read_meanwhile, set_aside_in_another_window, delete) for after in range(4)
]
OUTCOMES: tuple[Outcome, ...] = ("right", "wrong", "skipped")


@pytest.mark.parametrize(("happens", "after"), [*WHENEVER, (spoil, 0), (spoil, 1), (spoil, 2)])
def test_it_is_kept_to_its_end(records: Records, happens: Callable[[Records], None], after: int) -> None:
    played = table(records)
    for number, outcome in enumerate(OUTCOMES):
        if number == after:
            happens(records)
        played.send(sample.event(played.session.game, outcome))
        if number == 2 and after == 3:
            happens(records)
        played.send(Next(number))
    assert (played.session.unsaved_reason, played.session.is_saved) == (None, True)
    found = {game.id: game for game in records.history()}
    game = found[played.session.record_id or ""]
    assert (game.state, game.verdicts) == ("finished", played.session.game.verdicts)
    assert [one.outcome for one in game.verdicts] == list(OUTCOMES)


def test_one_that_is_stopped_is_kept_as_far_as_it_went(records: Records) -> None:
    played = table(records).play("right")
    delete(records)
    played.send(Stop())
    (game,) = records.history()
    assert (game.state, len(game.verdicts)) == ("stopped", 1)


def test_one_that_was_resumed_is_kept_with_what_was_answered_before(records: Records) -> None:
    table(records).play("right")
    (before,) = records.interrupted()
    now = 0.0
    session = resume_session(before, BANK, records, lambda: now)
    delete(records)
    now = 5.0
    session.send(Skip(1))
    assert session.unsaved_reason is None
    (found,) = records.interrupted()
    assert [one.outcome for one in found.verdicts] == ["right", "skipped"]


def test_one_that_is_nowhere_can_neither_be_resumed_nor_dropped(records: Records) -> None:
    table(records).play("right")
    (shown,) = records.interrupted()
    delete(records)
    with pytest.raises(GameNotFoundError, match="no longer in the records"):
        resume_session(shown, BANK, records, lambda: 0.0)
    with pytest.raises(GameNotFoundError, match="no longer in the records"):
        records.end(shown.id, "dropped", AT)


def test_where_the_new_records_fail_as_well_it_goes_on_unsaved(records: Records) -> None:
    played = table(records).play("right")
    delete(records)
    records.path.mkdir()
    played.play("wrong")
    assert "unable to open" in (played.session.unsaved_reason or "")
    assert len(played.session.game.verdicts) == 2


def test_one_against_time_that_nobody_can_be_playing_is_passed_over_where_it_is_gone(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    table(records, TIMED, 60).play("right")
    end = Records.end

    def end_later(self: Records, game: str, state: State, at: datetime) -> None:
        delete(self)
        end(self, game, state, at)

    monkeypatch.setattr(Records, "end", end_later)
    assert interrupted(records, BANK, AT + timedelta(days=800)) is None


def test_what_is_done_with_a_file_while_it_is_taken_away_is_done_again(records: Records) -> None:
    """Between the look at the file and the end of the work, another window may have set it aside."""
    found: list[int] = []
    table(records).play("right")

    def work(connection: sqlite3.Connection) -> int:
        found.append(connection.execute("SELECT count(*) FROM games").fetchone()[0])
        if len(found) == 1:
            delete(records)
        return found[-1]

    assert records._file.run(work) == 0
    assert found == [1, 0]


def test_an_error_of_a_file_that_was_taken_away_is_none_of_the_new_one(records: Records) -> None:
    """SQLite may notice by itself, and says that the disk has failed."""

    def work(connection: sqlite3.Connection) -> str:
        if records.damage_notice is None:
            delete(records)
            connection.execute("SELECT nonsense")
        return "done"

    assert records._file.run(work) == "done"
