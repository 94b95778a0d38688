"""Workarounds that the app itself needs: the driver that it draws with, and when it styles everything anew."""

import sys
from typing import Any

from textual.app import App
from textual.driver import Driver


def fixed_driver(chosen: type[Driver]) -> type[Driver]:
    """Our own driver in the place of Textual's; on Windows, and where the environment names another, that one."""
    if sys.platform != "win32":
        from textual.drivers.linux_driver import LinuxDriver

        from quiz.tui.textual_fixes.terminal_driver import TerminalDriver

        if chosen is LinuxDriver:
            return TerminalDriver
    return chosen


class ThemeRefresh:
    """Says when ``App.refresh_css`` has something to do.

    Seen on Textual 8.2.8: an app that sets its theme before it runs is styled twice at its start. Setting the theme
    queues ``App.refresh_css``, which reads every stylesheet anew and styles every widget anew, although the
    stylesheets are read for the first time only after that, with the theme that was set.
    """

    def __init__(self, app: App[Any]) -> None:
        """``app`` has its first theme by now; its stylesheets are read with the colours of that one."""
        self._app = app
        self._styled_by = app.theme
        app.stylesheet.set_variables(app.get_css_variables())

    def is_due(self) -> bool:
        """Whether the theme is another one than when this was asked last."""
        changed = self._app.theme != self._styled_by
        self._styled_by = self._app.theme
        return changed
