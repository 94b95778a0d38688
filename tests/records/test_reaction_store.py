"""Reactions in the records: the latest of each player counts, and others see them."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.game.events import Answer, Next
from quiz.game.reaction import DISLIKES, LIKES, Reaction
from quiz.records.opinion import Opinion, opinions
from quiz.records.players_share import shares_without_records
from quiz.records.reaction_store import ReactionRecord
from quiz.records.records import Records
from quiz.records.session import Session
from tests import sample
from tests.records.test_records import another_window, keep

AT = datetime(2025, 6, 6, 20, 0, tzinfo=UTC)
DULL = Reaction(likes=False, reason="dull")


def test_the_latest_reaction_counts_and_can_be_taken_back(records: Records, tmp_path: Path) -> None:
    records.reactions.put("", "test/q0", LIKES, AT)
    records.reactions.put("", "test/q0", DULL, AT + timedelta(hours=1))
    records.reactions.put("", "test/q1", LIKES, AT)
    records.reactions.put("", "test/q1", None, AT)
    records.reactions.put("Ana", "test/q0", LIKES, AT)
    with another_window(tmp_path) as other:
        assert other.reactions.of("") == {"test/q0": DULL}
        assert other.reactions.all() == (
            ReactionRecord("Ana", "test/q0", LIKES, AT),
            ReactionRecord("", "test/q0", DULL, AT + timedelta(hours=1)),
        )


@pytest.mark.parametrize(
    "row",
    [
        ("", "test/q0", 1, "boring", AT.isoformat()),
        ("", "test/q0", 1, None, "yesterday"),
        ("", b"q", 1, None, AT.isoformat()),
    ],
    ids=["reason", "time", "question"],
)
def test_what_cannot_have_been_written_is_damage(records: Records, tmp_path: Path, row: tuple[object, ...]) -> None:
    with closing(sqlite3.connect(tmp_path / "records.sqlite3", isolation_level=None)) as other:
        try:
            other.execute("INSERT INTO reactions VALUES (?, ?, ?, ?, ?)", row)
        except sqlite3.IntegrityError:  # the table itself takes no bytes for text
            return
    assert records.reactions.all() == ()  # a new file has been started
    assert records.damage_notice is not None


def answered(records: Records | None) -> Session:
    """A game whose first question has been answered."""
    clock = iter(range(1, 100))
    session = Session(sample.game(now=0.0), records, lambda: float(next(clock)), now=lambda: AT)
    question = session.game.questions[0]
    session.send(Answer(0, question.answer))
    return session


def test_a_session_saves_what_the_player_thinks_and_remembers_it_in_the_next_game(records: Records) -> None:
    session = answered(records)
    assert session.reaction is None
    session.react(DULL)
    assert session.reaction == DULL
    assert records.reactions.of("") == {"test/q0": DULL}
    again = answered(records)
    assert again.reaction == DULL
    again.react(None)
    assert (again.reaction, records.reactions.all()) == (None, ())


def test_an_open_question_takes_no_reaction(records: Records) -> None:
    session = answered(records)
    session.send(Next(0))
    session.react(LIKES)
    assert (session.reaction, records.reactions.all()) == (None, ())


def test_without_records_a_reaction_lasts_as_long_as_the_game() -> None:
    session = answered(None)
    session.react(LIKES)
    assert session.reaction == LIKES


# What players think, for the author


def test_opinions_count_answers_and_reactions(records: Records) -> None:
    keep(records, sample.verdict("test/q0"), sample.verdict("test/q1", "wrong", 0))
    keep(records, sample.verdict("test/q0", "wrong", 0), sample.verdict("test/q1", "skipped", 0))
    for player, reaction in (("Ana", LIKES), ("Bo", LIKES), ("Cy", DISLIKES), ("Di", DULL)):
        records.reactions.put(player, "test/q0", reaction, AT)
    found = opinions(records.reactions.all(), records.shares())
    assert found == {
        "test/q0": Opinion(right=1, answers=2, likes=2, dislikes=2, reasons={"dull": 1}),
        "test/q1": Opinion(right=0, answers=1),
    }
    assert found["test/q0"].text == "Players: 1 of 2 right · 2 like it · 2 dislike it (dull 1)"
    assert found["test/q1"].text == "Players: 0 of 1 right"
    assert Opinion(likes=1, dislikes=1).text == "Players: 1 likes it · 1 dislikes it"
    assert Opinion().text == ""


def test_shares_are_read_without_opening_the_records_and_a_file_that_is_none_has_none(
    records: Records, tmp_path: Path
) -> None:
    keep(records, sample.verdict("test/q0"))
    before = sorted(path.name for path in tmp_path.iterdir())
    assert shares_without_records(tmp_path) == {"test/q0": (1, 1)} == records.shares()
    assert records.shares(["test/q0", "test/q1"]) == records.shares(["test/q0"] * 1000) == records.shares()
    assert records.shares(["test/q1"]) == {}
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    empty, broken = tmp_path / "empty", tmp_path / "broken"
    for folder in (empty, broken):
        folder.mkdir()
    (broken / "records.sqlite3").write_bytes(b"not a database" * 100)
    for folder in (empty, broken, tmp_path / "none"):
        assert shares_without_records(folder) == {}
    assert list(empty.iterdir()) == []
