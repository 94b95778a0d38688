"""Workarounds for the app: its driver, and when it applies its stylesheets again."""

import sys
from typing import Any

from textual.app import App
from textual.driver import Driver


def fixed_driver(chosen: type[Driver]) -> type[Driver]:
    """Return our driver in place of Textual's for Linux and macOS. Any other driver is returned unchanged."""
    if sys.platform != "win32":
        from textual.drivers.linux_driver import LinuxDriver

        from quiz.tui.textual_fixes.terminal_driver import TerminalDriver

        if chosen is LinuxDriver:
            return TerminalDriver
    return chosen


class ThemeRefresh:
    """Decides whether ``App.refresh_css`` is needed.

    Seen on Textual 8.2.8: an app that sets its theme before it runs is styled twice when it starts. Setting the theme
    queues ``App.refresh_css``, which parses all stylesheets and styles all widgets again, although the stylesheets
    are parsed for the first time only after that, with the new theme.
    """

    def __init__(self, app: App[Any]) -> None:
        """``app`` must have its first theme already; its stylesheets are parsed with that theme's colours."""
        self._app = app
        self._applied_theme = app.theme
        app.stylesheet.set_variables(app.get_css_variables())

    def is_due(self) -> bool:
        """Return whether the theme has changed since the last call."""
        changed = self._app.theme != self._applied_theme
        self._applied_theme = self._app.theme
        return changed
