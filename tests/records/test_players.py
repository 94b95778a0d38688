"""Several players in one records file: each has their own games and answers, and all share the bests."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.records.player_name import MAX_NAME_LENGTH, player_name
from quiz.records.records import Records
from tests import sample
from tests.records.test_records import RIGHT, another_window, keep

AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
WRONG = sample.verdict("test/q1", "wrong", 0)


@pytest.fixture
def ana_and_len(tmp_path: Path) -> Iterator[tuple[Records, Records]]:
    with ExitStack() as stack:
        yield (
            stack.enter_context(another_window(tmp_path, "Ana")),
            stack.enter_context(another_window(tmp_path, "Len")),
        )


def test_each_player_has_their_own_history_and_everyone_is_the_table_of_all(
    ana_and_len: tuple[Records, Records], records: Records
) -> None:
    ana, len_ = ana_and_len
    first = keep(ana, RIGHT, at=AT)
    second = keep(len_, RIGHT, at=AT + timedelta(minutes=1))
    third = keep(ana, RIGHT, at=AT + timedelta(minutes=2))
    assert [one.id for one in ana.history()] == [third, first]
    assert [one.id for one in len_.history()] == [second]
    assert records.history() == ()
    for one in (ana, len_, records):
        assert [(game.id, game.player) for game in one.all_history()] == [
            (third, "Ana"),
            (second, "Len"),
            (first, "Ana"),
        ]


def test_the_table_of_all_leaves_out_what_is_open_and_what_was_not_answered(
    ana_and_len: tuple[Records, Records],
) -> None:
    ana, len_ = ana_and_len
    keep(ana, RIGHT, state="open")
    keep(ana)
    assert len_.all_history() == ()


def test_answers_are_the_players_own_from_every_game_the_earliest_first(ana_and_len: tuple[Records, Records]) -> None:
    ana, len_ = ana_and_len
    began = [ana.begin(sample.game(5), AT + timedelta(seconds=number)) for number in range(3)]
    for minute in range(15):  # turn and turn about, as in several windows
        verdict = sample.verdict(f"test/q{minute}")
        ana.add(began[2 - minute % 3], minute // 3, verdict, AT + timedelta(minutes=minute))
    ana.end(began[0], "finished", AT)
    ana.end(began[1], "stopped", AT)
    keep(len_, WRONG, at=AT)
    found = [(one.question, one.outcome, one.at) for one in ana.answers()]
    assert found == [(f"test/q{minute}", "right", AT + timedelta(minutes=minute)) for minute in range(15)]
    assert [one.outcome for one in len_.answers()] == ["wrong"]


def test_a_game_is_interrupted_and_a_daily_attempted_for_the_player_alone(
    ana_and_len: tuple[Records, Records],
) -> None:
    ana, len_ = ana_and_len
    kept = keep(ana, RIGHT, state="open")
    assert ([one.id for one in ana.interrupted()], len_.interrupted()) == ([kept], ())
    assert (ana.attempted("classic", "7"), len_.attempted("classic", "7")) == (True, False)
    assert not ana.attempted("daily", "7")
    assert not ana.attempted("classic", "8")


def test_players_are_all_who_have_a_game_by_name(ana_and_len: tuple[Records, Records], records: Records) -> None:
    ana, len_ = ana_and_len
    assert ana.players() == ()
    for one in (len_, ana, len_):
        keep(one, RIGHT)
    assert records.players() == ("Ana", "Len")
    keep(records, RIGHT, state="open")
    assert ana.players() == ("", "Ana", "Len")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ana", "Ana"),
        ("  Ana   de  Armas ", "Ana de Armas"),
        ("Ana\tde\u00a0Armas\n", "Ana de Armas"),
        ("A\x1b[31mna\x07", "A[31mna"),
        ("\u202eanA\u200b", "anA"),
        ("Ана 殺し屋 🎲", "Ана 殺し屋 🎲"),
        ("Cr\udce8w", "Crw"),
        ("x" * MAX_NAME_LENGTH, "x" * MAX_NAME_LENGTH),
        ("x" * (MAX_NAME_LENGTH + 1), ""),
        ("", ""),
        (" \t\n\0\u200b", ""),
    ],
    ids=ascii,
)
def test_a_name_is_what_can_be_seen_of_it_and_empty_where_it_cannot_be_one(typed: str, name: str) -> None:
    assert player_name(typed) == name
    assert player_name(name) == name


@pytest.mark.parametrize("name", ["Robert'); DROP TABLE games;--", '"', "%", "殺し屋 🎲"])
def test_any_name_keeps_its_games(tmp_path: Path, name: str) -> None:
    with another_window(tmp_path, name) as records:
        keep(records, RIGHT)
        assert ([one.player for one in records.history()], records.players()) == ([name], (name,))
