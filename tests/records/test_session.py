"""A session saves each answer before it returns the verdict, and goes on if the records fail."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from quiz.bank.bank import Bank
from quiz.bank.pack import Pack
from quiz.game.deal import Filters
from quiz.game.events import Answer, Event, LookUp, Next, Skip, Stop, Tick
from quiz.game.game import Game, Outcome, start
from quiz.game.modes import CLASSIC, DAILY, MISSED, PRACTICE, SURVIVAL, TIMED, Mode
from quiz.records.models import GameRecord, State
from quiz.records.records import Records, RecordsError
from quiz.records.session import Session, is_timed, new_session, resumable, resume_session
from quiz.records.session import interrupted as latest
from tests import sample
from tests.records.test_records import another_window

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
BANK = sample.bank(*sample.questions(3))


class Table:
    """A player at a table whose clock the test holds."""

    def __init__(self, game: Game, records: Records | None) -> None:
        self.now = game.now
        self.session = Session(game, records, lambda: self.now, now=lambda: AT + timedelta(seconds=self.now))

    def send(self, event: Event, after: float = 2.0) -> Game:
        self.now += after
        return self.session.send(event)

    def play(self, *outcomes: Outcome) -> "Table":
        for outcome in outcomes:
            self.send(sample.event(self.session.game, outcome), 1e4 if outcome == "timed out" else 2.0)
            self.send(Next(self.session.game.index))
        return self


def table(records: Records | None, mode: Mode = CLASSIC, seconds: int | None = None) -> Table:
    return Table(sample.game(3, mode=mode, seconds=seconds, now=0.0), records)


def only(records: Records) -> GameRecord:
    (game,) = records.history()
    return game


def interrupted(records: Records) -> GameRecord:
    (found,) = records.interrupted()
    return found


# Kept before it is seen


def test_a_game_is_in_the_records_from_its_beginning(records: Records) -> None:
    session = table(records).session
    assert (session.is_saved, session.unsaved_reason) == (True, None)
    kept = records.open_game(session.record_id or "")
    assert kept is not None
    assert (kept.state, kept.verdicts, records.interrupted()) == ("open", (), ())


def test_each_verdict_is_kept_before_send_returns_it(records: Records, tmp_path: Path) -> None:
    played = table(records)
    with another_window(tmp_path) as other:
        for outcome in ("right", "wrong", "skipped"):
            game = played.send(sample.event(played.session.game, outcome))  # type: ignore[arg-type]
            assert interrupted(other).verdicts == game.verdicts
            assert other.answers()[-1].at == AT + timedelta(seconds=played.now)
            played.send(Next(game.index))


def test_a_question_that_timed_out_is_kept_when_the_tick_finds_it(records: Records) -> None:
    played = table(records, SURVIVAL)
    played.send(Tick(), 1000.0)
    assert [one.outcome for one in interrupted(records).verdicts] == ["timed out"]


def test_events_that_decide_nothing_write_nothing(records: Records) -> None:
    played = table(records).play("right")
    for event in (Tick(), Next(0), Skip(0), sample.event(sample.game(3), "wrong")):
        played.send(event)
    assert len(interrupted(records).verdicts) == 1


# Ends


@pytest.mark.parametrize(
    ("mode", "seconds", "outcomes", "state"),
    [
        (CLASSIC, None, ["right"] * 3, "finished"),
        (TIMED, 60, ["right", "wrong", "timed out"], "finished"),
        (SURVIVAL, None, ["right", "wrong", "timed out", "skipped"], "finished"),
        (CLASSIC, None, ["right"], "stopped"),
        (TIMED, 60, ["right"], "stopped"),
        (SURVIVAL, None, ["wrong", "wrong"], "stopped"),
    ],
    ids=["all asked", "clock used up", "no life left", "classic", "timed", "survival"],
)
def test_a_game_that_came_to_its_own_end_is_finished_and_one_that_did_not_is_stopped(
    records: Records, mode: Mode, seconds: int | None, outcomes: list[Outcome], state: State
) -> None:
    played = table(records, mode, seconds).play(*outcomes)
    if state == "stopped":
        assert interrupted(records).id == played.session.record_id
        played.send(Stop())
    kept = only(records)
    assert (kept.state, kept.ended_at) == (state, AT + timedelta(seconds=played.now))
    assert [one.outcome for one in kept.verdicts] == outcomes


def test_a_game_left_while_its_last_verdict_is_explained_is_finished(records: Records) -> None:
    played = table(records).play("right", "right")
    played.send(Skip(2))
    assert records.history() == ()
    played.send(Stop())
    assert only(records).state == "finished"


def test_a_stop_after_the_deadline_keeps_what_timed_out_and_ends_the_game(records: Records) -> None:
    table(records, TIMED, 60).send(Stop(), 61.0)
    assert (only(records).state, [one.outcome for one in only(records).verdicts]) == ("finished", ["timed out"])


# Trouble


def test_a_game_resumed_elsewhere_goes_on_here_unsaved_and_says_so_once(records: Records, tmp_path: Path) -> None:
    played = table(records).play("right")
    with another_window(tmp_path) as other:
        other.claim(played.session.record_id or "")
        assert played.session.unsaved_reason is None
        played.play("wrong")
        assert "resumed in another window" in (played.session.unsaved_reason or "")
        assert not played.session.is_saved
        assert not played.session.is_resumable
        told = played.session.unsaved_reason
        records.close()
        played.play("right")
        assert (played.session.game.phase, played.session.game.score > 0) == ("over", True)
        assert played.session.unsaved_reason == told
        assert (len(interrupted(other).verdicts), other.history()) == (1, ())


def test_a_game_whose_records_cannot_be_written_is_played_to_its_end(records: Records) -> None:
    played = table(records).play("right")
    records.close()
    played.play("right", "wrong")
    assert "cannot be used" in (played.session.unsaved_reason or "")
    assert (played.session.game.phase, len(played.session.game.verdicts)) == ("over", 3)


def test_a_game_that_cannot_be_begun_in_the_records_is_played_all_the_same(records: Records) -> None:
    records.close()
    played = table(records)
    assert "cannot be used" in (played.session.unsaved_reason or "")
    assert (played.session.record_id, played.play("right").session.game.score) == (None, 100)


def test_without_records_nothing_is_kept_and_nothing_is_wrong() -> None:
    session = table(None).play("right", "right", "wrong").session
    assert (session.game.phase, session.record_id, session.is_saved, session.unsaved_reason) == (
        "over",
        None,
        False,
        None,
    )


# Taking up again


@pytest.mark.parametrize(
    ("mode", "seconds", "timed"),
    [
        (CLASSIC, None, False),
        (DAILY, None, False),
        (PRACTICE, None, False),
        (MISSED, None, False),
        (CLASSIC, 60, True),
        (TIMED, 60, True),
        (SURVIVAL, None, True),
    ],
    ids=lambda value: getattr(value, "id", str(value)),
)
def test_a_game_can_wait_and_be_resumed_unless_time_runs_in_it(
    records: Records, mode: Mode, seconds: int | None, timed: bool
) -> None:
    played = table(records, mode, seconds).play("right")
    kept = interrupted(records)
    assert is_timed(played.session.game.setup) is is_timed(kept) is timed
    assert played.session.is_resumable is resumable(kept, BANK) is not timed
    assert not table(None, mode, seconds).session.is_resumable


def test_a_game_of_an_unknown_mode_or_of_questions_that_are_not_all_there_cannot_be_resumed(
    records: Records,
) -> None:
    played = table(records).play("right")
    assert resumable(interrupted(records), BANK)
    assert not resumable(interrupted(records), sample.bank(*sample.questions(2)))
    verdicts = interrupted(records).verdicts
    assert not resumable(msgspec.structs.replace(interrupted(records), verdicts=verdicts * 4), BANK)
    played.send(Stop())
    table(records, Mode(id="marathon", name="Marathon", summary="")).play("right")
    assert interrupted(records).mode == "marathon"
    assert not resumable(interrupted(records), BANK)


@pytest.mark.parametrize(
    "changes",
    [{}, {"scored": False}, {"picked": tuple(BANK.by_key)}, {"filters": Filters(topics=("Crew",)), "length": 3}],
    ids=str,
)
def test_a_game_is_resumed_at_its_first_open_question_as_it_was_started(
    records: Records, tmp_path: Path, changes: dict[str, object]
) -> None:
    setup = msgspec.structs.replace(sample.setup(mode=DAILY), **changes)
    played = Table(start(setup, BANK.questions, 0.0), records).play("right", "wrong")
    with another_window(tmp_path) as other:
        session = resume_session(interrupted(other), BANK, other, lambda: 500.0)
        assert (session.record_id, session.game.setup) == (played.session.record_id, played.session.game.setup)
        assert (session.game.index, session.game.verdicts) == (2, played.session.game.verdicts)
        assert session.game.options == played.session.game.options
        assert session.game.opened_at == 500.0
        session.clock = lambda: 502.0
        session.send(Skip(2))
        session.send(Next(2))
    assert (only(records).id, only(records).state, len(only(records).verdicts)) == (session.record_id, "finished", 3)


def test_a_question_that_was_looked_up_is_worth_half_after_it_is_resumed_too(
    records: Records, tmp_path: Path
) -> None:
    played = table(records).play("right")
    played.send(LookUp(1))
    with another_window(tmp_path) as other:
        assert interrupted(other).looked_up == 1
        session = resume_session(interrupted(other), BANK, other, lambda: 500.0)
        assert session.game.is_looked_up
        session.clock = lambda: 502.0
        session.send(Answer(1, session.game.question_at(1).answer))
        assert session.game.verdicts[-1].points == 50
        assert [verdict.looked_up for verdict in interrupted(other).verdicts] == [False, True]


def test_a_game_resumed_after_its_last_answer_is_closed(records: Records, tmp_path: Path) -> None:
    played = table(records).play("right", "right")
    played.send(Skip(2))
    with another_window(tmp_path) as other:
        session = resume_session(interrupted(other), BANK, other, lambda: 0.0)
        assert (session.game.phase, other.interrupted()) == ("over", ())
    assert only(records).state == "finished"


def test_a_game_that_ended_elsewhere_meanwhile_is_not_resumed(records: Records, tmp_path: Path) -> None:
    played = table(records).play("right")
    with another_window(tmp_path) as other:
        kept = interrupted(other)
        played.send(Stop())
        with pytest.raises(RecordsError, match="ended in another window"):
            resume_session(kept, BANK, other, lambda: 0.0)


def test_a_new_session_begins_at_the_clocks_time_and_is_kept(records: Records) -> None:
    session = new_session(sample.setup(), sample.questions(3), records, lambda: 77.0)
    assert (session.game.opened_at, session.game.index) == (77.0, 0)
    assert records.open_game(session.record_id or "") is not None


def test_a_game_with_a_retired_question_is_closed_and_stays_in_the_history(records: Records) -> None:
    table(records).play("right")
    first, *others = sample.questions(3)
    retired = Bank((Pack(name="test", root=Path(), questions=tuple(others), retired=frozenset({first.id})),))
    absent = Bank((Pack(name="test", root=Path(), questions=tuple(others)),))
    assert latest(records, absent, AT) is None
    assert [game.state for game in records.interrupted()] == ["open"]
    assert latest(records, retired, AT) is None
    assert records.interrupted() == ()
    assert [(game.state, len(game.verdicts)) for game in records.history()] == [("dropped", 1)]
