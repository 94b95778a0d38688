"""An answer is saved before the player sees its verdict."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quiz.bank.bank import Bank
from quiz.game.game import Verdict
from quiz.records.records import FILE, Records
from quiz.tui.widgets.proof_view import Proof
from tests import sample
from tests.tui.app_player import bank_of, classic, playing

SECONDS = 30


@pytest.fixture
def bank() -> Bank:
    return bank_of(sample.questions(3))


@pytest.fixture
def on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[tuple[str, str]]]]:
    """Collect each verdict, and what a second connection reads from the file just before the verdict is shown."""
    seen: list[tuple[str, list[tuple[str, str]]]] = []
    reveal = Proof.reveal

    def look_and_reveal(self: Proof, verdict: Verdict | None, *how: Any, **more: Any) -> None:
        assert verdict is not None
        with closing(sqlite3.connect(tmp_path / "data" / FILE)) as other:
            rows = other.execute("SELECT question, outcome FROM answers ORDER BY position").fetchall()
        assert not self.display
        seen.append((verdict.outcome, rows))
        reveal(self, verdict, *how, **more)

    monkeypatch.setattr(Proof, "reveal", look_and_reveal)
    return seen


async def test_every_outcome_is_saved_before_it_is_painted(
    bank: Bank, records: Records, on_disk: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    async with playing(bank, records, setup=classic(bank)) as player:
        keys = [question.key for question in player.game.questions]
        await player.answer()
        await player.press("enter")
        await player.answer(right=False)
        await player.press("enter", "x")
    expected = list(zip(keys, ["right", "wrong", "skipped"], strict=True))
    assert on_disk == [(expected[n][1], expected[: n + 1]) for n in range(3)]


async def test_a_late_answer_is_saved_as_timed_out_before_it_is_painted(
    bank: Bank, records: Records, on_disk: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    async with playing(bank, records, setup=classic(bank, seconds=SECONDS)) as player:
        await player.press("1", after=SECONDS)
        assert on_disk == [("timed out", [(player.question.key, "timed out")])]


async def test_the_game_itself_is_in_the_file_before_its_first_question_is_seen(
    bank: Bank, records: Records, tmp_path: Path
) -> None:
    async with playing(bank, records, setup=classic(bank)) as player:
        with closing(sqlite3.connect(tmp_path / "data" / FILE)) as other:
            states = other.execute("SELECT state FROM games").fetchall()
        assert states == [("open",)]
        assert player.game.verdicts == ()
