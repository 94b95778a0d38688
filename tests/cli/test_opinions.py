"""What players think reaches the author: by `quiz records`, and by `quiz check`."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quiz.game.reaction import LIKES, Reaction
from quiz.records.records import Records
from tests import sample
from tests.bank.pack_folder import PackFolder, question
from tests.cli.conftest import Run
from tests.records.test_records import keep

AT = datetime(2025, 6, 6, 20, 0, tzinfo=UTC)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def records(data: Path) -> Iterator[Records]:
    with closing(Records(data, "Ana")) as opened:
        yield opened


def test_the_json_of_the_records_has_every_reaction_and_how_many_were_right(
    run: Run, pack: PackFolder, records: Records
) -> None:
    keep(records, sample.verdict("pack/director"))
    records.reactions.put("Ana", "pack/director", LIKES, AT)
    records.reactions.put("Bo", "pack/director", Reaction(likes=False, reason="unclear"), AT)
    told = json.loads(run("records", "--format", "json", "--pack", pack.root).out)
    at = AT.isoformat()
    assert told["reactions"] == [
        {"player": "Ana", "question": "pack/director", "likes": True, "reason": None, "at": at},
        {"player": "Bo", "question": "pack/director", "likes": False, "reason": "unclear", "at": at},
    ]
    assert told["answered"] == [{"question": "pack/director", "right": 1, "answers": 1}]


def test_check_warns_where_a_label_is_far_from_what_players_got_right_even_from_the_cache(
    run: Run, pack: PackFolder, records: Records
) -> None:
    pack.questions(question(difficulty="hard", explanation="He made Underworld."))
    warned = "Q807 difficulty-far-from-players"
    for number in range(10):
        assert warned not in run("check", pack.root).out
        keep(records, sample.verdict("pack/director"), state=("finished", "stopped")[number % 2])
    ran = run("check", "--strict", pack.root)
    assert (ran.code, warned in ran.out) == (1, True), ran.out
    assert "It is called hard, but 10 of 10 answers were right: easy." in ran.out
    assert "Q807" in {one["code"] for one in json.loads(run("check", "--format", "json", pack.root).out)["problems"]}


def test_check_neither_makes_nor_changes_records(run: Run, pack: PackFolder, data: Path) -> None:
    run("check", pack.root)
    assert not (data / "records.sqlite3").exists()
    data.mkdir(exist_ok=True)
    (data / "records.sqlite3").write_bytes(b"no database")
    assert run("check", pack.root).err == ""
    assert (data / "records.sqlite3").read_bytes() == b"no database"
    assert [path.name for path in data.iterdir() if "damaged" in path.name] == []


def test_explain_knows_the_rule(run: Run) -> None:
    assert "players" in run("check", "--explain", "Q807").out
