"""A mode or a format that is declared is in the help of its command."""

import pytest

from quiz.exchange.formats import FORMATS, Format
from quiz.game.modes import MODES, Mode
from tests.cli.conftest import Run


def help_of(run: Run, command: str) -> str:
    return " ".join(run(command, "--help").out.split())


def test_a_new_mode_is_in_the_help(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"{', '.join(list(MODES)[:-1])} or {list(MODES)[-1]}. [default: classic]" in help_of(run, "play")
    monkeypatch.setitem(MODES, "sprint", Mode(id="sprint", name="Sprint", summary="Five questions.", length=5))
    assert "or sprint." in help_of(run, "play")


def test_a_new_format_is_in_the_help_of_its_commands(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    last = list(FORMATS)[-1]
    assert f"or {last}; if not given" in help_of(run, "export")
    toy = Format(name="toy", title="Toy", suffixes=(".toy",), write=lambda _: ("", []))
    monkeypatch.setitem(FORMATS, "toy", toy)
    assert "toy" not in help_of(run, "import")
    assert f"{last} or toy; if not given" in help_of(run, "export")
