"""Each answer is in the file when ``add`` returns, and is read back unchanged."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path

import pytest

from quiz.game.deal import Filters
from quiz.game.game import Verdict, start
from quiz.game.modes import CLASSIC, PROOF, SURVIVAL, TIMED, Mode
from quiz.records.models import GameRecord
from quiz.records.records import Records, RecordsError
from tests import sample

AT = datetime(2025, 6, 6, 20, 0, tzinfo=UTC)
SOON = AT + timedelta(minutes=1)
RIGHT = sample.verdict()
VERDICTS = (
    sample.verdict("test/q0", "right", 100, chosen=("a of 0",), seconds=0.1 + 0.2),
    sample.verdict(
        "test/q1", "wrong", Fraction(-100, 3), chosen=('‘Übergröße’ \\ "¶"', "殺し屋 🎲", "\u202eabc\0"), seconds=12.0
    ),
    sample.verdict("test/q2", "partly", Fraction(1, 7), chosen=("b",), seconds=1e-9, looked_up=True),
    sample.verdict("test/q3", "skipped", 0, seconds=3.25),
    sample.verdict("test/q4", "timed out", 0, seconds=59.99999999999999),
)


@contextmanager
def another_window(folder: Path, player: str = "") -> Iterator[Records]:
    with closing(Records(folder, player)) as opened:
        yield opened


def keep(records: Records, *verdicts: Verdict, state: str = "finished", at: datetime = AT) -> str:
    """A game with these verdicts, ended where a state is given."""
    kept = records.begin(sample.game(len(VERDICTS)), at)
    for position, verdict in enumerate(verdicts):
        records.add(kept, position, verdict, at)
    if state != "open":
        records.end(kept, state, at)  # type: ignore[arg-type]
    return kept


def test_a_verdict_is_in_the_file_when_add_returns(records: Records, tmp_path: Path) -> None:
    kept = records.begin(sample.game(), AT)
    with closing(sqlite3.connect(tmp_path / "records.sqlite3")) as other:
        for position, verdict in enumerate(VERDICTS[:3]):
            records.add(kept, position, verdict, AT)
            found = other.execute("SELECT game, position, question, outcome, points FROM answers ORDER BY position")
            assert found.fetchall()[-1] == (kept, position, verdict.question, verdict.outcome, str(verdict.points))


def test_a_game_comes_back_as_it_was_kept(records: Records, tmp_path: Path) -> None:
    filters = Filters(topics=("Besetzung & Crew", "剧情"), difficulties=("easy",), sources=("featurette-2024",))
    setup = sample.setup(seed="Straße 🎲", filters=filters, seconds=60)
    game = start(setup, (sample.question("ünï-çødé"), *sample.questions(5)), 0.0)
    kept = records.begin(game, AT)
    for position, verdict in enumerate(VERDICTS):
        records.add(kept, position, verdict, SOON)
    records.end(kept, "stopped", SOON)
    with another_window(tmp_path) as other:
        (found,) = other.history()
    assert found == GameRecord(
        id=kept,
        state="stopped",
        mode="classic",
        seed="Straße 🎲",
        filters=filters,
        length=None,
        seconds=60,
        bank="0123456789abcdef",
        questions=("test/ünï-çødé", "test/q0", "test/q1", "test/q2", "test/q3", "test/q4"),
        started_at=AT,
        ended_at=SOON,
        verdicts=VERDICTS,
    )
    assert found.result.score == Fraction(100) - Fraction(100, 3) + Fraction(1, 7)


def test_a_game_interrupted_and_kept_can_be_played_on(records: Records) -> None:
    game = sample.game(3, seconds=60)
    kept = records.begin(game, AT)
    records.add(kept, 0, VERDICTS[0], AT)
    (found,) = records.interrupted()
    assert found.questions == tuple(question.key for question in game.questions)
    assert start(game.setup, game.questions, 0.0, found.verdicts).index == 1


def test_times_are_kept_as_the_moments_they_were_whatever_the_zone(records: Records) -> None:
    west = timezone(timedelta(hours=-5))
    later = keep(records, RIGHT, at=datetime(2025, 6, 6, 16, 0, tzinfo=west))
    earlier = keep(records, RIGHT, at=AT)
    assert [(one.id, one.started_at) for one in records.history()] == [
        (later, AT + timedelta(hours=1)),
        (earlier, AT),
    ]


# Interrupted games


def test_nothing_is_interrupted_where_nothing_was_begun(records: Records) -> None:
    assert records.interrupted() == ()
    assert records.history() == ()


def test_every_open_game_with_an_answer_is_interrupted_the_latest_first(records: Records) -> None:
    second = keep(records, *VERDICTS[:2], state="open", at=AT + timedelta(microseconds=1))
    first = keep(records, RIGHT, state="open", at=AT)
    latest = keep(records, RIGHT, state="open", at=SOON)
    keep(records, state="open", at=SOON + timedelta(minutes=1))
    keep(records, RIGHT, state="finished", at=SOON)
    assert [(one.id, one.state, one.ended_at, one.verdicts) for one in records.interrupted()] == [
        (latest, "open", None, (RIGHT,)),
        (second, "open", None, VERDICTS[:2]),
        (first, "open", None, (RIGHT,)),
    ]


def test_an_open_game_is_found_by_its_id_answered_or_not_and_no_other_game_is(records: Records) -> None:
    kept, begun = keep(records, RIGHT, state="open"), keep(records, state="open")
    for one, verdicts in ((kept, (RIGHT,)), (begun, ())):
        found = records.open_game(one)
        assert found is not None
        assert (found.id, found.state, found.verdicts) == (one, "open", verdicts)
    ended = [keep(records, RIGHT, state=state) for state in ("finished", "stopped", "dropped")]
    assert [records.open_game(one) for one in (*ended, "", "no such game")] == [None] * 5


@pytest.mark.parametrize("state", ["finished", "stopped", "dropped"])
def test_a_game_that_was_ended_is_not_interrupted(records: Records, state: str) -> None:
    keep(records, RIGHT, state=state)
    assert records.interrupted() == ()
    assert [(one.state, one.ended_at) for one in records.history()] == [(state, AT)]


def test_an_interrupted_game_can_be_dropped_in_another_window(records: Records, tmp_path: Path) -> None:
    kept = keep(records, RIGHT, state="open")
    with another_window(tmp_path) as other:
        other.end(kept, "dropped", SOON)
        assert other.interrupted() == ()
    assert [one.state for one in records.history()] == ["dropped"]


def test_a_game_keeps_its_first_end(records: Records) -> None:
    kept = keep(records, RIGHT, state="finished")
    records.end(kept, "dropped", SOON)
    assert [(one.state, one.ended_at) for one in records.history()] == [("finished", AT)]


# Two windows


def test_a_game_resumed_in_another_window_can_be_added_to_there_and_no_longer_here(
    records: Records, tmp_path: Path
) -> None:
    kept = keep(records, VERDICTS[0], state="open")
    with another_window(tmp_path) as other:
        other.claim(kept)
        with pytest.raises(RecordsError, match="resumed in another window and is no longer saved here"):
            records.add(kept, 1, VERDICTS[1], AT)
        other.add(kept, 1, VERDICTS[2], AT)
        (found,) = other.interrupted()
    assert found.verdicts == (VERDICTS[0], VERDICTS[2])


def test_a_window_that_lost_its_game_cannot_end_it(records: Records, tmp_path: Path) -> None:
    kept = keep(records, VERDICTS[0], state="open")
    with another_window(tmp_path) as other:
        other.claim(kept)
        records.end(kept, "stopped", AT)
        other.add(kept, 1, VERDICTS[1], AT)
        other.end(kept, "finished", SOON)
    assert [(one.state, len(one.verdicts)) for one in records.history()] == [("finished", 2)]


def test_a_question_of_a_game_is_answered_once(records: Records) -> None:
    kept = keep(records, VERDICTS[0], state="open")
    with pytest.raises(RecordsError):
        records.add(kept, 0, VERDICTS[1], AT)
    (found,) = records.interrupted()
    assert found.verdicts == VERDICTS[:1]


# Answers


@pytest.mark.parametrize(
    ("mode", "seconds", "known"),
    [(TIMED, 60, None), (CLASSIC, 60, None), (SURVIVAL, None, False)],
    ids=lambda value: getattr(value, "id", str(value)),
)
def test_the_clock_of_a_whole_game_running_out_says_nothing_of_the_question_its_own_limit_does(
    records: Records, mode: Mode, seconds: int | None, known: bool | None
) -> None:
    kept = records.begin(sample.game(5, mode=mode, seconds=seconds), AT)
    for position, verdict in enumerate(VERDICTS):
        records.add(kept, position, verdict, AT + timedelta(seconds=position))
    assert [one.outcome for one in records.answers()] == ["right", "wrong", "partly", "skipped", "timed out"]
    assert [one.known for one in records.answers()] == [True, False, False, None, known]
    assert {one.game for one in records.answers()} == {kept}
    assert [one.seconds for one in records.answers()] == [one.seconds for one in VERDICTS]
    (game,) = records.interrupted()
    assert game.verdicts == VERDICTS  # what the game itself says stays


def test_a_right_answer_that_was_looked_up_says_nothing_and_a_wrong_one_does(records: Records) -> None:
    right, wrong = (sample.verdict("test/q0", outcome, looked_up=True) for outcome in ("right", "wrong"))
    keep(records, right, wrong, sample.verdict())
    assert [one.outcome for one in records.answers()] == ["skipped", "wrong", "right"]


def test_a_sentence_that_was_found_does_not_say_that_the_answer_is_known(records: Records) -> None:
    kept = records.begin(sample.game(5, mode=PROOF, seconds=120), AT)
    for position, verdict in enumerate(VERDICTS[:3]):
        records.add(kept, position, verdict, AT)
    assert [one.outcome for one in records.answers()] == ["skipped"] * 3
    (game,) = records.interrupted()
    assert game.verdicts == VERDICTS[:3]


# History


def test_history_is_every_game_that_ended_with_an_answer_the_latest_first(records: Records) -> None:
    ends = ("finished", "stopped", "dropped")
    ended = [keep(records, RIGHT, state=state, at=AT + timedelta(days=day)) for day, state in enumerate(ends)]
    keep(records, state="stopped")
    keep(records, RIGHT, state="open")
    assert [one.id for one in records.history()] == ended[::-1]
