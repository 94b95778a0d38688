"""Workarounds that every screen needs: closing it once, clicks on what has gone, and styling it once."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.events import ScreenResume
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

Found = tuple[Widget | None, Offset | None]
"""A widget at a place, and where in the widget the place is."""


def dismiss_once(screen: Screen[Any], dismiss: Callable[[], AwaitComplete]) -> AwaitComplete:
    """Close a screen with ``dismiss`` if it is still in front; one that is not mounted yet, as soon as it is.

    Seen on Textual 8.2.8: ``Screen.dismiss`` closes whatever screen is in front, so that of two calls the second one
    closes the screen below. And a screen that is closed before it is mounted still mounts its widgets, which then
    lack the widgets inside them.
    """
    if not screen.is_mounted:
        screen.call_later(_dismiss_late, screen, dismiss)
        return AwaitComplete()
    return dismiss() if screen.is_current else AwaitComplete()


def _dismiss_late(screen: Screen[Any], dismiss: Callable[[], AwaitComplete]) -> None:
    dismiss_once(screen, dismiss)  # whose end must not be waited for here


def attached(found: Found) -> Found:
    """What was found at a place, if it is still part of a screen.

    Seen on Textual 8.2.8: a click where a notification was until just now raises an error. The screen still finds the
    widget there, and then asks it for what it no longer has.
    """
    widget, _ = found
    return found if widget is not None and widget.is_attached else (None, None)


def read_stylesheets(app: App[Any], paths: Iterable[Path]) -> None:
    """Add stylesheets to those of the app, if they are not among them yet.

    Seen on Textual 8.2.8: the first screen with a ``CSS_PATH`` of its own makes Textual parse every stylesheet anew
    and style everything anew. Added before the screen's widgets are made, that one alone is parsed.
    """
    for path in paths:
        app.stylesheet.add_source(path.read_text("utf-8"), (str(path), ""))


def add_size_classes(screen: Screen[Any]) -> None:
    """Give a screen the classes of the terminal's size before anything on it is styled.

    Seen on Textual 8.2.8: a new screen gets the classes of its breakpoints only after its widgets have been styled,
    and they are styled again.
    """
    size = screen.app.size
    for extent, steps in ((size.width, screen.HORIZONTAL_BREAKPOINTS), (size.height, screen.VERTICAL_BREAKPOINTS)):
        screen.add_class(max(step for step in steps or () if extent >= step[0])[1], update=False)


def keep_styles(event: ScreenResume) -> None:
    """Let a screen that comes to the front for the first time keep the styles that its widgets were made with.

    Seen on Textual 8.2.8: they are styled once more at that moment.
    """
    event.refresh_styles = False
