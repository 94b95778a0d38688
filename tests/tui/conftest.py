"""What the tests of the screens share: a records file of their own, and stylesheets that are parsed once."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from quiz.records.records import Records

Parse = Callable[..., list[RuleSet]]


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[Parse]:
    """Remember for the next app what a stylesheet was parsed to: Textual does so only within one.

    The same words under the same variables come to the same rules, which nothing changes once they are there.
    Parsing them anew took a third of the time in which an app starts. What did the parsing before is given.
    """
    parse = Stylesheet._parse_rules
    known: dict[tuple[Any, ...], list[RuleSet]] = {}

    def remember(self: Stylesheet, *words: Any, **more: Any) -> list[RuleSet]:
        key = (words, tuple(more.items()), tuple(self._variables.items()))
        if key not in known:
            known[key] = parse(self, *words, **more)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", remember)
        yield parse


@pytest.fixture
def parsed_anew(parsed_once: Parse, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stylesheets are parsed as they are without tests: after a change of colours, to other rules than before."""
    monkeypatch.setattr(Stylesheet, "_parse_rules", parsed_once)


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of all colours, whichever the tests are run in."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    """An open records file, closed again after the test."""
    opened = Records(tmp_path / "data")
    yield opened
    opened.close()
