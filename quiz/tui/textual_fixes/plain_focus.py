"""Widgets that look the same with the focus and without.

Seen on Textual 8.2.8: when a widget gets or loses the focus, the styles of everything inside it are worked out anew,
whether a stylesheet says anything of the focus or not. Between a key press and its verdict that happened twice, and
took a third of the time.
"""

from textual.widget import Widget


class PlainFocus(Widget):
    """Leaves the styles alone when the focus comes or goes.

    It stands behind the other base of a class: Textual inherits the default styles of the first base alone.
    """

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Do nothing: no rule of the stylesheet looks for the focus of these."""
