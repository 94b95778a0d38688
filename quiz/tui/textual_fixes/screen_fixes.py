"""Workarounds for every screen: dismissing it once, clicks on removed widgets, and styling it once."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.events import ScreenResume
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

WidgetAt = tuple[Widget | None, Offset | None]
"""The widget at a position, and the offset of the position in the widget."""


def dismiss_once(screen: Screen[Any], dismiss: Callable[[], AwaitComplete]) -> AwaitComplete:
    """Call ``dismiss`` if the screen is still the active one. If it is not mounted yet, wait until it is.

    Seen on Textual 8.2.8: ``Screen.dismiss`` closes whatever screen is active, so a second call closes the screen
    below, and a call from below a dialog closes the dialog. And a screen that is closed before it is mounted still
    mounts its widgets, but not their children.
    """
    if not screen.is_mounted:
        screen.call_later(_dismiss_late, screen, dismiss)
        return AwaitComplete()
    return dismiss() if screen.is_active else AwaitComplete()


def _dismiss_late(screen: Screen[Any], dismiss: Callable[[], AwaitComplete]) -> None:
    dismiss_once(screen, dismiss)  # not awaited: a screen cannot await its own dismissal in a message handler


def attached(widget_at: WidgetAt) -> WidgetAt:
    """Return the widget at a position if it is still attached, else a pair of None.

    Seen on Textual 8.2.8: a click where a notification has just disappeared raises an error, because the screen still
    finds the removed widget.
    """
    widget, _ = widget_at
    return widget_at if widget is not None and widget.is_attached else (None, None)


def read_stylesheets(app: App[Any], paths: Iterable[Path]) -> None:
    """Add stylesheets to those of the app, unless the app has them already.

    Seen on Textual 8.2.8: the first screen with its own ``CSS_PATH`` makes Textual parse all stylesheets and style
    all widgets again. If a stylesheet is added before the screen's widgets are created, only that one is parsed.
    """
    for path in paths:
        app.stylesheet.add_source(path.read_text("utf-8"), (str(path), ""))


def add_size_classes(screen: Screen[Any]) -> None:
    """Add the classes for the terminal's size to a screen before its widgets are styled.

    Seen on Textual 8.2.8: a new screen gets the classes of its breakpoints only after its widgets have been styled,
    so they are styled again.
    """
    size = screen.app.size
    for extent, steps in ((size.width, screen.HORIZONTAL_BREAKPOINTS), (size.height, screen.VERTICAL_BREAKPOINTS)):
        screen.add_class(max(step for step in steps or () if extent >= step[0])[1], update=False)


def keep_styles(event: ScreenResume) -> None:
    """Keep the styles of a screen that becomes active for the first time.

    Seen on Textual 8.2.8: all widgets are styled a second time at that moment.
    """
    event.refresh_styles = False
