"""Registers the toy kind for the duration of a test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.bank.kinds.registry import KINDS
from quiz.plain.answer_lines import PLAIN_KINDS
from quiz.records.records import Records
from quiz.tui.screens.question_form.kind_fields import KIND_FIELDS
from quiz.tui.widgets.kind_widgets import KIND_WIDGETS
from tests.bank.pack_folder import PackFolder, citation, pack_of, question
from tests.kinds import toy


@pytest.fixture(autouse=True)
def closest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Register the toy kind: one line for the bank, and one for each interface."""
    monkeypatch.setitem(KINDS, toy.NAME, toy.CLOSEST)
    monkeypatch.setitem(KIND_WIDGETS, toy.NAME, toy.NumberField)
    monkeypatch.setitem(PLAIN_KINDS, toy.NAME, toy.IN_LINES)
    monkeypatch.setitem(KIND_FIELDS, toy.NAME, toy.IN_THE_FORM)


def number(name: str = "day", **changes: object) -> dict[str, object]:
    """Return a valid question of the toy kind."""
    whole = {
        "kind": toy.NAME,
        "prompt": "On which day of its month does Ballerina open?",
        "answer": 6,
        "between": [1, 30],
        "distractors": ...,
        "difficulty": "hard",
        "citations": [citation("It opens in theaters on June 6, 2025")],
        **changes,
    }
    return question(name, **whole)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    """An open records file, closed again after the test."""
    opened = Records(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def pack(tmp_path: Path) -> PackFolder:
    """A pack with a choice and a question of the toy kind."""
    return pack_of(tmp_path / "pack", question(), number())
