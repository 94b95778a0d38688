"""Styling everything anew only when the theme has changed.

Seen on Textual 8.2.8: an app that sets its theme before it runs is styled twice at its start. Setting the theme
queues ``App.refresh_css``, which reads every stylesheet anew and styles every widget anew, although the stylesheets
are read for the first time only after that, with the theme that was set.
"""

from typing import Any

from textual.app import App


class ThemeRefresh:
    """Says when ``App.refresh_css`` has something to do."""

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
