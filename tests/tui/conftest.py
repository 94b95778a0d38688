"""Fixtures for tests of the screens: a records file, a cache of parsed stylesheets, and skipped frames."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from quiz.records.records import Records

Parse = Callable[..., list[RuleSet]]
Paint = Callable[[Screen[Any]], None]


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[Parse]:
    """Share parsed stylesheets between apps: Textual caches them only within one.

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
    """Test the cache: after a change of colours, a stylesheet is parsed to other rules."""
    monkeypatch.setattr(Stylesheet, "_parse_rules", parsed_once)


@pytest.fixture(scope="session", autouse=True)
def painted_on_demand(request: pytest.FixtureRequest) -> Iterator[Paint]:
    """Skip frames that no test reads: painting them took a third of the time of these tests.

    A test that looks at the screen has it painted then. With ``--slow`` or ``--long`` every frame is painted.
    Yields the method that paints a frame.
    """
    paint = Screen._compositor_refresh
    if request.config.getoption("slow"):
        yield paint
        return

    def skip(screen: Screen[Any]) -> None:
        if not screen.app.is_headless or screen is not screen.app.screen:
            paint(screen)
            return
        screen._compositor._dirty_regions.clear()
        screen._dirty_widgets.clear()
        screen.app.post_display_hook()
        screen.app._update_mouse_over(screen)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Screen, "_compositor_refresh", skip)
        yield paint


@pytest.fixture
def every_frame(painted_on_demand: Paint, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paint every frame, for tests of painting and of crashes while painting."""
    monkeypatch.setattr(Screen, "_compositor_refresh", painted_on_demand)


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the app use all colours, whatever the terminal of the test run supports."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    """An open records file, closed again after the test."""
    opened = Records(tmp_path / "data")
    yield opened
    opened.close()
