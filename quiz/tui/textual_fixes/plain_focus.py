"""A base class for widgets that look the same with and without the focus.

Seen on Textual 8.2.8: when a widget gets or loses the focus, the styles of everything inside it are computed again,
even if no stylesheet depends on the focus. Between a key press and its verdict, this happened twice and took a third
of the time.
"""

from textual.widget import Widget


class PlainFocus(Widget):
    """Keeps the styles when the focus changes.

    Put it after the other base classes: Textual inherits default styles only from the first base.
    """

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Do nothing: no stylesheet rule depends on the focus of these widgets."""
